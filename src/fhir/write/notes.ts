import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {Settled, UpdateFailure} from './settle-update.ts';

/** What is to be told beside "saved". */
export type WriteNote =
  | {readonly kind: 'not-linked-to-plan'; readonly problem: Problem}
  | {readonly kind: 'merged'; readonly fields: readonly string[]}
  | {readonly kind: 'dropped'; readonly fields: readonly string[]}
  | {readonly kind: 'no-locking'};

/** The notes of one settled write. */
export function notesOf(settled: Pick<Settled, 'merged' | 'dropped' | 'locked'>): readonly WriteNote[] {
  const notes: WriteNote[] = [];
  if (settled.merged.length > 0) notes.push({kind: 'merged', fields: settled.merged});
  if (settled.dropped.length > 0) notes.push({kind: 'dropped', fields: settled.dropped});
  if (!settled.locked) notes.push({kind: 'no-locking'});
  return notes;
}

/** What the server now holds, and what is to be told beside it. */
export interface Saved<T> {
  readonly value: T;
  readonly notes: readonly WriteNote[];
}

/** What became of one write. */
export type Outcome<T, C = never> = Promise<Result<Saved<T>, UpdateFailure<C>>>;
