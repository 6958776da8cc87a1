import type {Loaded} from '../domain/completeness.ts';
import type {Measure} from '../domain/measures/measure.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapListed} from './map-listed.ts';
import {mapMeasure} from './map-measure.ts';
import {readSurveys} from './read-surveys.ts';

/** Reads all scores of known instruments; a score that cannot be read is counted as such, other surveys are not. */
export async function readMeasures(
  client: FhirClient,
  signal: AbortSignal,
  zone: string,
): Promise<Result<Loaded<readonly Measure[]>, Problem>> {
  const listed = await readSurveys(client, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Observation', ({resource}) => mapMeasure(resource, zone));
  const scores = value.flatMap((one) => (one === 'other' || one.mistaken ? [] : [one]));
  return ok({value: scores, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
