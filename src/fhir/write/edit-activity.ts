import type {Action, ActionChange, ActionPlace} from '../../domain/action.ts';
import {DONE} from '../done-line.ts';
import {items, type JsonObject} from '../json.ts';
import {
  handOverLine,
  ownerReference,
  setCategory,
  setGoals,
  setPeriodEnd,
  setReason,
  setWhat,
} from './action-elements.ts';
import {annotation, type Authorship} from './annotation.ts';
import {setPrimitive} from './primitive.ts';
import {ensureList, ensureObject, listAt, toPlain, toRaw, type RawObject} from './raw-json.ts';

/** The place of an action that stands in a plan. */
export type ActivityPlace = ActionPlace & {readonly kind: 'activity'};

/** Where the plans are read: the zone of their days, the address of the record system, the language of the screen. */
export interface PlanPlace {
  readonly zone: string;
  readonly base: string | null;
  /** BCP 47. */
  readonly lang: string;
}

/** Where an action stands in its plan, or null for a Task. */
export function activityPlace({place}: Action): ActivityPlace | null {
  return place.kind === 'activity' ? place : null;
}

/** Puts a change into a CarePlan.activity, in place, and touches nothing else. */
export function editActivity(activity: RawObject, change: ActionChange, by: Authorship, lang: string): void {
  const {what, who, due, category, state, reason, goalIds} = change;
  const detail = ensureObject(activity, 'detail');
  if (what) setWhat(detail, what);
  const handed =
    who === undefined ? null : handOverLine(listAt(detail, 'performer')?.[0], who, reason ?? null);
  if (handed) ensureList(activity, 'progress').push(toRaw(annotation(handed, by)));
  if (who === null) detail.delete('performer');
  else if (who) ensureList(detail, 'performer').splice(0, 1, ownerReference(who));
  if (due !== undefined) setDue(detail, due);
  if (category !== undefined) setCategory(detail, category);
  if (state) {
    setPrimitive(detail, 'status', state);
    if (state === 'completed') {
      const said = lang.startsWith('fr') ? DONE.fr : DONE.en;
      ensureList(activity, 'progress').push(toRaw(annotation(said, by)));
    }
  }
  if (reason !== undefined) setReason(detail, reason);
  if (goalIds) setGoals(detail, 'goal', goalIds);
}

function setDue(detail: RawObject, due: string | null): void {
  // scheduled[x] is a choice: another form of it would stand beside the period.
  if (due !== null)
    for (const name of ['scheduledString', '_scheduledString', 'scheduledTiming']) detail.delete(name);
  setPeriodEnd(detail, 'scheduledPeriod', due);
}

/** Gives an activity an id, which is the first member of an element (FHIR R4 element.html). */
export function giveId(activity: RawObject, id: string): void {
  const members = [...activity];
  activity.clear();
  activity.set('id', toRaw(id));
  for (const [name, value] of members) activity.set(name, value);
}

/** The source of an activity that was found in the parsed plan. */
export function rawActivity(plan: RawObject, {place}: Action): RawObject | null {
  if (place.kind !== 'activity') return null;
  const at = items((toPlain(plan) as JsonObject)['activity']).findIndex(
    (one) => JSON.stringify(one) === place.print,
  );
  const found = listAt(plan, 'activity')?.[at];
  return found instanceof Map ? found : null;
}
