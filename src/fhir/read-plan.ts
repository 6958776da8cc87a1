import type {Loaded} from '../domain/completeness.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import type {PlanView} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import {choosePlan} from './choose-plan.ts';
import type {FhirClient} from './client.ts';
import {planPeriod} from './enrolment-period.ts';
import {mapCarePlan} from './map-care-plan.ts';
import {mapListed} from './map-listed.ts';
import type {Recognition} from './recognition.ts';
import {searchAll, type Params} from './search.ts';

/** The plan to show, and the periods of all services plans for the index date. */
export interface PlanRead {
  readonly view: Loaded<PlanView>;
  readonly periods: readonly EnrolmentPeriod[];
}

const states = 'active,on-hold,draft,completed,unknown';
/** Epic asks for a category by its code: longitudinal, care plan, outpatient, inpatient. */
const epicCategories = '38717003,734163000,736271009,736353004';

/** Reads the CarePlans of the patient. Shapes that leave out least come first; some servers insist on a category. */
export async function readPlan(
  client: FhirClient,
  signal: AbortSignal,
  recognition?: Recognition,
): Promise<Result<PlanRead, Problem>> {
  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [
    [patient, ['status', states]],
    [patient],
    [patient, ['category', 'assess-plan']],
    [patient, ['category', epicCategories]],
  ];
  const listed = await searchAll(client, 'CarePlan', recipes, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'CarePlan', ({resource, base}) =>
    mapCarePlan(resource, base, recognition),
  );
  const periods = value.flatMap((record) => planPeriod(record) ?? []);
  const asOf = new Date(client.timers.now()).toISOString();
  return ok({view: {value: choosePlan(value), gaps, asOf}, periods});
}
