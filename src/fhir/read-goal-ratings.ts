import type {Loaded} from '../domain/completeness.ts';
import type {GoalRating} from '../domain/goal-rating.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapGoalRating} from './map-goal-rating.ts';
import {mapListed} from './map-listed.ts';
import {readSurveys} from './read-surveys.ts';

/** Reads all ratings of goals; one that cannot be read is counted as such, other surveys are not. */
export async function readGoalRatings(
  client: FhirClient,
  signal: AbortSignal,
  zone: string,
): Promise<Result<Loaded<readonly GoalRating[]>, Problem>> {
  const listed = await readSurveys(client, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Observation', ({resource}) => mapGoalRating(resource, zone));
  const ratings = value.flatMap((one) => (one === 'other' || one.mistaken ? [] : [one]));
  return ok({value: ratings, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
