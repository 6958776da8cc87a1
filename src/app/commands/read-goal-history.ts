import type {GoalVersion} from '../../domain/goal-history.ts';
import {err} from '../../domain/result.ts';
import {isObject, textOf, type JsonObject} from '../../fhir/json.ts';
import {mapGoal} from '../../fhir/map-goal.ts';
import {readVersions} from '../../fhir/read-versions.ts';
import {sectionOf} from '../sections.ts';
import type {Session} from '../session.ts';
import type {Section} from '../state.ts';
import {answerOf} from './answer-of.ts';

const loading = {status: 'loading'} as const;

/** Reads the versions of one goal (`later.goalHistories`, by its id); asked for, since few look at them. */
export async function readGoalHistory(session: Session, goalId: string): Promise<void> {
  const put = (section: Section<readonly GoalVersion[]>): void =>
    session.update((state) => {
      const goalHistories = {...state.later.goalHistories, [goalId]: section};
      return {...state, later: {...state.later, goalHistories}};
    });
  put(loading);
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readVersions(desk.client, {what: 'Goal', id: goalId, map: versionOf}, session.signal))
    : err({kind: 'offline'} as const);
  put(sectionOf<readonly GoalVersion[]>(loading, answer, 'Goal'));
}

function versionOf(resource: JsonObject): GoalVersion | null {
  const goal = mapGoal(resource);
  const meta = resource['meta'] ?? null;
  return goal && {at: isObject(meta) ? textOf(meta['lastUpdated']) : null, goal};
}
