import {missingFromPlan} from '../../domain/minimum-plan.ts';
import type {CrisisChange, CrisisPlan, PlanChange, PlanDetail} from '../../domain/plan-detail.ts';
import type {Authorship} from '../../fhir/write/annotation.ts';
import {crisisRules, planRules} from '../../fhir/write/edit-plan.ts';
import {blankCrisisPlan, blankPlan} from '../../fhir/write/new-plan.ts';
import {listGoals} from '../plan-view.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';
import {changedBy, detailsOf, plansOf, withDetails, withPlan} from './put-plan.ts';
import {saveRecord} from './save-record.ts';
import {SourceWatch} from './source-watch.ts';

/** Save and draft keys of the plan: one for each group of fields that is saved together. */
export type PlanKey = `plan:${string}`;

/** Makes the services plan, as a draft that lists the open goals and the team. `lang`: BCP 47, of the screen. */
export async function createPlan(
  session: Session,
  key: PlanKey,
  change: PlanChange,
  lang: string,
): Promise<void> {
  const watch = new SourceWatch<PlanDetail, PlanChange>();
  const {goals, team} = session.state();
  const goalIds = goals.status === 'ready' ? listGoals(goals.value).open.map(({id}) => id) : [];
  const teamIds = team.status === 'ready' ? team.value.teamIds : [];
  await addRecord<PlanDetail, PlanChange>(session, {
    key,
    act: 'createCarePlan',
    change,
    blank: ({today}, {person}) => blankPlan(person.patientId, {today, lang, goalIds, teamIds}),
    rules: (by, desk) => watch.rules(planRules(by, desk.zone, lang), desk),
    present: plansOf,
    looksLikeOurs: (plan, {today}) =>
      plan.status === 'draft' && plan.start === today && plan.matters?.text === change.matters?.text,
    apply: (state, plan) => withPlan(state, plan, watch),
  });
}

/** Changes what the plan says, merged field by field with what others made of it meanwhile. */
export async function changePlan(
  session: Session,
  key: PlanKey,
  change: PlanChange,
  lang: string,
): Promise<void> {
  const base = detailsOf(session.state())?.plan;
  if (!base) return;
  const watch = new SourceWatch<PlanDetail, PlanChange>();
  await saveRecord<PlanDetail, PlanChange>(session, {
    key,
    act: 'updateCarePlan',
    base,
    change,
    rules: (by, desk) => watch.rules(planRules(by, desk.zone, lang), desk),
    changedBy,
    apply: (state, plan) => withPlan(state, plan, watch),
  });
}

/**
 * Makes the plan active. Nothing is sent while something of the minimum plan is missing: the save then fails with the
 * fields by name (see `missingFromPlan`), as the screen does before.
 */
export async function activatePlan(
  session: Session,
  key: PlanKey,
  change: PlanChange,
  lang: string,
): Promise<void> {
  const state = session.state();
  const plan = detailsOf(state)?.plan ?? null;
  const missing = missingFromPlan({
    plan: plan && {matters: change.matters ?? plan.matters, nextReview: change.nextReview ?? plan.nextReview},
    goals: state.goals.status === 'ready' ? state.goals.value : null,
    actions: state.later.actions?.status === 'ready' ? state.later.actions.value : null,
  });
  if (missing.length > 0) {
    const expressions = missing.map(({field}) => field);
    const issue = {severity: 'error', code: 'required', text: null, expressions} as const;
    session.update((known) => ({
      ...known,
      saves: {...known.saves, [key]: {status: 'failed', problem: {kind: 'rejected', issues: [issue]}}},
    }));
    return;
  }
  await changePlan(session, key, {...change, status: 'active'}, lang);
}

/** Writes the crisis plan; the first time it is made, as part of the services plan. */
export async function changeCrisisPlan(
  session: Session,
  key: PlanKey,
  change: CrisisChange,
  lang: string,
): Promise<void> {
  const details = detailsOf(session.state());
  const watch = new SourceWatch<CrisisPlan, CrisisChange>();
  const apply = (state: PanelState, crisis: CrisisPlan): PanelState => {
    watch.tell(crisis);
    return withDetails(state, {crisis});
  };
  const rules = (by: Authorship, desk: RecordDesk) => watch.rules(crisisRules(by), desk);
  if (details?.crisis) {
    const wish = {key, act: 'updateCarePlan', base: details.crisis, change, rules, changedBy, apply} as const;
    return saveRecord<CrisisPlan, CrisisChange>(session, wish);
  }
  const planId = details?.plan?.id;
  // A crisis plan that says nothing is none.
  if (planId === undefined || Object.values(change).every((words) => !words)) return;
  return addRecord<CrisisPlan, CrisisChange>(session, {
    key,
    act: 'createCarePlan',
    change,
    blank: ({today}, {person}) => blankCrisisPlan(person.patientId, {today, lang, planId}),
    rules,
    present: plansOf,
    looksLikeOurs: (crisis) =>
      Object.entries(change).every(
        ([topic, words]) => crisis[topic as keyof CrisisChange]?.text === words?.text,
      ),
    apply,
  });
}
