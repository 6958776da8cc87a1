import type {Count} from '../domain/completeness.ts';
import {usedSince} from '../domain/used-since.ts';
import {parseDay} from '../domain/time.ts';
import {hasLookAlike, useView, type ReadyUse} from './use-view.ts';

/** What is new since the last review of the plan. */
export interface SinceReview {
  readonly reviewed: string;
  readonly edVisits: Count;
  readonly stays: Count;
}

/** Null when no review is known, or its date is no whole day on or before as-of. */
export function sinceReview(use: ReadyUse, reviewed: string | null | undefined): SinceReview | null {
  const {proof} = use.value;
  if (!reviewed || parseDay(reviewed) === null || reviewed > proof.asOf) return null;
  const {edVisits, stays} = usedSince(proof, reviewed);
  // What is missing before the review is not missing here.
  const gaps = useView(use).coverage.gaps.filter(({since}) => since === undefined || since > reviewed);
  const days = {from: reviewed, to: proof.asOf};
  const count = (n: number, kind: 'ed-visit' | 'stay'): Count => ({
    n,
    complete: gaps.length === 0 && !hasLookAlike(use.value, kind, days),
    gaps,
  });
  return {reviewed, edVisits: count(edVisits.length, 'ed-visit'), stays: count(stays.length, 'stay')};
}
