const shape = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * First and last millisecond (UTC) that a FHIR date or dateTime can mean; null when it is none. What has no offset is
 * taken as UTC: this serves to compare with the bounds of a search, with a day of tolerance, never to count.
 */
export function instantRange(
  text: string | null | undefined,
): {readonly from: number; readonly to: number} | null {
  const match = shape.exec(text ?? '');
  if (!match) return null;
  const [, year, month, day, time, offset] = match;
  const from = time
    ? Date.parse(`${year}-${month}-${day}T${time}${offset ?? 'Z'}`)
    : Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(from)) return null;
  if (time) return {from, to: from};
  const to = day ? from + 86_400_000 : Date.UTC(Number(year) + (month ? 0 : 1), month ? Number(month) : 0, 1);
  return {from, to: to - 1};
}
