import {compareInstants} from './compare.ts';
import {planTopics, type PlanDetail, type PlanTopic} from './plan-detail.ts';
import type {Pointer} from './text.ts';

/** What the plan holds of contacts is a log beside it: that it grows is no change of the plan. */
type ToldTopic = Exclude<PlanTopic, 'contacts'>;

/** Topics that speak of the plan itself. */
export const toldTopics = planTopics.filter((topic): topic is ToldTopic => topic !== 'contacts');

/** Fields of a plan whose changes are told. */
export const toldFields = [
  'status',
  'start',
  'end',
  'nextReview',
  'agreements',
  'author',
  ...toldTopics,
] as const;

export type ToldField = (typeof toldFields)[number];

/** One version of a plan in the record's history. */
export interface PlanVersion {
  /** When it was written (ISO instant), and the local day of that; null where the record does not say. */
  readonly at: string | null;
  readonly day: string | null;
  readonly detail: PlanDetail;
  /** Who wrote the words on a topic, where the note says so. */
  readonly authors: Readonly<Partial<Record<string, Pointer>>>;
}

/** One field that says something else than it did. */
export interface PlanFieldChange {
  readonly field: ToldField;
  readonly before: unknown;
  readonly after: unknown;
  /** When it came to say what it says now (ISO instant), and by whom; null where the record does not say. */
  readonly at: string | null;
  readonly by: Pointer | null;
}

/** What changed, and since when. */
export interface PlanChanges {
  /** The local day (YYYY-MM-DD) of the version that is compared with; null when no version has a date. */
  readonly since: string | null;
  /** False when the history does not reach back to the day: the oldest version known is compared with. */
  readonly reaches: boolean;
  readonly changes: readonly PlanFieldChange[];
}

/**
 * What the plan says now and did not say on the evening of `day` (local, YYYY-MM-DD; null for the beginning). The
 * versions may come in any order; null when there is none.
 */
export function changesSince(versions: readonly PlanVersion[], day: string | null): PlanChanges | null {
  const ordered = versions.toSorted((a, b) => compareInstants(b.at, a.at));
  const [now] = ordered;
  if (!now) return null;
  const then = day === null ? undefined : ordered.find((one) => one.day !== null && one.day <= day);
  const from = then ?? (ordered.at(-1) as PlanVersion);
  const changes = toldFields.flatMap((field): readonly PlanFieldChange[] => {
    const [before, after] = [from.detail[field], now.detail[field]];
    if (isSame(field, before, after)) return [];
    // The oldest of the unbroken row of versions that say what is said now brought it.
    const other = ordered.findIndex((one) => !isSame(field, one.detail[field], after));
    const brought = ordered[other - 1] ?? now;
    return [{field, before, after, at: brought.at, by: brought.authors[field] ?? null}];
  });
  return {since: from.day, reaches: day === null || then !== undefined, changes};
}

function isSame<F extends ToldField>(field: F, a: PlanDetail[F], b: PlanDetail[F]): boolean {
  if (field === 'author') return whoIs(a as PlanDetail['author']) === whoIs(b as PlanDetail['author']);
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Another name for the same person is no change of the plan. */
function whoIs(author: PlanDetail['author']): string | null {
  return author?.reference ?? author?.display ?? null;
}
