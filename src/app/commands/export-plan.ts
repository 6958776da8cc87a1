import {exportPlan as exportFrom} from '../../fhir/export-plan.ts';
import type {Session} from '../session.ts';

/**
 * The plan as a Bundle (JSON): what is kept in hand, else what the record holds, read anew. Null without a plan, before
 * its actions are known, or when not all of it could be read.
 */
export async function exportPlan(session: Session): Promise<string | null> {
  const {unfiled} = session.memory;
  if (unfiled) return unfiled.bundle;
  const {plan, later} = session.state();
  const planId = plan.status === 'ready' ? plan.value.plan?.id : null;
  if (!planId || later.actions?.status !== 'ready' || later.actions.gaps.length > 0) return null;
  const taskIds = later.actions.value.flatMap(({place}) => (place.kind === 'task' ? [place.id] : []));
  const desk = await session.chart.desk();
  if (!desk) return null;
  const answer = await exportFrom(desk.client, {planId, taskIds}, session.signal);
  return answer.ok && session.isOpen() ? answer.value : null;
}
