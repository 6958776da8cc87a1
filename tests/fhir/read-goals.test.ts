import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readGoals} from '../../src/fhir/read-goals.ts';
import {base, bundle} from './fake-transport.ts';
import {asked, patientId, searchset, stage, subject, type Resource} from './read-stage.ts';

const goal = (id: string, more: Record<string, unknown> = {}): Resource => ({
  resourceType: 'Goal',
  id,
  lifecycleStatus: 'active',
  description: {text: `Goal ${id}`},
  subject,
  ...more,
});

test('a goal of somebody else is dropped and reported; one that is nobody’s is counted', async () => {
  const {client, run, signal, others} = stage([
    goal('a'),
    goal('b', {subject: {reference: 'Patient/other'}, description: {text: 'NOT-THIS-PERSON'}}),
    goal('c', {subject: undefined}),
    goal('d', {subject: {reference: `Patient/${patientId}/_history/2`}}),
  ]);
  const answer = await run(readGoals(client, signal));
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.value.map(({id}) => id),
    ['a', 'd'],
  );
  assert.deepEqual(others, ['Goal']);
  assert.deepEqual(answer.value.gaps, [{reason: 'quarantined', what: 'Goal', count: 1}]);
  assert.ok(!JSON.stringify(answer).includes('NOT-THIS-PERSON'));
});

test('one record that cannot be read costs none of the others, and is counted with those without a resource (conformance 41)', async () => {
  const entry = [
    {resource: goal('a')},
    {resource: {resourceType: 'Goal', subject}},
    {},
    {resource: goal('b')},
  ];
  const {client, run, signal} = stage([], () => ({body: bundle([], {entry, total: 4})}));
  const answer = await run(readGoals(client, signal));
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.value.map(({id}) => id),
    ['a', 'b'],
  );
  assert.deepEqual(answer.value.gaps, [{reason: 'quarantined', what: 'Goal', count: 2}]);
});

test('what an OperationOutcome inside the list says is missing is a gap', async () => {
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [{severity: 'warning', code: 'suppressed', details: {coding: [{code: '4119'}]}}],
  };
  const {client, run, signal} = stage([], () => ({
    body: bundle([], {
      entry: [{resource: goal('a')}, {resource: outcome, search: {mode: 'outcome'}}],
      total: 1,
    }),
  }));
  const answer = await run(readGoals(client, signal));
  assert.deepEqual(answer.ok && answer.value.gaps, [{reason: 'scope', what: 'Goal'}]);
});

test('every page is read', async () => {
  const {client, run, signal, transport} = stage([], ({path}) => {
    const next = [{relation: 'next', url: `${base}Goal?page=2`}];
    const self = [{relation: 'self', url: `${base}Goal?patient=${patientId}`}];
    const isSecond = path.includes('page=2');
    const body = bundle([goal(isSecond ? 'b' : 'a')], {total: 2, link: isSecond ? self : [...self, ...next]});
    return {body};
  });
  const answer = await run(readGoals(client, signal));
  assert.deepEqual(answer.ok && answer.value.value.map(({id}) => id), ['a', 'b']);
  assert.equal(transport.requests.length, 2);
});

test('a server that refuses _count is asked without it, and only once', async () => {
  const {client, run, signal, transport} = stage([goal('a')], (_, params) =>
    params?.has('_count') ? {status: 400} : null,
  );
  for (let time = 0; time < 2; time += 1) assert.ok((await run(readGoals(client, signal))).ok);
  const shapes = asked(transport.requests).filter((line) => line === 'Goal _count=100').length;
  // By POST and by GET: what a server refuses by POST may be the POST.
  assert.equal(shapes, 2);
});

test('no goals is an empty list without gaps', async () => {
  const {client, run, signal} = stage([], () => ({
    body: {resourceType: 'Bundle', type: 'searchset', total: 0},
  }));
  const answer = await run(readGoals(client, signal));
  assert.deepEqual(answer.ok && [answer.value.value, answer.value.gaps], [[], []]);
});

test('a list that may not be read is a problem, never an empty list', async () => {
  const {client, run, signal} = stage([], () => ({status: 403}));
  const answer = await run(readGoals(client, signal));
  assert.deepEqual(!answer.ok && answer.error, {kind: 'forbidden', what: 'Goal'});
});

test('goals that came along with others are not goals of the list', async () => {
  const {client, run, signal} = stage([], () => ({body: searchset([goal('a')], 'Goal', [goal('b')])}));
  const answer = await run(readGoals(client, signal));
  assert.deepEqual(answer.ok && answer.value.value.map(({id}) => id), ['a']);
});
