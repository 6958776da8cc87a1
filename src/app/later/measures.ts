import {err} from '../../domain/result.ts';
import {readMeasures, type MeasureOptions} from '../../fhir/read-measures.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';

/** Reads the scores (Observation, category survey). */
export async function loadMeasures(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readMeasures(desk.client, session.signal, optionsOf(desk)))
    : err({kind: 'offline'} as const);
  putLater(session, 'measures', answer, 'Observation');
}

function optionsOf(desk: RecordDesk): MeasureOptions {
  const {zone, recognition} = desk;
  return {zone, recognition, hasQuestionnaires: desk.has('QuestionnaireResponse')};
}
