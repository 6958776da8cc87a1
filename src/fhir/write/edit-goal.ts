import type {GoalAchievement, GoalChange} from '../../domain/goal.ts';
import type {Words} from '../../domain/text.ts';
import {setLanguage, setPrimitive} from './primitive.ts';
import {
  dropIfEmpty,
  ensureList,
  ensureObject,
  objectsAt,
  stringAt,
  toRaw,
  type Plain,
  type RawObject,
} from './raw-json.ts';

/** R4 home of the achievement codes; the older address is replaced whenever an achievement is written. */
const ACHIEVEMENT = 'http://terminology.hl7.org/CodeSystem/goal-achievement';

/** Who writes and when, for what is dated or signed. */
export interface Authorship {
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: string;
  /** Instant, ISO 8601 with Z. */
  readonly now: string;
  /** Reference of the signed-in user, when it is one that an Annotation may name. */
  readonly user: string | null;
}

/**
 * Puts a change into a Goal, in place, and touches nothing else: other members, extensions, order and decimals stay.
 * The person's words are `description.text`, clinical wording is `note`.
 */
export function editGoal(goal: RawObject, change: GoalChange, by: Authorship): void {
  if (change.words) setWords(goal, change.words);
  if (change.clinical !== undefined) setClinical(goal, change.clinical, by);
  if (change.lifecycle) setPrimitive(goal, 'lifecycleStatus', change.lifecycle);
  if (change.achievement !== undefined) setAchievement(goal, change.achievement);
  if (change.statusReason !== undefined) setPrimitive(goal, 'statusReason', change.statusReason);
  if (change.dueDate !== undefined) setDueDate(goal, change.dueDate);
  if (change.lifecycle || change.achievement !== undefined || change.statusReason !== undefined) {
    setPrimitive(goal, 'statusDate', by.today);
  }
}

/** An Annotation in the person's name; only the author types that R4 allows are named. */
export function annotation(text: string, by: Authorship): Record<string, Plain> {
  const author = authorReference(by.user);
  return {...(author && {authorReference: author}), time: by.now, text};
}

/** The signed-in user as an author; null for who may be none (R4 allows these types for notes and observations alike). */
export function authorReference(user: string | null): {readonly reference: string} | null {
  return user && /^(Practitioner|RelatedPerson|Patient|Organization)\/[^/]+$/u.test(user)
    ? {reference: user}
    : null;
}

/** Place of the note that holds the clinical wording: the last one with text. -1 when there is none. */
function clinicalAt(notes: readonly unknown[]): number {
  return notes.findLastIndex((note) => note instanceof Map && stringAt(note as RawObject, 'text') !== null);
}

function setWords(goal: RawObject, words: Words): void {
  const description = ensureObject(goal, 'description');
  setPrimitive(description, 'text', words.text);
  setLanguage(description, 'text', words.lang);
}

function setClinical(goal: RawObject, clinical: Words | null, by: Authorship): void {
  const notes = ensureList(goal, 'note');
  const at = clinicalAt(notes);
  if (clinical === null) {
    if (at >= 0) notes.splice(at, 1);
    dropIfEmpty(goal, 'note');
    return;
  }
  const note = (at >= 0 ? notes[at] : toRaw(annotation(clinical.text, by))) as RawObject;
  if (at < 0) notes.push(note);
  setPrimitive(note, 'text', clinical.text);
  setLanguage(note, 'text', clinical.lang);
}

/**
 * Codings of other systems and the text described the achievement that no longer stands, so the concept is made anew;
 * its extensions stay.
 */
function setAchievement(goal: RawObject, achievement: GoalAchievement | null): void {
  if (achievement === null) {
    goal.delete('achievementStatus');
    return;
  }
  const concept = ensureObject(goal, 'achievementStatus');
  setPrimitive(concept, 'text', null);
  concept.set('coding', toRaw([{system: ACHIEVEMENT, code: achievement}]));
}

/** Measure and detail of a target stay as they are, so gol-1 holds after the edit whenever it held before. */
function setDueDate(goal: RawObject, dueDate: string | null): void {
  const dated = objectsAt(goal, 'target').filter((target) => target.has('dueDate'));
  if (dueDate !== null) {
    const free = objectsAt(goal, 'target').find((target) => !target.has('dueDuration'));
    const target = dated[0] ?? free ?? (new Map() as RawObject);
    setPrimitive(target, 'dueDate', dueDate);
    const targets = ensureList(goal, 'target');
    if (!targets.includes(target)) targets.push(target);
    return;
  }
  for (const target of dated) setPrimitive(target, 'dueDate', null);
  if (!Array.isArray(goal.get('target'))) return;
  goal.set(
    'target',
    ensureList(goal, 'target').filter((target) => !(target instanceof Map && target.size === 0)),
  );
  dropIfEmpty(goal, 'target');
}

/** True when an element that the change touches carries a modifier extension, which may reverse its meaning. */
export function isModifiedWhereTouched(goal: RawObject, change: GoalChange): boolean {
  if (change.dueDate === undefined) return false;
  return objectsAt(goal, 'target').some((target) => target.has('modifierExtension'));
}
