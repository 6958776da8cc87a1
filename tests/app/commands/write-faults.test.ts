import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addAction} from '../../../src/app/commands/add-action.ts';
import {changeAction} from '../../../src/app/commands/change-action.ts';
import {keepDraft} from '../../../src/app/commands/drafts.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import type {Problem} from '../../../src/domain/problem.ts';
import {mapActivities, mapTask} from '../../../src/fhir/map-action.ts';
import {TransportError, type Transport, type TransportResponse} from '../../../src/fhir/transport.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

// What can go wrong with one write of an action, cell by cell: what is said is true, what was typed is kept until the
// record has it, and the record holds it at most once.

type Fault = (answer: () => Promise<TransportResponse>) => Promise<TransportResponse>;

const answered = (status: number, text = ''): TransportResponse => ({status, text, header: () => null});
const outcome = (text: string, expression = 'Task.description'): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{severity: 'error', code: 'invalid', details: {text}, expression: [expression]}],
  });

interface Cell {
  readonly name: string;
  readonly fault: Fault;
  /** What becomes of it: saved, or the kind of problem that is told. */
  readonly told: 'saved' | Problem['kind'];
  /** Whether the record has it in the end. */
  readonly stands: boolean;
}

const refused =
  (status: number, text?: string): Fault =>
  () =>
    Promise.resolve(answered(status, text));

const lost = async (): Promise<never> => {
  throw new TransportError('network');
};

const cells: readonly Cell[] = [
  {name: 'the answer is lost after the write', fault: (go) => go().then(lost), told: 'saved', stands: true},
  {
    name: 'a login page with 200 after the write',
    fault: (go) => go().then(() => answered(200, '<!doctype html>')),
    told: 'saved',
    stands: true,
  },
  {
    name: 'an empty answer after the write',
    fault: (go) => go().then(() => answered(200)),
    told: 'saved',
    stands: true,
  },
  {
    name: 'an OperationOutcome with 200 after the write',
    fault: (go) => go().then(() => answered(200, outcome('kept with a warning'))),
    told: 'saved',
    stands: true,
  },
  {
    name: '502 after the write',
    fault: (go) => go().then(() => answered(502, '<html>')),
    told: 'saved',
    stands: true,
  },
  {name: 'the browser sends it twice', fault: (go) => go().then(go), told: 'saved', stands: true},
  {name: 'the connection is lost before the write', fault: lost, told: 'offline', stands: false},
  {name: '500 before the write', fault: refused(500), told: 'server', stands: false},
  {name: '503', fault: refused(503), told: 'busy', stands: false},
  {name: '429', fault: refused(429), told: 'busy', stands: false},
  {name: '401 that no refresh cures', fault: refused(401), told: 'signed-out', stands: false},
  {name: '403', fault: refused(403), told: 'forbidden', stands: false},
  {name: '400', fault: refused(400, outcome('Not like this.')), told: 'rejected', stands: false},
  {name: '422', fault: refused(422, outcome('The date lies in the past.')), told: 'rejected', stands: false},
  {name: '405', fault: refused(405), told: 'unsupported', stands: false},
];

const plan =
  '{"resourceType":"CarePlan","id":"c1","meta":{"versionId":"1"},"status":"active","intent":"plan",' +
  '"subject":{"reference":"Patient/p1"},"activity":[{"id":"a1","detail":{"description":"Appeler","status":"not-started"}}]}';
const task =
  '{"resourceType":"Task","id":"t1","meta":{"versionId":"1"},"status":"requested","intent":"plan","description":"Appeler",' +
  '"for":{"reference":"Patient/p1"}}';

/** A chart with one action; `faulty` plays its fault on every write until it is mended. */
function opened(
  tasks: boolean,
  fault: Fault,
): {server: MemoryServer; stage: RecordStage; mend(): void; writes(): number} {
  const server = new MemoryServer({conditionalCreate: false});
  server.seed(plan);
  if (tasks) server.seed(task);
  const real = server.transport();
  let broken = true;
  let writes = 0;
  const transport: Transport = {
    request(request) {
      const isWrite =
        request.method === 'PUT' || (request.method === 'POST' && !request.path.endsWith('_search'));
      if (isWrite) writes += 1;
      return broken && isWrite ? fault(() => real.request(request)) : real.request(request);
    },
  };
  const stage = recordStage({transport});
  const no = {allowed: false, why: 'server'} as const;
  const json = server.current('CarePlan/c1');
  const value = [
    ...mapActivities(json as never, 'America/Toronto', null),
    ...server.all('Task').flatMap((one) => mapTask(one, 'America/Toronto')?.action ?? []),
  ];
  stage.session.update((state) => ({
    ...state,
    abilities: eachAbility((_act, type) => (type === 'Task' && !tasks ? no : {allowed: true})),
    plan: {
      status: 'ready',
      gaps: [],
      asOf: '',
      value: {otherActivePlans: 0, plan: {id: 'c1', goalIds: []}},
    } as unknown as PanelState['plan'],
    later: {actions: {status: 'ready', value, gaps: [], asOf: ''}},
  }));
  const source = () => ({json: server.current('CarePlan/c1'), base: null});
  (stage.desk as {planRead: unknown}).planRead = () => Promise.resolve({source: source()});
  return {server, stage, mend: () => (broken = false), writes: () => writes};
}

/** How many actions with these words stand on the server. */
function standing(server: MemoryServer, words: string): number {
  const activities = mapActivities(server.current('CarePlan/c1') as never, 'America/Toronto', null);
  const tasks = server.all('Task').flatMap((one) => mapTask(one, 'America/Toronto')?.action ?? []);
  return [...activities, ...tasks].filter(
    ({what, state}) => what.text === words && state !== 'entered-in-error',
  ).length;
}

function check(stage: RecordStage, key: string, {told, stands}: Cell, typed: object): void {
  const save = stage.save(key);
  if (told === 'saved') {
    assert.equal(save?.status, 'saved');
    assert.equal(stage.state().drafts[key], undefined);
    return;
  }
  assert.ok(save?.status === 'failed', JSON.stringify(save));
  assert.equal(save.problem.kind, told);
  assert.equal(stands, false);
  assert.deepEqual(stage.state().drafts[key], typed, 'what was typed is kept');
}

for (const tasks of [true, false]) {
  const where = tasks ? 'as a Task' : 'in the plan';
  for (const cell of cells) {
    test(`adding an action ${where}: ${cell.name}`, async () => {
      const {server, stage, mend, writes} = opened(tasks, cell.fault);
      const words = 'Remplir le formulaire';
      const typed = {what: words};
      keepDraft(stage.session, 'action:new', typed);
      await addAction(stage.session, {what: {text: words, lang: 'fr'}}, 'fr-CA');
      check(stage, 'action:new', cell, typed);
      assert.equal(standing(server, words), cell.stands ? 1 : 0);
      if (cell.told === 'saved') return;
      // What the record refuses is not sent over and over.
      assert.ok(writes() <= 2, `${writes()} attempts`);
      if (['signed-out', 'forbidden', 'unsupported'].includes(cell.told)) return;
      mend();
      await addAction(stage.session, {what: {text: words, lang: 'fr'}}, 'fr-CA');
      assert.equal(stage.save('action:new')?.status, 'saved');
      assert.equal(standing(server, words), 1);
    });

    test(`changing an action ${where}: ${cell.name}`, async () => {
      const {server, stage, mend} = opened(tasks, cell.fault);
      const key = tasks ? 'task:t1' : 'activity:c1:a1';
      const typed = {what: 'Écrire'};
      const {actions} = stage.state().later;
      assert.ok(actions?.status === 'ready');
      keepDraft(
        stage.session,
        `action:${key}`,
        typed,
        actions.value.find((one) => one.key === key),
      );
      const change = {what: {text: 'Écrire', lang: 'fr'}, due: '2026-12-01'};
      await changeAction(stage.session, key, change, 'fr-CA');
      check(stage, `action:${key}`, cell, typed);
      assert.equal(standing(server, 'Écrire'), cell.stands ? 1 : 0);
      if (cell.told === 'saved' || ['signed-out', 'unsupported'].includes(cell.told)) return;
      mend();
      await changeAction(stage.session, key, change, 'fr-CA');
      assert.equal(stage.save(`action:${key}`)?.status, 'saved');
      assert.equal(standing(server, 'Écrire'), 1);
    });
  }

  test(`a change ${where} is refused with 412 though nobody else wrote: one repetition at most, nothing twice`, async () => {
    let first = true;
    const {server, stage} = opened(tasks, (go) => {
      if (!first) return go();
      first = false;
      return Promise.resolve(answered(412));
    });
    const key = tasks ? 'task:t1' : 'activity:c1:a1';
    await changeAction(stage.session, key, {state: 'completed'}, 'fr-CA');
    const save = stage.save(`action:${key}`);
    assert.ok(save?.status === 'saved' || (save?.status === 'failed' && save.problem.kind === 'conflict'));
    assert.equal(server.applied.length, save.status === 'saved' ? 1 : 0);
  });

  test(`an action that was removed ${where} meanwhile is said to be gone, and what was typed is kept`, async () => {
    const {server, stage} = opened(tasks, (go) => go());
    const key = tasks ? 'task:t1' : 'activity:c1:a1';
    const typed = {what: 'Écrire'};
    keepDraft(stage.session, `action:${key}`, typed);
    if (tasks) server.versions.delete('Task/t1');
    else server.change('CarePlan/c1', {activity: undefined});
    await changeAction(stage.session, key, {what: {text: 'Écrire', lang: 'fr'}}, 'fr-CA');
    const save = stage.save(`action:${key}`);
    assert.ok(save?.status === 'failed');
    assert.equal(save.problem.kind, 'not-found');
    assert.deepEqual(stage.state().drafts[`action:${key}`], typed);
  });
}

test('the words of the record are kept with the problem, for the field that they concern', async () => {
  const {stage} = opened(
    true,
    refused(422, outcome('The date lies in the past.', 'Task.restriction.period.end')),
  );
  await changeAction(stage.session, 'task:t1', {due: '2020-01-01'}, 'en-CA');
  const save = stage.save('action:task:t1');
  assert.ok(save?.status === 'failed' && save.problem.kind === 'rejected');
  assert.deepEqual(save.problem.issues[0]?.expressions, ['Task.restriction.period.end']);
  assert.equal(save.problem.issues[0]?.text, 'The date lies in the past.');
});
