import type {Goal, GoalChange} from '../../domain/goal.ts';
import type {WriteFailure} from '../chart.ts';
import {withRanks} from '../sections.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {discard} from './drafts.ts';
import {goalOf} from './goal-of.ts';
import {requestKey} from './request-key.ts';
import {save} from './save.ts';

const NEW = 'goal:new';

/**
 * Creates a goal; a repetition after a failure carries the request key of the first attempt, so that it makes no second
 * one. `key`: save key, where several are made in a row.
 */
export function addGoal(session: Session, change: GoalChange, key = NEW): Promise<void> {
  return save(session, {
    key,
    ability: 'createGoal',
    write: () => session.chart.addGoal(change, requestKey(session, key)),
    apply: (state, goal) => {
      const {plan} = state;
      const linked = plan.status === 'ready' && plan.value.plan && !plan.value.plan.goalIds.includes(goal.id);
      return putGoal(linked ? withGoalInPlan(state, goal.id) : state, goal);
    },
  });
}

/** Changes a goal; the first leg of the merge is the goal as it stood when somebody began to type. */
export function changeGoal(session: Session, goalId: string, change: GoalChange): Promise<void> {
  const key = `goal:${goalId}`;
  const began = session.memory.bases.get(key) as Goal | undefined;
  const base = began ?? goalOf(session.state(), goalId);
  return base ? write(session, key, base, change) : Promise.resolve();
}

/** Settles a conflict: the base is now the other version. An empty change keeps theirs. */
export async function settleGoal(session: Session, goalId: string, change: GoalChange): Promise<void> {
  const key = `goal:${goalId}`;
  const known = session.state().saves[key];
  if (known?.status !== 'conflict' || known.conflict.what !== 'goal') return;
  if (Object.keys(change).length === 0) return discard(session, key);
  return write(session, key, known.conflict.theirs, change);
}

function write(session: Session, key: string, base: Goal, change: GoalChange): Promise<void> {
  return save(session, {
    key,
    ability: 'updateGoal',
    write: () => session.chart.changeGoal(base, change),
    apply: putGoal,
    refused: showTheirs,
  });
}

function showTheirs(state: PanelState, failure: WriteFailure): PanelState {
  const theirs = failure.kind === 'conflict' && failure.conflict.what === 'goal' && failure.conflict.theirs;
  return theirs ? putGoal(state, theirs) : state;
}

function putGoal(state: PanelState, goal: Goal): PanelState {
  if (state.goals.status !== 'ready') return state;
  const {value} = state.goals;
  const known = value.some(({id}) => id === goal.id);
  const next = known ? value.map((other) => (other.id === goal.id ? goal : other)) : [...value, goal];
  return withRanks({...state, goals: {...state.goals, value: next}});
}

function withGoalInPlan(state: PanelState, goalId: string): PanelState {
  if (state.plan.status !== 'ready' || !state.plan.value.plan) return state;
  const {plan} = state.plan.value;
  const value = {...state.plan.value, plan: {...plan, goalIds: [...plan.goalIds, goalId]}};
  return {...state, plan: {...state.plan, value}};
}
