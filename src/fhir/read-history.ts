import type {Gap, Loaded} from '../domain/completeness.ts';
import type {HistoryChunk} from '../domain/history.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {distinct, hasMore, HistoryCollector} from './history-collector.ts';
import {readWindows, type FanEnd} from './history-fan.ts';
import {findsWithoutEnd, lookBack, wholeSince} from './history-newest.ts';
import {intervalOf} from './history-windows.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import type {Page} from './page.ts';
import {followNext, searchFirst, searchPage, type Params} from './search.ts';

const type = 'Encounter';
/** Under this the shape of the query for everything is remembered. */
const wholeKey = 'Encounter whole';
/** How windows that were not asked for went. */
const untried: FanEnd = {trusted: false, missed: new Set()};

/**
 * Reads the history: the newest 12 months first (shown at once), then everything, by windows of time asked side by
 * side. Each answer is checked against what was asked for; where a server does not do as it says, the whole list is
 * read again page after page. What is told complete has been shown to be: by the server's total, or by asking for what
 * windows cannot hold. Everything else is a gap.
 *
 * `onChunk` is called with all records so far; the gap `loading` stands in them until the end. Once the newest 12 months
 * are shown to be whole it names the day from which on nothing is missing. After them the rest waits for `mayGoOn`.
 */
export async function readHistory(
  client: FhirClient,
  signal: AbortSignal,
  onChunk: (chunk: Loaded<HistoryChunk>) => void,
  mayGoOn: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<Loaded<HistoryChunk>, Problem>> {
  const collector = new HistoryCollector(client);
  const since = twelveMonthsBefore(client.timers.now());
  const patient = ['patient', client.patientId] as const;
  const date = ['date', `ge${new Date(since).toISOString()}`] as const;

  let shown = 0;
  let wholeFrom: string | null = null;
  const loaded = (done: boolean): Loaded<HistoryChunk> => {
    const known = wholeFrom === null ? {} : {since: wholeFrom};
    const loading: Gap[] = done ? [] : [{reason: 'loading', what: type, ...known}];
    shown = collector.records.size;
    return {
      value: {records: [...collector.records.values()], done},
      gaps: [...collector.gaps(), ...loading],
      asOf: new Date(client.timers.now()).toISOString(),
    };
  };
  const onPage = (page: Page): void => {
    collector.add(page);
    // Each chunk is counted anew, so chunks grow with what is there.
    if (!signal.aborted && collector.records.size >= shown + Math.max(100, shown / 4)) onChunk(loaded(false));
  };

  const sort = ['_sort', '-date'] as const;
  const newest = ['_count', '50'] as const;
  const newestRecipes: Params[] = [
    [patient, date, newest, sort],
    [patient, date, newest],
    [patient, date],
    [patient],
  ];
  const first = await searchFirst(client, type, newestRecipes, signal, 'Encounter newest');
  collector.budget.requests += 1;
  if (!first.ok) return first;
  collector.add(first.value);
  if (!signal.aborted) onChunk(loaded(false));
  await mayGoOn();

  const many = ['_count', '250'] as const;
  const wholeRecipes: Params[] = [[patient, many, sort], [patient, many], [patient]];
  const whole = await searchFirst(client, type, wholeRecipes, signal, wholeKey);
  collector.budget.requests += 1;
  if (whole.ok) {
    onPage(whole.value);
    await readRest(client, signal, collector, {
      first: first.value,
      whole: whole.value,
      since,
      recipes: wholeRecipes,
      onPage,
      onWholeSince: (day) => {
        if (signal.aborted || day === wholeFrom) return;
        wholeFrom = day;
        onChunk(loaded(false));
      },
    });
  } else {
    collector.miss(gapOfProblem(whole.error));
    await followNext(client, type, first.value, collector.budget, signal, onPage);
  }
  return signal.aborted ? err({kind: 'cancelled'}) : ok(loaded(true));
}

interface Begun {
  /** First page of the newest 12 months. */
  readonly first: Page;
  /** First page of everything. */
  readonly whole: Page;
  readonly since: number;
  readonly recipes: readonly Params[];
  readonly onPage: (page: Page) => void;
  /** From which local day on nothing is missing; null takes it back. */
  readonly onWholeSince: (day: string | null) => void;
}

async function readRest(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  begun: Begun,
): Promise<void> {
  const {first, whole, since, onPage, onWholeSince} = begun;
  if (!hasMore(whole) && !whole.pagingExpired) {
    if (!(await holdsEverything(client, signal, collector, whole))) collector.miss('page-limit');
    return;
  }
  const heeded = heededDate(first, whole, since);
  const newestDone = heeded && !hasMore(first) && (first.total !== null || collector.nextSeen);
  const whileReading = new AbortController();
  const stop = (): void => whileReading.abort();
  signal.addEventListener('abort', stop, {once: true});
  if (newestDone) {
    void wholeSince(client, whileReading.signal, collector, begun).then((day) => {
      if (day !== null && !whileReading.signal.aborted) onWholeSince(day);
    });
  }
  // Windows are asked for as the first shape is: a server that refused that one is not asked so again.
  const asks = client.learned.get(wholeKey) === 0;
  const {trusted, missed} = !asks
    ? untried
    : await readWindows({
        client,
        signal,
        collector,
        window: {from: null, to: newestDone ? since : null},
        page: whole,
        total: whole.total === null ? null : whole.total - (newestDone ? distinct(first) : 0),
        heeded,
        onPage,
      });
  stop();
  signal.removeEventListener('abort', stop);
  if (signal.aborted) return;
  if (!trusted) onWholeSince(null);
  if (trusted && (await isProven(client, signal, collector, begun, missed.size === 0))) return;
  if (signal.aborted || (await readOneByOne(client, signal, collector, begun))) return;
  for (const reason of missed) collector.miss(reason);
}

/** True when the first page of everything is everything. */
async function holdsEverything(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  whole: Page,
): Promise<boolean> {
  if (collector.size > distinct(whole)) return false;
  if (whole.total !== null || collector.nextSeen || collector.size < 2) return true;
  // Neither a total nor a link was ever seen: does this server say at all that there is more?
  collector.budget.requests += 1;
  const one = await searchPage(
    client,
    'Encounter',
    [
      ['patient', client.patientId],
      ['_count', '1'],
    ],
    signal,
  );
  return (
    one.ok && (one.value.next !== null || (one.value.total !== null && one.value.total <= collector.size))
  );
}

/** True when the answers show that the newest 12 months were picked by date, and not just the newest page. */
function heededDate(first: Page, whole: Page, since: number): boolean {
  const dayAndHalf = 36 * 3_600_000;
  const older = (page: Page): boolean =>
    page.matches.some((found) => {
      const to = intervalOf(found)?.to;
      return to !== undefined && to !== null && to < since - dayAndHalf;
    });
  return !older(first) && (older(whole) || (whole.total ?? 0) > (first.total ?? Infinity));
}

/** True when it is shown that the windows hold everything: by the total, or by asking for what has no date. */
async function isProven(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  {whole, onPage}: Begun,
  allRead: boolean,
): Promise<boolean> {
  if (whole.total !== null && collector.size === whole.total) return true;
  if (!allRead) return false;
  const ask = async (missing: boolean, count: string): Promise<Page | null> => {
    collector.budget.requests += 1;
    const params: Params = [
      ['patient', client.patientId],
      ['date:missing', String(missing)],
      ['_count', count],
    ];
    const answer = await searchPage(client, 'Encounter', params, signal);
    return answer.ok ? answer.value : null;
  };
  const undated = await ask(true, '250');
  if (undated === null || undated.matches.some((found) => intervalOf(found) !== null)) return false;
  onPage(undated);
  const end = await followNext(client, 'Encounter', undated, collector.budget, signal, onPage);
  if (end !== null) return false;
  if (whole.total !== null) return collector.size === whole.total;
  // No total: the answer counts only from a server that shows that it knows the modifier.
  const dated = await ask(false, '1');
  return dated !== null && dated.matches.length > 0 && (await findsWithoutEnd(client, signal, collector));
}

/**
 * Page after page from the first one: slow, and right wherever `next` is. Begun again once when the server lost its
 * place. True when it came to the end; otherwise what is missing is noted.
 */
async function readOneByOne(
  client: FhirClient,
  signal: AbortSignal,
  collector: HistoryCollector,
  {whole, recipes, onPage}: Begun,
): Promise<boolean> {
  const {budget} = collector;
  let page = whole;
  let end = page.pagingExpired ? 'expired' : await followNext(client, type, page, budget, signal, onPage);
  if (end === 'expired') {
    budget.requests += 1;
    const again = await searchFirst(client, type, recipes, signal, wholeKey);
    if (again.ok && !again.value.pagingExpired) {
      page = again.value;
      onPage(page);
      end = await followNext(client, type, page, budget, signal, onPage);
    }
  }
  // Where there is no link there was nothing to follow: only the total can tell.
  const short = page.total === null ? page.next === null : collector.size < page.total;
  const reason = end ?? (short ? 'page-limit' : null);
  if (reason === null) return true;
  if (reason !== 'cancelled') collector.miss(reason === 'expired' ? 'failed' : reason);
  return false;
}

/** Midnight UTC some days before the same day a year earlier: no local day of the window is cut, and no rule reaches farther. */
function twelveMonthsBefore(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate() - lookBack);
}
