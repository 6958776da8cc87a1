import type {GoalChange} from '../domain/goal.ts';
import type {Words} from '../domain/text.ts';
import type {Choices} from './commands/save-record.ts';
import type {ClashingField, Conflict} from './state.ts';

/** A conflict that is settled field by field. */
export type FieldwiseConflict = Exclude<Conflict, {what: 'member'}>;

/** The fields that were changed here and elsewhere, each with what both began from, mine and theirs. */
export function clashingFields(conflict: FieldwiseConflict): readonly ClashingField[] {
  if (conflict.what === 'fields') return conflict.fields;
  const {base, mine, theirs, fields} = conflict;
  return fields.map((name) => ({
    name,
    base: base[name] ?? null,
    mine: mine[name] ?? null,
    // A state that nobody knows cannot be written back.
    theirs: (name === 'lifecycle' && theirs.lifecycle === 'unrecognized' ? null : theirs[name]) ?? null,
  }));
}

/** Names the version of the record that a conflict stands against: choices made against another one are void. */
export function versionOf(conflict: FieldwiseConflict): string {
  if (conflict.what === 'goal') return conflict.theirs.version ?? '';
  return JSON.stringify([conflict.theirsAt, conflict.fields.map(({name, theirs}) => [name, theirs])]);
}

/** How a field can be written anew: as text, as a day, or only chosen between the two versions. */
export function shapeOf({base, mine, theirs}: ClashingField): 'text' | 'date' | 'choice' {
  const known = [mine, theirs, base].find((value) => value !== null);
  if (isWords(known)) return 'text';
  if (typeof known !== 'string') return 'choice';
  return isDay(known) ? 'date' : 'text';
}

/** What somebody wrote instead of both versions, as a value of the field; words keep their language. */
export function otherValue({base, mine, theirs}: ClashingField, typed: string): Words | string | null {
  const text = typed.trim();
  if (text === '') return null;
  const words = [mine, theirs, base].filter(isWords);
  return words.length > 0 ? {text, lang: words[0]?.lang ?? null} : text;
}

/** The change of a goal that follows from what was chosen: what only this person changed is written as typed. */
export function chosenChange(
  {mine, fields}: FieldwiseConflict & {what: 'goal'},
  choices: Choices,
): GoalChange {
  const change: Partial<Record<keyof GoalChange, unknown>> = {...mine};
  for (const name of fields) {
    const choice = choices[name] ?? 'theirs';
    if (choice === 'theirs') delete change[name];
    else if (choice !== 'mine') change[name] = choice.other;
  }
  return change as GoalChange;
}

/** Whether a value is words with their language. */
export function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** Whether a value is a whole local day (YYYY-MM-DD). */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value);
}
