import type {Count, Gap} from '../domain/completeness.ts';
import type {CriterionResult, ProofGap, WindowCounts} from '../domain/use-proof.ts';
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
    | 'leftWithoutBeingSeen'
    | 'scheduledEd'
    | 'observations'
    | 'shortStays'
    | 'unclassified'
    | 'dateUncertain'
    | 'unplaced';
  readonly n: number;
}

/** Six months before the index date and the six after it, as raw counts. */
export interface BeforeAfter {
  readonly index: string;
  readonly baseline: Count;
  readonly followUp: Count;
  readonly elapsedMonths: number;
  readonly ofMonths: number;
}

/** Everything that the section says above its list. */
export interface UseView {
  readonly asOf: string;
  readonly figures: readonly Figure[];
  readonly asides: readonly Aside[];
  /** ED visits by site in the last 12 months, most first; empty when there is one site. */
  readonly sites: readonly {readonly site: string; readonly n: number}[];
  /** The site's own criterion. */
  readonly criterion: CriterionResult | null;
  /** True when the criterion may be said to be unmet: all of its period was read. */
  readonly criterionCertain: boolean;
  readonly beforeAfter: BeforeAfter | null;
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

type Ready = Extract<Section<UseOfServices>, {status: 'ready'}>;

const cache = new WeakMap<Ready, UseView>();

/** The section above its list; made once for each state of it. */
export function useView(section: Ready): UseView {
  const known = cache.get(section);
  if (known) return known;
  const made = makeView(section);
  cache.set(section, made);
  return made;
}

function makeView({value, gaps}: Ready): UseView {
  const {proof} = value;
  const {last12Months, last6Months, previous12Months, baseline, followUp} = proof.windows;
  const rows = useRows(value);
  const figure = (measure: Measure): Figure => ({
    measure,
    last12: countOf(last12Months, measure),
    last6: countOf(last6Months, measure),
    previous12: countOf(previous12Months, measure),
  });
  const criterion =
    proof.criteria.find(({preset}) => preset === proof.config.criterion) ?? proof.criteria[0] ?? null;
  const aside = (what: Exclude<Aside['what'], 'unplaced'>): Aside => ({what, n: last12Months[what]});
  return {
    asOf: last12Months.to,
    figures: [figure('edVisits'), figure('stays'), figure('hospitalDays')],
    asides: [
      aside('leftWithoutBeingSeen'),
      aside('scheduledEd'),
      aside('observations'),
      aside('shortStays'),
      aside('unclassified'),
      aside('dateUncertain'),
      {what: 'unplaced' as const, n: proof.unplaced.length},
    ].filter(({n}) => n > 0),
    sites: sitesOf(last12Months),
    criterion,
    criterionCertain: last12Months.complete || criterion?.met === true,
    beforeAfter:
      proof.index && baseline && followUp
        ? {
            index: proof.index,
            baseline: countOf(baseline, 'edVisits'),
            followUp: countOf(followUp, 'edVisits'),
            elapsedMonths: followUp.elapsedMonths,
            ofMonths: followUp.ofMonths,
          }
        : null,
    coverage: {
      complete: value.historyComplete && gaps.length === 0,
      gaps: oneEach([...gaps, ...last12Months.gaps.map(toGap)]),
      oldest: rows.at(-1)?.date ?? null,
    },
    empty: rows.length === 0,
    from12: last12Months.from,
    from24: previous12Months.from,
  };
}

function countOf(window: WindowCounts, measure: Measure): Count {
  return {n: window[measure], complete: window.complete, gaps: window.gaps.map(toGap)};
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
  return sites.sort((a, b) => b.n - a.n || (a.site < b.site ? -1 : 1));
}
