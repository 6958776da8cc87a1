import type {Store} from './fhir/store.ts';
import {isObject, isResource, valuesAt, type Resource} from './json.ts';

export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** Somebody whose chart can be opened. */
export interface SandboxPerson {
  readonly slug: string;
  readonly title: Bilingual;
  readonly story: Bilingual;
  readonly resources: readonly {readonly resourceType: string; readonly id?: string}[];
}

/** A line of the chart's patient list. */
export interface ListedPerson {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly identifier: string;
  readonly title: Bilingual;
  readonly story: Bilingual;
}

/** People from what a caller gave: whole persons, or one list of resources (or Bundle) each. */
export function asPeople(given: readonly (SandboxPerson | readonly unknown[])[]): SandboxPerson[] {
  return given.map((one) => {
    if (!Array.isArray(one)) return one as SandboxPerson;
    const resources = (one as unknown[])
      .filter(isResource)
      .flatMap(unbundle) as SandboxPerson['resources'][number][];
    const patient = resources.find(({resourceType}) => resourceType === 'Patient');
    const name = patient === undefined ? '' : nameOf(patient as Resource);
    return {slug: patient?.id ?? '', title: {en: name, fr: name}, story: {en: '', fr: ''}, resources};
  });
}

/** Puts people into a store; what points to other resources comes after them. */
export function seedPeople(store: Store, people: readonly SandboxPerson[]): void {
  const resources = people
    .flatMap((person) => person.resources)
    .filter(({id}) => id !== undefined) as Resource[];
  for (const resource of resources) if (resource.resourceType !== 'Provenance') store.seed(resource);
  for (const resource of resources) if (resource.resourceType === 'Provenance') store.seed(resource);
}

/** The patient list, in the order of the people. */
export function listPeople(store: Store, people: readonly SandboxPerson[]): ListedPerson[] {
  const listed = new Set<string>();
  return people.flatMap(({slug, title, story, resources}) =>
    resources.flatMap(({resourceType, id = ''}) => {
      const patient = resourceType === 'Patient' && !listed.has(id) ? store.get('Patient', id) : undefined;
      if (patient === undefined) return [];
      listed.add(id);
      return [{...summarize(patient), slug, title, story}];
    }),
  );
}

/** What the chart shows of a Patient. */
export function summarize(patient: Resource) {
  return {
    id: patient.id ?? '',
    name: nameOf(patient),
    birthDate: String(patient.birthDate ?? ''),
    gender: String(patient.gender ?? ''),
    identifier: String(valuesAt(patient, 'identifier.value')[0] ?? ''),
  };
}

/** `FAMILY, Given` as charts write it; the text of the name where there is no family. */
export function nameOf(patient: Resource): string {
  const names = valuesAt(patient, 'name').filter(isObject);
  const name = names.find(({use}) => use === 'official') ?? names[0] ?? {};
  const family = typeof name.family === 'string' ? name.family.toLocaleUpperCase('fr-CA') : '';
  const given = valuesAt(name, 'given')
    .filter((part) => typeof part === 'string')
    .join(' ');
  const built = [family, given].filter(Boolean).join(', ');
  return built || (typeof name.text === 'string' ? name.text : (patient.id ?? ''));
}

function unbundle(resource: Resource): Resource[] {
  if (resource.resourceType !== 'Bundle') return [resource];
  return valuesAt(resource, 'entry.resource').filter(isResource);
}
