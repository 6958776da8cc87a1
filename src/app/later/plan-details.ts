import type {CrisisPlan, PlanDetail, PlanDetails} from '../../domain/plan-detail.ts';
import {isPlanOver} from '../../domain/plan-status.ts';
import {err, ok} from '../../domain/result.ts';
import {isCrisisPlan} from '../../fhir/crisis-name.ts';
import type {PlanRecord} from '../../fhir/map-care-plan.ts';
import {mapCrisisPlan, mapPlanDetail, partOfIds} from '../../fhir/map-plan-detail.ts';
import type {PlanRead} from '../../fhir/read-plan.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';

/** All that the plans say, from the records that first paint has read: nothing is asked for again. */
export async function loadPlanDetails(session: Session): Promise<void> {
  const {plan} = session.state();
  const desk = await session.chart.desk();
  const read = plan.status === 'failed' ? null : await desk?.planRead();
  if (!desk || !read) {
    const problem = plan.status === 'failed' ? plan.problem : ({kind: 'offline'} as const);
    return putLater(session, 'plan', err(problem), 'CarePlan');
  }
  const {gaps, asOf} = read.view;
  putLater(session, 'plan', ok({value: planDetailsOf(read, desk.zone), gaps, asOf}), 'CarePlan');
}

/** The details of the plan that is shown, its crisis plan, and the active plans that compete with it. */
export function planDetailsOf(
  {view, records, source}: Pick<PlanRead, 'view' | 'records' | 'source'>,
  zone: string,
): PlanDetails {
  const chosen = view.value.plan;
  const detail = source ? mapPlanDetail(source.json, zone) : null;
  const rivals = records
    .filter(({plan, kind}) => kind !== 'other' && plan.id !== chosen?.id && plan.status === 'active')
    .flatMap(({source: {json}, plan: {goalIds}}): readonly PlanDetail[] => {
      const rival = mapPlanDetail(json, zone);
      return rival ? [{...rival, goalIds}] : [];
    });
  return {plan: detail, crisis: crisisOf(records, chosen?.id ?? null), rivals};
}

/** The crisis plan of this services plan before one that hangs on none; the newest of equals. */
function crisisOf(records: readonly PlanRecord[], planId: string | null): CrisisPlan | null {
  const found = records.flatMap(({source: {json}, plan, lastUpdated}) => {
    if (isPlanOver(plan.status) || !isCrisisPlan(plan.title, [])) return [];
    const parts = partOfIds(json);
    const own = planId !== null && parts.includes(planId);
    // A crisis plan that is part of another plan is still what to do in a crisis, but this plan's own goes before it.
    return [{json, rank: own ? 2 : parts.length === 0 ? 1 : 0, lastUpdated: lastUpdated ?? ''}];
  });
  const [best] = found.toSorted((a, b) => b.rank - a.rank || (a.lastUpdated < b.lastUpdated ? 1 : -1));
  return best ? mapCrisisPlan(best.json) : null;
}
