import type {Action, ActionChange} from '../../domain/action.ts';
import {isObject} from '../json.ts';
import {mapActivities} from '../map-action.ts';
import {activityPlace, editActivity, rawActivity, type PlanPlace} from './edit-activity.ts';
import type {Authorship} from './annotation.ts';
import {actionFields} from './edit-task.ts';
import {missingFields} from './field-edit.ts';
import {ensureList, toRaw, type RawObject} from './raw-json.ts';
import type {Edit} from './settle-update.ts';

/** One action to be put into a plan once, whatever the number of attempts. */
export interface ActivityAddition extends PlanPlace {
  readonly planId: string;
  /** Becomes the id of the element: by it a repetition finds what an earlier attempt has left. */
  readonly uuid: string;
  readonly change: ActionChange;
  /** Activities (as JSON) that stood in the plan before the first attempt: none of them is what it made. */
  readonly before: ReadonlySet<string>;
  /** Whether the same was tried before. */
  readonly repeated: boolean;
}

/** Adding an action to the plan itself, as an edit of its newest version. */
export function activityAddition(wanted: ActivityAddition, by: Authorship): Edit<never> {
  const {planId, uuid, change, lang, repeated} = wanted;
  const fields = actionFields.filter((field) => change[field] !== undefined);
  const lacks = (found: Action): readonly string[] => missingFields(found, change, actionFields);
  return {
    what: 'CarePlan',
    id: planId,
    wanted: fields.length,
    decide({json}, sent) {
      const found = addedActivity(json, wanted, sent || repeated);
      if (found && lacks(found).length === 0) return {kind: 'nothing', merged: []};
      return {
        kind: 'edit',
        merged: [],
        apply(plan) {
          const known = found && rawActivity(plan, found);
          const fresh = toRaw({id: uuid, detail: {kind: 'Task', status: 'not-started'}}) as RawObject;
          if (!known) ensureList(plan, 'activity').push(fresh);
          editActivity(known ?? fresh, change, by, lang);
        },
      };
    },
    missing({json}) {
      const found = addedActivity(json, wanted, true);
      return found ? lacks(found) : fields;
    },
  };
}

/**
 * What an addition has made, in one version of the plan; null when it is not there. On servers that keep no element ids
 * (`alike`) it is an activity that says the same and was not there before.
 */
export function addedActivity(
  json: unknown,
  {uuid, change, before, zone, base}: ActivityAddition,
  alike: boolean,
): Action | null {
  const all = isObject(json) ? mapActivities(json, zone, base) : [];
  const own = all.find((one) => activityPlace(one)?.elementId === uuid);
  if (own || !alike) return own ?? null;
  const isNew = (one: Action): boolean => {
    const place = activityPlace(one);
    return place !== null && place.elementId === null && !before.has(place.print);
  };
  return all.find((one) => isNew(one) && missingFields(one, change, actionFields).length === 0) ?? null;
}
