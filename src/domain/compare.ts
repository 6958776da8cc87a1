/** Code unit order, the same everywhere, whatever the language: ids, and days as ISO writes them. What is missing comes
 * before everything. */
export function compare(a: string | null, b: string | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Order of two FHIR instants; what is missing or none comes before everything: nothing says that it is newer. */
export function compareInstants(a: string | null, b: string | null): number {
  const [one, other] = [Date.parse(a ?? ''), Date.parse(b ?? '')];
  // The difference of two that are missing is no number, and they are equal.
  return (Number.isNaN(one) ? -Infinity : one) - (Number.isNaN(other) ? -Infinity : other) || 0;
}
