import type {GoalRating} from '../../domain/goal-rating.ts';
import {err} from '../../domain/result.ts';
import {readGoalRatings} from '../../fhir/read-goal-ratings.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';
import {WrittenSince} from '../written-since.ts';

/** Ratings written in each session: a reading that began before a write does not undo it on the screen. */
const written = new WeakMap<Session, WrittenSince<GoalRating>>();

/** What was written of the ratings of this session. */
export function writtenRatings(session: Session): WrittenSince<GoalRating> {
  const known = written.get(session) ?? new WrittenSince<GoalRating>();
  written.set(session, known);
  return known;
}

/** Reads the ratings of goals, from the same answer as the scores. */
export async function loadRatings(session: Session): Promise<void> {
  const lately = writtenRatings(session);
  const mark = lately.mark();
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readGoalRatings(desk.client, session.signal, desk.zone))
    : err({kind: 'offline'} as const);
  if (!answer.ok) return putLater(session, 'ratings', answer, 'Observation');
  const since = lately.since(mark);
  const read = answer.value.value.filter(({id}) => !since.has(id));
  const value = {...answer.value, value: [...read, ...since.values()]};
  putLater(session, 'ratings', {ok: true, value}, 'Observation');
}
