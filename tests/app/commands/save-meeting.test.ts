import assert from 'node:assert/strict';
import {test} from 'node:test';
import {discard, keepDraft} from '../../../src/app/commands/drafts.ts';
import {saveMeeting} from '../../../src/app/commands/save-meeting.ts';
import {settle} from '../../../src/app/commands/save-record.ts';
import {planDetailsOf} from '../../../src/app/later/plan-details.ts';
import type {PlanDetails} from '../../../src/domain/plan-detail.ts';
import {err, ok} from '../../../src/domain/result.ts';
import {choosePlan} from '../../../src/fhir/choose-plan.ts';
import {mapCarePlan} from '../../../src/fhir/map-care-plan.ts';
import {mapGoal} from '../../../src/fhir/map-goal.ts';
import {ChartWriter} from '../../../src/fhir/write/chart-writer.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {base, today} from '../../fhir/write/two-panels.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const zone = 'America/Toronto';
const key = 'plan:meeting';
const labels = {present: 'Present:', excused: 'Excused:', first: 'First:'};
const draft = {
  matters: 'Staying at home',
  goal1: 'Walk to the market',
  what1: 'Call the pharmacy',
  due1: '2026-12-05',
  signs: 'Short of breath',
  nextReview: '2027-05-21',
  'here.Line Fictive': 'here',
};
const isp = JSON.stringify({
  resourceType: 'CarePlan',
  id: 'isp',
  meta: {versionId: '1'},
  status: 'active',
  intent: 'plan',
  title: 'Individualized services plan',
  subject: {reference: 'Patient/p1'},
});

/** A meeting with one nurse at the server; the plans are read as they stand there. */
function meeting(server: MemoryServer): RecordStage {
  const transport = server.transport();
  const stage = recordStage({transport});
  const writer = new ChartWriter({
    port: stage.desk.client,
    person: {patientId: 'p1', base},
    user: 'Practitioner/n1',
    today: () => today,
    tried: new Set(),
    toGoal: mapGoal,
    toMembers: () => [],
  });
  Object.assign(stage.session.chart, {
    addGoal: async (...[change, uuid]: Parameters<typeof stage.session.chart.addGoal>) => {
      const saved = await writer.addGoal(change, uuid, details(stage).plan?.id ?? null);
      if (saved.ok) return ok({value: saved.value.value, notes: saved.value.notes});
      return saved.error.kind === 'problem'
        ? err(saved.error)
        : err({kind: 'problem', problem: {kind: 'bug'}});
    },
  });
  look(stage, server);
  return stage;
}

/** Reads the plans anew, as a refresh does. */
function look(stage: RecordStage, server: MemoryServer): void {
  const records = server.all('CarePlan').flatMap((json) => mapCarePlan(json) ?? []);
  const view = choosePlan(records);
  const source = records.find(({plan}) => plan === view.plan)?.source ?? null;
  const value = planDetailsOf({view: {value: view, gaps: [], asOf: ''}, records, source}, zone);
  const ready = {status: 'ready', gaps: [], asOf: ''} as const;
  stage.session.update((state) => ({
    ...state,
    plan: {...ready, value: view},
    goals: state.goals.status === 'ready' ? state.goals : {...ready, value: []},
    team: {...ready, value: {members: [], teamIds: []}},
    later: {...state.later, plan: {...ready, value}, actions: state.later.actions ?? {...ready, value: []}},
  }));
}

function details(stage: RecordStage): PlanDetails {
  const {plan} = stage.state().later;
  assert.equal(plan?.status, 'ready');
  return plan.value;
}

function type(stage: RecordStage, typed: Readonly<Record<string, string>> = draft): void {
  const {plan, crisis} = details(stage);
  keepDraft(stage.session, key, typed, {plan, crisis});
}

const save = (stage: RecordStage) => saveMeeting(stage.session, key, labels, 'en-CA');
const living = (server: MemoryServer, what: string) =>
  server.all(what).filter(({status, lifecycleStatus}) => (status ?? lifecycleStatus) !== 'entered-in-error');
const text = (value: unknown) => JSON.stringify(value);

test('nothing is sent before the end, and a meeting that is given up leaves the server unchanged', () => {
  const server = new MemoryServer();
  const stage = meeting(server);
  type(stage);
  discard(stage.session, key);
  assert.equal(server.requests.filter(({method}) => method !== 'GET').length, 0);
  assert.deepEqual(stage.state().drafts, {});
});

test('at the end everything stands on the server once: the plan, the goal in it, the action, the crisis plan', async () => {
  const server = new MemoryServer();
  const stage = meeting(server);
  type(stage);
  await save(stage);
  assert.equal(stage.save(key)?.status, 'saved');
  assert.deepEqual(stage.state().drafts, {});
  const plans = living(server, 'CarePlan');
  assert.equal(plans.length, 2);
  const plan = plans.find(({partOf}) => partOf === undefined);
  assert.equal(plan?.['status'], 'draft');
  assert.match(text(plan), /Staying at home/);
  assert.match(text(plan), /Present: Line Fictive/);
  assert.match(text(plan), /2027-05-21/);
  const [goal] = living(server, 'Goal');
  assert.match(text(plan), new RegExp(`Goal/${String(goal?.['id'])}`));
  assert.equal(living(server, 'Task').length, 1);
  assert.match(text(plans.find(({partOf}) => partOf !== undefined)), /Short of breath/);
});

for (const fault of ['lost-before', 'lost-after', 'error-before', 'error-after', 'resent', 'busy'] as const) {
  test(`after any number of ${fault} answers the rest goes on where it stopped, and nothing is made twice`, async () => {
    for (let at = 0; at < 6; at += 1) {
      const server = new MemoryServer();
      const stage = meeting(server);
      type(stage);
      server.writeFaults = [...Array.from({length: at}, () => 'none' as const), fault, fault, fault];
      for (let attempt = 0; attempt < 8 && stage.save(key)?.status !== 'saved'; attempt += 1) {
        await save(stage);
        if (stage.save(key)?.status === 'failed') {
          assert.equal(stage.state().drafts[key]?.['matters'], draft.matters, 'what was typed is kept');
        }
      }
      assert.equal(stage.save(key)?.status, 'saved', `fault at write ${at}`);
      const made = ['Goal', 'Task', 'CarePlan'].map((what) => living(server, what).length);
      assert.deepEqual(made, [1, 1, 2], `fault at write ${at}`);
    }
  });
}

test('what a colleague has changed since the meeting began is shown, even when it was read meanwhile', async () => {
  const server = new MemoryServer();
  server.seed(isp);
  const stage = meeting(server);
  type(stage);
  server.change('CarePlan/isp', {note: [{text: 'What matters to the person:\nSeeing my sister'}]});
  look(stage, server);
  await save(stage);
  assert.equal(stage.save(key)?.status, 'failed');
  assert.equal(stage.save('plan:meeting-plan')?.status, 'conflict');
  assert.match(text(server.current('CarePlan/isp')), /Seeing my sister/);
  await settle(stage.session, 'plan:meeting-plan', {matters: 'theirs'});
  keepDraft(stage.session, key, {...stage.state().drafts[key], 'done.plan': 'settled'});
  await save(stage);
  assert.equal(stage.save(key)?.status, 'saved');
  assert.match(text(server.current('CarePlan/isp')), /Seeing my sister/);
  assert.match(text(server.current('CarePlan/isp')), /2027-05-21/);
  assert.equal(living(server, 'Goal').length, 1);
});

test('when another patient comes onto the screen, what was confirmed is not made again on the return', async () => {
  const server = new MemoryServer();
  server.seed(isp);
  const stage = meeting(server);
  type(stage, {goal1: 'Walk', goal2: 'Sleep'});
  const {session} = stage;
  let open = true;
  const gone = recordStage({transport: server.transport()}).state();
  const leaving = {
    ...session,
    isOpen: () => open,
    state: () => (open ? session.state() : gone),
    chart: {
      ...session.chart,
      addGoal: (...args: Parameters<typeof session.chart.addGoal>) => {
        open = false;
        return session.chart.addGoal(...args);
      },
    },
  };
  await saveMeeting(leaving, key, labels, 'en-CA');
  assert.equal(living(server, 'Goal').length, 1);
  assert.ok(session.memory.drafts[key]?.['done.goal1']);
  await save(stage);
  assert.deepEqual(
    living(server, 'Goal').map((goal) => (goal['description'] as {text: string}).text),
    ['Walk', 'Sleep'],
  );
});
