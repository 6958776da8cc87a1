import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addAction} from '../../../src/app/commands/add-action.ts';
import {changeAction} from '../../../src/app/commands/change-action.ts';
import {keepDraft} from '../../../src/app/commands/drafts.ts';
import {settle} from '../../../src/app/commands/save-record.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import type {Action, ActionChange} from '../../../src/domain/action.ts';
import {mapActivities, mapTask} from '../../../src/fhir/map-action.ts';
import type {Transport} from '../../../src/fhir/transport.ts';
import {MemoryServer, type ServerHabits} from '../../fhir/write/memory-server.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const zone = 'America/Toronto';
const yes = {allowed: true} as const;
const no = {allowed: false, why: 'server'} as const;

const plan =
  '{"resourceType":"CarePlan","id":"c1","meta":{"versionId":"1","lastUpdated":"2026-11-01T00:00:00Z"},' +
  '"status":"active","intent":"plan","subject":{"reference":"Patient/p1"},"goal":[{"reference":"Goal/g1"}],' +
  '"activity":[{"detail":{"kind":"Task","description":"Appeler la pharmacie","status":"not-started",' +
  '"scheduledPeriod":{"end":"2026-11-20"},"performer":[{"reference":"Practitioner/n1","display":"Julie"}],' +
  '"quantity":{"value":1.10}}},{"id":"a2","detail":{"description":"Marcher","status":"in-progress"}}]}';

const task =
  '{"resourceType":"Task","id":"t1","meta":{"versionId":"1","lastUpdated":"2026-11-01T00:00:00Z"},' +
  '"basedOn":[{"reference":"CarePlan/c1"}],"status":"requested","intent":"order","description":"Call the pharmacy",' +
  '"for":{"reference":"Patient/p1"},"owner":{"reference":"Practitioner/n1","display":"Julie"},' +
  '"restriction":{"period":{"end":"2026-11-20"}},"input":[{"type":{"text":"x"},"valueDecimal":1.10}]}';

const wanted: ActionChange = {
  what: {text: 'Fill out the transport form', lang: 'en'},
  who: {kind: 'patient', reference: 'Patient/p1', name: 'Marguerite'},
  due: '2026-12-05',
  category: 'navigation',
  goalIds: ['g1'],
};

interface Opened {
  readonly server: MemoryServer;
  readonly stage: RecordStage;
  actions(): readonly Action[];
  action(words: string): Action;
  reread(): void;
}

/** A chart with a plan of two activities and one Task; `tasks: false` where the server has no Tasks. */
function opened(options: {tasks?: boolean; habits?: Partial<ServerHabits>; user?: string} = {}): Opened {
  const {tasks = true, habits = {}} = options;
  const server = new MemoryServer(habits);
  server.seed(plan);
  if (tasks) server.seed(task);
  return opening(server, tasks, options.user);
}

function opening(
  server: MemoryServer,
  tasks: boolean,
  user = 'Practitioner/n1',
  transport: Transport = server.transport(),
): Opened {
  const stage = recordStage({transport, user, ids: user === 'Practitioner/n1' ? 0 : 500});
  const read = (): readonly Action[] => [
    ...mapActivities(server.current('CarePlan/c1') as never, zone, null),
    ...server.all('Task').flatMap((one) => mapTask(one, zone)?.action ?? []),
  ];
  const reread = (): void => {
    stage.session.update((state) => ({
      ...state,
      plan: {
        status: 'ready',
        gaps: [],
        asOf: '',
        value: {otherActivePlans: 0, plan: {id: 'c1', goalIds: ['g1']}},
      } as unknown as PanelState['plan'],
      abilities: eachAbility((_act, type) => (type === 'Task' && !tasks ? no : yes)),
      later: {...state.later, actions: {status: 'ready', value: read(), gaps: [], asOf: ''}},
    }));
  };
  reread();
  const source = () => ({json: server.current('CarePlan/c1'), base: null});
  (stage.desk as {planRead: unknown}).planRead = () => Promise.resolve({source: source()});
  const actions = (): readonly Action[] => {
    const {later} = stage.state();
    assert.equal(later.actions?.status, 'ready');
    return later.actions.value;
  };
  const action = (words: string): Action => {
    const found = actions().find(({what}) => what.text.startsWith(words));
    assert.ok(
      found,
      `no action “${words}” among ${actions()
        .map(({what}) => what.text)
        .join(', ')}`,
    );
    return found;
  };
  return {server, stage, actions, action, reread};
}

const saved = (stage: RecordStage, key: string) => stage.save(key);

for (const tasks of [true, false]) {
  const where = tasks ? 'as a Task' : 'in the plan';

  test(`an action is added ${where}, with who, by when, its kind and its goal, and stands once`, async () => {
    const {server, stage, action, actions} = opened({tasks});
    const before = actions().length;
    await Promise.all([addAction(stage.session, wanted, 'en-CA'), addAction(stage.session, wanted, 'en-CA')]);
    assert.deepEqual(saved(stage, 'action:new'), {
      status: 'saved',
      at: '2026-11-22T15:00:00.000Z',
      notes: [],
    });
    const made = action('Fill out');
    const {what, who, due, category, goalIds} = made;
    assert.deepEqual({what, who, due, category, goalIds}, wanted);
    assert.equal(made.place.kind, tasks ? 'task' : 'activity');
    assert.equal(actions().length, before + 1);
    if (tasks) {
      const [made1] = server.all('Task').filter(({id}) => id !== 't1');
      assert.deepEqual(made1?.['basedOn'], [{reference: 'CarePlan/c1'}]);
      const activities = server.current('CarePlan/c1')['activity'] as {reference?: {reference: string}}[];
      assert.deepEqual(activities.at(-1), {reference: {reference: `Task/${made1?.id}`}});
    }
  });

  test(`an answer that is lost makes no second action ${where}, and the words changed meanwhile are kept`, async () => {
    for (const drops of [[], ['identifier']]) {
      const {server, stage, action, actions} = opened({tasks, habits: {drops, conditionalCreate: false}});
      const before = actions().length;
      server.writeFaults = ['lost-after'];
      server.readFaults = ['none', ...Array.from({length: 60}, () => 'lost' as const)];
      if (tasks) server.readFaults.shift();
      await addAction(stage.session, wanted, 'en-CA');
      assert.equal(saved(stage, 'action:new')?.status, 'failed');
      server.readFaults = [];
      const words = drops.length > 0 && tasks ? wanted.what : {text: 'Fill out the form today', lang: 'en'};
      await addAction(stage.session, {...wanted, what: words as {text: string; lang: string}}, 'en-CA');
      assert.equal(saved(stage, 'action:new')?.status, 'saved');
      assert.equal(action('Fill out').what.text, words?.text);
      assert.equal(actions().length, before + 1);
      const standing = tasks
        ? server.all('Task').filter(({status}) => status !== 'entered-in-error').length - 1
        : (server.current('CarePlan/c1')['activity'] as unknown[]).length - 2;
      assert.equal(standing, 1);
    }
  });

  const words = tasks ? 'Call the pharmacy' : 'Appeler';

  test(`one that stands ${where} is completed, and says on which day, whatever day it was due`, async () => {
    const {server, stage, action} = opened({tasks});
    const {key} = action(words);
    await changeAction(stage.session, key, {state: 'completed'}, 'fr-CA');
    assert.equal(saved(stage, `action:${key}`)?.status, 'saved');
    const done = action(words);
    assert.deepEqual(
      [done.state, done.doneOn, done.due, done.key],
      ['completed', '2026-11-22', '2026-11-20', key],
    );
    const text = server.versions.get(tasks ? 'Task/t1' : 'CarePlan/c1')?.at(-1) ?? '';
    assert.ok(text.includes('1.10'), 'the decimal is as it was');
  });

  test(`handing one over ${where} names another person and nothing else`, async () => {
    const {server, stage, action} = opened({tasks});
    const before = action(words);
    const who = {kind: 'practitioner', reference: 'Practitioner/sw', name: 'Awa'} as const;
    await changeAction(stage.session, before.key, {who}, 'en-CA');
    const after = action(words);
    assert.deepEqual(after.who, who);
    assert.deepEqual([after.due, after.state, after.what], [before.due, before.state, before.what]);
    assert.equal(server.applied.length, 1);
  });

  test(`giving one up ${where} says why`, async () => {
    const {stage, action} = opened({tasks});
    await changeAction(stage.session, action(words).key, {state: 'cancelled', reason: 'Not needed'}, 'en-CA');
    assert.deepEqual([action(words).state, action(words).reason], ['cancelled', 'Not needed']);
  });

  test(`every field of one ${where} can be taken away again`, async () => {
    const {stage, action} = opened({tasks});
    const {key} = action(words);
    const all = {category: 'coordination', goalIds: ['g1'], due: '2026-12-24'} as const;
    await changeAction(stage.session, key, all, 'en-CA');
    assert.deepEqual([action(words).category, action(words).goalIds], ['coordination', ['g1']]);
    await changeAction(stage.session, key, {category: null, goalIds: [], due: null, who: null}, 'en-CA');
    const {category, goalIds, due, who} = action(words);
    assert.deepEqual({category, goalIds, due, who}, {category: null, goalIds: [], due: null, who: null});
    assert.equal(saved(stage, `action:${key}`)?.status, 'saved');
  });

  test(`two people change different fields of one ${where}: both stand, and it is told`, async () => {
    const {server, stage, action} = opened({tasks});
    const other = opening(server, tasks, 'Practitioner/n2');
    const {key} = action(words);
    await changeAction(other.stage.session, other.action(words).key, {due: '2026-12-01'}, 'en-CA');
    await changeAction(stage.session, key, {category: 'self-management'}, 'en-CA');
    const save = saved(stage, `action:${key}`);
    assert.equal(save?.status, 'saved');
    assert.deepEqual(save.notes, [{kind: 'merged', fields: ['due']}]);
    assert.deepEqual([action(words).due, action(words).category], ['2026-12-01', 'self-management']);
  });

  test(`two people change the same field of one ${where}: nothing is chosen, then what was chosen is written`, async () => {
    const {server, stage, action} = opened({tasks});
    const other = opening(server, tasks, 'Practitioner/n2');
    const {key} = action(words);
    await changeAction(other.stage.session, other.action(words).key, {due: '2026-12-01'}, 'en-CA');
    const writes = server.applied.length;
    await changeAction(stage.session, key, {due: '2026-12-09'}, 'en-CA');
    const save = saved(stage, `action:${key}`);
    assert.equal(save?.status, 'conflict');
    assert.ok(save.conflict.what === 'fields');
    assert.equal(save.conflict.resource, tasks ? 'Task' : 'CarePlan');
    const clash = {name: 'due', base: '2026-11-20', mine: '2026-12-09', theirs: '2026-12-01'};
    assert.deepEqual(save.conflict.fields, [clash]);
    assert.equal(server.applied.length, writes);
    await settle(stage.session, `action:${key}`, {due: 'mine'});
    assert.equal(action(words).due, '2026-12-09');
    assert.equal(saved(stage, `action:${key}`)?.status, 'saved');
  });

  test(`what was typed before a refresh is merged against what was seen then, ${where}`, async () => {
    const {server, stage, action, reread} = opened({tasks});
    const other = opening(server, tasks, 'Practitioner/n2');
    const seen = action(words);
    keepDraft(stage.session, `action:${seen.key}`, {due: '2026-12-09'}, seen);
    await changeAction(other.stage.session, other.action(words).key, {due: '2026-12-01'}, 'en-CA');
    if (tasks) reread();
    await changeAction(stage.session, seen.key, {due: '2026-12-09'}, 'en-CA');
    assert.equal(saved(stage, `action:${seen.key}`)?.status, 'conflict');
    assert.deepEqual(stage.state().drafts[`action:${seen.key}`], {due: '2026-12-09'});
  });

  test(`one of another patient that stands under the same id is never written, ${where}`, async () => {
    const {server, stage, action} = opened({tasks});
    const {key} = action(words);
    const at = tasks ? {for: {reference: 'Patient/p2'}} : {subject: {reference: 'Patient/p2'}};
    server.change(tasks ? 'Task/t1' : 'CarePlan/c1', at);
    const writes = server.applied.length;
    await changeAction(stage.session, key, {state: 'completed'}, 'en-CA');
    assert.deepEqual(saved(stage, `action:${key}`), {
      status: 'failed',
      problem: {kind: 'other-patient', what: tasks ? 'Task' : 'CarePlan'},
    });
    assert.equal(server.applied.length, writes);
  });
}

test('an activity without an id keeps its key on the screen after a change, and is found again after a reading', async () => {
  const {server, stage, action} = opened({tasks: false});
  const {key} = action('Appeler');
  await changeAction(stage.session, key, {due: '2026-12-01'}, 'en-CA');
  await changeAction(stage.session, key, {what: {text: 'Écrire à la pharmacie', lang: 'fr'}}, 'fr-CA');
  assert.equal(action('Écrire').key, key);
  const [first] = server.current('CarePlan/c1')['activity'] as {id?: string}[];
  assert.match(first?.id ?? '', /^[0-9a-f-]{36}$/);
  assert.equal(server.applied.length, 2);
});

test('an activity that somebody took out of the plan is said to be gone, and the others stay as they are', async () => {
  const {server, stage, action} = opened({tasks: false});
  const {key} = action('Appeler');
  const [, second] = server.current('CarePlan/c1')['activity'] as unknown[];
  server.change('CarePlan/c1', {activity: [second]});
  await changeAction(stage.session, key, {state: 'completed'}, 'en-CA');
  assert.deepEqual(saved(stage, `action:${key}`), {
    status: 'failed',
    problem: {kind: 'not-found', what: 'CarePlan'},
  });
  assert.deepEqual(server.current('CarePlan/c1')['activity'], [second]);
});

test('an activity moves with its plan: another one put before it is not taken for it', async () => {
  const {server, stage, action} = opened({tasks: false});
  const {key} = action('Appeler');
  const activities = server.current('CarePlan/c1')['activity'] as unknown[];
  const before = {detail: {description: 'Autre chose', status: 'not-started'}};
  server.change('CarePlan/c1', {activity: [before, ...activities]});
  await changeAction(stage.session, key, {state: 'completed'}, 'en-CA');
  const [first, second] = server.current('CarePlan/c1')['activity'] as {detail: {status: string}}[];
  assert.deepEqual(first, before);
  assert.equal(second?.detail.status, 'completed');
});

test('a Task stands though the plan could not be made to name it, and that is told', async () => {
  const {server, stage, action} = opened();
  // What reverses the meaning of a plan may not be written beside.
  server.change('CarePlan/c1', {modifierExtension: [{url: 'urn:x', valueBoolean: true}]});
  await addAction(stage.session, wanted, 'en-CA');
  const save = saved(stage, 'action:new');
  assert.equal(save?.status, 'saved');
  assert.equal(save.notes[0]?.kind, 'not-linked-to-plan');
  assert.equal(action('Fill out').place.kind, 'task');
});

test('where neither Tasks nor the plan can be written nothing is sent', async () => {
  const {server, stage} = opened();
  stage.session.update((state) => ({...state, abilities: eachAbility(() => no)}));
  const requests = server.requests.length;
  await addAction(stage.session, wanted, 'en-CA');
  assert.deepEqual(saved(stage, 'action:new'), {
    status: 'failed',
    problem: {kind: 'unsupported', what: 'Task', why: 'server'},
  });
  assert.equal(server.requests.length, requests);
});

test('of two activities that say the same, the one that was seen is changed', async () => {
  const {server, stage, actions, reread} = opened({tasks: false});
  const twin = (due: string) => ({
    detail: {description: 'Appeler', status: 'not-started', scheduledPeriod: {end: due}},
  });
  server.change('CarePlan/c1', {activity: [twin('2026-12-01'), twin('2026-12-08')]});
  reread();
  const second = actions().find(({due}) => due === '2026-12-08');
  assert.ok(second);
  await changeAction(stage.session, second.key, {state: 'completed'}, 'fr-CA');
  assert.equal(saved(stage, `action:${second.key}`)?.status, 'saved');
  const states = (server.current('CarePlan/c1')['activity'] as {detail: {status: string}}[]).map(
    ({detail}) => detail.status,
  );
  assert.deepEqual(states, ['not-started', 'completed']);
});

test('a server that keeps no ids of activities holds an action once, however often it was tried', async () => {
  const server = new MemoryServer();
  server.seed(plan);
  const real = server.transport();
  const forgetful: Transport = {
    request(request) {
      if (request.method !== 'PUT') return real.request(request);
      const body = JSON.parse(request.body ?? '') as {activity?: {id?: string}[]};
      for (const activity of body.activity ?? []) delete activity.id;
      return real.request({...request, body: JSON.stringify(body)});
    },
  };
  const {stage, action} = opening(server, false, 'Practitioner/n1', forgetful);
  server.writeFaults = ['lost-after'];
  server.readFaults = ['none', ...Array.from({length: 60}, () => 'lost' as const)];
  await addAction(stage.session, wanted, 'en-CA');
  assert.equal(saved(stage, 'action:new')?.status, 'failed');
  server.readFaults = [];
  await addAction(stage.session, wanted, 'en-CA');
  assert.equal(saved(stage, 'action:new')?.status, 'saved');
  assert.equal((server.current('CarePlan/c1')['activity'] as unknown[]).length, 3);
  const {key} = action('Fill out');
  await changeAction(stage.session, key, {due: '2026-12-24'}, 'en-CA');
  assert.equal(saved(stage, `action:${key}`)?.status, 'saved');
  assert.equal(action('Fill out').due, '2026-12-24');
});

test('a Task that is taken up again no longer says when it was done', async () => {
  const {server, stage, action} = opened();
  const {key} = action('Call the pharmacy');
  await changeAction(stage.session, key, {state: 'completed'}, 'en-CA');
  assert.deepEqual(server.current('Task/t1')['executionPeriod'], {end: '2026-11-22'});
  await changeAction(stage.session, key, {state: 'requested'}, 'en-CA');
  assert.equal(server.current('Task/t1')['executionPeriod'], undefined);
  assert.equal(action('Call the pharmacy').doneOn, null);
});
