import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {searchAll, type Listed, type Params} from './search.ts';

const SURVEY = 'http://terminology.hl7.org/CodeSystem/observation-category|survey';

const running = new WeakMap<FhirClient, Promise<Result<Listed, Problem>>>();

/**
 * Reads the Observations of the category survey: scores, and what the person said. Sections that ask while a reading is
 * under way share it. Servers that want the code alone come second, those that know no category last.
 */
export function readSurveys(client: FhirClient, signal: AbortSignal): Promise<Result<Listed, Problem>> {
  const known = running.get(client);
  if (known) return known;
  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [
    [patient, ['category', SURVEY], ['_count', '100']],
    [patient, ['category', 'survey']],
  ];
  const reading = searchAll(client, 'Observation', recipes, signal).finally(() => running.delete(client));
  running.set(client, reading);
  return reading;
}
