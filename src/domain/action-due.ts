import {stageOf, type Action} from './action.ts';
import {compare} from './compare.ts';
import {parseDay, zoneOf} from './time.ts';

/** Where a due date stands on a day. */
export interface Due {
  readonly when: 'overdue' | 'today' | 'later' | 'undated';
  /** Whole days overdue (from 1), or until it is due (from 1); null where there is no whole date to reckon with. */
  readonly days: number | null;
}

/**
 * Where a due date stands on the local day `today` (YYYY-MM-DD). A month or a year is overdue once the whole of it has
 * passed, without a number of days.
 */
export function dueOn(due: string | null, today: string): Due {
  const day = parseDay(today);
  // A date without a time is the same in every zone.
  const moment = due === null ? null : zoneOf('UTC').read(due);
  if (moment === null || day === null) return {when: 'undated', days: null};
  const whole = moment.first === moment.last;
  if (moment.last < day) return {when: 'overdue', days: whole ? day - moment.last : null};
  if (!whole) return {when: 'later', days: null};
  return moment.last === day ? {when: 'today', days: 0} : {when: 'later', days: moment.last - day};
}

/** Actions as they are listed. */
export interface ActionLists {
  /** Still to do: by due date, the oldest first; those without a date last. */
  readonly open: readonly Action[];
  /** Done, and given up: the newest first. */
  readonly closed: readonly Action[];
}

/** Splits and orders actions; what was entered in error is not listed at all. */
export function listActions(actions: readonly Action[]): ActionLists {
  const stage = (wanted: readonly string[]): readonly Action[] =>
    actions.filter(({state}) => wanted.includes(stageOf(state)));
  const open = stage(['open']).toSorted((a, b) => byDue(a) - byDue(b) || compare(a.due, b.due));
  const closed = stage(['done', 'dropped']).toSorted(
    (a, b) => compare(b.doneOn ?? b.due, a.doneOn ?? a.due) || compare(a.key, b.key),
  );
  return {open, closed};
}

/** How many actions are overdue, due today, due later, without a date, and done. */
export interface ActionCounts {
  readonly overdue: number;
  readonly today: number;
  readonly later: number;
  readonly undated: number;
  readonly done: number;
}

/** Counts actions for the local day `today`; those that were given up count nowhere. */
export function countActions(actions: readonly Action[], today: string): ActionCounts {
  const counts = {overdue: 0, today: 0, later: 0, undated: 0, done: 0};
  for (const {state, due} of actions) {
    const stage = stageOf(state);
    if (stage === 'done') counts.done += 1;
    if (stage === 'open') counts[dueOn(due, today).when] += 1;
  }
  return counts;
}

/** The last day that a due date may mean; none comes after all. */
function byDue({due}: Action): number {
  const last = due === null ? null : zoneOf('UTC').read(due)?.last;
  return last ?? Number.MAX_SAFE_INTEGER;
}
