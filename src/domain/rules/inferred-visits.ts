import {rule} from './rule.ts';
import {HOUR} from './transfers.ts';
import {endPoint, type Visit} from './visit.ts';

/**
 * R4: an admission from the emergency department that no ED record explains adds an inferred ED visit, with the start and
 * the site of the stay. A record explains it when it starts no later than the stay and ends at most 12 hours before it;
 * without times, on the same or the previous date.
 *
 * @param beds hospital, observation and short-stay events; of a joined stay the first segment speaks.
 * @param records every ED record, scheduled ones and phases included.
 */
export function inferVisits(beds: readonly Visit[], records: readonly Visit[]): Visit[] {
  const asking = beds.filter(({admission, hasPhase}) => admission?.emergency && !hasPhase);
  if (asking.length === 0) return [];
  const timed = (visit: Visit): boolean => visit.start.at !== null && endPoint(visit).at !== null;
  const times = new LatestEnd(
    records.filter(timed).map((visit) => ({start: visit.start.key, end: endPoint(visit).key})),
  );
  const days = records.map((visit) => ({visit, start: visit.start.first, end: endPoint(visit).last}));
  const allDays = new LatestEnd(days);
  const untimedDays = new LatestEnd(days.filter(({visit}) => !timed(visit)));
  const explained = ({start}: Visit): boolean => {
    const byDay = start.at === null ? allDays : untimedDays;
    if (byDay.upTo(start.last) >= start.first - 1) return true;
    return start.at !== null && times.upTo(start.at) >= start.at - 12 * HOUR;
  };
  return asking.filter((bed) => !explained(bed)).map(inferredFrom);
}

function inferredFrom(bed: Visit): Visit {
  const resource = bed.resources[0]!;
  return {
    ...bed,
    id: `${bed.id}/ed`,
    kind: 'ed-visit',
    resources: [resource],
    end: null,
    reached: null,
    ongoing: false,
    discharge: null,
    lwbs: false,
    scheduled: false,
    inferred: true,
    noOffset: bed.start.local,
    phaseOf: bed.id,
    registrations: [bed.site],
    rules: rule(4) | (bed.rules & rule(20)),
  };
}

/** Answers in logarithmic time: of all that start up to here, how late does one end? */
class LatestEnd {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(spans: readonly {readonly start: number; readonly end: number}[]) {
    let latest = -Infinity;
    for (const {start, end} of [...spans].sort((a, b) => a.start - b.start)) {
      latest = Math.max(latest, end);
      this.#starts.push(start);
      this.#ends.push(latest);
    }
  }

  upTo(start: number): number {
    return this.#ends[firstAbove(this.#starts, start) - 1] ?? -Infinity;
  }
}

/** Place of the first number greater than the limit in a sorted list; its length when there is none. */
export function firstAbove(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
