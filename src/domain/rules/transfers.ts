import type {Moment} from '../time.ts';
import {each, mapEach, type Steps} from '../steps.ts';
import {sitesDiffer} from './site.ts';
import {byStart, endPoint, isBand, join, type Visit} from './visit.ts';

export const HOUR = 3600;

/** Seconds from one visit's end to the next one's start, 0 when they overlap; null when either has no time. */
export function gapBetween(end: Moment, start: Moment): number | null {
  return end.at === null || start.at === null ? null : Math.max(0, start.at - end.at);
}

/**
 * R8: an ED visit that goes on in another emergency department is one visit with several registrations, at the first
 * site. Each visit is compared with the one just before it.
 */
export function* joinTransfers(visits: readonly Visit[]): Steps<Visit[]> {
  const chains: Visit[][] = [];
  let open: Visit[] = [];
  yield* each(visits, (visit) => {
    // A month is nobody's neighbor.
    if (isBand(visit)) {
      chains.push([visit]);
      return;
    }
    const before = open.at(-1);
    if (before && isTransfer(before, visit)) open.push(visit);
    else chains.push((open = [visit]));
  });
  return (yield* mapEach(chains, (chain) => join(chain, 8))).sort(byStart);
}

function isTransfer(before: Visit, next: Visit): boolean {
  const end = endPoint(before);
  const gap = gapBetween(end, next.start);
  const sent = before.discharge?.transfer ?? false;
  if (gap === null) return sent && end.last === next.start.first;
  if (sent && gap <= 12 * HOUR) return true;
  const wentHome = before.lwbs || (before.discharge?.home ?? false);
  return sitesDiffer(before.site, next.site) && gap <= 4 * HOUR && !wentHome;
}
