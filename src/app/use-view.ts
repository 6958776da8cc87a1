import {compare} from '../domain/compare.ts';
import type {Count, Gap} from '../domain/completeness.ts';
import type {EventKind, ProofGap, WindowCounts} from '../domain/use-proof.ts';
import type {Section, UseOfServices} from './state.ts';
import {useRows} from './use-rows.ts';

export type Measure = 'edVisits' | 'stays' | 'hospitalDays';

/** One measure in its three windows. */
export interface Figure {
  readonly measure: Measure;
  readonly last12: Count;
  readonly last6: Count;
  readonly previous12: Count;
}

/** Counted apart, or said beside the figures; only what is not zero. */
export interface Aside {
  readonly what:
    | 'beganBefore'
    | 'leftWithoutBeingSeen'
    | 'scheduledEd'
    | 'observations'
    | 'shortStays'
    | 'unclassified'
    | 'dateUncertain'
    | 'unplaced';
  readonly n: number;
}

/** So many unclassified events of the last 12 months look like this kind. */
export interface Suggestion {
  readonly kind: EventKind;
  readonly n: number;
}

/** Everything that the section says above its list. */
export interface UseView {
  readonly asOf: string;
  readonly figures: readonly Figure[];
  readonly asides: readonly Aside[];
  readonly suggestions: readonly Suggestion[];
  /** ED visits by site in the last 12 months, most first; empty when there is one site. */
  readonly sites: readonly {readonly site: string; readonly n: number}[];
  readonly coverage: {
    readonly complete: boolean;
    readonly gaps: readonly Gap[];
    /** Local date of the oldest event, or null. */
    readonly oldest: string | null;
  };
  readonly empty: boolean;
  /** First local days of the two periods that the strip can show. */
  readonly from12: string;
  readonly from24: string;
}

/** How a count may be read: as it is, as a lower limit, or not at all (nothing found, and not all was read). */
export function readingOf(count: Count): 'exact' | 'at-least' | 'unknown' {
  if (count.complete) return 'exact';
  return count.n > 0 ? 'at-least' : 'unknown';
}

/** The use of services once it is known. */
export type ReadyUse = Extract<Section<UseOfServices>, {status: 'ready'}>;

const cache = new WeakMap<ReadyUse, UseView>();

/** The section above its list; made once for each state of it. */
export function useView(section: ReadyUse): UseView {
  const known = cache.get(section);
  if (known) return known;
  const made = makeView(section);
  cache.set(section, made);
  return made;
}

function makeView({value, gaps}: ReadyUse): UseView {
  const {proof} = value;
  const {last12Months, last6Months, previous12Months} = proof.windows;
  const figure = (measure: Measure): Figure => ({
    measure,
    last12: countIn(value, last12Months, measure),
    last6: countIn(value, last6Months, measure),
    previous12: countIn(value, previous12Months, measure),
  });
  const aside = (what: Exclude<Aside['what'], 'unplaced' | 'beganBefore'>): Aside => ({
    what,
    n: last12Months[what],
  });
  return {
    asOf: last12Months.to,
    figures: [figure('edVisits'), figure('stays'), figure('hospitalDays')],
    asides: [
      {what: 'beganBefore' as const, n: staysFromBefore(value, last12Months)},
      aside('leftWithoutBeingSeen'),
      aside('scheduledEd'),
      aside('observations'),
      aside('shortStays'),
      aside('unclassified'),
      aside('dateUncertain'),
      {what: 'unplaced' as const, n: proof.unplaced.length},
    ].filter(({n}) => n > 0),
    suggestions: last12Months.unclassified > 0 ? suggestionsOf(value, last12Months) : [],
    sites: sitesOf(last12Months),
    coverage: {
      complete: value.historyComplete && gaps.length === 0,
      gaps: oneEach([...gaps, ...last12Months.gaps.map(toGap)]),
      oldest: proof.included[0]?.localDate ?? null,
    },
    empty: proof.included.length === 0,
    from12: last12Months.from,
    from24: previous12Months.from,
  };
}

/**
 * A count of a window with what it lacks. Where contacts of unknown kind look like what is counted, the number may be
 * short: it is "at least" so many, and none is not said of what may well have been.
 */
export function countIn(use: UseOfServices, window: WindowCounts, measure: Measure): Count {
  const kind = measure === 'edVisits' ? 'ed-visit' : 'stay';
  const complete = window.complete && !hasLookAlike(use, kind, window);
  return {n: window[measure], complete, gaps: window.gaps.map(toGap)};
}

/** Whether a contact of unknown kind in these days looks like this kind. */
export function hasLookAlike(
  use: UseOfServices,
  kind: EventKind,
  {from, to}: {readonly from: string; readonly to: string},
): boolean {
  return useRows(use).some(
    ({lane, suggestion, date}) =>
      lane === 'unclassified' && suggestion === kind && date.length === 10 && date >= from && date <= to,
  );
}

function toGap({reason, since}: ProofGap): Gap {
  return since === undefined ? {reason, what: 'Encounter'} : {reason, what: 'Encounter', since};
}

function oneEach(gaps: readonly Gap[]): readonly Gap[] {
  const byReason = new Map<string, Gap>();
  for (const gap of gaps) if (!byReason.has(gap.reason)) byReason.set(gap.reason, gap);
  return [...byReason.values()];
}

function sitesOf(window: WindowCounts): UseView['sites'] {
  const sites = Object.entries(window.edVisitsBySite).map(([site, n]) => ({site, n}));
  if (sites.length < 2) return [];
  return sites.sort((a, b) => b.n - a.n || compare(a.site, b.site));
}

/** R15: stays that began before the window and have nights in it: their days are counted, they themselves are not. */
function staysFromBefore({proof}: UseOfServices, {from}: WindowCounts): number {
  return proof.included.filter(
    ({kind, localDate, end, flags}) =>
      kind === 'stay' &&
      localDate.length === 10 &&
      localDate < from &&
      (flags.includes('ongoing') || (end !== null && end.slice(0, 10) > from)),
  ).length;
}

function suggestionsOf(use: UseOfServices, {from, to}: WindowCounts): readonly Suggestion[] {
  const counts = new Map<EventKind, number>();
  for (const row of useRows(use)) {
    if (row.lane !== 'unclassified' || row.date.length < 10 || row.date < from || row.date > to) continue;
    const kind = row.suggestion;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, n]) => ({kind, n})).sort((a, b) => b.n - a.n);
}
