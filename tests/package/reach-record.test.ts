import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RecordSource} from '../../src/elements/panel/panel-api.ts';
import {reachRecord} from '../../src/reach-record.ts';

// The ways to a record that a host sets on the panel in place of a transport.

const nothing: RecordSource = {fhirBase: null, client: null, bundle: null, getAccessToken: null, fetch: null};
const base = 'https://fhir.example.org/r4';

interface Sent {
  readonly url: string;
  readonly token: string | null;
}

/** A browser's fetch that answers with these statuses, one after another, and remembers what was sent. */
function server(...statuses: readonly number[]) {
  const sent: Sent[] = [];
  const fetch = (url: string, {headers}: RequestInit): Promise<Response> => {
    sent.push({url, token: new Headers(headers).get('authorization')});
    return Promise.resolve(new Response('{}', {status: statuses[sent.length - 1] ?? 200}));
  };
  return {sent, fetch};
}

const patient = {method: 'GET', path: 'Patient/1', headers: {}} as const;

it('needs a bundle, a client, or a base address with a token or a fetch', () => {
  assert.equal(reachRecord(nothing), null);
  assert.equal(reachRecord({...nothing, fhirBase: base}), null);
  assert.equal(reachRecord({...nothing, fhirBase: 'here', fetch: server().fetch}), null);
  assert.equal(reachRecord({...nothing, getAccessToken: () => Promise.resolve('t')}), null);
});

it('asks the host for a token, sends it to the base alone, and asks again when it is refused', async () => {
  const {sent, fetch} = server(401, 200);
  const reasons: string[] = [];
  const transport = reachRecord({
    ...nothing,
    fhirBase: base,
    fetch,
    getAccessToken: (reason) => {
      reasons.push(reason);
      return Promise.resolve(reason);
    },
  });
  assert.equal((await transport?.request(patient))?.status, 200);
  assert.deepEqual(reasons, ['first', 'refresh']);
  assert.deepEqual(sent, [
    {url: `${base}/Patient/1`, token: 'Bearer first'},
    {url: `${base}/Patient/1`, token: 'Bearer refresh'},
  ]);
});

it('sends what a fetch of the host carries without a token of its own', async () => {
  const {sent, fetch} = server();
  await reachRecord({...nothing, fhirBase: base, fetch})?.request(patient);
  assert.deepEqual(sent, [{url: `${base}/Patient/1`, token: null}]);
});

it('reads a bundle and asks nobody', async () => {
  const bundle = {resourceType: 'Bundle', entry: [{resource: {resourceType: 'Patient', id: '1'}}]};
  const {sent, fetch} = server();
  const answer = await reachRecord({...nothing, fhirBase: base, fetch, bundle})?.request(patient);
  assert.equal(JSON.parse(answer?.text ?? '').id, '1');
  assert.deepEqual(sent, []);
});

describe('a client of fhirclient', () => {
  function client(renewed: string | null) {
    const state = {serverUrl: base, tokenResponse: {access_token: 'old'}};
    const refresh = (): Promise<unknown> => {
      if (renewed === null) return Promise.reject(new Error('No refresh token.'));
      state.tokenResponse = {access_token: renewed};
      return Promise.resolve(state);
    };
    return {state, refresh};
  }

  it('gives its server and its token, and renews it once it is refused', async () => {
    const {sent, fetch} = server(401, 200);
    const answer = await reachRecord({...nothing, fetch, client: client('new')})?.request(patient);
    assert.equal(answer?.status, 200);
    assert.deepEqual(
      sent.map(({token}) => token),
      ['Bearer old', 'Bearer new'],
    );
  });

  it('that cannot renew it passes the refusal on', async () => {
    const {sent, fetch} = server(401);
    const answer = await reachRecord({...nothing, fetch, client: client(null)})?.request(patient);
    assert.equal(answer?.status, 401);
    assert.equal(sent.length, 1);
  });

  it('without a token is one of a server that needs none', async () => {
    const {sent, fetch} = server();
    const open = {state: {serverUrl: base}, refresh: () => Promise.reject(new Error('No refresh token.'))};
    const answer = await reachRecord({...nothing, fetch, client: open})?.request(patient);
    assert.equal(answer?.status, 200);
    assert.deepEqual(
      sent.map(({token}) => token),
      [null],
    );
  });
});
