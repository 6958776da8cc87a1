import type {Goal, GoalAchievement, GoalChange, LinkedCondition} from '../../domain/goal.ts';
import {domainOf} from '../../domain/goal-domains.ts';
import type {Words} from '../../domain/text.ts';
import {annotation, type Authorship} from './annotation.ts';
import {conceptOf, conceptText, type ConceptLike} from '../concept-text.ts';
import {conditionIdOf, namesBarriers} from '../map-goal.ts';
import {setLanguage, setPrimitive} from './primitive.ts';
import {
  dropIfEmpty,
  ensureList,
  ensureObject,
  listAt,
  objectsAt,
  stringAt,
  toPlain,
  toRaw,
  type RawObject,
} from './raw-json.ts';
import {setTopic} from './topic-note.ts';

/** R4 home of the achievement codes; the older address is replaced whenever an achievement is written. */
const ACHIEVEMENT = 'http://terminology.hl7.org/CodeSystem/goal-achievement';

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
  if (change.domain !== undefined) setDomain(goal, change.domain);
  if (change.barriers !== undefined) setTopic(goal, 'barriers', change.barriers, by);
  if (change.conditions !== undefined) setConditions(goal, change.conditions ?? []);
  if (change.lifecycle || change.achievement !== undefined || change.statusReason !== undefined) {
    setPrimitive(goal, 'statusDate', by.today);
  }
}

/** Place of the note that holds the clinical wording: the last one that says something else than barriers. -1: none. */
function clinicalAt(notes: readonly unknown[]): number {
  return notes.findLastIndex((note) => {
    const text = note instanceof Map ? stringAt(note as RawObject, 'text') : null;
    return text !== null && !namesBarriers(text);
  });
}

/** The domain of life takes the place of another one; categories of other kinds stay. */
function setDomain(goal: RawObject, domain: Goal['domain']): void {
  const others = (listAt(goal, 'category') ?? []).filter((one) => {
    const concept = one instanceof Map ? (conceptOf(toPlain(one) as ConceptLike) ?? null) : null;
    const text = conceptText(concept);
    return text === null || domainOf({coded: concept?.codings[0] ?? null, text}) === null;
  });
  const {coded, text} = domain ?? {coded: null, text: ''};
  const own = coded ? {coding: [{...coded}], text} : {text};
  goal.set('category', [...others, ...(domain ? [toRaw(own)] : [])]);
  dropIfEmpty(goal, 'category');
}

/** Conditions of this record are linked and unlinked by their ids; whatever else the goal addresses stays as it is. */
function setConditions(goal: RawObject, wanted: readonly LinkedCondition[]): void {
  const idOf = (one: unknown): string | null =>
    one instanceof Map ? conditionIdOf(stringAt(one as RawObject, 'reference')) : null;
  const kept = (listAt(goal, 'addresses') ?? []).filter((one) => {
    const id = idOf(one);
    return id === null || wanted.some(({conditionId}) => conditionId === id);
  });
  const known = kept.map(idOf);
  const added = wanted
    .filter(({conditionId}) => conditionId !== null && !known.includes(conditionId))
    .map(({conditionId, name}) =>
      toRaw({reference: `Condition/${conditionId}`, ...(name !== null && {display: name})}),
    );
  goal.set('addresses', [...kept, ...added]);
  dropIfEmpty(goal, 'addresses');
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
