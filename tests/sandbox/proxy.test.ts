import assert from 'node:assert/strict';
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import {client, ids, issue, newGoal} from './sandbox-session.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const anna = {reference: 'Patient/anna'};
const bob = {reference: 'Patient/bob'};
const RECORDS: Readonly<Record<string, object>> = {
  'Patient/anna': {resourceType: 'Patient', id: 'anna', name: [{family: 'Côté', given: ['Anna']}]},
  'Goal/g1': {resourceType: 'Goal', id: 'g1', subject: anna, weight: 1},
  'Goal/b1': {resourceType: 'Goal', id: 'b1', subject: bob},
  'Practitioner/doc': {resourceType: 'Practitioner', id: 'doc'},
};

let server: Server;
let upstream = '';
let sandbox: Sandbox;
const seen: Seen[] = [];

/** A FHIR server without any sign-in, which gives whatever is asked for. */
before(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const {method = '', url = '', headers} = request;
      const path = url.replace('/fhir/', '');
      seen.push({method, path, headers, body});
      const entry = Object.values(RECORDS)
        .filter((record) => (record as {resourceType: string}).resourceType === path.replace(/\?.*/u, ''))
        .map((resource) => ({fullUrl: `${upstream}/x`, resource, search: {mode: 'match'}}));
      const link = [{relation: 'next', url: `${upstream}/Goal?_page=2`}];
      const one = RECORDS[path];
      const text =
        method === 'GET' && one
          ? JSON.stringify(one).replace('"weight":1', '"weight":70.50')
          : method === 'GET' && entry.length > 0
            ? JSON.stringify({resourceType: 'Bundle', type: 'searchset', link, entry})
            : method === 'GET'
              ? '{"resourceType":"OperationOutcome"}'
              : body;
      const status = method === 'GET' && !one && entry.length === 0 ? 404 : method === 'POST' ? 201 : 200;
      response.writeHead(status, {
        'Content-Type': 'application/fhir+json',
        ETag: 'W/"7"',
        Location: `${upstream}/Goal/new`,
        'X-Powered-By': 'secret',
      });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  sandbox = await startSandbox({fhirUrl: `${upstream}/`});
});
after(async () => {
  await sandbox.close();
  await new Promise((resolve) => server.close(resolve));
});

const use = (scope?: string) => client(sandbox, scope, 'anna', {personality: 'proxy'});

test('a read goes through unchanged, without the token, and comes back under the sandbox’s own base', async () => {
  const answer = await use()('GET', 'Goal/g1');
  assert.deepEqual([answer.status, answer.headers.get('etag')], [200, 'W/"7"']);
  assert.match(answer.text, /"weight":70\.50/u);
  assert.equal(answer.headers.get('x-powered-by'), null);
  const last = seen.at(-1);
  assert.deepEqual([last?.path, last?.headers.authorization], ['Goal/g1', undefined]);
});

test('a list is confined to the patient, and its links lead through the sandbox', async () => {
  const answer = await use()('GET', 'Goal?patient=anna');
  assert.deepEqual(ids(answer), ['g1']);
  assert.ok(!answer.text.includes(upstream));
  assert.match(answer.text, /\/proxy\/fhir\/Goal\?_page=2/u);
});

test('another patient’s record, a search of theirs, and a missing scope are refused', async () => {
  assert.equal((await use()('GET', 'Goal/b1')).status, 403);
  const before_ = seen.length;
  assert.equal((await use()('GET', 'Goal?patient=bob')).status, 403);
  assert.equal((await use('patient/Goal.rs')('GET', 'Encounter?patient=anna')).status, 403);
  assert.equal((await use('patient/Goal.rs')('POST', 'Goal', {body: newGoal()})).status, 403);
  assert.equal(seen.length, before_, 'nothing of it was passed on');
  assert.equal((await use()('GET', 'Practitioner/doc')).status, 200);
});

test('writes are checked first, then passed on with their version', async () => {
  const made = await use()('POST', 'Goal', {body: newGoal(), headers: {'If-None-Exist': 'identifier=x'}});
  assert.equal(made.status, 201);
  assert.equal(made.headers.get('location'), `${sandbox.fhirUrl}/proxy/fhir/Goal/new`);
  assert.equal(seen.at(-1)?.headers['if-none-exist'], 'identifier=x');
  const put = await use()('PUT', 'Goal/g1', {body: newGoal({id: 'g1'}), headers: {'If-Match': 'W/"7"'}});
  assert.equal(put.status, 200);
  assert.equal(seen.at(-1)?.headers['if-match'], 'W/"7"');
  const before_ = seen.filter(({method}) => method !== 'GET').length;
  assert.equal((await use()('POST', 'Goal', {body: newGoal({subject: bob})})).status, 403);
  assert.equal((await use()('PUT', 'Goal/b1', {body: newGoal({id: 'b1'})})).status, 403);
  assert.equal((await use()('POST', '', {body: {resourceType: 'Bundle', type: 'batch'}})).status, 400);
  assert.equal((await use()('POST', 'Goal', {body: '{"no":"resource"}'})).status, 400);
  assert.equal(seen.filter(({method}) => method !== 'GET').length, before_);
});

test('errors of the server behind are passed on, and a server that is away is a 502', async () => {
  const missing = await use()('GET', 'CarePlan/none');
  assert.deepEqual([missing.status, missing.body.resourceType], [404, 'OperationOutcome']);
  const away = await startSandbox({fhirUrl: 'http://127.0.0.1:9/fhir'});
  try {
    const answer = await client(away, undefined, 'anna', {personality: 'proxy'})('GET', 'Goal/g1');
    assert.deepEqual([answer.status, issue(answer).code], [502, 'transient']);
  } finally {
    await away.close();
  }
});
