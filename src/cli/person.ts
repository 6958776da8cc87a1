import {err, ok, type Result} from '../domain/result.ts';
import {lastId} from '../domain/rules/site.ts';
import {isObject, items, textOf, type JsonObject} from '../fhir/json.ts';
import type {CountProblem} from './problem.ts';
import type {FoundResource, FoundResources} from './read-resources.ts';

/** Whose records are counted. */
export interface Person {
  /** Null when the records name nobody: then all of them are of one person. */
  readonly id: string | null;
  readonly deceasedAt: string | null;
  /** Identifiers of the Patient, as `system|value`. */
  readonly identifiers: ReadonlySet<string>;
}

/** Of whom a record is, as far as it says. */
export type Subject =
  | {readonly kind: 'id'; readonly id: string}
  | {readonly kind: 'identifier'; readonly identifier: string}
  /** There is a subject, and it cannot be told who it is. */
  | {readonly kind: 'unclear'}
  /** No subject is the patient (rule text 28). */
  | {readonly kind: 'none'};

/** Two Patient ids, or without a Patient two subjects, are two people: then it must be said who is meant. */
export function choosePerson(
  found: FoundResources,
  wanted: string | null,
  file: string,
): Result<Person, CountProblem> {
  const patients = found.resources.filter(({type}) => type === 'Patient');
  const named = distinct(patients.flatMap(({id}) => id ?? []));
  const subjects = distinct(
    found.resources
      .filter(({type}) => type === 'Encounter' || type === 'EpisodeOfCare' || type === 'CarePlan')
      .flatMap(({resource}) => {
        const subject = subjectOf(resource, found.byUrl);
        if (subject.kind === 'id') return [subject.id];
        return subject.kind === 'identifier' && named.length === 0 ? [subject.identifier] : [];
      }),
  );
  const ids = named.length > 0 ? named : subjects;
  if (wanted !== null) {
    if (!named.includes(wanted) && !subjects.includes(wanted))
      return err({kind: 'no-such-patient', file, id: wanted});
  } else if (ids.length > 1) return err({kind: 'two-patients', file, ids});
  const id = wanted ?? ids[0] ?? null;
  const own = patients.filter((patient) => patient.id === id || patients.length === 1);
  const patient = newestOf(own);
  return ok({
    // What is only an identifier is compared as one, not as an id.
    id: named.length === 0 && id?.includes('|') ? null : id,
    deceasedAt: textOf(patient?.['deceasedDateTime']),
    identifiers: new Set(items(patient?.['identifier']).flatMap((one) => identifierOf(one) ?? [])),
  });
}

/** Of whom a record is. */
export function subjectOf(resource: JsonObject, byUrl: ReadonlyMap<string, string>): Subject {
  const subject = resource['subject'] ?? resource['patient'];
  if (!isObject(subject) || Object.keys(subject).length === 0) return {kind: 'none'};
  const reference = textOf(subject['reference']);
  if (reference !== null && !reference.startsWith('#')) {
    const id = lastId(byUrl.get(reference) ?? reference);
    return id === null ? {kind: 'unclear'} : {kind: 'id', id};
  }
  const identifier = identifierOf(subject['identifier']);
  return identifier === null ? {kind: 'unclear'} : {kind: 'identifier', identifier};
}

function identifierOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const text = textOf(value['value']);
  return text === null ? null : `${textOf(value['system']) ?? ''}|${text}`;
}

/** Of several versions the newest, whatever their order. */
function newestOf(patients: readonly FoundResource[]): JsonObject | null {
  const sorted = patients
    .map(({resource}) => {
      const meta = isObject(resource['meta']) ? resource['meta'] : {};
      return {
        resource,
        updated: Date.parse(textOf(meta['lastUpdated']) ?? '') || 0,
        version: Number(textOf(meta['versionId'])) || 0,
        text: JSON.stringify(resource),
      };
    })
    .sort((a, b) => b.updated - a.updated || b.version - a.version || (a.text < b.text ? 1 : -1));
  return sorted[0]?.resource ?? null;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
