import assert from 'node:assert/strict';
import {it} from 'node:test';
import {exportPlan} from '../../src/fhir/export-plan.ts';
import {asked, stage, subject, type Resource} from './read-stage.ts';

const records: readonly Resource[] = [
  {resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', subject},
  {resourceType: 'CarePlan', id: 'diabetes', status: 'active', intent: 'plan', subject},
  {resourceType: 'Goal', id: 'g1', lifecycleStatus: 'active', description: {text: 'Dormir'}, subject},
  {resourceType: 'Goal', id: 'g9', lifecycleStatus: 'active', subject: {reference: 'Patient/p2'}},
  {resourceType: 'CareTeam', id: 'team', status: 'active', subject},
  {resourceType: 'Task', id: 't1', status: 'requested', intent: 'plan', for: subject},
  {resourceType: 'Task', id: 't2', status: 'requested', intent: 'order', for: subject},
];
const parts = {planId: 'plan', taskIds: ['t1']};

/** What an export of these records says: the ids in it, or why there is none. */
async function exported(
  resources: readonly Resource[],
  wanted = parts,
  status: Readonly<Record<string, number>> = {},
) {
  const {client, run, signal, transport} = stage(resources, (_request, params) => {
    const type = params && Object.keys(status).find((name) => _request.path.startsWith(name));
    return type ? {status: status[type] ?? 500} : null;
  });
  const answer = await run(exportPlan(client, wanted, signal));
  const types = asked(transport.requests).map((line) => line.split(' ')[0]);
  if (!answer.ok) return {problem: answer.error.kind, types};
  const bundle = JSON.parse(answer.value);
  const ids = bundle.entry.map(({resource}: {resource: Resource}) => resource.id);
  return {bundle, ids, types};
}

it('holds the plan, its actions, the goals and the team of the person, and nothing of anybody else', async () => {
  const {bundle, ids} = await exported(records);
  assert.deepEqual(ids, ['plan', 'g1', 't1', 'team']);
  assert.equal(bundle.resourceType, 'Bundle');
  assert.equal(bundle.type, 'collection');
  assert.match(bundle.timestamp, /^\d{4}-\d\d-\d\dT/u);
  assert.match(bundle.entry[0].fullUrl, /CarePlan\/plan$/u);
});

it('asks for no Tasks where none is an action of the plan', async () => {
  const {ids, types} = await exported(records, {...parts, taskIds: []});
  assert.deepEqual(ids, ['plan', 'g1', 'team']);
  assert.ok(!types.includes('Task'));
});

it('has no team where the server knows no CareTeam', async () => {
  const {ids} = await exported(records, parts, {CareTeam: 404});
  assert.deepEqual(ids, ['plan', 'g1', 't1']);
});

for (const [type, problem] of [
  ['CarePlan', 'forbidden'],
  ['Goal', 'forbidden'],
  ['Task', 'forbidden'],
  ['CareTeam', 'forbidden'],
] as const) {
  it(`is none when ${type} may not be read: no part passes for the whole`, async () => {
    assert.equal((await exported(records, parts, {[type]: 403})).problem, problem);
  });
}

it('is none when a part of it is not there any more', async () => {
  assert.equal((await exported(records, {...parts, taskIds: ['t1', 't7']})).problem, 'unreadable');
  assert.equal((await exported(records, {...parts, planId: 'other'})).problem, 'unreadable');
});

it('is none when a record cannot be read', async () => {
  const unreadable = {resourceType: 'Goal', id: 'g2', subject: {reference: 'urn:uuid:who'}};
  assert.equal((await exported([...records, unreadable])).problem, 'unreadable');
});
