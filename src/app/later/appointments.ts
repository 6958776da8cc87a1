import {err} from '../../domain/result.ts';
import {readAppointments} from '../../fhir/read-appointments.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';

/** Reads the appointments that are to come. */
export async function loadAppointments(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  const answer = !desk
    ? err({kind: 'offline'} as const)
    : desk.has('Appointment')
      ? await answerOf(readAppointments(desk.client, desk.zone, desk.today(), session.signal))
      : err({kind: 'unsupported', what: 'Appointment', why: 'server'} as const);
  putLater(session, 'appointments', answer, 'Appointment');
}
