import {stageOf, type Action, type ActionChange} from '../../domain/action.ts';
import {mapTask, PERTAINS_TO_GOAL} from '../map-action.ts';
import {
  goalIdOf,
  handOverLine,
  ownerReference,
  setCategory,
  setGoals,
  setPeriodEnd,
  setReason,
  setWhat,
} from './action-elements.ts';
import {annotation, authorReference, type Authorship} from './annotation.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {
  dropIfEmpty,
  ensureList,
  ensureObject,
  listAt,
  objectAt,
  stringAt,
  toRaw,
  type Plain,
  type Raw,
  type RawObject,
} from './raw-json.ts';

/** An action, by the id of the resource that holds it. */
export type ActionRecord = Action & {readonly id: string};

/** Every field of an action that a change may hold. */
export const actionFields = [
  'what',
  'who',
  'due',
  'category',
  'state',
  'reason',
  'goalIds',
] as const satisfies readonly (keyof ActionChange & keyof Action)[];

/** A reason explains one state: it cannot be put beside a state that somebody else has set. */
export function reasonClashes(field: string, moved: readonly string[], mine: readonly string[]): boolean {
  return field === 'reason' && moved.includes('state') && !mine.includes('state');
}

/** How an action that is a Task (FHIR R4) is read and changed. Days are of the zone. */
export function taskRules(
  by: Authorship,
  zone: string,
  base: string | null,
): FieldRules<ActionRecord, ActionChange> {
  return {
    what: 'Task',
    fields: actionFields,
    read(json) {
      const action = mapTask(json, zone, base)?.action;
      return action?.place.kind === 'task' ? {...action, id: action.place.id} : null;
    },
    apply: (raw, change) => editTask(raw, change, by),
    isModified: (raw, change) =>
      change.due !== undefined && (objectAt(raw, 'restriction')?.has('modifierExtension') ?? false),
    clashes: reasonClashes,
  };
}

/** A Task of the plan before anything is said in it. */
export function blankTask(
  patientId: string,
  planId: string | null,
  by: Authorship,
): {readonly [name: string]: Plain} {
  const requester = authorReference(by.user);
  return {
    resourceType: 'Task',
    ...(planId !== null && {basedOn: [{reference: `CarePlan/${planId}`}]}),
    status: 'requested',
    intent: 'plan',
    for: {reference: `Patient/${patientId}`},
    authoredOn: by.now,
    ...(requester && {requester}),
  };
}

/** Puts a change into a Task, in place, and touches nothing else. */
export function editTask(task: RawObject, change: ActionChange, by: Authorship): void {
  const {what, who, due, category, state, reason, goalIds} = change;
  if (what) setWhat(task, what);
  const handed = who === undefined ? null : handOverLine(task.get('owner'), who, reason ?? null);
  if (handed) ensureList(task, 'note').push(toRaw(annotation(handed, by)));
  if (who === null) task.delete('owner');
  else if (who) task.set('owner', ownerReference(who));
  if (due !== undefined) setDue(task, due);
  if (category !== undefined) setCategory(task, category);
  if (state) {
    setPrimitive(task, 'status', state);
    if (state === 'completed') setPeriodEnd(task, 'executionPeriod', by.today);
    else if (stageOf(state) === 'open') setPeriodEnd(task, 'executionPeriod', null);
  }
  if (reason !== undefined) setReason(task, reason);
  if (goalIds) setServed(task, goalIds);
  // Where the record says when a Task was last touched, it must stay true.
  if (task.has('lastModified')) setPrimitive(task, 'lastModified', by.now);
}

function setDue(task: RawObject, due: string | null): void {
  if (due === null && !objectAt(task, 'restriction')) return;
  setPeriodEnd(ensureObject(task, 'restriction'), 'period', due);
  dropIfEmpty(task, 'restriction');
}

/** The goals that it serves: named by extension (resource-pertainsToGoal); others may have put them elsewhere. */
function setServed(task: RawObject, goalIds: readonly string[]): void {
  const focus = goalIdOf(task.get('focus'));
  if (focus !== null && !goalIds.includes(focus)) task.delete('focus');
  const elsewhere = [focus, ...(listAt(task, 'basedOn') ?? []).map(goalIdOf)];
  if (listAt(task, 'basedOn')) {
    setGoals(
      task,
      'basedOn',
      goalIds.filter((id) => elsewhere.includes(id) && id !== focus),
    );
  }
  const kept = (listAt(task, 'extension') ?? []).filter((one) => {
    const id = pertains(one);
    return id === null || goalIds.includes(id);
  });
  task.set('extension', kept);
  const there = new Set([...elsewhere, ...kept.map(pertains)]);
  for (const id of goalIds.filter((goalId) => !there.has(goalId))) {
    ensureList(task, 'extension').push(
      toRaw({url: PERTAINS_TO_GOAL, valueReference: {reference: `Goal/${id}`}}),
    );
  }
  dropIfEmpty(task, 'extension');
}

/** The id of the goal that an extension says is served, or null. */
function pertains(extension: Raw): string | null {
  if (!(extension instanceof Map) || stringAt(extension, 'url') !== PERTAINS_TO_GOAL) return null;
  return goalIdOf(extension.get('valueReference'));
}
