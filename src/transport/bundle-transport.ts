import type {ResourceName} from '../domain/problem.ts';
import {TransportError, type Transport, type TransportResponse} from '../fhir/transport.ts';
import {insideBase} from './inside-base.ts';

type Resource = Readonly<Record<string, unknown>>;

const base = 'https://bundle.invalid';
const types: readonly ResourceName[] = [
  'Patient',
  'Encounter',
  'CarePlan',
  'Goal',
  'CareTeam',
  'EpisodeOfCare',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'RelatedPerson',
  'Location',
  'Task',
  'Observation',
  'Communication',
  'Condition',
  'DocumentReference',
];

/**
 * Serves the resources of a Bundle as if they were a FHIR server that can only be read: offline demonstrations and a
 * record taken along as a file. Understands reads, and searches by `patient`, `subject` and `_id`; other parameters do
 * not narrow the answer, and are not in its `self` link.
 */
export function createBundleTransport(bundle: unknown): Transport {
  const resources = resourcesOf(bundle);
  return {
    request({method, path, body, signal}) {
      if (signal?.aborted) return Promise.reject(new TransportError('aborted'));
      const url = insideBase(base, path);
      if (url === null) return Promise.reject(new TransportError('held-elsewhere'));
      const [type = '', id] = url.pathname.split('/').slice(1);
      const search = id === '_search' || id === undefined;
      if (method !== 'GET' && id !== '_search') return answer(405, outcome('not-supported'));
      if (type === 'metadata') return answer(200, capabilities);
      if (search) return answer(200, find(resources, type, new URLSearchParams(body ?? url.search)));
      const found = resources.find((resource) => resource['resourceType'] === type && resource['id'] === id);
      return found ? answer(200, found) : answer(404, outcome('not-found'));
    },
  };
}

function find(resources: readonly Resource[], type: string, query: URLSearchParams): Resource {
  const person = (query.get('patient') ?? query.get('subject'))?.replace(/^Patient\//, '');
  const ids = query.get('_id')?.split(',');
  const found = resources.filter(
    (resource) =>
      resource['resourceType'] === type &&
      (!ids || ids.includes(String(resource['id']))) &&
      (person === undefined || isOf(resource, person)),
  );
  const self = ['patient', 'subject', '_id'].filter((name) => query.has(name));
  const text = self.map((name) => `${name}=${encodeURIComponent(query.get(name) ?? '')}`).join('&');
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    link: [{relation: 'self', url: `${base}/${type}?${text}`}],
    entry: found.map((resource) => ({resource, search: {mode: 'match'}})),
  };
}

function isOf(resource: Resource, person: string): boolean {
  for (const member of ['subject', 'patient']) {
    const reference = asObject(resource[member])?.['reference'];
    if (typeof reference === 'string' && reference.split('/').slice(-2).join('/') === `Patient/${person}`)
      return true;
  }
  return false;
}

function resourcesOf(bundle: unknown): readonly Resource[] {
  const entries = asObject(bundle)?.['entry'];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): readonly Resource[] => {
    const resource = asObject(asObject(entry)?.['resource']);
    return resource ? [resource] : [];
  });
}

function asObject(value: unknown): Resource | null {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null;
}

function answer(status: number, resource: Resource): Promise<TransportResponse> {
  const header = (name: string) => (name.toLowerCase() === 'content-type' ? 'application/fhir+json' : null);
  return Promise.resolve({status, header, text: JSON.stringify(resource)});
}

function outcome(code: string): Resource {
  return {resourceType: 'OperationOutcome', issue: [{severity: 'error', code}]};
}

const capabilities: Resource = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [
    {
      mode: 'server',
      resource: types.map((type) => ({type, interaction: [{code: 'read'}, {code: 'search-type'}]})),
    },
  ],
};
