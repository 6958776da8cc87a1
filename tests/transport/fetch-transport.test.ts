import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TransportError, type TransportRequest} from '../../src/fhir/transport.ts';
import {createFetchTransport, type TokenReason} from '../../src/transport/fetch-transport.ts';

const base = 'https://ehr.example/api/fhir';
const get = (path: string): TransportRequest => ({method: 'GET', path, headers: {}});

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A server that answers what `reply` says and remembers what it was sent. */
function server(reply: (sent: Sent) => Response | Promise<Response> = () => new Response('{}')) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({url, init});
    return reply({url, init});
  };
  return {sent, fetch};
}

const authorization = (sent: Sent | undefined) => new Headers(sent?.init.headers).get('authorization');

const failsWith = (failure: string) => (error: unknown) =>
  error instanceof TransportError && error.failure === failure;

describe('the fetch transport', () => {
  it('sends no request and no token outside the FHIR base (conformance 22) (T9)', async () => {
    const foreign = [
      'https://evil.example/Goal/1',
      'https://ehr.example/api/fhirx/Goal/1',
      'https://ehr.example/api/Goal/1',
      'https://ehr.example.evil.example/api/fhir/Goal/1',
      'https://ehr.example:8443/api/fhir/Goal/1',
      'http://ehr.example/api/fhir/Goal/1',
      'https://user:pw@ehr.example/api/fhir/Goal/1',
      'https://ehr.example@evil.example/api/fhir/Goal/1',
      '//evil.example/api/fhir/Goal/1',
      '/api/secret',
      '/Goal/1',
      '../secret',
      'Goal/../../secret',
      'Goal/../Patient/1',
      'Goal/%2e%2e/%2e%2e/secret',
      'Goal/..%2f..%2fsecret',
      'Goal/%252e%252e/secret',
      'Goal\\..\\..\\secret',
      'Goal/1\u0000',
      ' https://evil.example/',
      'urn:uuid:0b8c9d3e',
      'javascript:alert(1)',
      'data:text/plain,x',
      'https://',
    ];
    const {sent, fetch} = server();
    let asked = 0;
    const transport = createFetchTransport({base, fetch, getToken: async () => `t${++asked}`});
    for (const path of foreign) {
      await assert.rejects(transport.request(get(path)), failsWith('held-elsewhere'), path);
    }
    assert.deepEqual([sent.length, asked], [0, 0]);
  });

  it('reaches relative and absolute addresses inside the base', async () => {
    const {sent, fetch} = server();
    const transport = createFetchTransport({base: `${base}/`, fetch, getToken: async () => 't'});
    for (const path of [
      'Goal/1',
      `${base}/Goal/1#x`,
      `${base}?_getpages=7`,
      '',
      'Encounter?date=ge2020&x=..%2F',
    ]) {
      await transport.request(get(path));
    }
    assert.deepEqual(
      sent.map(({url}) => url),
      [
        `${base}/Goal/1`,
        `${base}/Goal/1`,
        `${base}?_getpages=7`,
        base,
        `${base}/Encounter?date=ge2020&x=..%2F`,
      ],
    );
  });

  it('asks for what a server says of itself without a token, and with one where that is refused or not seen', async () => {
    const refusals: [string, () => Response][] = [
      ['open', () => new Response('{}')],
      ['401', () => new Response('{}', {status: 401})],
      ['403', () => new Response('{}', {status: 403})],
      [
        'hidden by CORS',
        () => {
          throw new TypeError('Failed to fetch');
        },
      ],
    ];
    for (const [name, refuse] of refusals) {
      const {sent, fetch} = server((one) =>
        authorization(one) === null ? refuse() : new Response('{"said":1}'),
      );
      const transport = createFetchTransport({base, fetch, getToken: async () => 't'});
      const answer = await transport.request(get('metadata'));
      const tokens = sent.map(authorization);
      assert.deepEqual(tokens, name === 'open' ? [null] : [null, 'Bearer t'], name);
      assert.equal(answer.status, 200, name);
    }
    const {sent, fetch} = server();
    const transport = createFetchTransport({base, fetch, getToken: async () => 't'});
    await transport.request({...get('metadata'), method: 'POST'});
    await transport.request(get('metadata/x'));
    assert.deepEqual(sent.map(authorization), ['Bearer t', 'Bearer t']);
  });

  it('omits cookies and referrer, refuses redirects, and asks for FHIR JSON (T9)', async () => {
    const {sent, fetch} = server();
    const transport = createFetchTransport({base, fetch, getToken: async () => 't'});
    await transport.request({
      ...get('Goal'),
      headers: {Authorization: 'Bearer stolen', Prefer: 'x'},
      cache: 'no-cache',
    });
    const init = sent[0]?.init;
    assert.equal(init?.credentials, 'omit');
    assert.equal(init?.redirect, 'error');
    assert.equal(init?.referrerPolicy, 'no-referrer');
    assert.equal(init?.cache, 'no-cache');
    const headers = new Headers(init?.headers);
    assert.equal(headers.get('accept'), 'application/fhir+json');
    assert.equal(headers.get('authorization'), 'Bearer t');
    assert.equal(headers.get('prefer'), 'x');
  });

  it('renews the token once for ten requests that were refused together, and sends each again', async () => {
    let current = 'old';
    let renewals = 0;
    const {sent, fetch} = server((request) =>
      authorization(request) === 'Bearer old' ? new Response('', {status: 401}) : new Response('{}'),
    );
    const getToken = async (reason: TokenReason, rejected?: string) => {
      if (reason === 'refresh') {
        assert.equal(rejected, 'old');
        renewals += 1;
        current = 'new';
      }
      return current;
    };
    const transport = createFetchTransport({base, fetch, getToken});
    const answers = await Promise.all(
      Array.from({length: 10}, (_, n) => transport.request(get(`Goal/${n}`))),
    );
    assert.ok(answers.every(({status}) => status === 200));
    assert.deepEqual([renewals, sent.length], [1, 20]);
  });

  it('does not renew again for a refusal of a token that was replaced meanwhile', async () => {
    let renewals = 0;
    let release = () => {};
    const late = new Promise<void>((resolve) => (release = resolve));
    const {fetch} = server(async (request) => {
      if (authorization(request) !== 'Bearer old') return new Response('{}');
      if (request.url.endsWith('late')) await late;
      return new Response('', {status: 401});
    });
    let current = 'old';
    const getToken = async (reason: TokenReason) => {
      if (reason === 'refresh') current = `new${++renewals}`;
      return current;
    };
    const transport = createFetchTransport({base, fetch, getToken});
    const slow = transport.request(get('Goal/late'));
    await transport.request(get('Goal/1'));
    release();
    assert.equal((await slow).status, 200);
    assert.equal(renewals, 1);
  });

  it('passes on a second 401 and goes on working', async () => {
    const {fetch} = server(({url}) => new Response('{}', {status: url.includes('Flag') ? 401 : 200}));
    let n = 0;
    const transport = createFetchTransport({base, fetch, getToken: async () => `t${n++}`});
    assert.equal((await transport.request(get('Flag?patient=1'))).status, 401);
    assert.equal((await transport.request(get('Goal?patient=1'))).status, 200);
  });

  it('passes on a 401 when there is no newer token, without sending again', async () => {
    const {sent, fetch} = server(() => new Response('{}', {status: 401}));
    const getToken = async (reason: TokenReason) => (reason === 'refresh' ? null : 't');
    assert.equal((await createFetchTransport({base, fetch, getToken}).request(get('Goal'))).status, 401);
    assert.equal(sent.length, 1);
  });

  it('sends nothing once the session is over', async () => {
    const {sent, fetch} = server();
    const transport = createFetchTransport({base, fetch, getToken: async () => null});
    await assert.rejects(transport.request(get('Goal')), failsWith('signed-out'));
    assert.equal(sent.length, 0);
  });

  it('asks for a token that will last before a write, not before a search by POST', async () => {
    const reasons: string[] = [];
    const {fetch} = server();
    const getToken = async (reason: TokenReason) => (reasons.push(reason), 't');
    const transport = createFetchTransport({base, fetch, getToken});
    const requests: readonly [TransportRequest['method'], string][] = [
      ['GET', 'Goal/1'],
      ['POST', 'Encounter/_search'],
      ['POST', 'Goal'],
      ['PUT', 'Goal/1'],
      ['PATCH', 'Goal/1'],
    ];
    for (const [method, path] of requests) await transport.request({method, path, headers: {}, body: '{}'});
    assert.deepEqual(reasons, ['first', 'first', 'write', 'write', 'write']);
  });

  it('says network when there is no answer, or only part of one', async () => {
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"resourceType":'));
        controller.error(new Error('reset'));
      },
    });
    for (const reply of [() => Promise.reject(new TypeError('Bearer t')), () => new Response(cut)]) {
      const transport = createFetchTransport({base, ...server(reply), getToken: async () => 't'});
      await assert.rejects(transport.request(get('Goal')), (error: Error) => {
        assert.ok(failsWith('network')(error));
        assert.equal(error.message, 'network');
        assert.equal(error.cause, undefined);
        return true;
      });
    }
  });

  it('stops waiting when the request is aborted, without stopping the renewal for the others', async () => {
    let release = (_token: string) => {};
    const renewed = new Promise<string>((resolve) => (release = resolve));
    const {fetch} = server(
      (request) => new Response('{}', {status: authorization(request) === 'Bearer a' ? 401 : 200}),
    );
    const getToken = (reason: TokenReason) => (reason === 'refresh' ? renewed : Promise.resolve('a'));
    const transport = createFetchTransport({base, fetch, getToken});
    const impatient = new AbortController();
    const first = transport.request({...get('Goal/1'), signal: impatient.signal});
    const second = transport.request(get('Goal/2'));
    setImmediate(() => impatient.abort());
    await assert.rejects(first, failsWith('aborted'));
    release('b');
    assert.equal((await second).status, 200);
  });

  it('tells a time-out from an abort', async () => {
    const hang = (_: string, init: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(new Error())),
      );
    const transport = createFetchTransport({base, fetch: hang});
    const timeout = new AbortController();
    const request = transport.request({...get('Goal'), signal: timeout.signal});
    setImmediate(() => timeout.abort(new DOMException('', 'TimeoutError')));
    await assert.rejects(request, failsWith('timeout'));
    const slow = new AbortController();
    const sent = transport.request({...get('Goal'), signal: slow.signal});
    setImmediate(() => slow.abort());
    await assert.rejects(sent, failsWith('aborted'));
  });
});
