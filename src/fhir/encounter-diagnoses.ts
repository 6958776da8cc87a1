import type {Diagnosis, ReferredDiagnosis} from '../domain/ambulatory-sensitive.ts';
import {isObject, items, textOf, type Json, type JsonObject} from './json.ts';
import {targetOf} from './references.ts';

/** Roles of a diagnosis that is not what the stay turned out to be for (FHIR diagnosis-role). */
const OTHER_ROLES = new Set(['AD', 'CC', 'CM', 'pre-op', 'post-op']);

/**
 * The coded diagnoses that come inside an Encounter: in a contained Condition, or (R5) as a concept. Main is the discharge
 * diagnosis (role DD) or, where no other role is given, the one of rank 1.
 */
export function diagnosesOf(resource: JsonObject): readonly Diagnosis[] {
  const listed = items(resource['diagnosis']);
  if (listed.length === 0) return [];
  const contained = new Map(
    items(resource['contained'])
      .filter(isObject)
      .map((inside) => [`#${textOf(inside['id']) ?? ''}`, inside]),
  );
  return listed.filter(isObject).flatMap((entry) => {
    const main = isMain(entry);
    return conceptsOf(entry['condition'] ?? null, contained).flatMap((concept) =>
      items(concept['coding'])
        .filter(isObject)
        .flatMap(({system, code}) => {
          const known = textOf(code);
          return known === null ? [] : [{system: textOf(system), code: known, main}];
        }),
    );
  });
}

/** The diagnoses of an Encounter that are Conditions of their own: they are read when somebody asks for them. */
export function referredDiagnoses(resource: JsonObject): readonly ReferredDiagnosis[] {
  return items(resource['diagnosis'])
    .filter(isObject)
    .flatMap((entry) =>
      referencesOf(entry['condition'] ?? null).flatMap((reference) => {
        const target = targetOf(reference);
        const isCondition = target?.kind === 'resource' && target.type === 'Condition';
        return isCondition ? [{conditionId: target.id, main: isMain(entry)}] : [];
      }),
    );
}

function isMain({use, rank}: JsonObject): boolean {
  // R4 has one use, R5 a list of them.
  const roles = (Array.isArray(use) ? use : [use ?? null])
    .filter(isObject)
    .flatMap((role) => items(role['coding']))
    .filter(isObject)
    .flatMap(({code}) => textOf(code) ?? []);
  const first = (rank ?? 1) === 1;
  if (roles.includes('DD')) return first;
  return rank === 1 && !roles.some((role) => OTHER_ROLES.has(role));
}

/** R4: a reference to a Condition; R5: references or concepts, several. */
function conceptsOf(condition: Json, contained: ReadonlyMap<string, JsonObject>): readonly JsonObject[] {
  const concepts = (Array.isArray(condition) ? condition : [condition])
    .filter(isObject)
    .flatMap(({concept}: JsonObject) => (isObject(concept) ? [concept] : []));
  const codes = referencesOf(condition).map((reference) => contained.get(reference)?.['code']);
  return [...concepts, ...codes.filter((code) => code !== undefined).filter(isObject)];
}

function referencesOf(condition: Json): readonly string[] {
  return (Array.isArray(condition) ? condition : [condition]).filter(isObject).flatMap((one: JsonObject) => {
    const reference = isObject(one['reference']) ? one['reference']['reference'] : one['reference'];
    return textOf(reference) ?? [];
  });
}
