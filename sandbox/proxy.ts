import {Access, type Caller} from './fhir/access.ts';
import {FhirError} from './fhir/outcome.ts';
import {failure} from './fhir/fhir-server.ts';
import {personality, type Personality} from './fhir/personalities.ts';
import {Store} from './fhir/store.ts';
import type {FhirAnswers} from './ehr-server.ts';
import type {Ask, Reply} from './http.ts';
import {isObject, isResource, parseLossless, valuesAt, type Resource} from './json.ts';

/** How the record system behind `--fhir` is served. */
export const PROXY: Personality = {
  ...(personality('open') as Personality),
  name: 'proxy',
  title: 'Proxy to another FHIR server',
};

const FORWARDED = [
  'accept',
  'content-type',
  'if-match',
  'if-none-match',
  'if-none-exist',
  'prefer',
  'cache-control',
];
const RETURNED = ['content-type', 'etag', 'location', 'content-location', 'last-modified', 'retry-after'];

/** Puts the sandbox's launch, scopes and patient compartment in front of any open FHIR R4 server. */
export class Proxy implements FhirAnswers {
  readonly #upstream: string;
  readonly #empty = new Store();

  /** `upstream` is the FHIR base of the other server. */
  constructor(upstream: string) {
    this.#upstream = upstream.replace(/\/$/, '');
  }

  async answer(
    ask: Ask,
    path: string,
    base: string,
    _personality: Personality,
    caller: Caller,
  ): Promise<Reply> {
    try {
      const access = new Access(caller, this.#empty);
      const [type = '', second] = path.split('/').filter(Boolean);
      const isSearch = (ask.method === 'GET' && second === undefined) || second === '_search';
      if (isSearch && type !== '') {
        const query = new URLSearchParams([...ask.url.searchParams, ...new URLSearchParams(ask.body)]);
        access.search(type, query);
      }
      if (!isSearch && ask.method !== 'GET') await this.#checkWrite(ask, type, second, access);
      return await this.#forward(ask, path, base, access);
    } catch (error) {
      return failure(error);
    }
  }

  /** Patients of the other server, for the chart's list. */
  async patients(): Promise<Resource[]> {
    const answer = await fetch(`${this.#upstream}/Patient?_count=50`, {
      headers: {Accept: 'application/fhir+json'},
    });
    return valuesAt(await answer.json(), 'entry.resource').filter(isResource);
  }

  /** The problem list of a patient, for the chart. */
  async search(path: string): Promise<Resource[]> {
    const answer = await fetch(`${this.#upstream}/${path}`, {headers: {Accept: 'application/fhir+json'}});
    return answer.ok ? valuesAt(await answer.json(), 'entry.resource').filter(isResource) : [];
  }

  async #checkWrite(ask: Ask, type: string, id: string | undefined, access: Access): Promise<void> {
    if (type === '') throw new FhirError(400, 'not-supported', 'Bundles are not passed on.');
    if (ask.body !== '' && ask.method !== 'PATCH') {
      const body = parseLossless(ask.body);
      if (!isResource(body)) throw new FhirError(400, 'structure', 'The body is not a FHIR resource.');
      if (body.resourceType !== 'Provenance') access.checkResource(body, id === undefined ? 'c' : 'u');
      else access.checkType('Provenance', 'c');
    }
    if (id === undefined) return;
    const before = await fetch(`${this.#upstream}/${type}/${id}`, {
      headers: {Accept: 'application/fhir+json'},
    });
    const resource: unknown = before.ok ? await before.json() : null;
    if (isResource(resource)) access.checkResource(resource, 'u');
  }

  async #forward(ask: Ask, path: string, base: string, access: Access): Promise<Reply> {
    const headers: Record<string, string> = {};
    for (const name of FORWARDED) {
      const value = ask.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const query = ask.url.search.replaceAll(encodeURIComponent(base), encodeURIComponent(this.#upstream));
    const answer = await fetch(`${this.#upstream}/${path}${query}`, {
      method: ask.method,
      headers,
      redirect: 'manual',
      ...(ask.body === '' ? {} : {body: ask.body}),
    }).catch((error: unknown) => {
      throw new FhirError(502, 'transient', `The FHIR server behind does not answer: ${String(error)}`);
    });
    const text = (await answer.text()).replaceAll(this.#upstream, base);
    const returned: Record<string, string> = {};
    for (const name of RETURNED) {
      const value = answer.headers.get(name);
      if (value !== null) returned[name] = value.replaceAll(this.#upstream, base);
    }
    return {status: answer.status, headers: returned, body: answer.ok ? confine(text, access) : text};
  }
}

/** Takes out of an answer what the token may not see; numbers stay as they were written. */
function confine(text: string, access: Access): string {
  if (text === '') return text;
  const body = parseLossless(text);
  if (!isResource(body)) return text;
  const {maySee} = access.scope();
  if (body.resourceType === 'Bundle') {
    const entries = Array.isArray(body.entry) ? (body.entry as unknown[]) : [];
    const kept = entries.filter((entry) => {
      const resource = isObject(entry) ? entry.resource : undefined;
      if (!isResource(resource)) return true;
      return ['OperationOutcome', 'Provenance'].includes(resource.resourceType) || maySee(resource);
    });
    return kept.length === entries.length ? text : JSON.stringify({...body, entry: kept});
  }
  if (!['OperationOutcome', 'Provenance', 'CapabilityStatement'].includes(body.resourceType)) {
    access.checkResource(body, 'r');
  }
  return text;
}
