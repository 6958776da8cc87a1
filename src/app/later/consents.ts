import {err} from '../../domain/result.ts';
import {readConsents} from '../../fhir/read-consents.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';

/** Reads the consents to share (Consent), where the record system has them. */
export async function loadConsents(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  const answer = !desk
    ? err({kind: 'offline'} as const)
    : desk.has('Consent')
      ? await answerOf(readConsents(desk.client, desk.zone, session.signal))
      : err({kind: 'unsupported', what: 'Consent', why: 'server'} as const);
  putLater(session, 'consents', answer, 'Consent');
}
