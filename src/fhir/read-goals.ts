import type {Loaded} from '../domain/completeness.ts';
import type {Goal} from '../domain/goal.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapGoal} from './map-goal.ts';
import {mapListed} from './map-listed.ts';
import {searchAll, type Params} from './search.ts';

/** Reads all goals of the patient, open and closed. */
export async function readGoals(
  client: FhirClient,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly Goal[]>, Problem>> {
  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [[patient, ['_count', '100']], [patient]];
  const listed = await searchAll(client, 'Goal', recipes, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Goal', ({resource}) => mapGoal(resource));
  return ok({value, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
