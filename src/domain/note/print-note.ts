import type {Words} from '../text.ts';
import type {IspNote, NoteAction, NoteGoal} from './isp-note.ts';
import {checkOf, FOOTER, noteText} from './note-check.ts';
import {
  achievements,
  actionLabels,
  actionStatuses,
  both,
  categories,
  crisisLabels,
  goalLabels,
  headings,
  lifecycles,
  mattersLabels,
  memberKinds,
  memberLabels,
  planLabels,
  planStatuses,
  title,
  type Pair,
} from './note-words.ts';

/** Before a line that goes on with the text above it. */
export const MORE = '   | ';

/**
 * The plan as a text that people read and that the panel reads back: labelled lines in both languages, the wanted one
 * first. The last line names the format, the plan and a check of the text above it.
 */
export function printNote(note: IspNote): string {
  const {lang} = note;
  const lines: string[] = [both(title, lang)];
  const heading = (pair: Pair): void => void lines.push('', both(pair, lang));
  const field = (pair: Pair, value: string | number | null): void => {
    const text = noteText(value === null ? null : String(value));
    if (text !== null) lines.push(...spread(`${both(pair, lang)}: `, text));
  };
  const fields = <K extends string>(
    labels: Readonly<Record<K, Pair>>,
    values: {readonly [P in NoInfer<K>]: string | number | null},
  ): void => {
    for (const key of Object.keys(labels) as K[]) field(labels[key], values[key]);
  };
  const word = <K extends string>(words: Readonly<Record<K, Pair>>, key: K | null): string | null =>
    key === null ? null : both(words[key], lang);
  const action = (it: NoteAction, name: string): void => {
    lines.push(...spread(`${name} [${both(actionStatuses[it.status], lang)}] `, noteText(it.what) ?? '…'));
    fields(actionLabels, {...it, category: word(categories, it.category)});
  };
  const goal = (it: NoteGoal): void => {
    const {number: at} = it;
    const state = both(lifecycles[it.lifecycle], lang);
    lines.push(...spread(`G${at} [${state}${tagOf(it.words)}] `, noteText(it.words.text) ?? '…'));
    fields(goalLabels, {...it, achievement: word(achievements, it.achievement)});
    for (const [place, one] of it.actions.entries()) action(one, `A${at}.${place + 1}`);
  };

  fields(planLabels, {...note, status: both(planStatuses[note.status], lang)});
  if (note.whatMatters) {
    heading(headings.matters);
    const {whatMatters} = note;
    fields(mattersLabels, {words: whatMatters.text, lang: whatMatters.lang});
  }
  heading(headings.goals);
  for (const one of note.goals) goal(one);
  if (note.otherActions.length > 0) {
    heading(headings.otherActions);
    for (const [at, one] of note.otherActions.entries()) action(one, `A0.${at + 1}`);
  }
  if (note.crisis) {
    heading(headings.crisis);
    fields(crisisLabels, note.crisis);
  }
  if (note.team.length > 0) {
    heading(headings.team);
    for (const [at, member] of note.team.entries()) {
      lines.push(...spread(`T${at + 1} `, noteText(member.name) ?? '…'));
      fields(memberLabels, {...member, kind: word(memberKinds, member.kind)});
    }
  }
  const text = lines.join('\n');
  return `${text}\n\n${FOOTER} · id ${note.id} · ${note.written} · ${lang} · check ${checkOf(text)}\n`;
}

/** The language of somebody's own words, beside the state. */
function tagOf({lang}: Words): string {
  return lang && /^[A-Za-z0-9-]+$/u.test(lang) ? ` · ${lang}` : '';
}

/** A text over as many lines as it has. */
function spread(start: string, text: string): string[] {
  return text.split('\n').map((line, at) => (at === 0 ? start + line : MORE + line));
}
