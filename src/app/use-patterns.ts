import {patternsOf, type UsePatterns} from '../domain/patterns.ts';
import type {UseOfServices} from './state.ts';
import {useRows} from './use-rows.ts';

/** Where, why and when: the ED visits of the last 12 months; those left out by an option are still on the list. */
export function edPatterns(use: UseOfServices): UsePatterns {
  const {from, to} = use.proof.windows.last12Months;
  const visits = useRows(use).filter(
    ({lane, date}) => lane === 'ed' && date.length === 10 && date >= from && date <= to,
  );
  return patternsOf(
    visits.map(({event, reason, date}) => ({
      start: event.start,
      localDate: date,
      site: event.site,
      reason,
    })),
  );
}
