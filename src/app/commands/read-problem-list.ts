import {err} from '../../domain/result.ts';
import {readProblemList as readList} from '../../fhir/read-problem-list.ts';
import type {Session} from '../session.ts';
import {answerOf} from './answer-of.ts';
import {putLater} from './put-later.ts';

/** Reads the problem list (`later.problemList`); asked for when somebody writes needs, or links a goal to it. */
export async function readProblemList(session: Session): Promise<void> {
  session.update((state) => ({...state, later: {...state.later, problemList: {status: 'loading'}}}));
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readList(desk.client, session.signal))
    : err({kind: 'offline'} as const);
  putLater(session, 'problemList', answer, 'Condition');
}
