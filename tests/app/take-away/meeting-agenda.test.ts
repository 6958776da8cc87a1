import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PanelState} from '../../../src/app/state.ts';
import {meetingAgenda, type MeetingAgenda} from '../../../src/app/take-away/meeting-agenda.ts';
import {planCopy} from '../../../src/app/take-away/plan-copy.ts';
import type {Action} from '../../../src/domain/action.ts';
import {action} from '../../domain/actions.ts';
import {copyState} from './copy-state.ts';

const agendaOf = (state: PanelState): MeetingAgenda => meetingAgenda(state, planCopy(state, 'en-CA'));

function withActions(value: readonly Action[]): PanelState {
  const state = copyState();
  return {
    ...state,
    later: {...state.later, actions: {status: 'ready', gaps: [], asOf: '2026-11-22T14:03:00-05:00', value}},
  };
}

describe('the agenda of a meeting', () => {
  it('expects the person first, then everybody on the team', () => {
    const {people} = agendaOf(copyState());
    assert.deepEqual(people[0], {member: null, name: 'Marguerite Exemple', noted: null});
    assert.deepEqual(
      people.slice(1).map(({name}) => name),
      planCopy(copyState(), 'en-CA').team.map(({name}) => name),
    );
    assert.ok(people.length > 1);
  });

  it('expects nobody whose name is not known', () => {
    const loading = {status: 'loading'} as const;
    assert.deepEqual(agendaOf(copyState({patient: loading, team: loading})).people, []);
  });

  it('takes from the meeting who is noted, and what is to come first', () => {
    const draft = {
      first: ' Les escaliers ',
      'here.Marguerite Exemple': 'here',
      'here.Julie Fictive': 'excused',
    };
    const {people, first} = agendaOf(copyState({drafts: {'plan:meeting': draft}}));
    assert.equal(first, 'Les escaliers');
    assert.equal(people[0]?.noted, 'here');
    assert.equal(people.find(({name}) => name === 'Julie Fictive')?.noted, 'excused');
    assert.equal(agendaOf(copyState()).first, '');
  });

  // Today is 2026-11-22.
  it('has what is overdue, the oldest first, each once, and nothing that is closed, due today or undated', () => {
    const {overdue} = agendaOf(
      withActions([
        action('two', {due: '2026-11-21', goalIds: ['g1', 'g2']}),
        action('one', {due: '2026-10-01'}),
        action('today', {due: '2026-11-22'}),
        action('later', {due: '2026-12-05', goalIds: ['g1']}),
        action('undated'),
        action('done', {due: '2026-10-01', state: 'completed'}),
        action('review', {due: '2026-10-01', isReview: true}),
      ]),
    );
    assert.deepEqual(
      overdue.map(({key}) => key),
      ['task:one', 'task:two'],
    );
  });

  it('knows what the plan says by topic only where all of it was read', () => {
    const state = copyState();
    const {plan} = state.later;
    assert.ok(plan?.status === 'ready');
    const withPlan = (later: NonNullable<PanelState['later']['plan']>): boolean =>
      agendaOf({...state, later: {...state.later, plan: later}}).plansKnown;
    assert.equal(withPlan(plan), true);
    assert.equal(withPlan({...plan, gaps: [{reason: 'quarantined', what: 'CarePlan', count: 1}]}), false);
    assert.equal(withPlan({status: 'loading'}), false);
  });
});
