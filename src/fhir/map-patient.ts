import type {Patient} from '../domain/patient.ts';
import type {Concept} from '../domain/text.ts';
import {conceptOf} from './concept-text.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {currentName, givenOf, namesOf} from './person-name.ts';

/**
 * Reads the Patient; null when it has no id or is none at all. Read by hand and not by a schema: who the patient is
 * stands on the screen before the code of the schemas has come.
 */
export function mapPatient(resource: unknown): Patient | null {
  if (!isObject(resource)) return null;
  const id = textOf(resource['id']);
  if (resource['resourceType'] !== 'Patient' || id === null) return null;
  const name = currentName(namesOf(resource['name']));
  const died = textOf(resource['deceasedDateTime']);
  return {
    id,
    family: name?.family ?? null,
    given: name ? givenOf(name) : null,
    nameText: name?.text ?? null,
    birthDate: dateOf(resource['birthDate']),
    deceasedAt: dateOf(died),
    deceased: died !== null || resource['deceasedBoolean'] === true,
    identifier: identifierOf(resource),
    language: languageOf(resource),
  };
}

/** The health number before the record number, before any other; a replaced or temporary one only when there is no other. */
function identifierOf(patient: JsonObject): Patient['identifier'] {
  const rank = (one: JsonObject): number => {
    const type = conceptIn(one['type'])?.codings.map(({code}) => code) ?? [];
    const outdated = one['use'] === 'old' || one['use'] === 'temp' ? 10 : 0;
    if (type.includes('JHN') || /healthcare-id|patient-hcn/.test(textOf(one['system']) ?? ''))
      return outdated;
    if (type.includes('MR')) return outdated + 1;
    return outdated + (textOf(one['system']) === null ? 3 : 2);
  };
  const [best] = items(patient['identifier'])
    .filter(isObject)
    .filter((one) => textOf(one['value']) !== null)
    .toSorted((a, b) => rank(a) - rank(b));
  const value = textOf(best?.['value']);
  if (!best || value === null) return null;
  // The display of a code is English in every record, so it is no name for the screen.
  return {value, system: textOf(best['system']), label: conceptIn(best['type'])?.text ?? null};
}

function languageOf(patient: JsonObject): string | null {
  const preferred = items(patient['communication'])
    .filter(isObject)
    .toSorted((a, b) => Number(b['preferred'] === true) - Number(a['preferred'] === true));
  for (const {language} of preferred) {
    const code = conceptIn(language)?.codings.find((one) =>
      /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(one.code ?? ''),
    );
    if (code?.code) return code.code;
  }
  return null;
}

/** A CodeableConcept of unchecked JSON: what has the wrong type counts as absent. */
function conceptIn(value: unknown): Concept | null {
  if (!isObject(value)) return null;
  const coding = items(value['coding'])
    .filter(isObject)
    .map((one) => ({
      system: textOf(one['system']) ?? undefined,
      code: textOf(one['code']) ?? undefined,
      display: textOf(one['display']) ?? undefined,
      userSelected: one['userSelected'] === true,
    }));
  return conceptOf({coding, text: textOf(value['text']) ?? undefined});
}
