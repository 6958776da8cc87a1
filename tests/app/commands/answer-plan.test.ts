import assert from 'node:assert/strict';
import {test} from 'node:test';
import {agreeToPlan} from '../../../src/app/commands/answer-plan.ts';
import {planDetailsOf} from '../../../src/app/later/plan-details.ts';
import {planAnswerView} from '../../../src/app/plan-answer.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import {roles} from '../../../src/domain/roles.ts';
import {choosePlan} from '../../../src/fhir/choose-plan.ts';
import {mapCarePlan} from '../../../src/fhir/map-care-plan.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {member} from '../../elements/plan/plan-states.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const agreedBy = (...lines: readonly string[]) => [{text: ['Agreed by:', ...lines].join('\n')}];
const isp = (more: object = {}): string =>
  JSON.stringify({
    resourceType: 'CarePlan',
    id: 'isp',
    meta: {versionId: '1'},
    status: 'active',
    intent: 'plan',
    title: 'Individualized services plan',
    subject: {reference: 'Patient/p1'},
    note: agreedBy('Marguerite Exemple — signed — 2026-04-22'),
    ...more,
  });
const physician = member('d1', 'Dre Anne Roy', {
  role: {coded: roles['family-physician'].coded, text: 'Family physician'},
});
const nurse = member('n1', 'Line Fictive', {slot: 'case-manager'});

function stageOn(server: MemoryServer, more: Partial<PanelState> = {}): RecordStage {
  const stage = recordStage({transport: server.transport(), user: 'Practitioner/d1'});
  const records = server.all('CarePlan').flatMap((json) => mapCarePlan(json) ?? []);
  const view = choosePlan(records);
  const source = records.find(({plan}) => plan === view.plan)?.source ?? null;
  const value = planDetailsOf({view: {value: view, gaps: [], asOf: ''}, records, source}, 'America/Toronto');
  stage.session.update((state) => ({
    ...state,
    plan: {status: 'ready', value: view, gaps: [], asOf: ''},
    team: {status: 'ready', value: {members: [nurse, physician], teamIds: ['t1']}, gaps: [], asOf: ''},
    later: {plan: {status: 'ready', value, gaps: [], asOf: ''}},
    ...more,
  }));
  return stage;
}

function lines(server: MemoryServer): readonly string[] {
  const [note] = server.current('CarePlan/isp')['note'] as {text: string}[];
  return note?.text.split('\n').slice(1) ?? [];
}

test('one click puts the agreement of the physician beside those of others', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const stage = stageOn(server);
  assert.equal(planAnswerView(stage.state())?.agreed, null);
  await agreeToPlan(stage.session, 'Dre Anne Roy', 'en-CA');
  assert.equal(stage.save('plan:answer')?.status, 'saved');
  assert.deepEqual(lines(server), ['Marguerite Exemple — signed — 2026-04-22', 'Dre Anne Roy — 2026-11-22']);
  assert.equal(planAnswerView(stage.state())?.agreed?.date, '2026-11-22');
  await agreeToPlan(stage.session, 'Dre Anne Roy', 'en-CA');
  assert.equal(lines(server).length, 2, 'who agreed before agrees anew, and stands once');
});

test('two who agree at once both stand in the plan, and nobody is asked to choose', async () => {
  const server = new MemoryServer();
  server.seed(isp());
  const stage = stageOn(server);
  server.beforePut = () =>
    server.change('CarePlan/isp', {
      note: agreedBy('Marguerite Exemple — signed — 2026-04-22', 'Line Fictive — verbal — 2026-11-22'),
    });
  await agreeToPlan(stage.session, 'Dre Anne Roy', 'en-CA');
  assert.equal(stage.save('plan:answer')?.status, 'saved');
  assert.deepEqual(lines(server), [
    'Marguerite Exemple — signed — 2026-04-22',
    'Line Fictive — verbal — 2026-11-22',
    'Dre Anne Roy — 2026-11-22',
  ]);
});

test('only a physician of the team is asked, and only about a plan that goes on', () => {
  const server = new MemoryServer();
  server.seed(isp());
  const view = (more: Partial<PanelState> = {}) => planAnswerView(stageOn(server, more).state());
  assert.equal(view()?.name, 'Dre Anne Roy');
  assert.deepEqual(view()?.asks, {kind: 'practitioner', reference: 'Practitioner/n1', name: 'Line Fictive'});
  const team = (members: readonly (typeof physician)[]): Partial<PanelState> => ({
    team: {status: 'ready', value: {members, teamIds: []}, gaps: [], asOf: ''},
  });
  const byPosition = {...physician, reference: 'PractitionerRole/r1', holder: 'Practitioner/d1'};
  assert.equal(view(team([nurse, byPosition]))?.name, 'Dre Anne Roy');
  assert.equal(view(team([nurse, {...byPosition, holder: 'Practitioner/d2'}])), null);
  assert.equal(view(team([nurse])), null);
  assert.equal(view(team([{...physician, ended: true}])), null);
  assert.equal(view(team([{...physician, role: null}])), null);
  assert.equal(view(team([physician]))?.asks, null);
  assert.equal(view({team: {status: 'loading'}}), null);
  assert.equal(view({later: {}}), null);
  const over = new MemoryServer();
  over.seed(isp({status: 'completed'}));
  assert.equal(planAnswerView(stageOn(over).state()), null);
  const blocked = view({abilities: eachAbility(() => ({allowed: false, why: 'scope'}))});
  assert.deepEqual([blocked?.whyNotAgree, blocked?.whyNotAsk], ['scope', 'scope']);
});
