import {contactModes, type Contact, type ContactMode} from '../domain/follow-up/contact.ts';
import {fingerprint} from '../domain/fingerprint.ts';
import {momentText, parseDay, zoneOf} from '../domain/time.ts';
import {nextNote, nextOf} from './contact-next.ts';

/*
 * Where a record system takes no contact as a record of its own, the contacts stand in the plan: one note, one contact a
 * line, in words that people read too ("2026-11-22 10:04 — phone — reached — with: Marie Roy — note: …"). Both languages
 * are always read; what a line says besides stays in it.
 */
interface Word {
  readonly en: string;
  readonly fr: string;
}

const modes: Readonly<Record<ContactMode, Word>> = {
  phone: {en: 'phone', fr: 'téléphone'},
  'in-person': {en: 'in person', fr: 'en personne'},
  home: {en: 'home visit', fr: 'visite à domicile'},
  video: {en: 'video', fr: 'vidéo'},
  message: {en: 'message', fr: 'message'},
  letter: {en: 'letter', fr: 'lettre'},
};
const outcomes = {
  reached: {en: 'reached', fr: 'personne jointe'},
  not: {en: 'not reached', fr: 'personne non jointe'},
} as const;
const labels = {
  with: {en: 'with', fr: 'avec'},
  about: {en: 'about', fr: 'à propos de'},
  by: {en: 'by', fr: 'par'},
  next: {en: 'next contact', fr: 'prochain contact'},
  note: {en: 'note', fr: 'note'},
} as const;
const mistake: Word = {en: 'entered by mistake', fr: 'saisi par erreur'};

type Label = keyof typeof labels;

const opening = /^(\d{4}-\d{2}-\d{2})(?:[ \u00a0](\d{2}:\d{2}))?$/u;

/** One line of the log with what it says. */
export interface ContactLine {
  readonly line: string;
  readonly contact: Contact;
}

/** Whose log it is. */
export interface LogContext {
  readonly patientId: string;
  /** Time zone of the site (IANA): the times of the lines are local. */
  readonly zone: string;
  /** Words of the person's goals, by which a line names them. */
  readonly goals: readonly {readonly id: string; readonly words: string}[];
}

/** What the lines of a log say; lines that are no contact are passed over. */
export function readContactLines(text: string, context: LogContext): readonly ContactLine[] {
  const seen = new Map<string, number>();
  return text.split(/\r?\n/u).flatMap((line): readonly ContactLine[] => {
    const nth = seen.get(line) ?? 0;
    const contact = readLine(line.trim(), context, nth);
    if (contact === null) return [];
    seen.set(line, nth + 1);
    return [{line, contact}];
  });
}

function readLine(line: string, {patientId, zone, goals}: LogContext, nth: number): Contact | null {
  const [first = '', ...parts] = line.split(/[ \u00a0]+—[ \u00a0]+/u);
  const [, day = '', time] = opening.exec(first.trim()) ?? [];
  if (parseDay(day) === null) return null;
  const said = parts.map((part) => part.trim());
  const mode = contactModes.find((one) => said.some((part) => is(modes[one], part))) ?? null;
  const at = (label: Label): string | null => said.flatMap((part) => valueOf(label, part) ?? [])[0] ?? null;
  const isMissed = said.some((part) => is(outcomes.not, part));
  const withWhom = at('with');
  const about = at('about');
  const goal = about === null ? undefined : goals.find(({words}) => plain(words) === plain(about));
  const by = at('by');
  const note = at('note');
  return {
    id: `plan:${fingerprint(line).toString(36)}${nth > 0 ? `.${nth}` : ''}`,
    version: null,
    place: 'plan',
    mode,
    reached: !isMissed,
    party:
      withWhom === null
        ? {kind: 'patient', reference: `Patient/${patientId}`, name: null}
        : {kind: 'text', reference: null, name: withWhom},
    day,
    at: time === undefined ? null : instantOf(`${day}T${time}:00`, zone),
    goalIds: goal ? [goal.id] : [],
    note: note === null ? null : {text: note, lang: null},
    next: nextOf(`${labels.next.en}: ${at('next') ?? ''}`),
    by: by === null ? null : {reference: null, name: by},
    mistaken: said.some((part) => is(mistake, part)),
    readOnly: null,
  };
}

/** A local time with its offset; null when it is none. */
function instantOf(local: string, zone: string): string | null {
  const moment = zoneOf(zone).read(local);
  return moment === null || moment.at === null ? null : momentText(moment);
}

/** What a new line says, beside the contact itself. */
export interface LineFacts {
  /** Local time, HH:MM; null for a contact of another day. */
  readonly time: string | null;
  /** Words of the goal it was about, and the name of who made it; null when not known. */
  readonly goal: string | null;
  readonly by: string | null;
  /** BCP 47, of who writes. */
  readonly lang: string;
}

/** A contact as a line of the log. */
export function contactLine(
  {
    mode,
    reached,
    party,
    day,
    note,
    next,
  }: Pick<Contact, 'mode' | 'reached' | 'party' | 'day' | 'note' | 'next'>,
  {time, goal, by, lang}: LineFacts,
): string {
  const language = lang.startsWith('fr') ? 'fr' : 'en';
  const say = (label: Label, words: string | null): readonly string[] => {
    const value = oneLine(words ?? '');
    return value === '' ? [] : [`${labels[label][language]}${language === 'fr' ? '\u00a0' : ''}: ${value}`];
  };
  const comes = next === null ? null : nextNote(next, lang).replace(/^[^:]*:[ \u00a0]*/u, '');
  return [
    time === null ? day : `${day} ${time}`,
    ...(mode === null ? [] : [modes[mode][language]]),
    (reached ? outcomes.reached : outcomes.not)[language],
    ...say('with', party.kind === 'patient' ? null : (party.name ?? party.reference)),
    ...say('about', goal),
    ...say('by', by),
    ...say('next', comes),
    ...say('note', note?.text ?? null),
  ].join(' — ');
}

/** The same line marked as a mistake: it is kept, and counts no more. */
export function withdrawnLine(line: string, lang: string): string {
  return `${line} — ${mistake[lang.startsWith('fr') ? 'fr' : 'en']}`;
}

/** A text as it stands in one line: line breaks and the dash that parts its fields are put otherwise. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/[ \u00a0]+—[ \u00a0]+/gu, ', ')
    .replace(/\s+/gu, ' ');
}

function valueOf(label: Label, part: string): string | null {
  const [, name = '', value = ''] = /^([^:]{2,24}?)[ \u00a0]*:[ \u00a0]*(.*)$/u.exec(part) ?? [];
  return is(labels[label], name) && value.trim() !== '' ? value.trim() : null;
}

function is({en, fr}: Word, said: string): boolean {
  return plain(said) === en || plain(said) === fr;
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}
