import {readMeasures} from '../../fhir/read-measures.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';

/** Reads the scores (Observation, category survey). */
export async function loadMeasures(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  if (!desk) return;
  putLater(session, 'measures', await readMeasures(desk.client, session.signal, desk.zone), 'Observation');
}
