import type {ActionChange} from '../../domain/action.ts';
import {activityRules} from '../../fhir/write/activity-rules.ts';
import {taskRules, type ActionRecord} from '../../fhir/write/edit-task.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {actionsOf, baseOf, putAction} from './put-action.ts';
import {saveRecord} from './save-record.ts';

/**
 * Changes an action by the key under which it is shown; save key `action:<key>`. It is merged field by field with what
 * others made of it meanwhile.
 */
export async function changeAction(
  session: Session,
  key: string,
  change: ActionChange,
  lang: string,
): Promise<void> {
  const action = actionsOf(session.state()).find((one) => one.key === key);
  if (!action) return;
  const {place} = action;
  const saveKey = `action:${key}`;
  const apply = (state: PanelState, value: ActionRecord): PanelState => putAction(session, state, value, key);
  if (place.kind === 'task') {
    return saveRecord<ActionRecord, ActionChange>(session, {
      key: saveKey,
      act: 'updateTask',
      base: {...action, id: place.id},
      change,
      rules: (by, {zone, person}) => taskRules(by, zone, baseOf(person.base)),
      apply,
    });
  }
  const elementId = session.newId();
  let plan: unknown = null;
  let at: RecordDesk | null = null;
  return saveRecord<ActionRecord, ActionChange>(session, {
    key: saveKey,
    act: 'updateCarePlan',
    base: {...action, id: place.planId},
    change,
    rules: (by, desk) => {
      at = desk;
      const {zone, person} = desk;
      const rules = activityRules(action, elementId, by, {zone, base: baseOf(person.base), lang});
      return {...rules, read: (json) => rules.read((plan = json))};
    },
    apply(state, value) {
      at?.planWritten(plan);
      return apply(state, value);
    },
  });
}
