import type {Count} from '../domain/completeness.ts';
import {addMonths, dayText, parseDay} from '../domain/time.ts';
import type {UseProof} from '../domain/use-proof.ts';
import type {UseOfServices} from './state.ts';
import {countIn} from './use-view.ts';

/** One month of a row of dots: how many ED visits, and whether it has begun. */
export interface MonthDots {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly begun: boolean;
}

/** The months before the index date and those after it, as raw counts: no change, no percent (R17, R18). */
export interface BeforeAfter {
  readonly index: string;
  readonly baseline: Count;
  readonly followUp: Count;
  readonly elapsedMonths: number;
  readonly ofMonths: number;
  /** Null when the dots would not add up to the numbers: a site may count otherwise than one visit, one dot. */
  readonly before: readonly MonthDots[] | null;
  readonly after: readonly MonthDots[] | null;
}

/** Null when there is no index date. */
export function beforeAfter(use: UseOfServices): BeforeAfter | null {
  const {proof} = use;
  const {baseline, followUp} = proof.windows;
  if (proof.index === null || !baseline || !followUp) return null;
  // The counting has refused an index that is no day.
  const index = parseDay(proof.index) as number;
  const {elapsedMonths, ofMonths} = followUp;
  const months = (first: number): readonly MonthDots[] =>
    Array.from({length: ofMonths}, (_, place) => {
      const from = dayText(addMonths(index, first + place) + 1);
      const to = dayText(addMonths(index, first + place + 1));
      return {from, to, n: countBetween(proof, from, to), begun: from <= proof.asOf};
    });
  return {
    index: proof.index,
    baseline: countIn(use, baseline, 'edVisits'),
    followUp: countIn(use, followUp, 'edVisits'),
    elapsedMonths,
    ofMonths,
    before: ifTheyAddUp(months(-ofMonths), baseline.edVisits),
    after: ifTheyAddUp(months(0), followUp.edVisits),
  };
}

function ifTheyAddUp(months: readonly MonthDots[], n: number): readonly MonthDots[] | null {
  return months.reduce((sum, month) => sum + month.n, 0) === n ? months : null;
}

function countBetween({included}: UseProof, from: string, to: string): number {
  return included.filter(
    ({kind, localDate}) =>
      kind === 'ed-visit' && localDate.length === 10 && localDate >= from && localDate <= to,
  ).length;
}
