import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {planCopy} from '../../../src/app/take-away/plan-copy.ts';
import {member} from '../../elements/plan/plan-states.ts';
import {copyState, detail} from './copy-state.ts';

describe('what a copy is made of', () => {
  it('has the open goals by rank with their open actions, and reviews nowhere', () => {
    const {goals, otherActions} = planCopy(copyState(), 'en-CA');
    assert.deepEqual(
      goals.map(({goal, actions}) => [goal.id, actions.map(({key}) => key)]),
      [
        ['g1', ['task:call']],
        ['g2', ['task:walk']],
        ['g3', []],
        ['g4', []],
        ['g5', []],
      ],
    );
    assert.deepEqual(
      otherActions.map(({key}) => key),
      ['task:bus'],
    );
  });

  it('has an action of a closed goal among the others, so that none is lost', () => {
    const state = copyState();
    const {actions} = state.later;
    assert.ok(actions?.status === 'ready');
    const [first, ...rest] = actions.value;
    assert.ok(first);
    const moved = {...actions, value: [{...first, goalIds: ['g6']}, ...rest]};
    const copy = planCopy({...state, later: {...state.later, actions: moved}}, 'en-CA');
    assert.deepEqual(
      copy.otherActions.map(({key}) => key),
      ['task:call', 'task:bus'],
    );
  });

  it('leaves out the person, past members of the team, and those without a name', () => {
    const state = copyState();
    assert.ok(state.team.status === 'ready');
    const {members} = state.team.value;
    const past = member('past', 'Ancienne Collègue', {ended: true, until: '2026-10-01'});
    const value = {...state.team.value, members: [...members, past, member('nobody', null)]};
    const names = planCopy({...state, team: {...state.team, value}}, 'en-CA').team.map(({name}) => name);
    assert.ok(names.includes('Julie Fictive'));
    assert.ok(!names.includes('Marguerite Exemple'));
    assert.ok(!names.includes('Ancienne Collègue'));
    assert.ok(names.every((name) => name !== null));
  });

  it('says what the plan says of the person, and nothing of consent', () => {
    const topics = planCopy(copyState(), 'en-CA').topics.map(([topic]) => topic);
    assert.deepEqual(topics, ['matters', 'housing']);
  });

  it('has what matters from the plan itself while the details are still being read', () => {
    const state = copyState();
    const copy = planCopy({...state, later: {}}, 'en-CA');
    assert.deepEqual(copy.missing, ['actions']);
    assert.equal(copy.nextReview, null);
    assert.equal(
      copy.topics.length,
      state.plan.status === 'ready' && state.plan.value.plan?.whatMatters ? 1 : 0,
    );
  });

  for (const [name, part] of [
    ['plan', 'plan'],
    ['goals', 'goals'],
    ['team', 'team'],
  ] as const) {
    it(`is missing what could not be read: ${name}`, () => {
      const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
      assert.deepEqual(planCopy(copyState({[name]: failed}), 'en-CA').missing, [part]);
    });
  }

  it('knows what was read in part', () => {
    const state = copyState();
    assert.ok(state.goals.status === 'ready');
    const goals = {...state.goals, gaps: [{reason: 'failed', what: 'Goal'}]} as const;
    const copy = planCopy({...state, goals}, 'en-CA');
    assert.deepEqual([copy.missing, copy.partial], [[], ['goals']]);
  });

  it('has the review that is planned', () => {
    assert.equal(planCopy(copyState(), 'en-CA').nextReview, detail().nextReview);
  });
});
