import type {GapReason} from '../domain/completeness.ts';
import type {FhirClient} from './client.ts';
import {distinct, type HistoryCollector} from './history-collector.ts';
import {divide, intervalOf, isHonest, startsInside, type TimeWindow} from './history-windows.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import type {Page} from './page.ts';
import {followNext, mostEntries, mostRequests, searchPage, type Params} from './search.ts';

export interface Fan {
  readonly client: FhirClient;
  readonly signal: AbortSignal;
  readonly collector: HistoryCollector;
  /** What to read. */
  readonly window: TimeWindow;
  /** The first page of the whole list, newest first. */
  readonly page: Page;
  /** How many the stretch holds by the server's word, or null. */
  readonly total: number | null;
  /** True when earlier answers showed that the server heeds dates. */
  readonly heeded: boolean;
  readonly onPage: (page: Page) => void;
}

/** How the windows went; `missed` says what could not be read of them. */
export interface FanEnd {
  readonly trusted: boolean;
  readonly missed: ReadonlySet<GapReason>;
}

/** Parts of one division; more would be guesswork about how dense the years are. */
const mostParts = 64;
/** Divisions of divisions; then `next` is followed. */
const mostLevels = 10;

/**
 * Reads a stretch of time by windows side by side. Two are tried before the rest; a window with more than one page is
 * divided by its own density; where dividing does not help, its `next` is followed. Not trusted as soon as an answer shows
 * that the server does not heed the dates: everything under way is dropped and the caller reads page after page.
 */
export async function readWindows(fan: Fan): Promise<FanEnd> {
  const {client, signal, collector, window, page, onPage} = fan;
  const {budget} = collector;
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  signal.addEventListener('abort', abort, {once: true});
  let proven = fan.heeded;
  const missed = new Set<GapReason>();
  let trusted = true;
  /** Windows full of records that began before them: when many are, each would read the same ones again. */
  let stuck = 0;
  // What honest windows can cost; a server that needs more does not filter as it says.
  const fair = page.total === null ? 300 : 30 + (4 * page.total) / Math.max(page.matches.length, 1);
  const started = budget.requests;

  const distrust = (): void => {
    trusted = false;
    stop.abort();
  };

  const readWindow = async (part: TimeWindow, level: number): Promise<void> => {
    if (stop.signal.aborted) return;
    if (budget.requests >= mostRequests || budget.entries >= mostEntries)
      return void missed.add('page-limit');
    if (budget.requests - started > fair) return distrust();
    budget.requests += 1;
    const answer = await searchPage(client, 'Encounter', paramsOf(client, part), stop.signal);
    if (stop.signal.aborted) return;
    if (!answer.ok) {
      if (answer.error.kind === 'rejected') return distrust();
      return void missed.add(gapOfProblem(answer.error));
    }
    const got = answer.value;
    if (!isHonest(got, part)) return distrust();
    proven ||= got.matches.some((found) => intervalOf(found) !== null);
    onPage(got);
    const held = distinct(got);
    if (got.next === null && (got.total === null ? collector.nextSeen : got.total <= held)) return;
    // A total that does not change with the window says nothing about it.
    if (got.next === null && got.total !== null && got.total === page.total) return distrust();
    const narrow = part.from !== null && part.to !== null && part.to - part.from <= 2000;
    const inside = startsInside(got, part);
    const helps = inside > 0 && (got.next === null || inside * 2 >= got.matches.length);
    if (narrow || level >= mostLevels || !helps) {
      if (!helps && ++stuck > 3) return distrust();
      // Ties, or records that lie in every window: dividing does not help.
      if (got.next === null) return distrust();
      const end = await followNext(client, 'Encounter', got, budget, stop.signal, onPage);
      if (end !== null && end !== 'cancelled') missed.add(end === 'expired' ? 'failed' : end);
      return;
    }
    await readParts(divide(part, got, got.total, partsAt(level, got.total)), level + 1);
  };

  const readParts = async (parts: readonly TimeWindow[], level: number): Promise<void> => {
    const probes = proven ? 0 : 2;
    await Promise.all(parts.slice(0, probes).map((part) => readWindow(part, level)));
    await Promise.all(parts.slice(probes).map((part) => readWindow(part, level)));
  };

  if (startsInside(page, {from: null, to: null}) === 0) trusted = false;
  else await readParts(divide(window, page, fan.total, partsAt(0, fan.total)), 1);
  signal.removeEventListener('abort', abort);
  return {trusted, missed};
}

/** Without a total nobody knows how far back to go: each division reaches farther than the one before. */
function partsAt(level: number, total: number | null): number {
  return total === null ? Math.min(mostParts, 8 * 2 ** level) : mostParts;
}

function paramsOf(client: FhirClient, {from, to}: TimeWindow): Params {
  const iso = (time: number): string => new Date(time).toISOString();
  return [
    ['patient', client.patientId],
    ...(from === null ? [] : [['date', `ge${iso(from)}`] as const]),
    ...(to === null ? [] : [['date', `lt${iso(to)}`] as const]),
    ['_count', '250'],
    ['_sort', '-date'],
  ];
}
