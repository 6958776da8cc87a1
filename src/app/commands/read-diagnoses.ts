import {err, ok} from '../../domain/result.ts';
import {readConditionCodes} from '../../fhir/read-condition-codes.ts';
import type {Session} from '../session.ts';
import {answerOf} from './answer-of.ts';
import {putLater} from './put-later.ts';

/** Reads the codes of Conditions that a stay names as its diagnoses, beside those that were read before. */
export async function readDiagnoses(session: Session, ids: readonly string[]): Promise<void> {
  const before = session.state().later.diagnoses;
  const known = before?.status === 'ready' ? before.value : {};
  const missing = ids.filter((id) => !(id in known));
  if (missing.length === 0) return;
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readConditionCodes(desk.client, missing, session.signal))
    : err({kind: 'offline'} as const);
  if (!answer.ok) return putLater(session, 'diagnoses', answer, 'Condition');
  // What the record does not give is remembered as without codes: it is not asked for again and again.
  const none = Object.fromEntries(missing.map((id) => [id, []]));
  const {value, ...rest} = answer.value;
  putLater(session, 'diagnoses', ok({...rest, value: {...known, ...none, ...value}}), 'Condition');
}
