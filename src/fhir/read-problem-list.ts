import type {Loaded} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {conceptOf, conceptText} from './concept-text.ts';
import {isObject, items, textOf, type Json, type JsonObject} from './json.ts';
import {mapListed} from './map-listed.ts';
import {readLenient} from './schema/lenient.ts';
import {concept} from './schema/types.ts';
import {searchAll, type Params} from './search.ts';

/** Conditions of these states are over, and of these nobody is sure (FHIR R4 condition-clinical, condition-ver-status). */
const OVER = ['inactive', 'remission', 'resolved'];
const UNSURE = ['unconfirmed', 'provisional', 'differential', 'refuted', 'entered-in-error'];
const LISTED = ['problem-list-item', 'health-concern'];

/** A problem of the list by its id and its name. */
export interface ListedProblem {
  readonly id: string;
  readonly name: string;
}

/** What the problem list holds, each name once, in the record's order. */
export async function readProblemList(
  client: FhirClient,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly ListedProblem[]>, Problem>> {
  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [[patient, ['category', 'problem-list-item']], [patient]];
  const listed = await searchAll(client, 'Condition', recipes, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Condition', ({resource}) => ({
    id: textOf(resource['id']),
    name: nameOf(resource),
  }));
  const problems = new Map<string, ListedProblem>();
  for (const {id, name} of value) {
    if (id !== null && name !== null && !problems.has(name)) problems.set(name, {id, name});
  }
  return ok({value: [...problems.values()], gaps, asOf: new Date(client.timers.now()).toISOString()});
}

/** The name of a problem that stands on the list; null for one that is over, not sure, or only the reason of a visit. */
function nameOf(resource: JsonObject): string | null {
  const has = (member: string, codes: readonly string[]): boolean =>
    codesOf(resource[member] ?? null).some((code) => codes.includes(code));
  const categories = items(resource['category']).flatMap(codesOf);
  if (has('clinicalStatus', OVER) || has('verificationStatus', UNSURE)) return null;
  if (categories.length > 0 && !categories.some((code) => LISTED.includes(code))) return null;
  const {code} = resource;
  return isObject(code ?? null) ? conceptText(conceptOf(readLenient(concept, code)?.value)) : null;
}

function codesOf(value: Json): readonly string[] {
  return isObject(value)
    ? items(value['coding'])
        .filter(isObject)
        .flatMap(({code}) => textOf(code) ?? [])
    : [];
}
