import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {SmartClient} from '../../src/fhir/transport.ts';
import {createClientTransport} from '../../src/transport/client-transport.ts';

const get = {method: 'GET', path: 'Patient/a', headers: {}} as const;

/** A client of fhirclient: its token is replaced when it is renewed. */
function client(tokens: readonly (string | null)[], fails = false) {
  let at = 0;
  const asked: string[] = [];
  const refresh = async (): Promise<void> => {
    asked.push('refresh');
    if (fails) throw new Error('No refresh token found');
    at += 1;
  };
  const one: SmartClient = {
    state: {
      serverUrl: 'https://ehr.example/fhir',
      get tokenResponse() {
        const token = tokens[at];
        return token === null || token === undefined ? undefined : {access_token: token};
      },
    },
    refresh,
  };
  return {one, asked};
}

/** A server that lets some tokens in. */
function server(good: readonly string[]) {
  const seen: (string | null)[] = [];
  const urls: string[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    const authorization = new Headers(init.headers).get('authorization');
    seen.push(authorization);
    urls.push(url);
    const isIn = good.length === 0 || good.some((token) => authorization === `Bearer ${token}`);
    return Promise.resolve(new Response('{}', {status: isIn ? 200 : 401}));
  };
  return {seen, urls, fetch};
}

describe('the transport over a client of fhirclient', () => {
  it('asks its server with its token, and nothing else of it', async () => {
    const {seen, urls, fetch} = server(['t1']);
    const {one, asked} = client(['t1']);
    assert.equal((await createClientTransport(one, fetch).request(get)).status, 200);
    assert.deepEqual([seen, urls, asked], [['Bearer t1'], ['https://ehr.example/fhir/Patient/a'], []]);
  });

  it('has the token renewed once when the server refuses it, and sends the request again', async () => {
    const {seen, fetch} = server(['t2']);
    const {one, asked} = client(['t1', 't2']);
    assert.equal((await createClientTransport(one, fetch).request(get)).status, 200);
    assert.deepEqual([seen, asked], [['Bearer t1', 'Bearer t2'], ['refresh']]);
  });

  it('passes on what the server says when nothing can be renewed', async () => {
    const {fetch} = server(['t2']);
    const {one} = client(['t1'], true);
    assert.equal((await createClientTransport(one, fetch).request(get)).status, 401);
  });

  it('asks an open server without a token', async () => {
    const {seen, fetch} = server([]);
    const {one, asked} = client([null]);
    assert.equal((await createClientTransport(one, fetch).request(get)).status, 200);
    assert.deepEqual([seen, asked], [[null], []]);
  });
});
