import assert from 'node:assert/strict';
import {test} from 'node:test';
import {activatePlan, changeCrisisPlan, changePlan, createPlan} from '../../../src/app/commands/save-plan.ts';
import {settle} from '../../../src/app/commands/save-record.ts';
import {planDetailsOf} from '../../../src/app/later/plan-details.ts';
import type {PanelState} from '../../../src/app/state.ts';
import type {Action} from '../../../src/domain/action.ts';
import type {PlanDetails} from '../../../src/domain/plan-detail.ts';
import {choosePlan} from '../../../src/fhir/choose-plan.ts';
import {mapCarePlan} from '../../../src/fhir/map-care-plan.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {goal, member} from '../../elements/plan/plan-states.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const words = (text: string) => ({text, lang: 'fr-CA'});
const fr = 'fr-CA';
const zone = 'America/Toronto';
const isp = (more: object = {}) =>
  JSON.stringify({
    resourceType: 'CarePlan',
    id: 'isp',
    meta: {versionId: '1'},
    status: 'draft',
    intent: 'plan',
    title: 'Plan de services individualisé',
    subject: {reference: 'Patient/p1'},
    note: [{text: 'Ce qui compte pour la personne :\nRester chez moi'}],
    ...more,
  });

/** The stage with the plans of the server read, as the later section has them. */
function stageOn(server: MemoryServer, more: Partial<PanelState> = {}): RecordStage {
  const stage = recordStage({transport: server.transport()});
  const records = server.all('CarePlan').flatMap((json) => mapCarePlan(json) ?? []);
  const view = choosePlan(records);
  const source = records.find(({plan}) => plan === view.plan)?.source ?? null;
  const value = planDetailsOf({view: {value: view, gaps: [], asOf: ''}, records, source}, zone);
  stage.session.update((state) => ({
    ...state,
    plan: {status: 'ready', value: view, gaps: [], asOf: ''},
    goals: {status: 'ready', value: [goal('g1', 'Marcher'), goal('g2', 'Dormir')], gaps: [], asOf: ''},
    team: {status: 'ready', value: {members: [], teamIds: ['t1']}, gaps: [], asOf: ''},
    later: {plan: {status: 'ready', value, gaps: [], asOf: ''}},
    ...more,
  }));
  return stage;
}

function details(stage: RecordStage): PlanDetails {
  const {plan} = stage.state().later;
  assert.equal(plan?.status, 'ready');
  return plan.value;
}

const step: Action = {
  key: 'task:1',
  place: {kind: 'task', id: '1'},
  version: '1',
  what: words('Appeler'),
  who: {kind: 'text', reference: null, name: 'Rose'},
  due: '2026-12-05',
  category: null,
  state: 'requested',
  reason: null,
  goalIds: [],
  doneOn: null,
  isReview: false,
  readOnly: null,
};

test('a plan is made once, as a draft that lists the goals in their order and the team', async () => {
  const server = new MemoryServer();
  const stage = stageOn(server);
  const change = {matters: words('Rester chez moi'), nextReview: '2027-05-22'};
  server.writeFaults = ['resent'];
  await Promise.all([
    createPlan(stage.session, 'plan:start', change, fr),
    createPlan(stage.session, 'plan:start', change, fr),
  ]);
  assert.equal(stage.save('plan:start')?.status, 'saved');
  const made = server.all('CarePlan').filter(({status}) => status !== 'entered-in-error');
  assert.equal(made.length, 1);
  assert.equal(made[0]?.['status'], 'draft');
  assert.deepEqual(made[0]?.['goal'], [{reference: 'Goal/g1'}, {reference: 'Goal/g2'}]);
  assert.deepEqual(made[0]?.['careTeam'], [{reference: 'CareTeam/t1'}]);
  assert.deepEqual(details(stage).plan?.matters, words('Rester chez moi'));
  const {plan} = stage.state();
  assert.equal(plan.status === 'ready' && plan.value.plan?.whatMatters, 'Rester chez moi');
});

test('what matters is changed, and first paint’s own words follow', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const stage = stageOn(server);
  await changePlan(stage.session, 'plan:matters', {matters: words('Marcher au marché')}, fr);
  assert.equal(stage.save('plan:matters')?.status, 'saved');
  const {plan} = stage.state();
  assert.equal(plan.status === 'ready' && plan.value.plan?.whatMatters, 'Marcher au marché');
});

test('the same words changed by a colleague are shown and chosen, never taken over', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const stage = stageOn(server);
  server.change('CarePlan/isp', {note: [{text: 'Ce qui compte pour la personne :\nVoir ma sœur'}]});
  await changePlan(stage.session, 'plan:matters', {matters: words('Marcher')}, fr);
  const save = stage.save('plan:matters');
  assert.equal(save?.status, 'conflict');
  assert.ok(save.conflict.what === 'fields');
  assert.deepEqual(
    save.conflict.fields.map(({name}) => name),
    ['matters'],
  );
  assert.equal(details(stage).plan?.matters?.text, 'Voir ma sœur');
  await settle(stage.session, 'plan:matters', {matters: 'mine'});
  assert.equal(stage.save('plan:matters')?.status, 'saved');
  assert.equal(details(stage).plan?.matters?.text, 'Marcher');
});

test('who coordinates the plan is changed in one save, and taken back by another', async () => {
  const server = new MemoryServer();
  const former = {reference: 'Practitioner/a', display: 'A'};
  server.seed(isp({author: former, contributor: [former]}));
  const stage = stageOn(server);
  for (const author of [
    {reference: 'Practitioner/b', display: 'B'},
    {reference: null, display: 'Rose'},
    former,
  ]) {
    const before = server.applied.length;
    await changePlan(stage.session, 'plan:coordinator', {author}, fr);
    const save = stage.save('plan:coordinator');
    assert.ok(save?.status === 'saved');
    assert.deepEqual(save.notes, []);
    assert.equal(server.applied.length, before + 1);
    assert.deepEqual(details(stage).plan?.author, author);
  }
  assert.deepEqual(server.all('CarePlan')[0]?.['contributor'], [former]);
});

test('two who change the coordinator at once are shown both, and one is chosen: there are never two', async () => {
  const server = new MemoryServer();
  server.seed(isp({author: {reference: 'Practitioner/a', display: 'A'}}));
  const stage = stageOn(server);
  server.change('CarePlan/isp', {author: {reference: 'Practitioner/b', display: 'B'}});
  const before = server.applied.length;
  const mine = {reference: 'Practitioner/c', display: 'C'};
  await changePlan(stage.session, 'plan:coordinator', {author: mine}, fr);
  const save = stage.save('plan:coordinator');
  assert.ok(save?.status === 'conflict' && save.conflict.what === 'fields');
  assert.deepEqual(
    save.conflict.fields.map(({name, theirs}) => [name, theirs]),
    [['author', {reference: 'Practitioner/b', display: 'B'}]],
  );
  assert.equal(server.applied.length, before);
  await settle(stage.session, 'plan:coordinator', {author: 'mine'});
  assert.deepEqual(details(stage).plan?.author, mine);
  assert.deepEqual(server.all('CarePlan')[0]?.['author'], mine);
});

test('a conflict names who changed the words: by the note, or by the team that knows the address', async () => {
  for (const [author, name] of [
    [{authorReference: {reference: 'Practitioner/x', display: 'Line Fictive'}}, 'Line Fictive'],
    [{authorReference: {reference: 'Practitioner/luc'}}, 'Luc Inventé'],
    [{authorString: 'Rose'}, 'Rose'],
    [{authorReference: {reference: 'Practitioner/nobody'}}, null],
    [{}, null],
  ] as const) {
    const server = new MemoryServer();
    server.seed(isp());
    const luc = member('luc', 'Luc Inventé');
    const team = {status: 'ready', value: {members: [luc], teamIds: []}, gaps: [], asOf: ''} as const;
    const stage = stageOn(server, {team});
    server.change('CarePlan/isp', {
      note: [{text: 'Ce qui compte pour la personne :\nVoir ma sœur', ...author}],
    });
    await changePlan(stage.session, 'plan:matters', {matters: words('Marcher')}, fr);
    const save = stage.save('plan:matters');
    assert.ok(save?.status === 'conflict' && save.conflict.what === 'fields');
    assert.equal(save.conflict.theirsBy, name);
  }
});

test('strengths of one and needs of another stand side by side', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const stage = stageOn(server);
  server.change('CarePlan/isp', {note: [{text: 'Needs:\nA ride'}]});
  await changePlan(stage.session, 'plan:about', {strengths: words('Une sœur')}, fr);
  const save = stage.save('plan:about');
  assert.ok(save?.status === 'saved');
  assert.deepEqual(save.notes, [{kind: 'merged', fields: ['matters', 'needs']}]);
  assert.equal(details(stage).plan?.needs?.text, 'A ride');
});

test('without the person of its action the plan is not activated, nothing is sent, and the field is named', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const actions = {status: 'ready', value: [{...step, who: null}], gaps: [], asOf: ''} as const;
  const stage = stageOn(server);
  stage.session.update((state) => ({...state, later: {...state.later, actions}}));
  await activatePlan(stage.session, 'plan:activate', {nextReview: '2027-05-22', agreements: []}, fr);
  const save = stage.save('plan:activate');
  assert.ok(save?.status === 'failed' && save.problem.kind === 'rejected');
  assert.deepEqual(save.problem.issues[0]?.expressions, ['actionWho']);
  assert.equal(server.applied.length, 0);
  assert.equal(server.requests.length, 0);
});

test('with all four the plan is activated, with who agreed and how', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const actions = {status: 'ready', value: [step], gaps: [], asOf: ''} as const;
  const stage = stageOn(server);
  stage.session.update((state) => ({...state, later: {...state.later, actions}}));
  const agreements = [{name: 'Marguerite Exemple', way: 'verbal', date: '2026-11-22'}] as const;
  await activatePlan(stage.session, 'plan:activate', {nextReview: '2027-05-22', agreements}, fr);
  assert.equal(stage.save('plan:activate')?.status, 'saved');
  assert.equal(server.applied.length, 1);
  assert.equal(server.current('CarePlan/isp')['status'], 'active');
  assert.deepEqual(details(stage).plan?.agreements, agreements);
});

test('a plan is closed with its reason and its last day', async () => {
  const server = new MemoryServer();
  server.seed(isp({status: 'active', period: {start: '2026-04-22'}}));
  const stage = stageOn(server);
  await changePlan(
    stage.session,
    'plan:state',
    {status: 'completed', end: '2026-11-22', reason: words('Objectifs atteints')},
    fr,
  );
  const {plan} = details(stage);
  assert.deepEqual(
    [plan?.status, plan?.end, plan?.reason?.text],
    ['completed', '2026-11-22', 'Objectifs atteints'],
  );
});

test('the crisis plan is made once as part of the plan, then changed; the services plan stays what it is', async () => {
  const server = new MemoryServer();
  server.seed(isp({status: 'active'}));
  const stage = stageOn(server);
  await changeCrisisPlan(stage.session, 'plan:crisis', {signs: words('Lèvres bleues')}, fr);
  assert.equal(stage.save('plan:crisis')?.status, 'saved');
  await changeCrisisPlan(stage.session, 'plan:crisis', {call: words('Annie')}, fr);
  assert.equal(server.all('CarePlan').length, 2);
  const {crisis, plan} = details(stage);
  assert.deepEqual([crisis?.signs?.text, crisis?.call?.text, plan?.id], ['Lèvres bleues', 'Annie', 'isp']);
  const [made] = server.all('CarePlan').filter(({id}) => id !== 'isp');
  assert.deepEqual(made?.['partOf'], [{reference: 'CarePlan/isp'}]);
  // Read anew, it is found again and competes with nothing.
  const again = details(stageOn(server));
  assert.equal(again.crisis?.signs?.text, 'Lèvres bleues');
  assert.deepEqual(again.rivals, []);
  assert.equal(again.plan?.id, 'isp');
});

test('other active plans are there to be compared', () => {
  const server = new MemoryServer();
  server.seed(isp({status: 'active', period: {start: '2026-04-22'}}));
  server.seed(
    isp({id: 'isp2', status: 'active', period: {start: '2025-04-22'}, note: [{text: 'Needs: a ride'}]}),
  );
  const {plan, rivals} = details(stageOn(server));
  assert.equal(plan?.id, 'isp');
  assert.deepEqual(
    rivals.map(({id, needs}) => [id, needs?.text]),
    [['isp2', 'a ride']],
  );
});

test('a crisis plan that says nothing is not made', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const stage = stageOn(server);
  await changeCrisisPlan(stage.session, 'plan:crisis', {}, fr);
  await changeCrisisPlan(stage.session, 'plan:crisis', {signs: null}, fr);
  assert.equal(server.all('CarePlan').length, 1);
  assert.deepEqual(server.applied, []);
});
