import type {Gap} from '../domain/completeness.ts';
import type {ResourceName} from '../domain/problem.ts';
import type {Found} from './references.ts';
import type {Listed} from './search.ts';

/** Maps each record of a list; one that cannot be read is left out and counted, and costs none of the others. */
export function mapListed<T>(
  {entries, gaps}: Listed,
  what: ResourceName,
  map: (found: Found) => T | null,
): {readonly value: readonly T[]; readonly gaps: readonly Gap[]} {
  const value = entries.flatMap((found) => map(found) ?? []);
  return {value, gaps: withQuarantined(gaps, what, entries.length - value.length)};
}

/** Gaps with so many more records that could not be read. */
export function withQuarantined(gaps: readonly Gap[], what: ResourceName, more: number): readonly Gap[] {
  if (more === 0) return gaps;
  const isCount = (gap: Gap): boolean => gap.reason === 'quarantined' && gap.what === what;
  const before = gaps.find(isCount)?.count ?? 0;
  return [...gaps.filter((gap) => !isCount(gap)), {reason: 'quarantined', what, count: before + more}];
}
