import type {CriterionPart, CriterionResult, UseProof, WindowCounts} from '../domain/use-proof.ts';

/** What can be said of a criterion, and why it cannot be told. */
export type CriterionStanding =
  | {readonly said: 'met'}
  | {readonly said: 'not-met'}
  | {
      readonly said: 'cannot-tell';
      /** Not all was read; some visits have an uncertain date or kind; or the criterion asks for more than visits. */
      readonly why: 'incomplete' | 'uncertain' | 'chronic-condition';
    };

/** A criterion with the card that explains it. */
export interface CriterionCard {
  readonly preset: string;
  /** The site's own criterion, set in its configuration. */
  readonly own: boolean;
  readonly standing: CriterionStanding;
  readonly parts: readonly CriterionPart[];
  /** Whether one part is enough; null when that cannot be seen in the result of a site's own criterion. */
  readonly join: 'any' | 'all' | null;
}

/** The criteria, the site's own first. */
export function criterionCards(proof: UseProof): readonly CriterionCard[] {
  return proof.criteria.map((result) => ({
    preset: result.preset,
    own: result.preset === proof.config.criterion,
    standing: standingOf(result, proof),
    parts: result.parts,
    join: joinOf(result),
  }));
}

/** The site's own criterion, or null when there is none. */
export function ownCriterion(proof: UseProof): CriterionCard | null {
  return criterionCards(proof).find(({own}) => own) ?? null;
}

/** Met stays met whatever else is found; unmet is said only when nothing that is missing could change it. */
export function standingOf(result: CriterionResult, proof: UseProof): CriterionStanding {
  if (result.met) return result.also ? {said: 'cannot-tell', why: 'chronic-condition'} : {said: 'met'};
  const windows = result.parts.map((part) => windowsOf(part, proof));
  if (windows.some((each) => each === null || each.some(({complete}) => !complete))) {
    return {said: 'cannot-tell', why: 'incomplete'};
  }
  const best = (part: CriterionPart, place: number): boolean =>
    part.value + doubtful(windows[place] ?? []) >= part.atLeast;
  const could = joinOf(result) === 'all' ? result.parts.every(best) : result.parts.some(best);
  return could ? {said: 'cannot-tell', why: 'uncertain'} : {said: 'not-met'};
}

/** The named criteria of two parts ask for one of them; a site's own says by its result how it joins, if it can. */
function joinOf({preset, met, parts}: CriterionResult): CriterionCard['join'] {
  if (preset !== 'custom' || parts.length < 2) return 'any';
  const some = parts.some((part) => part.met);
  const every = parts.every((part) => part.met);
  if (some === every) return null;
  return met ? 'any' : 'all';
}

/** The windows that together cover what a part looks back on; null when the proof has none that far back. */
function windowsOf({months}: CriterionPart, {windows}: UseProof): readonly WindowCounts[] | null {
  const {last6Months, last12Months, previous12Months} = windows;
  if (months <= 6) return [last6Months];
  if (months <= 12) return [last12Months];
  return months <= 24 ? [last12Months, previous12Months] : null;
}

/** Visits that may count though they do not: of a date or a kind that is not certain. */
function doubtful(windows: readonly WindowCounts[]): number {
  return windows.reduce((sum, {dateUncertain, unclassified}) => sum + dateUncertain + unclassified, 0);
}
