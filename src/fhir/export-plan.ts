import type {Problem, ResourceName} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {textOf, type JsonObject} from './json.ts';
import {searchAll, type Params} from './search.ts';

/** What of a record belongs to the plan that is shown. */
export interface PlanParts {
  readonly planId: string;
  /** Ids of the Tasks that are actions of the plan; other Tasks of the person are no part of it. */
  readonly taskIds: readonly string[];
}

/**
 * The plan of a patient as a Bundle of type `collection` (FHIR R4, 2.36): its CarePlan and Tasks, the goals and the teams
 * of the person, as the server gives them. A part that could not be read whole is a problem: no export passes for all of
 * it. A server without CareTeam (404) has no team to export.
 */
export async function exportPlan(
  client: FhirClient,
  {planId, taskIds}: PlanParts,
  signal: AbortSignal,
): Promise<Result<string, Problem>> {
  const entry: {readonly fullUrl?: string; readonly resource: JsonObject}[] = [];
  const take = async (type: ResourceName, ids: readonly string[] | null): Promise<Problem | null> => {
    const patient = ['patient', client.patientId] as const;
    const recipes: readonly Params[] = [[patient, ['_count', '100']], [patient]];
    const listed = await searchAll(client, type, recipes, signal);
    if (!listed.ok) return listed.error;
    const {entries, gaps} = listed.value;
    const wanted = entries.filter(({resource}) => !ids || ids.includes(textOf(resource['id']) ?? ''));
    if (gaps.length > 0 || (ids && wanted.length < ids.length)) {
      return {kind: 'unreadable', what: type, path: ''};
    }
    for (const {resource, fullUrl} of wanted) entry.push({...(fullUrl && {fullUrl}), resource});
    return null;
  };
  const problem =
    (await take('CarePlan', [planId])) ??
    (await take('Goal', null)) ??
    (taskIds.length > 0 ? await take('Task', taskIds) : null);
  if (problem) return err(problem);
  const team = await take('CareTeam', null);
  if (team && team.kind !== 'not-found') return err(team);
  const timestamp = new Date(client.timers.now()).toISOString();
  return ok(JSON.stringify({resourceType: 'Bundle', type: 'collection', timestamp, entry}));
}
