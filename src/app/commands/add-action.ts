import type {Action, ActionChange} from '../../domain/action.ts';
import {err, ok} from '../../domain/result.ts';
import {items} from '../../fhir/json.ts';
import {activityAddition, addedActivity, type ActivityAddition} from '../../fhir/write/activity-addition.ts';
import {taskLink} from '../../fhir/write/edit-care-plan.ts';
import {blankTask, taskRules, type ActionRecord} from '../../fhir/write/edit-task.ts';
import {newActionPlace} from '../action-places.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import type {SaveNote} from '../state.ts';
import {addRecord} from './add-record.ts';
import {actionsOf, baseOf, planIdOf, putAction} from './put-action.ts';
import {requestKey} from './request-key.ts';
import {save} from './save.ts';

const NEW = 'action:new';

/**
 * Adds one action, whatever the number of clicks: as a Task where one can be made, else in the plan itself. `key` is the
 * save key: `action:new` for the one that is typed, another for one that was suggested. `lang`: BCP 47, of the screen.
 */
export function addAction(
  session: Session,
  change: ActionChange,
  lang: string,
  key: string = NEW,
): Promise<void> {
  const state = session.state();
  const place = newActionPlace(state);
  if (place === 'activity') return addActivity(session, change, lang, key);
  const planId = planIdOf(state);
  return addRecord<ActionRecord, ActionChange>(session, {
    key,
    act: 'createTask',
    change,
    blank: (by, {person}) => blankTask(person.patientId, planId, by),
    rules: (by, {zone, person}) => taskRules(by, zone, baseOf(person.base)),
    present: (known) => actionsOf(known).flatMap(({place: at}) => (at.kind === 'task' ? [at] : [])),
    looksLikeOurs: (action) =>
      action.what.text === change.what?.text &&
      action.due === (change.due ?? null) &&
      action.state === 'requested',
    linked: (action, desk) => linkToPlan(desk, planId, action.id),
    apply: (known, action) => putAction(session, known, action),
  });
}

/** Puts an action into the plan itself. */
function addActivity(session: Session, change: ActionChange, lang: string, key: string): Promise<void> {
  const uuid = requestKey(session, key);
  return save<Action>(session, {
    key,
    ability: 'updateCarePlan',
    async write() {
      const desk = await session.chart.desk();
      const writer = desk ? await desk.writer() : notSent;
      const source = (await desk?.planRead())?.source;
      const planId = planIdOf(session.state());
      if (!desk || !writer.ok || planId === null) return notSent;
      const {stood} = session.memory;
      const before =
        stood.get(uuid) ?? new Set(items(source?.json['activity']).map((one) => JSON.stringify(one)));
      const repeated = stood.has(uuid);
      stood.set(uuid, before);
      const {zone, person} = desk;
      const base = baseOf(person.base);
      const wanted: ActivityAddition = {planId, uuid, change, before, repeated, zone, base, lang};
      const saved = await writer.value.update(activityAddition(wanted, writer.value.by()), ({json}) => {
        const made = addedActivity(json, wanted, true);
        if (made) desk.planWritten(json);
        return made;
      });
      if (saved.ok) return ok(saved.value);
      return saved.error.kind === 'problem' ? err(saved.error) : notSent;
    },
    apply: (state, action) => putAction(session, state, action),
  });
}

/** Makes the plan name the Task, where the plan can be changed; the Task itself names the plan in any case. */
async function linkToPlan(
  desk: RecordDesk,
  planId: string | null,
  taskId: string,
): Promise<readonly SaveNote[]> {
  const writer = await desk.writer();
  if (planId === null || !desk.abilities().updateCarePlan.allowed || !writer.ok) return [];
  const linked = await writer.value.update(taskLink(planId, taskId), ({json}) => {
    desk.planWritten(json);
    return true;
  });
  if (linked.ok || linked.error.kind === 'conflict') return [];
  return [{kind: 'not-linked-to-plan', problem: linked.error.problem}];
}

const notSent = err({kind: 'problem', problem: {kind: 'offline'}} as const);
