import type {Action} from './action.ts';

/**
 * The local day (YYYY-MM-DD) of the newest completed review of the plan, by what the plan itself says and by its actions;
 * null when neither names one. A review without a whole date is none that can be reckoned with.
 */
export function lastReview(
  reviewed: string | null | undefined,
  actions: readonly Action[] | null,
): string | null {
  const days = (actions ?? [])
    .filter(({isReview, state, doneOn}) => isReview && state === 'completed' && doneOn?.length === 10)
    .map(({doneOn}) => doneOn);
  return [reviewed ?? null, ...days].reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last), null);
}
