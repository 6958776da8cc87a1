import {each, mapEach, type Steps} from '../steps.ts';
import {HOUR, gapBetween} from './transfers.ts';
import {byStart, endPoint, isBand, isLater, join, type Visit} from './visit.ts';

/**
 * R11: stays with less than `gapHours` between them are one stay, whatever the sites; up to 12 hours only where a transfer
 * is coded. Each is compared with the stay just before it, whose end is the latest so far.
 */
export function* joinSegments(stays: readonly Visit[], gapHours: number): Steps<Visit[]> {
  const chains: Visit[][] = [];
  let open: Visit[] = [];
  let reach: Visit | null = null;
  yield* each(stays, (stay) => {
    if (isBand(stay)) {
      chains.push([stay]);
      return;
    }
    if (reach && isOneStay(reach, stay, gapHours)) {
      open.push(stay);
      if (isLater(endPoint(stay), endPoint(reach))) reach = stay;
    } else {
      chains.push((open = [stay]));
      reach = stay;
    }
  });
  return (yield* mapEach(chains, (chain) => join(chain, 11))).sort(byStart);
}

function isOneStay(before: Visit, next: Visit, gapHours: number): boolean {
  const end = endPoint(before);
  const gap = gapBetween(end, next.start);
  if (gap === null) return next.start.first <= end.last;
  if (gap < gapHours * HOUR) return true;
  const coded = (before.discharge?.transfer ?? false) || (next.admission?.transfer ?? false);
  return gap <= 12 * HOUR && coded;
}
