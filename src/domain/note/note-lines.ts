import {
  actionLabels,
  crisisLabels,
  goalLabels,
  headings,
  keyOf,
  mattersLabels,
  memberLabels,
  planLabels,
  title,
  type Pair,
  type Part,
} from './note-words.ts';
import {checkOf, FOOTER} from './note-check.ts';

/** One thing of a note with its fields: the plan itself, a goal, an action, a member, the crisis plan, what matters. */
export interface NoteItem {
  readonly kind: 'plan' | 'matters' | 'goal' | 'action' | 'crisis' | 'member';
  /** What stands in square brackets after the number; null when nothing does. */
  readonly state: string | null;
  /** Its number, or null for what has none. */
  readonly number: number | null;
  text: string;
  /** Text of each field by its key. */
  readonly fields: Record<string, string>;
  /** True for an action under its own heading rather than under a goal. */
  readonly loose: boolean;
}

/** A note taken apart. */
export interface NoteLines {
  readonly items: readonly NoteItem[];
  readonly unread: readonly string[];
  readonly footer: {readonly id: string; readonly written: string; readonly lang: 'en' | 'fr'} | null;
  readonly intact: boolean;
}

const footerShape = new RegExp(`^${FOOTER} · id (\\S+) · (\\S+) · (en|fr) · check ([0-9a-f]{8})$`, 'u');
const labels: Readonly<Record<NoteItem['kind'], Readonly<Record<string, Pair>>>> = {
  plan: planLabels,
  matters: mattersLabels,
  goal: goalLabels,
  action: actionLabels,
  crisis: crisisLabels,
  member: memberLabels,
};
const itemShape = /^\s*([GAT])(\d+)(?:\.\d+)?[.:)]?(?:\s*\[([^\]]*)\])?\s(.*)$/su;

/** Takes a note apart, line by line; null when it is none of this panel's. */
export function noteLines(text: string): NoteLines | null {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = lines.findLastIndex((line) => footerShape.test(line.trim()));
  const footer = last < 0 ? null : footerShape.exec((lines[last] as string).trim());
  const body = last < 0 ? lines : lines.slice(0, last);
  const first = body.findIndex((line) => line.trim() !== '');
  const titled = first >= 0 && keyOf(body[first] as string, {title}) === 'title';
  if (!titled && !footer) return null;

  const items: NoteItem[] = [];
  const unread: string[] = [];
  let part: Part | null = null;
  /** Puts a further line to the text that stands last. */
  let more: (line: string) => void = (line) => void unread.push(line);
  const begin = (
    kind: NoteItem['kind'],
    state: string | null,
    words: string,
    number: number | null = null,
  ): NoteItem => {
    const item: NoteItem = {kind, state, number, text: words, fields: {}, loose: part === 'otherActions'};
    items.push(item);
    more = (line) => (item.text += `\n${line}`);
    return item;
  };
  let current = begin('plan', null, '');

  for (const line of body.slice(titled ? first + 1 : 0)) {
    const goesOn = /^\s*\| ?(.*)$/su.exec(line);
    if (goesOn) {
      more(goesOn[1] ?? '');
      continue;
    }
    if (line.trim() === '') continue;
    const heading: Part | null = keyOf(line, headings);
    if (heading) {
      part = heading;
      more = (other) => void unread.push(other);
      if (heading === 'crisis' || heading === 'matters') current = begin(heading, null, '');
      continue;
    }
    const field = fieldOf(line, labels[current.kind]);
    if (field && !(field.key in current.fields)) {
      const {fields} = current;
      fields[field.key] = field.value;
      more = (other) => (fields[field.key] += `\n${other}`);
      continue;
    }
    const item = itemShape.exec(line);
    const [, letter, digits, state = null, words = ''] = item ?? [];
    if (letter === 'G' && part === 'goals') current = begin('goal', state, words, Number(digits));
    else if (letter === 'A' && (part === 'goals' || part === 'otherActions')) {
      current = begin('action', state, words);
    } else if (letter === 'T' && part === 'team') {
      // A member has no state: brackets belong to the name.
      current = begin('member', null, state === null ? words : line.replace(/^\s*T\d+[.:)]?\s/u, ''));
    } else if (part === 'matters') {
      // Somebody left the label out, or wrote beside it.
      const typed = current.fields['words'];
      current.fields['words'] = typed === undefined ? line : `${typed}\n${line}`;
    } else unread.push(line);
  }
  const [, id = '', written = '', lang = 'en', check = ''] = footer ?? [];
  return {
    items,
    unread,
    footer: footer ? {id, written, lang: lang === 'fr' ? 'fr' : 'en'} : null,
    intact: footer !== null && checkOf(body.join('\n')) === check,
  };
}

/** A labelled line: what stands before the first colon, when it is a label here, and all that follows. */
function fieldOf(
  line: string,
  known: Readonly<Record<string, Pair>>,
): {readonly key: string; readonly value: string} | null {
  const colon = line.indexOf(':');
  if (colon < 0) return null;
  const key = keyOf(line.slice(0, colon).replace(/^\s*[-•*]\s*/u, ''), known);
  return key === null ? null : {key, value: line.slice(colon + 1).replace(/^[ \u00a0]/u, '')};
}
