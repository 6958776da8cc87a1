import assert from 'node:assert/strict';
import {test} from 'node:test';
import {client, ids, issue, newGoal, withSandbox} from './sandbox-session.ts';
import type {JsonObject} from '../../sandbox/json.ts';

const use = withSandbox();

test('a created goal is found, with version 1, Location and ETag', async () => {
  const ask = client(use());
  const made = await ask('POST', 'Goal', {body: newGoal()});
  assert.equal(made.status, 201);
  assert.equal(made.headers.get('etag'), 'W/"1"');
  assert.match(made.headers.get('location') ?? '', /\/open\/fhir\/Goal\/[^/]+\/_history\/1$/);
  const found = await ask('GET', `Goal/${String(made.body.id)}`);
  assert.deepEqual(found.body, made.body);
});

test('an update needs the version it was made from', async () => {
  const ask = client(use());
  const {body} = await ask('POST', 'Goal', {body: newGoal()});
  const put = (ifMatch: string | null, text: string) =>
    ask('PUT', `Goal/${String(body.id)}`, {
      body: {...body, description: {text}},
      headers: ifMatch === null ? {} : {'If-Match': ifMatch},
    });
  assert.equal((await put('W/"1"', 'two')).status, 200);
  assert.equal((await put('W/"1"', 'stale')).status, 412);
  assert.equal((await put(null, 'blind')).status, 400);
  assert.equal((await put('1', 'bare')).status, 400);
  const history = await ask('GET', `Goal/${String(body.id)}/_history`);
  const texts = (history.body.entry as {resource: {description: {text: string}}}[]).map(
    ({resource}) => resource.description.text,
  );
  assert.deepEqual(texts, ['two', 'See my garden again']);
  const first = await ask('GET', `Goal/${String(body.id)}/_history/1`);
  assert.deepEqual(first.body, body);
});

test('PUT makes a resource on the open server only', async () => {
  const ask = client(use());
  const made = await ask('PUT', 'Goal/my-own-id', {body: newGoal({id: 'my-own-id'})});
  assert.equal(made.status, 201);
  const refused = await client(use(), undefined, undefined, {personality: 'readonly'})(
    'PUT',
    'Goal/other-id',
    {
      body: newGoal({id: 'other-id'}),
    },
  );
  assert.equal(refused.status, 405);
});

test('If-None-Exist makes one, answers the same one again, and refuses when several match', async () => {
  const ask = client(use());
  const identifier = [{system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0a0a0a0a-0000-4000-8000-000000000001'}];
  const headers = {'If-None-Exist': `identifier=urn:ietf:rfc:3986|${identifier[0]?.value}`};
  const post = () => ask('POST', 'Goal', {body: newGoal({identifier}), headers});
  const [first, again] = [await post(), await post()];
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.equal(first.body.id, again.body.id);
  await ask('POST', 'Goal', {body: newGoal({identifier})});
  assert.equal((await post()).status, 412);
});

test('JSON Patch tests, adds, replaces and removes', async () => {
  const ask = client(use());
  const {body} = await ask('POST', 'Goal', {body: newGoal({note: [{text: 'a'}]})});
  const patch = (operations: unknown, headers: Record<string, string> = {}) =>
    ask('PATCH', `Goal/${String(body.id)}`, {body: operations, headers, type: 'application/json-patch+json'});
  const done = await patch([
    {op: 'test', path: '/meta/versionId', value: '1'},
    {op: 'replace', path: '/description/text', value: 'new'},
    {op: 'add', path: '/note/-', value: {text: 'b'}},
    {op: 'remove', path: '/note/0'},
  ]);
  assert.equal(done.status, 200, done.text);
  assert.deepEqual([done.body.description, done.body.note], [{text: 'new'}, [{text: 'b'}]]);
  const stale = await patch([
    {op: 'test', path: '/meta/versionId', value: '1'},
    {op: 'remove', path: '/note'},
  ]);
  assert.equal(stale.status, 409);
  assert.equal((await patch([{op: 'remove', path: '/note'}], {'If-Match': 'W/"1"'})).status, 412);
  assert.equal((await patch([{op: 'remove', path: '/priority'}])).status, 422);
});

test('a transaction links its entries and writes all of them', async () => {
  const ask = client(use());
  const goal = 'urn:uuid:00000000-0000-4000-8000-00000000000a';
  const plan = {
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    subject: {reference: 'Patient/anna'},
  };
  const answer = await ask('POST', '', {
    body: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {resource: {...plan, goal: [{reference: goal}]}, request: {method: 'POST', url: 'CarePlan'}},
        {fullUrl: goal, resource: newGoal(), request: {method: 'POST', url: 'Goal'}},
      ],
    },
  });
  assert.equal(answer.status, 200, answer.text);
  const [first, second] = answer.body.entry as [
    {resource: {goal: {reference: string}[]}},
    {resource: {id: string}; response: {status: string; etag: string}},
  ];
  assert.equal(first.resource.goal[0]?.reference, `Goal/${second.resource.id}`);
  assert.deepEqual([second.response.status, second.response.etag], ['201', 'W/"1"']);
});

test('a transaction that fails in one entry has written nothing', async () => {
  const sandbox = use();
  const ask = client(sandbox);
  const {body} = await ask('POST', 'Goal', {body: newGoal()});
  const before = sandbox.store.count('Goal', 'anna');
  const answer = await ask('POST', '', {
    body: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {resource: newGoal(), request: {method: 'POST', url: 'Goal'}},
        {
          resource: {...body, description: {text: 'x'}},
          request: {method: 'PUT', url: `Goal/${String(body.id)}`, ifMatch: 'W/"1"'},
        },
        {resource: {...body, id: 'g1'}, request: {method: 'PUT', url: 'Goal/g1', ifMatch: 'W/"9"'}},
      ],
    },
  });
  assert.equal(answer.status, 412);
  assert.equal(sandbox.store.count('Goal', 'anna'), before);
  assert.equal(sandbox.store.current('Goal', String(body.id))?.versionId, '1');
});

test('a batch writes what it can and says what it could not', async () => {
  const answer = await client(use())('POST', '', {
    body: {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [
        {resource: newGoal(), request: {method: 'POST', url: 'Goal'}},
        {resource: newGoal({lifecycleStatus: 'wild'}), request: {method: 'POST', url: 'Goal'}},
        {request: {method: 'GET', url: 'Goal/g1'}},
      ],
    },
  });
  const statuses = (answer.body.entry as {response: {status: string}}[]).map(({response}) => response.status);
  assert.deepEqual(statuses, ['201', '422', '200']);
});

test('an invalid resource is refused with 422 and the element at fault', async () => {
  const answer = await client(use())('POST', 'Goal', {body: newGoal({startDate: '2026-02-30'})});
  assert.equal(answer.status, 422);
  assert.deepEqual(issue(answer).expression, ['Goal.startDate']);
});

test('decimals are kept as they were written', async () => {
  const ask = client(use());
  const body = JSON.stringify(newGoal({target: [{measure: {text: 'mass'}, detailQuantity: {value: 0}}]}));
  const made = await ask('POST', 'Goal', {body: body.replace('"value":0', '"value":70.50')});
  assert.equal(made.status, 201, made.text);
  assert.match(made.text, /"value":70\.50\}/);
  assert.match((await ask('GET', `Goal/${String(made.body.id)}`)).text, /"value":70\.50\}/);
});

test('a deleted resource is gone from searches and answers 410', async () => {
  const ask = client(use());
  const {body} = await ask('POST', 'Goal', {body: newGoal()});
  assert.equal((await ask('DELETE', `Goal/${String(body.id)}`)).status, 204);
  assert.equal((await ask('GET', `Goal/${String(body.id)}`)).status, 410);
  assert.equal(ids(await ask('GET', `Goal?_id=${String(body.id)}`)).length, 0);
});

test('a read with the current ETag answers 304', async () => {
  const answer = await client(use())('GET', 'Patient/anna', {headers: {'If-None-Match': 'W/"1"'}});
  assert.equal(answer.status, 304);
});

test('the read-only server says so in metadata and refuses writes', async () => {
  const base = `${use().fhirUrl}/readonly/fhir`;
  const statement = (await (await fetch(`${base}/metadata`)).json()) as {rest: {resource: JsonObject[]}[]};
  const goal = statement.rest[0]?.resource.find(({type}) => type === 'Goal') as {
    interaction: {code: string}[];
  };
  assert.deepEqual(
    goal.interaction.map(({code}) => code),
    ['read', 'vread', 'history-instance', 'search-type'],
  );
  const ask = client(use(), undefined, undefined, {personality: 'readonly'});
  assert.equal((await ask('GET', 'Goal/g1')).status, 200);
  assert.equal((await ask('POST', 'Goal', {body: newGoal()})).status, 405);
});
