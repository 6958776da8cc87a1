import type {FhirClient} from './client.ts';
import {hasMore, type HistoryCollector} from './history-collector.ts';
import {instantRange} from './instant-range.ts';
import {intervalOf} from './history-windows.ts';
import type {Page} from './page.ts';
import {keyOf, searchPage, type Params} from './search.ts';

const day = 86_400_000;

/**
 * Days between the first moment that the newest months are asked for and the first day that is then called whole. No zone
 * and no rule looks farther back from a visit: at most 72 hours (R11, as a site may set it) and 14 hours of a zone.
 */
export const lookBack = 5;

/** The two first answers of a history. */
export interface Newest {
  /** First page of the newest months: what has a period that reaches `since` or lies after it. */
  readonly first: Page;
  /** First page of everything, newest first. */
  readonly whole: Page;
  /** UTC milliseconds. */
  readonly since: number;
}

/**
 * The local day (YYYY-MM-DD) from which on everything has been read though older months are still on their way, or null
 * when that is not shown. It is shown when two answers that were asked for differently hold the same, nothing in them
 * belongs to something older, and the server was seen to find a visit by a moment in its middle: one that compares
 * starts alone would lose a stay that reaches into the months.
 */
export async function wholeSince(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  newest: Newest,
): Promise<string | null> {
  if (!agree(newest) || !isClosed(collector)) return null;
  if (!(await findsByMiddle(client, signal, collector, newest.whole))) return null;
  return new Date(newest.since + lookBack * day).toISOString().slice(0, 10);
}

/** True when both answers hold the same of the newest months, and the second one reaches farther back. */
function agree({first, whole, since}: Newest): boolean {
  if (hasMore(first)) return false;
  const known = new Set(first.matches.map(keyOf));
  let latest = Infinity;
  for (const found of whole.matches) {
    const interval = intervalOf(found);
    if (interval === null) continue;
    // Newest first, as asked: then all that begins before the last one is still to come, and nothing else is.
    if (interval.from > latest) return false;
    latest = interval.from;
    if ((interval.to === null || interval.to >= since) && !known.has(keyOf(found))) return false;
  }
  return latest < since;
}

/** True when nothing that was read says that it is part of something that was not: R5 would ask for it. */
function isClosed({records}: HistoryCollector): boolean {
  return [...records.values()].every(({partOf}) => {
    const parent = partOf?.split('/_history/')[0]?.split(/[/:]/).at(-1);
    return !parent || records.has(parent);
  });
}

/** Asks for the middle of the longest visit that is known, and looks whether it is found. */
async function findsByMiddle(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  whole: Page,
): Promise<boolean> {
  let longest = {key: '', from: 0, to: 0};
  for (const found of whole.matches) {
    const interval = intervalOf(found);
    if (interval === null || interval.to === null) continue;
    const {from, to} = interval;
    if (to - from > longest.to - longest.from) longest = {key: keyOf(found), from, to};
  }
  if (longest.key === '') return false;
  return finds(client, signal, collector, longest.key, Math.floor((longest.from + longest.to) / 2));
}

/**
 * True when a visit without an end is found by the moment at which it began, or none is known. A server that loses those
 * by the dates, and gives no total, would seem to have been read whole.
 */
export async function findsWithoutEnd(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
): Promise<boolean> {
  for (const {id, start, end} of collector.records.values()) {
    const range = end === null ? instantRange(start) : null;
    if (range) return finds(client, signal, collector, id, range.to);
  }
  return true;
}

/** Whether one visit is found by a moment. */
async function finds(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  key: string,
  moment: number,
): Promise<boolean> {
  collector.budget.requests += 1;
  const params: Params = [
    ['patient', client.patientId],
    ['date', `ge${new Date(moment).toISOString()}`],
    ['date', `lt${new Date(moment + 1000).toISOString()}`],
    ['_count', '50'],
  ];
  const answer = await searchPage(client, 'Encounter', params, signal);
  return answer.ok && answer.value.matches.some((found) => keyOf(found) === key);
}
