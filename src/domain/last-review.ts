import type {Action} from './action.ts';

/**
 * The local day (YYYY-MM-DD) of the newest completed review of the plan among its actions, whether they stand in the plan
 * or are Tasks; null when there is none. A review without a whole date is none that can be reckoned with.
 */
export function lastReview(actions: readonly Action[]): string | null {
  const days = actions.flatMap(({isReview, state, doneOn}) =>
    isReview && state === 'completed' && doneOn?.length === 10 ? [doneOn] : [],
  );
  return days.toSorted().at(-1) ?? null;
}
