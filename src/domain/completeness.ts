import type {ResourceName} from './problem.ts';

/**
 * Why a list or a count may be short. The words are those of the proof (`gaps`), so that screen and proof cannot differ.
 * `loading` is a state of the screen only: further pages are on their way.
 */
export type GapReason =
  'page-limit' | 'timeout' | 'forbidden' | 'failed' | 'quarantined' | 'scope' | 'records-start' | 'loading';

/** One known hole in what was read. */
export interface Gap {
  readonly reason: GapReason;
  readonly what: ResourceName;
  /** With `records-start`: the first local date that the source holds (YYYY-MM-DD). */
  readonly since?: string;
  /** With `quarantined`: how many entries could not be read. */
  readonly count?: number;
}

/** What was read, what is known to be missing, and when it was read (an ISO instant with offset or Z). */
export interface Loaded<T> {
  readonly value: T;
  readonly gaps: readonly Gap[];
  readonly asOf: string;
}

/** A number on its way to the screen: it never travels without its completeness. */
export interface Count {
  readonly n: number;
  readonly complete: boolean;
  readonly gaps: readonly Gap[];
}
