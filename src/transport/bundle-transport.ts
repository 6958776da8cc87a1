import type {ResourceName} from '../domain/problem.ts';
import {TransportError, type Transport, type TransportResponse} from '../fhir/transport.ts';
import {insideBase} from './inside-base.ts';

type Resource = Readonly<Record<string, unknown>>;

/** A resource as text, so that what was written comes back to the letter. */
interface Held {
  readonly resource: Resource;
  readonly text: string;
}

export interface BundleOptions {
  /**
   * Takes what the panel creates or changes, one resource at a time, as it now stands; without it nothing can be
   * written. The Bundle itself is not touched: a host that files these resources decides what becomes of them.
   */
  readonly onWrite?: (resource: Readonly<Record<string, unknown>>) => void;
  /** Makes the id of a new resource; a random UUID when absent. */
  readonly newId?: () => string;
}

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

/** What can be written where a host takes it. */
const writable: readonly ResourceName[] = [
  'CarePlan',
  'Goal',
  'CareTeam',
  'Task',
  'Observation',
  'Communication',
];

/**
 * Serves the resources of a Bundle as if they were a FHIR server: offline demonstrations, a record taken along as a
 * file, and hosts that fetch and file everything by themselves (`onWrite`). Understands reads, and searches by
 * `patient`, `subject` and `_id`; other parameters do not narrow the answer, and are not in its `self` link.
 */
export function createBundleTransport(bundle: unknown, options: BundleOptions = {}): Transport {
  const held = resourcesOf(bundle).map((resource): Held => ({resource, text: JSON.stringify(resource)}));
  const {onWrite, newId = () => crypto.randomUUID()} = options;

  function write(
    method: string,
    type: string,
    id: string | undefined,
    body = '',
  ): Promise<TransportResponse> {
    const isKnown = writable.some((one) => one === type);
    if (!onWrite || !isKnown || (method !== 'PUT' && method !== 'POST'))
      return answer(405, outcome('not-supported'));
    const at = held.findIndex(({resource}) => resource['resourceType'] === type && resource['id'] === id);
    if (method === 'PUT' && at < 0) return answer(404, outcome('not-found'));
    const sent = asObject(parse(body));
    if (sent?.['resourceType'] !== type || (method === 'PUT' && sent['id'] !== id) || !body.startsWith('{'))
      return answer(400, outcome('structure'));
    // The id goes into the text as it is: numbers keep their digits.
    const text = method === 'PUT' ? body : `{"id":${JSON.stringify(newId())},${body.slice(1)}`;
    const resource = asObject(parse(text)) ?? sent;
    if (method === 'PUT') held[at] = {resource, text};
    else held.push({resource, text});
    onWrite(resource);
    return answerText(method === 'PUT' ? 200 : 201, text);
  }

  return {
    request({method, path, body, signal}) {
      if (signal?.aborted) return Promise.reject(new TransportError('aborted'));
      const url = insideBase(base, path);
      if (url === null) return Promise.reject(new TransportError('held-elsewhere'));
      const [type = '', id] = url.pathname.split('/').slice(1);
      const search = id === '_search' || id === undefined;
      if (method !== 'GET' && id !== '_search') return write(method, type, id, body);
      if (type === 'metadata') return answer(200, capabilities(onWrite !== undefined));
      if (search) return answerText(200, find(held, type, new URLSearchParams(body ?? url.search)));
      const found = held.find(({resource}) => resource['resourceType'] === type && resource['id'] === id);
      return found ? answerText(200, found.text) : answer(404, outcome('not-found'));
    },
  };
}

function find(held: readonly Held[], type: string, query: URLSearchParams): string {
  const person = (query.get('patient') ?? query.get('subject'))?.replace(/^Patient\//, '');
  const ids = query.get('_id')?.split(',');
  const found = held.filter(
    ({resource}) =>
      resource['resourceType'] === type &&
      (!ids || ids.includes(String(resource['id']))) &&
      (person === undefined || isOf(resource, person)),
  );
  const self = ['patient', 'subject', '_id'].filter((name) => query.has(name));
  const text = self.map((name) => `${name}=${encodeURIComponent(query.get(name) ?? '')}`).join('&');
  const head = JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    link: [{relation: 'self', url: `${base}/${type}?${text}`}],
  });
  const entries = found.map((one) => `{"resource":${one.text},"search":{"mode":"match"}}`);
  return `${head.slice(0, -1)},"entry":[${entries.join(',')}]}`;
}

function isOf(resource: Resource, person: string): boolean {
  for (const member of ['subject', 'patient', 'for']) {
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function answer(status: number, resource: Resource): Promise<TransportResponse> {
  return answerText(status, JSON.stringify(resource));
}

function answerText(status: number, text: string): Promise<TransportResponse> {
  const header = (name: string) => (name.toLowerCase() === 'content-type' ? 'application/fhir+json' : null);
  return Promise.resolve({status, header, text});
}

function outcome(code: string): Resource {
  return {resourceType: 'OperationOutcome', issue: [{severity: 'error', code}]};
}

function capabilities(canWrite: boolean): Resource {
  const reads = [{code: 'read'}, {code: 'search-type'}];
  const writes = [...reads, {code: 'create'}, {code: 'update'}];
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    rest: [
      {
        mode: 'server',
        resource: types.map((type) => ({
          type,
          interaction: canWrite && writable.includes(type) ? writes : reads,
        })),
      },
    ],
  };
}
