import type {Patient} from '../domain/patient.ts';
import {conceptOf} from './concept-text.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, textOf} from './json.ts';
import {currentName, givenOf} from './person-name.ts';
import {patient as schema, type PatientWire} from './schema/patient.ts';
import {readLenient} from './schema/lenient.ts';

/** Reads the Patient; null when it has no id or is none at all. */
export function mapPatient(resource: unknown): Patient | null {
  if (!isObject(resource)) return null;
  const read = readLenient(schema, resource);
  if (read === null) return null;
  const wire = read.value;
  const name = currentName(wire.name ?? []);
  const died = textOf(wire.deceasedDateTime);
  return {
    id: wire.id,
    family: textOf(name?.family),
    given: name ? givenOf(name) : null,
    nameText: textOf(name?.text),
    birthDate: dateOf(wire.birthDate),
    deceasedAt: dateOf(died),
    deceased: died !== null || wire.deceasedBoolean === true,
    identifier: identifierOf(wire),
    language: languageOf(wire),
  };
}

/** The health number before the record number, before any other; a replaced or temporary one only when there is no other. */
function identifierOf({identifier}: PatientWire): Patient['identifier'] {
  const rank = (one: NonNullable<PatientWire['identifier']>[number]): number => {
    const type = conceptOf(one.type)?.codings.map(({code}) => code) ?? [];
    const outdated = one.use === 'old' || one.use === 'temp' ? 10 : 0;
    if (type.includes('JHN') || /healthcare-id|patient-hcn/.test(one.system ?? '')) return outdated;
    if (type.includes('MR')) return outdated + 1;
    return outdated + (textOf(one.system) === null ? 3 : 2);
  };
  const [best] = (identifier ?? [])
    .filter(({value}) => textOf(value) !== null)
    .toSorted((a, b) => rank(a) - rank(b));
  const value = textOf(best?.value);
  if (!best || value === null) return null;
  // The display of a code is English in every record, so it is no name for the screen.
  return {value, system: textOf(best.system), label: textOf(best.type?.text)};
}

function languageOf({communication}: PatientWire): string | null {
  const preferred = (communication ?? []).toSorted(
    (a, b) => Number(b.preferred === true) - Number(a.preferred === true),
  );
  for (const {language} of preferred) {
    const code = conceptOf(language)?.codings.find((one) =>
      /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(one.code ?? ''),
    );
    if (code?.code) return code.code;
  }
  return null;
}
