import type {Action, ActionChange} from '../../domain/action.ts';
import {isObject, type JsonObject} from '../json.ts';
import {mapActivities} from '../map-action.ts';
import {
  activityPlace,
  editActivity,
  giveId,
  rawActivity,
  type ActivityPlace,
  type PlanPlace,
} from './edit-activity.ts';
import type {Authorship} from './annotation.ts';
import {actionFields, reasonClashes, type ActionRecord} from './edit-task.ts';
import type {FieldRules} from './field-edit.ts';
import {listAt, objectAt, stringAt, toPlain, type RawObject} from './raw-json.ts';

/**
 * How an action that stands in the plan itself (CarePlan.activity.detail) is read and changed. An activity has no address
 * of its own: it is found by its element id, else by what it was when the person saw it. One without an id is given
 * `elementId` with its first change, so that it is found by everybody afterwards.
 */
export function activityRules(
  action: Action,
  elementId: string,
  by: Authorship,
  {zone, base, lang}: PlanPlace,
): FieldRules<ActionRecord, ActionChange> {
  const place = activityPlace(action);
  const texts = [action.what.text];
  const find = (plan: JsonObject): Action | null => {
    const all = mapActivities(plan, zone, base);
    const at = (test: (one: ActivityPlace) => boolean): Action | undefined =>
      all.find((one) => test(activityPlace(one) as ActivityPlace));
    const ids = [place?.elementId, elementId];
    const found =
      at((one) => one.elementId !== null && ids.includes(one.elementId)) ??
      at((one) => one.print === place?.print);
    if (found) return found;
    // Others changed it, and it has no id: the only one that says the same is still to be done.
    const alike = all.filter(({what}) => what.text !== '' && texts.includes(what.text));
    return alike.length === 1 ? (alike[0] ?? null) : null;
  };
  const rawOf = (plan: RawObject): RawObject | null => {
    const found = find(toPlain(plan) as JsonObject);
    return found === null ? null : rawActivity(plan, found);
  };
  return {
    what: 'CarePlan',
    fields: actionFields,
    absent: {kind: 'not-found', what: 'CarePlan'},
    read(json) {
      const found = isObject(json) ? find(json) : null;
      return found === null || place === null ? null : {...found, id: place.planId};
    },
    apply(plan, change) {
      const activity = rawOf(plan);
      if (!activity) return;
      if (change.what) texts.push(change.what.text);
      if (stringAt(activity, 'id') === null) giveId(activity, elementId);
      editActivity(activity, change, by, lang);
    },
    isModified(plan, change) {
      const activity = rawOf(plan);
      const detail = activity && objectAt(activity, 'detail');
      const several = (detail && listAt(detail, 'performer')?.length) ?? 0;
      return (
        (activity?.has('modifierExtension') ?? false) ||
        (detail?.has('modifierExtension') ?? false) ||
        // Taking out the one that is shown would put another in its place.
        (change.who === null && several > 1)
      );
    },
    clashes: reasonClashes,
  };
}
