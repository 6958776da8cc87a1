import {stageOf, type Action} from './action.ts';
import {isOpenGoal, type Goal} from './goal.ts';
import type {PlanDetail} from './plan-detail.ts';
import {parseDay} from './time.ts';

/** What a minimum services plan must hold before it can be used. */
export type Missing =
  | {readonly field: 'matters'}
  | {readonly field: 'goal'}
  | {readonly field: 'action'}
  /** There are actions, but none with a person and a date: the nearest one and what it lacks. */
  | {readonly field: 'actionWho'; readonly actionKey: string}
  | {readonly field: 'actionDue'; readonly actionKey: string}
  | {readonly field: 'nextReview'};

/** What is looked at; null for what could not be read, which is then not taken as there. */
export interface PlanContent {
  readonly plan: Pick<PlanDetail, 'matters' | 'nextReview'> | null;
  readonly goals: readonly Pick<Goal, 'lifecycle' | 'words'>[] | null;
  readonly actions: readonly Pick<Action, 'key' | 'what' | 'who' | 'due' | 'state' | 'isReview'>[] | null;
}

/**
 * What is still missing from the minimum plan: what matters to the person, one goal, one action with a person and a whole
 * date, and a date for the next review. In the order in which it is made; empty when the plan may be activated.
 */
export function missingFromPlan({plan, goals, actions}: PlanContent): readonly Missing[] {
  const missing: Missing[] = [];
  if (!plan?.matters?.text.trim()) missing.push({field: 'matters'});
  if (!goals?.some((goal) => isOpenGoal(goal) && goal.words.text.trim() !== ''))
    missing.push({field: 'goal'});
  missing.push(...missingOfActions(actions ?? []));
  if (parseDay(plan?.nextReview ?? '') === null && !hasPlannedReview(actions ?? [])) {
    missing.push({field: 'nextReview'});
  }
  return missing;
}

/** A review that is planned as an action of its own, where the record keeps actions apart from the plan. */
function hasPlannedReview(actions: NonNullable<PlanContent['actions']>): boolean {
  return actions.some((action) => action.isReview && stageOf(action.state) === 'open' && hasDate(action));
}

function missingOfActions(actions: NonNullable<PlanContent['actions']>): readonly Missing[] {
  // A review of the plan is no action for the person, and what was given up is none any more.
  const known = actions.filter(
    ({isReview, state, what}) =>
      !isReview && what.text.trim() !== '' && ['open', 'done'].includes(stageOf(state)),
  );
  const lacking = known.map((action) => ({key: action.key, who: !hasPerson(action), due: !hasDate(action)}));
  if (lacking.some(({who, due}) => !who && !due)) return [];
  const nearest = lacking.find(({who, due}) => !who || !due) ?? lacking[0];
  if (!nearest) return [{field: 'action'}];
  return [
    ...(nearest.who ? [{field: 'actionWho', actionKey: nearest.key} as const] : []),
    ...(nearest.due ? [{field: 'actionDue', actionKey: nearest.key} as const] : []),
  ];
}

function hasPerson({who}: Pick<Action, 'who'>): boolean {
  return Boolean(who?.reference?.trim() || who?.name?.trim());
}

function hasDate({due}: Pick<Action, 'due'>): boolean {
  return parseDay(due ?? '') !== null;
}
