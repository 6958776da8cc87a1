import {isObject, items, type Json, type JsonObject} from './json.ts';

/** R5 states in the words of R4: whoever was discharged or left before the end has been here. */
const statuses: Readonly<Record<string, string>> = {
  completed: 'finished',
  discharged: 'finished',
  discontinued: 'finished',
  'on-hold': 'onleave',
};

/**
 * Brings an R5 Encounter (known by `actualPeriod` or a `class` list) into the shape of R4; others come back unchanged.
 * A `class` written as a CodeableConcept is put right in R4 too.
 */
export function encounterInR4(resource: JsonObject): JsonObject {
  const {class: kind, actualPeriod, ...rest} = resource as JsonObject & {class?: Json; actualPeriod?: Json};
  const isList = Array.isArray(kind);
  if (actualPeriod === undefined && !isList) {
    if (!isObject(kind) || !Array.isArray(kind['coding'])) return resource;
    return {...rest, class: firstCoding(kind)};
  }
  const status = rest['status'];
  const admission = rest['admission'];
  const reasons = items(rest['reason'])
    .filter(isObject)
    .flatMap((reason) => items(reason['value']))
    .filter(isObject);
  return {
    ...rest,
    class: isList ? (kind.map(firstCoding).find((coding) => coding !== null) ?? null) : (kind ?? null),
    period: actualPeriod ?? rest['period'] ?? null,
    status: typeof status === 'string' ? (statuses[status] ?? status) : (status ?? null),
    hospitalization: admission ?? rest['hospitalization'] ?? null,
    ...(reasons.length > 0 && {
      reasonCode: reasons.map((value) => value['concept'] ?? null).filter(isObject),
      reasonReference: reasons.map((value) => value['reference'] ?? null).filter(isObject),
    }),
  };
}

function firstCoding(concept: Json): Json {
  if (!isObject(concept)) return null;
  return items(concept['coding'])[0] ?? (concept['text'] === undefined ? null : {display: concept['text']});
}
