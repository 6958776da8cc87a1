import type {Problem} from '../../domain/problem.ts';
import {meetingSteps, type MeetingBase, type MeetingLabels, type MeetingStep} from '../meeting-draft.ts';
import type {Session} from '../session.ts';
import type {SaveState} from '../state.ts';
import {addAction} from './add-action.ts';
import {discard, keepDraft} from './drafts.ts';
import {addGoal} from './save-goal.ts';
import {changeCrisisPlan, changePlan, createPlan, type PlanKey} from './save-plan.ts';

/**
 * Writes what a meeting has made, one thing after another, from its draft (save key and draft key `plan:meeting`).
 * Nothing was sent before. What is saved is noted in the draft, so that after a failure the rest goes on where it
 * stopped, and nothing is made twice; each step has the save key `<key>-<step>`.
 */
export async function saveMeeting(
  session: Session,
  key: PlanKey,
  labels: MeetingLabels,
  lang: string,
): Promise<void> {
  const {memory} = session;
  const steps = meetingSteps(memory.drafts[key] ?? {}, session.state(), labels, lang);
  for (const step of steps) {
    const stepKey: PlanKey = `${key}-${step.name}`;
    beganWith(session, key, stepKey, step);
    await write(session, stepKey, step, lang);
    const problem = problemOf(session, stepKey, step);
    if (problem !== null) return tell(session, key, {status: 'failed', problem});
    keepDraft(session, key, {...memory.drafts[key], [`done.${step.name}`]: stepKey});
    // Another patient came onto the screen: the rest waits for the return to this one.
    if (!session.isOpen()) return;
  }
  discard(session, key);
  tell(session, key, {status: 'saved', at: new Date(session.now()).toISOString(), notes: []});
}

/** The plans as they stood when the meeting began: what others have changed since is a conflict, whatever was read. */
function beganWith({memory}: Session, key: PlanKey, stepKey: PlanKey, {kind}: MeetingStep): void {
  const began = memory.bases.get(key) as MeetingBase | undefined;
  const base = kind === 'plan' ? began?.plan : kind === 'crisis' ? began?.crisis : null;
  if (base && !memory.bases.has(stepKey)) memory.bases.set(stepKey, base);
}

function write(session: Session, key: PlanKey, step: MeetingStep, lang: string): Promise<void> {
  switch (step.kind) {
    case 'goal':
      return addGoal(session, step.change, key);
    case 'plan':
      return step.isNew
        ? createPlan(session, key, step.change, lang)
        : changePlan(session, key, step.change, lang);
    case 'action':
      return addAction(session, step.change, lang, key);
    case 'crisis':
      return changeCrisisPlan(session, key, step.change, lang);
  }
}

/** Why a step did not come to its end; null when the record has confirmed it. */
function problemOf(session: Session, key: PlanKey, {kind}: MeetingStep): Problem | null {
  // Of a patient who left the screen meanwhile only this is known: a create that was confirmed has given up its key.
  if (!session.isOpen()) {
    const confirmed = kind !== 'plan' && kind !== 'crisis' && !session.memory.requestKeys.has(key);
    return confirmed ? null : {kind: 'cancelled'};
  }
  const save = session.state().saves[key];
  if (save?.status === 'saved') return null;
  if (save?.status === 'failed') return save.problem;
  return {kind: 'conflict', what: 'CarePlan'};
}

function tell(session: Session, key: PlanKey, save: SaveState): void {
  session.update((state) => ({...state, saves: {...state.saves, [key]: save}}));
}
