import {aboutTopics, type AboutTopic, type MemberAbout} from '../domain/care-team.ts';

/*
 * R4 has no elements for the hours, the substitute, the consent or the limits of a member, and a member of the record's own
 * directory cannot be changed from here: they are a note of the team (`CareTeam.note`) whose first line names the member,
 * in words that people read too. Both languages are always read.
 */
const labels: Readonly<
  Record<AboutTopic, {readonly en: string; readonly fr: string; readonly read: RegExp}>
> = {
  phones: {en: 'Phones', fr: 'Téléphones', read: /^(?:phones?|téléphones?)$/iu},
  hours: {en: 'Hours', fr: 'Heures', read: /^(?:hours|heures)$/iu},
  substitute: {en: 'Substitute', fr: 'Remplaçant', read: /^(?:substitute|remplaçante?)$/iu},
  consent: {
    en: 'Consent to share',
    fr: 'Consentement au partage',
    read: /^(?:consent(?: to share)?|consentement(?: au partage)?)$/iu,
  },
  limits: {en: 'Role and limits', fr: 'Rôle et limites', read: /^(?:role and limits|rôle et limites)$/iu},
};

const opening = /^\s*(?:about|à propos de)[ \u00a0]+(.+?)[ \u00a0]*:[ \u00a0]*$/iu;
const line = /^\s*([^:\n]{3,40}?)[ \u00a0]*:[ \u00a0]*(.*)$/u;

/** True for a note that is about a member of this name. */
export function isAbout(note: string | null, name: string | null): boolean {
  const found = opening.exec((note ?? '').split(/\r?\n/u)[0] ?? '')?.[1];
  return found !== undefined && name !== null && plain(found) === plain(name);
}

/** What the notes of a team say of a member, the newest note on each thing; null when they say nothing. */
export function aboutOf(notes: readonly (string | null)[], name: string | null): MemberAbout | null {
  const own = notes.filter((note): note is string => note !== null && isAbout(note, name));
  if (own.length === 0) return null;
  const about: Record<AboutTopic, string | null> = {...nothing};
  for (const note of own) {
    for (const text of note.split(/\r?\n/u).slice(1)) {
      const [, label = '', words = ''] = line.exec(text) ?? [];
      const topic = aboutTopics.find((one) => labels[one].read.test(label.trim()));
      if (topic) about[topic] = words.trim() === '' ? null : words.trim();
    }
  }
  return about;
}

/** The note on a member, in the language of who writes (BCP 47); null when there is nothing to say. */
export function aboutNote(name: string, about: MemberAbout, lang: string): string | null {
  const isFrench = lang.startsWith('fr');
  const lines = aboutTopics.flatMap((topic) => {
    const words = oneLine(about[topic] ?? '');
    if (words === '') return [];
    return [isFrench ? `${labels[topic].fr}\u00a0: ${words}` : `${labels[topic].en}: ${words}`];
  });
  if (lines.length === 0) return null;
  return [isFrench ? `À propos de ${oneLine(name)}\u00a0:` : `About ${oneLine(name)}:`, ...lines].join('\n');
}

/** Nothing is said of a member. */
export const nothing: MemberAbout = {
  phones: null,
  hours: null,
  substitute: null,
  consent: null,
  limits: null,
};

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function plain(text: string): string {
  return oneLine(text).toLowerCase();
}
