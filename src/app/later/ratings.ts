import {err} from '../../domain/result.ts';
import {readGoalRatings} from '../../fhir/read-goal-ratings.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';

/** Reads the ratings of goals, from the same answer as the scores. */
export async function loadRatings(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readGoalRatings(desk.client, session.signal, desk.zone))
    : err({kind: 'offline'} as const);
  putLater(session, 'ratings', answer, 'Observation');
}
