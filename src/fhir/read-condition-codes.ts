import type {ConditionCodes} from '../domain/ambulatory-sensitive.ts';
import type {Loaded} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {isObject, items, textOf} from './json.ts';
import {searchAll, type Params} from './search.ts';

/** Ids that one search names: a longer address is refused by some servers. */
const MOST_IDS = 30;

/** The codes of Conditions by id. One that is not of this patient, or not there, is absent. */
export async function readConditionCodes(
  client: FhirClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<Loaded<Readonly<Record<string, ConditionCodes>>>, Problem>> {
  const named = [...new Set(ids)].slice(0, MOST_IDS);
  const byId = ['_id', named.join(',')] as const;
  const recipes: readonly Params[] = [[['patient', client.patientId], byId], [byId]];
  const listed = await searchAll(client, 'Condition', recipes, signal);
  if (!listed.ok) return listed;
  const codes = listed.value.entries.flatMap(({resource}) => {
    const id = textOf(resource['id']);
    const {code} = resource;
    const codings = isObject(code) ? items(code['coding']).filter(isObject) : [];
    if (id === null) return [];
    const known = codings.flatMap(({system, code: one}) => {
      const text = textOf(one);
      return text === null ? [] : [{system: textOf(system), code: text}];
    });
    return [[id, known] as const];
  });
  const asOf = new Date(client.timers.now()).toISOString();
  return ok({value: Object.fromEntries(codes), gaps: listed.value.gaps, asOf});
}
