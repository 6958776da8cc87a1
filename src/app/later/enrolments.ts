import {err, ok} from '../../domain/result.ts';
import {enrolmentsOf, readEnrolment} from '../../fhir/read-enrolment.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';

/** The enrolments, from the answer that the index date is taken from: nothing is asked for twice. */
export async function loadEnrolments(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  if (!desk) return putLater(session, 'enrolments', err({kind: 'offline'}), 'EpisodeOfCare');
  const {client, recognition, zone} = desk;
  const reading = desk.enrolments() ?? readEnrolment(client, session.signal, recognition);
  const answer = desk.has('EpisodeOfCare')
    ? await answerOf(reading)
    : err({kind: 'unsupported', what: 'EpisodeOfCare', why: 'server'} as const);
  const read = answer.ok ? ok(enrolmentsOf(answer.value, zone, recognition)) : answer;
  putLater(session, 'enrolments', read, 'EpisodeOfCare');
}
