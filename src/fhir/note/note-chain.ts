import {compare} from '../../domain/compare.ts';
import type {FiledNote} from './note-document.ts';

/**
 * The versions of a note by what replaces what. Where a record keeps no relations each follows the one that came before
 * it.
 */
export interface NoteChain {
  /** The version that counts; null when there is none. */
  readonly current: FiledNote | null;
  /** Ids of the newest versions that no other says it replaces: more than one where two people wrote at once. */
  readonly open: readonly string[];
}

const mostOpen = 5;

/**
 * Finds the version that counts: the one with the longest history behind it, the earlier of two that replaced the same.
 * Whoever wrote the later one is told and writes again on top of both, so that nothing of either is lost.
 */
export function noteChain(filed: readonly FiledNote[]): NoteChain {
  const inTime = filed.toSorted(inOrder);
  const known = new Set(inTime.map(({id}) => id));
  const keepsRelations = inTime.some(({replaces}) => replaces.length > 0);
  const parents = new Map<string, readonly string[]>();
  for (const [at, one] of inTime.entries()) {
    const parentIds = one.replaces.filter((id) => known.has(id) && id !== one.id);
    const before = inTime[at - 1];
    parents.set(one.id, keepsRelations || !before ? parentIds : [before.id]);
  }
  const named = new Set(inTime.flatMap(({replaces}) => replaces));
  // Where a record keeps no relations every version is open: the last few are enough.
  const open = inTime.flatMap(({id}) => (named.has(id) ? [] : id)).slice(-mostOpen);
  const replaced = new Set([...parents.values()].flat());
  const heads = inTime.filter(({id}) => !replaced.has(id));
  // A record that says that two versions replace each other makes no sense: then the newest counts.
  if (heads.length === 0) return {current: inTime.at(-1) ?? null, open};
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    const done = depths.get(id);
    if (done !== undefined) return done;
    depths.set(id, 0);
    const own = 1 + Math.max(0, ...(parents.get(id) ?? []).map(depth));
    depths.set(id, own);
    return own;
  };
  const [current = null] = heads.toSorted((a, b) => depth(b.id) - depth(a.id));
  return {current, open};
}

/** Sorts versions by when they came into the record. */
export function inOrder(a: FiledNote, b: FiledNote): number {
  return byTime(a.date, b.date) || compare(a.id, b.id);
}

function byTime(a: string, b: string): number {
  const [one, other] = [Date.parse(a), Date.parse(b)];
  if (Number.isFinite(one) && Number.isFinite(other) && one !== other) return one - other;
  return compare(a, b);
}
