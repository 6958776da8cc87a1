import type {Gap, Loaded} from '../domain/completeness.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import type {PlanView} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import {choosePlan} from './choose-plan.ts';
import type {FhirClient} from './client.ts';
import {planPeriod} from './enrolment-period.ts';
import {mapCarePlan, type PlanRecord} from './map-care-plan.ts';
import {mapListed} from './map-listed.ts';
import type {Recognition} from './recognition.ts';
import {searchAll, type Params} from './search.ts';

/** A plan as the record holds it, and the address that it was found under. */
export type PlanSource = PlanRecord['source'];

/** The plan to show, and the periods of all services plans for the index date. */
export interface PlanRead {
  readonly view: Loaded<PlanView>;
  readonly periods: readonly EnrolmentPeriod[];
  /** The plan to show as the record holds it, or null. */
  readonly source: PlanSource | null;
  /** Every plan of the person, of whatever kind. */
  readonly records: readonly PlanRecord[];
}

const states = 'active,on-hold,draft,completed,unknown';
/** Epic asks for a category by its code: longitudinal, care plan, outpatient, inpatient. */
const epicCategories = '38717003,734163000,736271009,736353004';

/** What was read, with the plans that were written meanwhile (CarePlans by id) in their newer version or beside it. */
export function withWrittenPlan(
  read: PlanRead,
  written: ReadonlyMap<string, unknown>,
  recognition?: Recognition,
): PlanRead {
  const others = read.records.filter(({plan}) => !written.has(plan.id));
  const newer = [...written.values()].flatMap(
    (json) => mapCarePlan(json, read.source?.base ?? null, recognition) ?? [],
  );
  return newer.length === 0 ? read : planRead([...others, ...newer], read.view.gaps, read.view.asOf);
}

function planRead(records: readonly PlanRecord[], gaps: readonly Gap[], asOf: string): PlanRead {
  const value = choosePlan(records);
  return {
    view: {value, gaps, asOf},
    periods: records.flatMap((record) => planPeriod(record) ?? []),
    source: records.find(({plan}) => plan === value.plan)?.source ?? null,
    records,
  };
}

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
  return ok(planRead(value, gaps, new Date(client.timers.now()).toISOString()));
}
