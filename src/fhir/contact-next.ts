import type {ContactNext} from '../domain/follow-up/contact.ts';

/*
 * R4 has no element for what comes next after a contact: it is a note whose first line says so, with the day, in words
 * that people read too. Both languages are always read.
 */
const pattern =
  /^\s*(?:next contact|next step|prochain contact|suite prévue)[^\n:\d]*:?[ \u00a0]*(\d{4}-\d{2}-\d{2})?[ \u00a0]*(?:\r?\n|$)/iu;

/** What comes next by a note; null when the note is about something else. */
export function nextOf(note: string): ContactNext | null {
  const found = pattern.exec(note);
  if (!found) return null;
  const text = note.slice(found[0].length).trim();
  const day = found[1] ?? null;
  return day === null && text === '' ? null : {day, text: text === '' ? null : text};
}

/** The note of what comes next, in the language of who writes (BCP 47). */
export function nextNote({day, text}: ContactNext, lang: string): string {
  const first = lang.startsWith('fr') ? 'Prochain contact\u00a0:' : 'Next contact:';
  return [`${first}${day === null ? '' : ` ${day}`}`, ...(text === null ? [] : [text])].join('\n');
}
