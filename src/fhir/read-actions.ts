import type {Action} from '../domain/action.ts';
import type {Gap, Loaded} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapActivities, mapTask, taskIdsOf, type TaskRecord} from './map-action.ts';
import {mapListed} from './map-listed.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import type {PlanSource} from './read-plan.ts';
import {searchAll, type Params} from './search.ts';

export interface ActionsOptions {
  /** Null when the person has no plan: then only what serves one of the goals is an action. */
  readonly plan: PlanSource | null;
  /** Ids of the goals of the person. */
  readonly goalIds: readonly string[];
  /** Time zone of the site (IANA). */
  readonly zone: string;
  /** False when the server says that it has no Tasks: then none are asked for. */
  readonly hasTasks: boolean;
}

/**
 * Reads the actions of the plan: those that stand in it (`activity.detail`), the Tasks that it refers to, and the Tasks
 * that name the plan or one of the goals. Other Tasks of the person are somebody's work, and no part of the plan.
 */
export async function readActions(
  client: FhirClient,
  {plan, goalIds, zone, hasTasks}: ActionsOptions,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly Action[]>, Problem>> {
  const own = plan ? mapActivities(plan.json, zone, plan.base) : [];
  const named = plan ? taskIdsOf(plan.json, plan.base) : [];
  const asOf = new Date(client.timers.now()).toISOString();
  const answer = (tasks: readonly Action[], gaps: readonly Gap[]) =>
    ok({value: [...own, ...tasks], gaps, asOf});
  const missing: Gap = {reason: 'failed', what: 'Task'};
  if (!hasTasks) return answer([], named.length > 0 ? [missing] : []);

  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [[patient, ['_count', '100']], [patient]];
  const listed = await searchAll(client, 'Task', recipes, signal);
  if (!listed.ok) {
    const {error} = listed;
    if (error.kind === 'cancelled' || error.kind === 'signed-out') return err(error);
    const lacks = ['not-found', 'rejected', 'unsupported'].includes(error.kind);
    return answer([], lacks && named.length === 0 ? [] : [{reason: gapOfProblem(error), what: 'Task'}]);
  }
  const {value, gaps} = mapListed(listed.value, 'Task', ({resource, base}) => mapTask(resource, zone, base));
  const planId = plan ? plan.json['id'] : null;
  const belongs = ({action, planIds}: TaskRecord): boolean =>
    (action.place.kind === 'task' && named.includes(action.place.id)) ||
    planIds.some((id) => id === planId) ||
    action.goalIds.some((id) => goalIds.includes(id));
  const found = value.filter(belongs).map(({action}) => action);
  const all = named.every((id) => found.some(({key}) => key === `task:${id}`));
  return answer(found, all || gaps.length > 0 ? gaps : [missing]);
}
