import {gapReasonOf} from './gap-reason.ts';
import type {Loaded} from '../domain/completeness.ts';
import type {Goal} from '../domain/goal.ts';
import type {Problem, ResourceName} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import type {PanelState, Section} from './state.ts';

/**
 * A section after an answer. A refresh that fails keeps what was on the screen, with its old time and the gap said;
 * a cancelled read changes nothing.
 */
export function sectionOf<T>(
  before: Section<T>,
  answer: Result<Loaded<T>, Problem>,
  what: ResourceName,
): Section<T> {
  if (answer.ok) return {status: 'ready', ...answer.value};
  if (answer.error.kind === 'cancelled') return before;
  if (before.status !== 'ready') return {status: 'failed', problem: answer.error};
  const gap = {reason: gapReasonOf(answer.error), what};
  const others = before.gaps.filter((other) => other.reason !== gap.reason || other.what !== what);
  return {...before, gaps: [...others, gap]};
}

/** Sections that failed are loading again; what is on the screen stays. */
export function retrying<T>(section: Section<T>): Section<T> {
  return section.status === 'failed' ? {status: 'loading'} : section;
}

/** Goals with their rank in the plan (the order of `CarePlan.goal`). */
export function withRanks(state: PanelState): PanelState {
  if (state.goals.status !== 'ready') return state;
  const ids = state.plan.status === 'ready' ? (state.plan.value.plan?.goalIds ?? []) : [];
  const places = new Map(ids.map((id, at) => [id, at + 1]));
  const value = state.goals.value.map((goal) => ranked(goal, places.get(goal.id) ?? null));
  const same = value.every((goal, at) => goal === (state.goals as {value: readonly Goal[]}).value[at]);
  return same ? state : {...state, goals: {...state.goals, value}};
}

function ranked(goal: Goal, rank: number | null): Goal {
  return goal.rank === rank ? goal : {...goal, rank};
}
