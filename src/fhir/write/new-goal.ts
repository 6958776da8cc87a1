import type {GoalChange} from '../../domain/goal.ts';
import {type Authorship} from './annotation.ts';
import {editGoal} from './edit-goal.ts';
import {toRaw, type RawObject} from './raw-json.ts';

/**
 * A new Goal of the person: expressed by them, started today, with the client's identifier so that a repeated create
 * can be recognized.
 */
export function newGoal(patientId: string, change: GoalChange, uuid: string, by: Authorship): RawObject {
  const person = {reference: `Patient/${patientId}`};
  const goal = toRaw({
    resourceType: 'Goal',
    identifier: [{system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid}`}],
    lifecycleStatus: 'active',
    description: {text: ''},
    subject: person,
    startDate: by.today,
    statusDate: by.today,
    expressedBy: person,
  }) as RawObject;
  editGoal(goal, change, by);
  return goal;
}
