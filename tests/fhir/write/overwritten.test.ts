import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Goal as FhirGoal} from 'fhir/r4';
import {MemoryServer, type ServerHabits} from './memory-server.ts';
import {goalText, inWords, nurse, participantText, teamText, TestPanel, uuid} from './two-panels.ts';

/** A server that does not heed If-Match, and a panel that has seen the goal. */
function careless(habits: Partial<ServerHabits> = {}) {
  const server = new MemoryServer({locking: false, ...habits});
  server.seed(goalText('g1'));
  server.seed(teamText('t1', participantText('Ana')));
  const panel = new TestPanel(server.transport());
  panel.look(server);
  const goal = panel.goals.get('g1');
  assert.ok(goal);
  return {server, panel, goal, now: () => server.current('Goal/g1') as unknown as FhirGoal};
}

const notes = (
  answer: {ok: true; value: {notes: readonly {kind: string}[]}} | {ok: false; error: {kind: string}},
) => (answer.ok ? answer.value.notes.map(({kind}) => kind) : answer.error.kind);

test('what a careless server let us overwrite is put back, beside ours, and both are told (conformance 51)', async () => {
  const {server, panel, goal, now} = careless();
  server.beforePut = () => server.change('Goal/g1', {lifecycleStatus: 'on-hold'});
  const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
  assert.deepEqual(notes(answer), ['merged', 'no-locking']);
  assert.deepEqual([now().lifecycleStatus, now().description.text], ['on-hold', 'Danser']);
});

test('the same field: theirs is put back, and both are shown', async () => {
  const {server, panel, goal, now} = careless();
  server.beforePut = () => server.change('Goal/g1', {description: {text: 'Nager'}});
  const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
  assert.ok(!answer.ok && answer.error.kind === 'conflict');
  assert.equal(answer.error.conflict.theirs.words.text, 'Nager');
  assert.equal(answer.error.conflict.mine.words?.text, 'Danser');
  assert.equal(now().description.text, 'Nager');
});

test('a member whom a colleague added at the same moment stays', async () => {
  const {server, panel} = careless();
  const team = server.current('CareTeam/t1') as {participant?: unknown[]};
  server.beforePut = () =>
    server.change('CareTeam/t1', {
      participant: [...(team.participant ?? []), JSON.parse(participantText('Léa')) as unknown],
    });
  const answer = await panel.writer.addMember('t1', nurse('Zoé'), uuid(1));
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.value.map(({name}) => name),
    ['Ana', 'Léa', 'Zoé'],
  );
});

test('our own write, sent twice by the browser, overwrote nobody', async () => {
  const {server, panel, goal} = careless();
  server.writeFaults = ['resent'];
  assert.deepEqual(notes(await panel.writer.changeGoal(goal, inWords('Danser'))), ['no-locking']);
  assert.equal(server.applied.length, 2);
});

test('where no earlier version can be read, it is told that nothing guards', async () => {
  const {server, panel, goal} = careless({history: 'refused'});
  server.beforePut = () => server.change('Goal/g1', {lifecycleStatus: 'on-hold'});
  assert.deepEqual(notes(await panel.writer.changeGoal(goal, inWords('Danser'))), ['no-locking']);
});

test('a server whose versions do not count by one overwrote nobody: nothing is told', async () => {
  const {server, panel, goal} = careless({history: false});
  server.beforePut = () => server.change('Goal/g1', {});
  assert.deepEqual(notes(await panel.writer.changeGoal(goal, inWords('Danser'))), []);
});

test('a server that gives no version, or always the same one, is told to guard nothing', async () => {
  for (const habits of [{versions: false}, {versions: 'same' as const}]) {
    const {panel, goal, now} = careless(habits);
    assert.deepEqual(notes(await panel.writer.changeGoal(goal, inWords('Danser'))), ['no-locking']);
    assert.equal(now().description.text, 'Danser');
  }
});

test('a careful server costs no request more: read, write, read', async () => {
  const {server, panel, goal} = careless({locking: true});
  assert.deepEqual(notes(await panel.writer.changeGoal(goal, inWords('Danser'))), []);
  assert.deepEqual(
    server.requests.map(({method, path}) => `${method} ${path}`),
    ['GET Goal/g1', 'PUT Goal/g1', 'GET Goal/g1'],
  );
});

test('nothing is put back over what somebody wrote on top of ours', async () => {
  const {server, panel, goal, now} = careless();
  server.beforePut = () => server.change('Goal/g1', {lifecycleStatus: 'on-hold'});
  server.turn = () => {
    if (server.applied.length === 2) server.change('Goal/g1', {statusReason: 'vacances'});
    return Promise.resolve();
  };
  const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
  assert.deepEqual(notes(answer), ['no-locking']);
  assert.deepEqual([now().statusReason, now().description.text], ['vacances', 'Danser']);
});
