import {instantRange} from './instant-range.ts';
import {isObject, textOf} from './json.ts';
import type {Page} from './page.ts';
import type {Found} from './references.ts';
import {keyOf} from './search.ts';

/** A window of time to ask for: from `from` (included) to `to` (not included), UTC milliseconds; null is open. */
export interface TimeWindow {
  readonly from: number | null;
  readonly to: number | null;
}

/** A day and a half: servers differ about what has no offset and about days without a time. */
const tolerance = 36 * 3_600_000;

interface Interval {
  readonly from: number;
  /** Null when the record has no end that can be read. */
  readonly to: number | null;
}

/** When an Encounter took place, as far as its period can be read. */
export function intervalOf({resource}: Found): Interval | null {
  const period = resource['actualPeriod'] ?? resource['period'];
  if (!isObject(period)) return null;
  const start = instantRange(textOf(period['start']));
  if (start === null) return null;
  const end = instantRange(textOf(period['end']));
  return {from: start.from, to: end === null ? null : Math.max(start.to, end.to)};
}

/** False when the page shows that the server did not heed the dates it was asked for. */
export function isHonest(page: Page, window: TimeWindow): boolean {
  if (page.self !== null && /[?&]patient=/.test(page.self) && !/[?&]date=/.test(page.self)) return false;
  return page.matches.every((found) => {
    const interval = intervalOf(found);
    if (interval === null) return true;
    if (window.to !== null && interval.from >= window.to + tolerance) return false;
    return window.from === null || interval.to === null || interval.to >= window.from - tolerance;
  });
}

/** How many entries of the page begin inside the window: the others say nothing about how to divide it. */
export function startsInside(page: Page, window: TimeWindow): number {
  return page.matches.filter((found) => {
    const from = intervalOf(found)?.from;
    return from !== undefined && from >= (window.from ?? -Infinity) && from < (window.to ?? Infinity);
  }).length;
}

/**
 * Divides a window that holds more than one page, newest part first. The parts cover the window whole, so nothing
 * depends on the order of the page or on how its density was read: these only decide how many parts there are (each
 * should hold three quarters of a page). `total` is how many the window holds by the server's word; without it, the
 * parts reach `most` widths back and what is older is one part.
 */
export function divide(window: TimeWindow, page: Page, total: number | null, most: number): TimeWindow[] {
  const bottom = window.from ?? -Infinity;
  const top = window.to ?? Infinity;
  const starts = [...new Map(page.matches.map((found) => [keyOf(found), found])).values()]
    .flatMap((found) => intervalOf(found)?.from ?? [])
    .filter((start) => start >= bottom && start < top);
  const newest = Math.max(...starts);
  const oldest = Math.min(...starts);
  const newestFirst = starts.every((start, place) => place === 0 || start <= (starts[place - 1] ?? start));
  const edges: number[] = [];
  // Newest first, the page itself is the first part, and what is left lies below; all at one instant, it stands alone.
  if (newest === oldest) edges.push(newest + 1, newest);
  else {
    const left = total === null ? null : Math.max(total - starts.length, starts.length);
    const dense = starts.length / (newest - oldest);
    const density = newestFirst ? dense : Math.max(dense, (total ?? starts.length * 3) / (newest - oldest));
    const width = (0.75 * starts.length) / density;
    const high = newestFirst ? oldest + 1 : newest + 1;
    const low = newestFirst ? high - (left === null ? most * width : (1.02 * left) / density) : oldest;
    const from = Math.max(bottom, low);
    // Long visits, and those without an end, turn up in later windows too: room is left for them.
    const crowded =
      starts.length < page.matches.length || page.matches.some((found) => intervalOf(found)?.to === null);
    if (newestFirst && crowded) edges.push((starts[Math.floor(starts.length / 2)] ?? oldest) + 1);
    const parts = Math.max(1, Math.min(most, Math.ceil((high - from) / width)));
    for (let part = 0; part <= parts; part += 1)
      edges.push(Math.round(high - (part * (high - from)) / parts));
  }
  const inside = [...new Set(edges)].filter((edge) => edge > bottom && edge < top);
  return [...inside, null].map((edge, place) => ({
    from: edge ?? window.from,
    to: inside[place - 1] ?? window.to,
  }));
}
