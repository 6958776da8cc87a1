import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {glanceView} from '../../src/app/glance-view.ts';
import type {PanelState} from '../../src/app/state.ts';
import {usual} from '../elements/plan/plan-states.ts';
import {referenceUse} from './use-state.ts';

const asOf = '2026-11-22T14:03:00-05:00';

function state(more: Partial<PanelState> = {}): PanelState {
  return {...usual(), use: referenceUse(), ...more};
}

function withPlan(reviewed: string | null): PanelState {
  const {plan} = usual();
  if (plan.status !== 'ready' || !plan.value.plan) throw new Error('no plan');
  const value = {...plan.value, plan: {...plan.value.plan, reviewed}};
  return state({plan: {...plan, value}});
}

describe('the chart at a glance', () => {
  it('holds the counts, where the person is, the plan and whom to call', () => {
    const glance = glanceView(withPlan('2026-04-22'));
    assert.deepEqual([glance.edVisits?.n, glance.stays?.n], [11, 3]);
    assert.deepEqual(glance.inHospital, {site: 'A', since: '2026-11-20'});
    assert.deepEqual(glance.caseManager, {name: 'Julie Fictive', phone: '819-555-0101 poste 234'});
    assert.ok(glance.plan !== null && glance.plan !== 'none');
    assert.deepEqual([glance.plan.reviewed, glance.plan.daysSince], ['2026-04-22', 214]);
  });

  const plans = [
    ['a plan without a review', withPlan(null), null],
    ['a review known by its month has no days', withPlan('2026-04'), null],
    ['a review of today', withPlan('2026-11-22'), 0],
  ] as const;
  for (const [name, given, days] of plans) {
    it(name, () => {
      const {plan} = glanceView(given);
      assert.equal(plan !== null && plan !== 'none' && plan.daysSince, days);
    });
  }

  it('says “no plan” only when all plans were read', () => {
    const none = {plan: null, otherActivePlans: 0};
    const read = (gaps: readonly {reason: 'failed'; what: 'CarePlan'}[]) =>
      glanceView(state({plan: {status: 'ready', value: none, gaps, asOf}})).plan;
    assert.equal(read([]), 'none');
    assert.equal(read([{reason: 'failed', what: 'CarePlan'}]), null);
    assert.equal(glanceView(state({plan: {status: 'loading'}})).plan, null);
  });

  it('says of nobody who has died that they are in hospital now', () => {
    const {patient} = usual();
    if (patient.status !== 'ready') throw new Error('no patient');
    const died = {...patient, value: {...patient.value, deceased: true, deceasedAt: '2026-11-22'}};
    assert.equal(glanceView(state({patient: died})).inHospital, null);
  });

  it('holds no count while nothing was read, and is the same value for the same state', () => {
    const loading = state({use: {status: 'loading'}});
    assert.deepEqual([glanceView(loading).edVisits, glanceView(loading).stays], [null, null]);
    const shown = state();
    assert.equal(glanceView(shown), glanceView({...shown, drafts: {}}));
    assert.notEqual(glanceView(shown), glanceView({...shown, team: {status: 'loading'}}));
  });
});
