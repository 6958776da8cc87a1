/** Code unit order, the same everywhere, whatever the language: ids, and days as ISO writes them. What is missing comes
 * before everything. */
export function compare(a: string | null, b: string | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
