import {ensureList, objectAt, objectsAt, stringAt, toRaw, type RawObject} from './raw-json.ts';
import type {Edit} from './settle-update.ts';

/** True when the plan lists the goal, however the reference is written (relative, absolute, of one version). */
export function listsGoal(plan: RawObject, goalId: string): boolean {
  return objectsAt(plan, 'goal').some((item) => pointsAt(item, 'Goal', goalId));
}

/** Adds a goal at the end of the plan: the order of `CarePlan.goal` is the rank. */
export function addGoalToPlan(plan: RawObject, goalId: string): void {
  if (!listsGoal(plan, goalId)) ensureList(plan, 'goal').push(toRaw({reference: `Goal/${goalId}`}));
}

/** Making a plan list a goal, as an edit of its newest version. */
export function planLink(planId: string, goalId: string): Edit<never> {
  return {
    what: 'CarePlan',
    id: planId,
    wanted: 1,
    decide: ({raw}) =>
      listsGoal(raw, goalId)
        ? {kind: 'nothing', merged: []}
        : {kind: 'edit', merged: [], apply: (plan) => addGoalToPlan(plan, goalId)},
    missing: ({raw}) => (listsGoal(raw, goalId) ? [] : ['goal']),
  };
}

/** Making a plan name a Task among its activities. */
export function taskLink(planId: string, taskId: string): Edit<never> {
  const names = (plan: RawObject): boolean =>
    objectsAt(plan, 'activity').some((activity) => {
      const reference = objectAt(activity, 'reference');
      return reference !== null && pointsAt(reference, 'Task', taskId);
    });
  return {
    what: 'CarePlan',
    id: planId,
    wanted: 1,
    decide: ({raw}) =>
      names(raw)
        ? {kind: 'nothing', merged: []}
        : {
            kind: 'edit',
            merged: [],
            apply: (plan) =>
              void ensureList(plan, 'activity').push(toRaw({reference: {reference: `Task/${taskId}`}})),
          },
    missing: ({raw}) => (names(raw) ? [] : ['activity']),
  };
}

function pointsAt(reference: RawObject, type: string, id: string): boolean {
  const parts = (stringAt(reference, 'reference') ?? '').replace(/\/_history\/.*$/u, '').split('/');
  return parts.at(-2) === type && parts.at(-1) === id;
}
