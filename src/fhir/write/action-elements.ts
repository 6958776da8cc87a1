import {actionCategories, type ActionCategory, type ActionOwner} from '../../domain/action.ts';
import type {Words} from '../../domain/text.ts';
import {ACTION_SYSTEM, actionDisplays, categoryOf} from '../action-codes.ts';
import {conceptOf} from '../concept-text.ts';
import {targetOf} from '../references.ts';
import {setLanguage, setPrimitive} from './primitive.ts';
import {
  dropIfEmpty,
  ensureList,
  ensureObject,
  listAt,
  objectAt,
  stringAt,
  toPlain,
  toRaw,
  type Raw,
  type RawObject,
} from './raw-json.ts';

// Elements that a Task and a CarePlan.activity.detail have in common.

/** What is to be done, in whose words. */
export function setWhat(holder: RawObject, words: Words): void {
  setPrimitive(holder, 'description', words.text);
  setLanguage(holder, 'description', words.lang);
}

/** A reference to who is to do it; somebody who is not in the record is named alone. */
export function ownerReference({reference, name}: ActionOwner): Raw {
  return toRaw({...(reference !== null && {reference}), ...(name !== null && {display: name})});
}

/** Why it stands so, in words: codes of before spoke of another reason. */
export function setReason(holder: RawObject, reason: string | null): void {
  if (reason === null) {
    holder.delete('statusReason');
    return;
  }
  const concept = ensureObject(holder, 'statusReason');
  concept.delete('coding');
  setPrimitive(concept, 'text', reason);
}

/** The core activity, as the project's own code among those of others; words that name another one go with it. */
export function setCategory(holder: RawObject, category: ActionCategory | null): void {
  const code = ensureObject(holder, 'code');
  const codings = (listAt(code, 'coding') ?? []).filter((coding) => !isCategory(coding));
  if (category !== null)
    codings.push(toRaw({system: ACTION_SYSTEM, code: category, display: actionDisplays[category]}));
  code.set('coding', codings);
  dropIfEmpty(code, 'coding');
  const text = stringAt(code, 'text');
  const named = text === null ? null : categoryOf({codings: [], text});
  if (named !== null && named !== category) setPrimitive(code, 'text', category && actionDisplays[category]);
  dropIfEmpty(holder, 'code');
}

/** Sets or takes out the end of a period; nothing is left of a period that says nothing. */
export function setPeriodEnd(holder: RawObject, name: string, day: string | null): void {
  if (day === null && !objectAt(holder, name)) return;
  setPrimitive(ensureObject(holder, name), 'end', day);
  dropIfEmpty(holder, name);
}

/** The id of the goal that a reference points at, or null. */
export function goalIdOf(reference: Raw | undefined): string | null {
  const target = reference instanceof Map ? targetOf(stringAt(reference, 'reference')) : null;
  return target?.kind === 'resource' && target.type === 'Goal' ? target.id : null;
}

/** Makes a list of references name these goals: those that stay keep their place, whatever else it holds stays. */
export function setGoals(holder: RawObject, name: string, goalIds: readonly string[]): void {
  const kept = (listAt(holder, name) ?? []).filter((one) => {
    const id = goalIdOf(one);
    return id === null || goalIds.includes(id);
  });
  holder.set(name, kept);
  const there = kept.map(goalIdOf);
  for (const id of goalIds.filter((goalId) => !there.includes(goalId))) {
    ensureList(holder, name).push(toRaw({reference: `Goal/${id}`}));
  }
  dropIfEmpty(holder, name);
}

function isCategory(coding: Raw): boolean {
  if (!(coding instanceof Map)) return false;
  if (stringAt(coding, 'system') === ACTION_SYSTEM) {
    return actionCategories.some((category) => category === stringAt(coding, 'code'));
  }
  const said = conceptOf({coding: [toPlain(coding) as {display?: string}]});
  return said !== null && categoryOf({...said, text: null}) !== null;
}

/** Who had it, who has it now and why, in one line for people ("A → B: why"); null when nobody had it. */
export function handOverLine(
  before: Raw | undefined,
  now: ActionOwner | null,
  why: string | null,
): string | null {
  if (!(before instanceof Map)) return null;
  const from = stringAt(before, 'display') ?? stringAt(before, 'reference');
  const to = now === null ? '–' : (now.name ?? now.reference);
  if (from === null || to === null || from === to) return null;
  return `${from} → ${to}${why === null || why === '' ? '' : `: ${why}`}`;
}
