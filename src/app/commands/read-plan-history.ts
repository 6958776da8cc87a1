import {err} from '../../domain/result.ts';
import {readPlanHistory as readVersions} from '../../fhir/read-plan-history.ts';
import type {Session} from '../session.ts';
import {answerOf} from './answer-of.ts';
import {putLater} from './put-later.ts';

/** Reads the versions of the plan that is shown (`later.planHistory`); asked for, since few look at them. */
export async function readPlanHistory(session: Session): Promise<void> {
  const {plan} = session.state().later;
  const id = plan?.status === 'ready' ? plan.value.plan?.id : undefined;
  if (id === undefined) return;
  session.update((state) => ({...state, later: {...state.later, planHistory: {status: 'loading'}}}));
  const desk = await session.chart.desk();
  const answer = desk
    ? await answerOf(readVersions(desk.client, id, desk.zone, session.signal))
    : err({kind: 'offline'} as const);
  putLater(session, 'planHistory', answer, 'CarePlan');
}
