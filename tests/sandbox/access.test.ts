import assert from 'node:assert/strict';
import {test} from 'node:test';
import {client, ids, newGoal, withSandbox} from './sandbox-session.ts';

const use = withSandbox();
const BOB = {reference: 'Patient/bob'};

test('a token sees nothing of another patient', async () => {
  const ask = client(use());
  const refused = [
    'Patient/bob',
    'Goal/bob-goal',
    'Goal/bob-goal/_history',
    'Goal/bob-goal/_history/1',
    'Goal?patient=bob',
    'Goal?subject=Patient/bob',
    'Goal?patient=anna,bob',
    'Patient?_id=bob',
    'Provenance/bob-p',
  ];
  for (const path of refused) assert.equal((await ask('GET', path)).status, 403, path);
  assert.deepEqual(ids(await ask('GET', 'Goal')), ['g1', 'g2']);
  assert.deepEqual(ids(await ask('GET', 'Patient?name=roy')), []);
  assert.deepEqual(ids(await ask('GET', 'Provenance')), ['p1']);
});

test('a token cannot write to another patient', async () => {
  const sandbox = use();
  const ask = client(sandbox);
  const goal = sandbox.store.get('Goal', 'bob-goal');
  const headers = {'If-Match': 'W/"1"'};
  assert.equal((await ask('POST', 'Goal', {body: newGoal({subject: BOB})})).status, 403);
  assert.equal(
    (await ask('PUT', 'Goal/bob-goal', {body: {...goal, subject: {reference: 'Patient/anna'}}, headers}))
      .status,
    403,
  );
  const mine = sandbox.store.get('Goal', 'g1');
  assert.equal((await ask('PUT', 'Goal/g1', {body: {...mine, subject: BOB}, headers})).status, 403);
  const operations = [{op: 'replace', path: '/subject/reference', value: 'Patient/bob'}];
  const patched = await ask('PATCH', 'Goal/g1', {body: operations, type: 'application/json-patch+json'});
  assert.equal(patched.status, 403);
  assert.equal(sandbox.store.current('Goal', 'g1')?.versionId, '1');
});

const SCOPES: readonly [scope: string, method: string, path: string, status: number][] = [
  ['patient/Goal.rs', 'GET', 'Goal/g1', 200],
  ['patient/Goal.read', 'GET', 'Goal?patient=anna', 200],
  ['patient/Goal.r', 'GET', 'Goal?patient=anna', 403],
  ['patient/Goal.s', 'GET', 'Goal/g1', 403],
  ['patient/Encounter.rs', 'GET', 'Goal/g1', 403],
  ['patient/*.rs', 'GET', 'Goal/g1', 200],
  ['patient/Practitioner.rs', 'GET', 'Practitioner/doc', 403],
  ['user/Practitioner.rs', 'GET', 'Practitioner/doc', 200],
  ['user/Goal.rs', 'GET', 'Goal/bob-goal', 403],
  ['openid fhirUser', 'GET', 'Patient/anna', 403],
  ['patient/Goal.rs', 'POST', 'Goal', 403],
  ['patient/Goal.read', 'POST', 'Goal', 403],
  ['patient/Goal.c', 'POST', 'Goal', 201],
  ['patient/Goal.write', 'POST', 'Goal', 201],
];

for (const [scope, method, path, status] of SCOPES) {
  test(`with ${scope} a ${method} of ${path} answers ${status}`, async () => {
    const ask = client(use(), scope);
    const answer = await ask(method, path, method === 'POST' ? {body: newGoal()} : {});
    assert.equal(answer.status, status, answer.text);
    if (status === 403) assert.equal(answer.body.resourceType, 'OperationOutcome');
  });
}

test('a granular scope shows only its category', async () => {
  const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
  const ask = client(use(), `patient/Observation.rs?category=${system}|survey`);
  assert.deepEqual(ids(await ask('GET', 'Observation?patient=anna')), ['o1']);
  assert.equal((await ask('GET', 'Observation/o1')).status, 200);
  assert.equal((await ask('GET', 'Observation/o2')).status, 403);
});

test('without a valid token the answer is 401, also for a token of another record system', async () => {
  const sandbox = use();
  const {token, base} = sandbox.grant('anna', 'patient/*.rs');
  const status = async (address: string, headers: Record<string, string>) =>
    (await fetch(`${address}/Goal/g1`, {headers})).status;
  assert.equal(await status(base, {}), 401);
  assert.equal(await status(base, {Authorization: 'Bearer nonsense'}), 401);
  assert.equal(await status(base, {Authorization: `Bearer ${token}`}), 200);
  assert.equal(await status(base.replace('open', 'readonly'), {Authorization: `Bearer ${token}`}), 401);
  sandbox.tokens.expireAll();
  assert.equal(await status(base, {Authorization: `Bearer ${token}`}), 401);
});

test('scripts of the panel may call, scripts of another origin may not', async () => {
  const {panelUrl, fhirUrl} = use();
  const preflight = async (origin: string) =>
    (
      await fetch(`${fhirUrl}/open/fhir/Goal/g1`, {
        method: 'OPTIONS',
        headers: {Origin: origin, 'Access-Control-Request-Method': 'PUT'},
      })
    ).headers;
  const allowed = await preflight(panelUrl);
  assert.equal(allowed.get('access-control-allow-origin'), panelUrl);
  assert.match(allowed.get('access-control-allow-headers') ?? '', /If-Match.*If-None-Exist.*Prefer/);
  assert.equal(allowed.get('access-control-max-age'), '600');
  assert.equal((await preflight('https://elsewhere.example')).get('access-control-allow-origin'), null);
});
