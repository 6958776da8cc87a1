import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addRecord} from '../../../src/app/commands/add-record.ts';
import {keepDraft} from '../../../src/app/commands/drafts.ts';
import {saveRecord, settle} from '../../../src/app/commands/save-record.ts';
import type {LaterState} from '../../../src/app/later-state.ts';
import type {PanelState, Section} from '../../../src/app/state.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {
  recordStage,
  taskRules,
  taskText,
  type RecordStage,
  type TestTask,
  type TestTaskChange,
} from './record-stage.ts';

const key = 'task:k1';
const seen: TestTask = {id: 'k1', words: 'Appeler', due: null, state: 'requested'};

function serverWithTask(): MemoryServer {
  const server = new MemoryServer();
  server.seed(taskText('k1'));
  return server;
}

/** A later section that only these tests have. */
type WithTask = LaterState & {readonly testTask?: Section<TestTask>};

/** Puts the task where a later section would have it. */
const put = (state: PanelState, value: TestTask): PanelState => {
  const later: WithTask = {...state.later, testTask: {status: 'ready', value, gaps: [], asOf: ''}};
  return {...state, later};
};

function change(stage: RecordStage, wanted: TestTaskChange, base: TestTask = seen): Promise<void> {
  const rules = () => taskRules;
  return saveRecord(stage.session, {key, act: 'updateTask', base, change: wanted, rules, apply: put});
}

function shown(stage: RecordStage): TestTask {
  const section = (stage.state().later as WithTask).testTask;
  assert.equal(section?.status, 'ready');
  return section.value;
}

test('any record is changed by its fields; the state holds what the server confirmed, and the draft goes', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  keepDraft(stage.session, key, {words: 'Appeler lundi'}, seen);
  await change(stage, {words: 'Appeler lundi'});
  assert.equal(stage.save(key)?.status, 'saved');
  assert.equal(shown(stage).words, 'Appeler lundi');
  assert.deepEqual(stage.state().drafts, {});
  assert.equal(server.current('Task/k1')['description'], 'Appeler lundi');
});

test('different fields of two people stand side by side, and it is said (conformance 50)', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  server.change('Task/k1', {status: 'in-progress'});
  await change(stage, {words: 'Appeler lundi'});
  const save = stage.save(key);
  assert.equal(save?.status, 'saved');
  assert.deepEqual(save.notes, [{kind: 'merged', fields: ['state']}]);
  assert.deepEqual(shown(stage), {...seen, words: 'Appeler lundi', state: 'in-progress'});
});

test('what was read anew while somebody typed does not hide that a colleague changed the same field', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  keepDraft(stage.session, key, {words: 'Appeler lundi'}, seen);
  server.change('Task/k1', {description: 'Appeler mardi'});
  // A refresh brought the newer version: the form now passes it as its base.
  await change(stage, {words: 'Appeler lundi'}, {...seen, words: 'Appeler mardi'});
  assert.equal(stage.save(key)?.status, 'conflict');
  assert.equal(server.current('Task/k1')['description'], 'Appeler mardi');
});

test('the same field: both versions, when theirs was written, nothing sent, what was typed kept', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  keepDraft(stage.session, key, {words: 'Appeler lundi', state: 'accepted'}, seen);
  server.change('Task/k1', {description: 'Appeler mardi'});
  await change(stage, {words: 'Appeler lundi', state: 'accepted'});
  assert.deepEqual(stage.save(key), {
    status: 'conflict',
    conflict: {
      what: 'fields',
      resource: 'Task',
      fields: [{name: 'words', base: 'Appeler', mine: 'Appeler lundi', theirs: 'Appeler mardi'}],
      theirsAt: '2026-11-22T00:00:00.000Z',
      theirsBy: null,
    },
  });
  assert.equal(server.requests.filter(({method}) => method === 'PUT').length, 0);
  assert.equal(shown(stage).words, 'Appeler mardi');
  assert.deepEqual(stage.state().drafts[key], {words: 'Appeler lundi', state: 'accepted'});
});

const settled: readonly (readonly [string, Parameters<typeof settle>[2], string, string])[] = [
  ['mine', {words: 'mine'}, 'Appeler lundi', 'accepted'],
  ['theirs, beside the field that only I changed', {words: 'theirs'}, 'Appeler mardi', 'accepted'],
  ['another wording', {words: {other: 'Appeler mercredi'}}, 'Appeler mercredi', 'accepted'],
];
for (const [name, choices, words, status] of settled) {
  test(`a conflict is settled with ${name}`, async () => {
    const server = serverWithTask();
    const stage = recordStage({transport: server.transport()});
    keepDraft(stage.session, key, {words: 'Appeler lundi', state: 'accepted'}, seen);
    server.change('Task/k1', {description: 'Appeler mardi'});
    await change(stage, {words: 'Appeler lundi', state: 'accepted'});
    await settle(stage.session, key, choices);
    assert.equal(stage.save(key)?.status, 'saved');
    const {description, status: state} = server.current('Task/k1');
    assert.deepEqual([description, state], [words, status]);
    assert.deepEqual(stage.state().drafts, {});
  });
}

test('theirs and nothing else of mine: nothing is sent, and what was typed goes', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  keepDraft(stage.session, key, {words: 'Appeler lundi'}, seen);
  server.change('Task/k1', {description: 'Appeler mardi'});
  await change(stage, {words: 'Appeler lundi'});
  await settle(stage.session, key, {words: 'theirs'});
  assert.equal(stage.save(key), undefined);
  assert.deepEqual(stage.state().drafts, {});
  assert.equal(server.current('Task/k1')['description'], 'Appeler mardi');
  await settle(stage.session, key, {words: 'mine'});
  assert.equal(
    server.current('Task/k1')['description'],
    'Appeler mardi',
    'a second click finds nothing to do',
  );
});

test('a third change while somebody chooses is a new conflict, not an overwriting', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  server.change('Task/k1', {description: 'Appeler mardi'});
  await change(stage, {words: 'Appeler lundi'});
  server.change('Task/k1', {description: 'Appeler jeudi'});
  await settle(stage.session, key, {words: 'mine'});
  const save = stage.save(key);
  assert.ok(save?.status === 'conflict' && save.conflict.what === 'fields');
  assert.deepEqual(
    save.conflict.fields.map(({base, theirs}) => [base, theirs]),
    [['Appeler mardi', 'Appeler jeudi']],
  );
  await settle(stage.session, key, {words: 'mine'});
  assert.equal(server.current('Task/k1')['description'], 'Appeler lundi');
});

function add(stage: RecordStage, words: string): Promise<void> {
  return addRecord(stage.session, {
    present: () => [],
    key: 'task:new',
    act: 'createTask',
    change: {words},
    blank: () => ({
      resourceType: 'Task',
      status: 'requested',
      intent: 'plan',
      for: {reference: 'Patient/p1'},
    }),
    rules: () => taskRules,
    looksLikeOurs: () => false,
    apply: put,
  });
}

test('any record is created once: two clicks, a lost answer, and other words at the second attempt', async () => {
  const server = new MemoryServer();
  const stage = recordStage({transport: server.transport()});
  await Promise.all([add(stage, 'Appeler'), add(stage, 'Appeler')]);
  assert.equal(stage.save('task:new')?.status, 'saved');
  assert.equal(server.all('Task').length, 1);

  // Done on the server, and every look at it fails: nobody knows.
  server.writeFaults = ['lost-after'];
  server.readFaults = Array.from({length: 60}, () => 'server' as const);
  await add(stage, 'Écrire');
  const save = stage.save('task:new');
  assert.ok(save?.status === 'failed' && save.problem.kind === 'unclear', JSON.stringify(save));
  server.readFaults = [];
  await add(stage, 'Écrire à la clinique');
  assert.equal(stage.save('task:new')?.status, 'saved');
  assert.deepEqual(
    server.all('Task').map(({description}) => description),
    ['Appeler', 'Écrire à la clinique'],
  );
});

test('what the server left out is told', async () => {
  const server = new MemoryServer({drops: ['description']});
  const stage = recordStage({transport: server.transport()});
  await add(stage, 'Appeler');
  const save = stage.save('task:new');
  assert.ok(save?.status === 'saved');
  assert.deepEqual(save.notes, [{kind: 'dropped', fields: ['words']}]);
});

test('what the host keeps back is not sent; what was typed stays, and the save says why', async () => {
  const server = serverWithTask();
  const stage = recordStage({transport: server.transport()});
  const asked: unknown[] = [];
  const mayWrite = (...about: unknown[]): boolean => asked.push(about) === 0;
  const held: RecordStage = {...stage, session: {...stage.session, mayWrite}};
  keepDraft(held.session, key, {words: 'Appeler lundi'}, seen);
  await change(held, {words: 'Appeler lundi'});
  assert.deepEqual(asked, [[key, 'p1']]);
  assert.deepEqual(stage.save(key), {
    status: 'failed',
    problem: {kind: 'unsupported', what: 'Task', why: 'site'},
  });
  assert.deepEqual(stage.state().drafts, {[key]: {words: 'Appeler lundi'}});
  assert.equal(server.current('Task/k1')['description'], 'Appeler');
});
