import type {ContactNext} from '../domain/follow-up/contact.ts';

/*
 * R4 has no element for what comes next after a contact: it is a note whose first line says so, with the day and the days
 * between contacts, in words that people read too. Both languages are always read.
 */
const heading = /^\s*(?:next contact|prochain contact)[ \u00a0]*:[ \u00a0]*/iu;
const day = /^\d{4}-\d{2}-\d{2}/u;
const every = /^(?:,[ \u00a0]*)?(?:every|aux)[ \u00a0](\d{1,3})[ \u00a0](?:days|jours)/iu;

/** What comes next by a note; null when the note is about something else. */
export function nextOf(note: string): ContactNext | null {
  const [first = '', ...others] = note.split(/\r?\n/u);
  const found = heading.exec(first);
  if (!found) return null;
  let rest = first.slice(found[0].length);
  const on = day.exec(rest)?.[0] ?? null;
  rest = rest.slice(on?.length ?? 0);
  const rhythm = every.exec(rest);
  rest = rest.slice(rhythm?.[0].length ?? 0);
  const text = [rest, ...others].join('\n').trim();
  const days = Number(rhythm?.[1] ?? 0);
  if (on === null && days === 0 && text === '') return null;
  return {day: on, every: days > 0 ? days : null, text: text === '' ? null : text};
}

/** The note of what comes next, in the language of who writes (BCP 47). */
export function nextNote({day: on, every: days, text}: ContactNext, lang: string): string {
  const isFrench = lang.startsWith('fr');
  const rhythm = days === null ? [] : [isFrench ? `aux ${days} jours` : `every ${days} days`];
  const first = [...(on === null ? [] : [on]), ...rhythm].join(', ');
  const head = isFrench ? 'Prochain contact\u00a0:' : 'Next contact:';
  return [first === '' ? head : `${head} ${first}`, ...(text === null ? [] : [text])].join('\n');
}
