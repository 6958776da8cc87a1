import type {PlanChange, PlanDetail, PlanDetails} from '../../domain/plan-detail.ts';
import type {Pointer} from '../../domain/text.ts';
import {isObject} from '../../fhir/json.ts';
import {mapCarePlan} from '../../fhir/map-care-plan.ts';
import {planAuthors} from '../../fhir/plan-authors.ts';
import type {NoteTopic} from '../../fhir/plan-topics.ts';
import {withRanks} from '../sections.ts';
import type {PanelState} from '../state.ts';
import type {SourceWatch} from './source-watch.ts';

/** The state with a plan as the record now holds it, in full and in the line of first paint. */
export function withPlan(
  state: PanelState,
  plan: PlanDetail,
  watch: SourceWatch<PlanDetail, PlanChange>,
): PanelState {
  const json = watch.tell(plan);
  const next = withDetails(state, {plan});
  const short = mapCarePlan(json, null, watch.desk?.recognition)?.plan;
  if (!short || next.plan.status !== 'ready') return next;
  const before = next.plan.value.plan;
  const known = before?.id === short.id ? (before.reviewed ?? null) : null;
  const reviewed = [known, short.reviewed ?? null].reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a));
  // Goals that stand in the plan with their whole address were found under it; their ids are the same.
  const goalIds = short.goalIds.length > 0 ? short.goalIds : before?.id === short.id ? before.goalIds : [];
  const value = {...next.plan.value, plan: {...short, goalIds, ...(reviewed !== null && {reviewed})}};
  return withRanks({...next, plan: {...next.plan, value}});
}

/** The state with some of the plan's details changed. */
export function withDetails(state: PanelState, change: Partial<PlanDetails>): PanelState {
  const {plan} = state.later;
  const before = plan?.status === 'ready' ? plan : ({status: 'ready', gaps: [], asOf: ''} as const);
  const nothing: PlanDetails = {plan: null, crisis: null, rivals: []};
  const value = {...(plan?.status === 'ready' ? plan.value : nothing), ...change};
  return {...state, later: {...state.later, plan: {...before, value}}};
}

/** Every plan that is known in full. */
export function plansOf(state: PanelState): readonly {readonly id: string}[] {
  const {plan, crisis, rivals} = detailsOf(state) ?? {plan: null, crisis: null, rivals: []};
  return [plan, crisis, ...rivals].filter((one) => one !== null);
}

/** All that is known of the plan; null while it is not read. */
export function detailsOf(state: PanelState): PlanDetails | null {
  return state.later.plan?.status === 'ready' ? state.later.plan.value : null;
}

/** Who wrote the note on a topic; nothing is known of other fields. */
export function changedBy(json: unknown, field: string): Pointer | null {
  return (isObject(json) && planAuthors(json)[field as NoteTopic]) || null;
}
