import type {Words} from '../text.ts';
import {crisisTopics} from '../plan-detail.ts';
import {
  noteTopics,
  type IspNote,
  type NoteAction,
  type NoteGoal,
  type NoteMember,
  type ReadNote,
} from './isp-note.ts';
import {noteLines, type NoteItem} from './note-lines.ts';
import {
  achievements,
  actionStatuses,
  categories,
  keyOf,
  lifecycles,
  memberKinds,
  planStatuses,
  type Pair,
} from './note-words.ts';

/**
 * Reads a note that the panel wrote, also after somebody has changed it by hand: labels in one language, other bullets,
 * lines left out or put in. What means nothing is given back as `unread`. Null when the text is no such note.
 */
export function readNote(text: string): ReadNote | null {
  const lines = noteLines(text);
  if (!lines) return null;
  const unread = [...lines.unread];
  const goals: (Omit<NoteGoal, 'actions'> & {actions: NoteAction[]})[] = [];
  const otherActions: NoteAction[] = [];
  const team: NoteMember[] = [];
  const plan = lines.items[0]?.fields ?? {};
  let crisis: IspNote['crisis'] = null;
  let whatMatters: Words | null = null;

  /** The code of a word; a word that is none is told and the usual one stands. */
  const coded = <K extends string>(
    word: string | null | undefined,
    words: Readonly<Record<K, Pair>>,
  ): K | null => {
    if (word === null || word === undefined || word.trim() === '') return null;
    const key = keyOf(word, words);
    if (key === null) unread.push(word);
    return key;
  };
  const degree = (value: string | undefined): number | null => {
    if (value === undefined) return null;
    const number = Number(value);
    if (Number.isInteger(number) && number >= 0 && number <= 10 && value.trim() !== '') return number;
    unread.push(value);
    return null;
  };
  const numbers = new Set(lines.items.map(({number}) => number));
  const taken = new Set<number>();
  /** A number that stands twice, or is none, names nothing: the second goal gets a free one. */
  const numberOf = (given: number | null): number => {
    let number = given ?? 0;
    if (taken.has(number) || !Number.isSafeInteger(number) || number < 1)
      for (number = 1; taken.has(number) || numbers.has(number);) number += 1;
    taken.add(number);
    return number;
  };
  const goalOf = ({state, number, text: words, fields}: NoteItem): (typeof goals)[number] => {
    const [lifecycle, lang = null] = (state ?? '').split(' · ');
    return {
      number: numberOf(number),
      words: {text: words, lang},
      lifecycle: coded(lifecycle, lifecycles) ?? 'active',
      achievement: coded(fields['achievement'], achievements),
      clinical: fields['clinical'] ?? null,
      domain: fields['domain'] ?? null,
      target: fields['target'] ?? null,
      start: fields['start'] ?? null,
      changed: fields['changed'] ?? null,
      due: fields['due'] ?? null,
      reason: fields['reason'] ?? null,
      barriers: fields['barriers'] ?? null,
      importance: degree(fields['importance']),
      confidence: degree(fields['confidence']),
      actions: [],
    };
  };
  const actionOf = ({state, text: what, fields}: NoteItem): NoteAction => ({
    what,
    status: coded(state, actionStatuses) ?? 'requested',
    who: fields['who'] ?? null,
    due: fields['due'] ?? null,
    done: fields['done'] ?? null,
    category: coded(fields['category'], categories),
    reason: fields['reason'] ?? null,
  });

  for (const item of lines.items) {
    const {kind, text: words, fields} = item;
    if (kind === 'goal') goals.push(goalOf(item));
    else if (kind === 'action')
      (item.loose ? otherActions : (goals.at(-1)?.actions ?? otherActions)).push(actionOf(item));
    else if (kind === 'matters' && fields['words']) {
      whatMatters = {text: fields['words'], lang: fields['lang'] ?? null};
    } else if (kind === 'member') {
      const {role = null, code = null, organization = null, phone = null} = fields;
      const {since = null, until = null, reason = null} = fields;
      const kind = coded(fields['kind'], memberKinds);
      team.push({name: words, kind, role, code, organization, phone, since, until, reason});
    } else if (kind === 'crisis') {
      crisis = texts(crisisTopics, fields);
    }
  }
  const note: IspNote = {
    id: lines.footer?.id ?? '',
    written: lines.footer?.written ?? '',
    lang: lines.footer?.lang ?? 'en',
    author: plan['author'] ?? null,
    status: coded(plan['status'], planStatuses) ?? 'unknown',
    start: plan['start'] ?? null,
    end: plan['end'] ?? null,
    reviewed: plan['reviewed'] ?? null,
    nextReview: plan['nextReview'] ?? null,
    agreed: plan['agreed'] ?? null,
    whatMatters,
    other: plan['other'] ?? null,
    ...texts(noteTopics, plan),
    goals,
    otherActions,
    team,
    crisis,
  };
  return {note, intact: lines.intact, unread};
}

function texts<T extends string>(
  topics: readonly T[],
  fields: Readonly<Record<string, string>>,
): {readonly [topic in T]: string | null} {
  return Object.fromEntries(topics.map((topic) => [topic, fields[topic] ?? null])) as {
    [topic in T]: string | null;
  };
}
