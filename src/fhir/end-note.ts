import type {MembershipEnd} from '../domain/care-team.ts';

/** Words of the note that says why a membership ended: "date, name: reason". */
export function endNote(name: string | null, end: MembershipEnd): string {
  return `${opening(end.date, name)}${end.reason.trim()}`;
}

/** The reason that the notes of a team give for the end of a membership, the newest one; null when they give none. */
export function endReasonOf(
  notes: readonly (string | null)[],
  name: string | null,
  until: string,
): string | null {
  const start = opening(until.slice(0, 10), name);
  const note = notes.findLast((text) => text !== null && text.startsWith(start));
  return note?.slice(start.length).trim() || null;
}

function opening(date: string, name: string | null): string {
  return `${date}, ${name ?? '?'}: `;
}
