import {firstAbove} from './inferred-visits.ts';
import {HOUR} from './transfers.ts';
import {endPoint, isBand, type Visit} from './visit.ts';

/**
 * R7: an ED visit is admitted when a stay starts between its start and 12 hours after its end, at any site, or when it is
 * the phase of one (R3-R5). Without times a stay that starts on its days or the next day.
 */
export function admissionTest(stays: readonly Visit[]): (visit: Visit) => boolean {
  const placed = stays.filter((stay) => !isBand(stay));
  // Stays come in order of start: so do their times and days.
  const times = placed.flatMap(({start}) => start.at ?? []);
  const days = placed.map(({start}) => start.first);
  const untimedDays = placed.filter(({start}) => start.at === null).map(({start}) => start.first);
  const within = (list: readonly number[], from: number, to: number): boolean =>
    (list[firstAbove(list, from - 1)] ?? Infinity) <= to;
  return (visit) => {
    if (visit.phaseOf !== null) return true;
    if (isBand(visit)) return false;
    const {start} = visit;
    const end = endPoint(visit);
    const known = start.at !== null && end.at !== null;
    if (within(known ? untimedDays : days, start.first, end.last + 1)) return true;
    return known && within(times, start.key, end.key + 12 * HOUR);
  };
}
