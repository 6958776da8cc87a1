import {inPatientCompartment, parseReference} from './compartment.ts';
import {elementRange} from './date-range.ts';
import {makeFilter, splitOnce, type Filter} from './filter.ts';
import {heard} from './ask-search.ts';
import {FhirError, operationOutcome, type Issue} from './outcome.ts';
import type {Personality} from './personality.ts';
import {searchParameters} from './search-parameters.ts';
import type {Store} from './store.ts';
import {worded} from './wording.ts';
import {isObject, valuesAt, type Resource} from '../json.ts';

/** How many searches can still be paged on. */
const KEPT_SEARCHES = 500;

/** What the caller of a search may see; the filters hold for matches and includes alike. */
export interface SearchScope {
  /** The one patient whose data may be seen, or null where nothing confines. */
  readonly patientId: string | null;
  readonly maySee: Filter;
}

interface Found {
  readonly type: string;
  readonly base: string;
  readonly self: string;
  readonly matches: readonly Resource[];
  readonly size: number;
  readonly total: number | null;
  readonly elements: readonly string[] | null;
  readonly includes: readonly {parameter: string; target: string | undefined}[];
  readonly revincludes: readonly {type: string; parameter: string}[];
  readonly scope: SearchScope;
  readonly personality: Personality;
  readonly warnings: readonly Issue[];
}

/** Searches, and pages through what was found. Pages are snapshots: a write in between does not shift them. */
export class Searches {
  readonly #store: Store;
  readonly #kept = new Map<string, Found>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The first page of a search as JSON text. `base` is the FHIR base the links are made with. */
  first(
    base: string,
    type: string,
    asked: URLSearchParams,
    scope: SearchScope,
    personality: Personality,
  ): string {
    const {query, warnings} = heard(type, asked, personality.search);
    const found = {...this.#run(base, type, query, scope, personality), warnings};
    if (query.get('_summary') === 'count') {
      return JSON.stringify({resourceType: 'Bundle', type: 'searchset', total: found.matches.length});
    }
    return this.#page(found, 0, null);
  }

  /** A later page, by the opaque token of its link; only for the patient it was made for. */
  next(token: string, scope: SearchScope): string {
    const [key, offset] = splitOnce(token, '.');
    const found = this.#kept.get(key);
    if (found === undefined || found.scope.patientId !== scope.patientId) {
      throw new FhirError(410, 'not-found', 'This page is no longer available. Search again.');
    }
    return this.#page({...found, scope}, Number(offset), key);
  }

  /** All matches, unpaged; for conditional creates. */
  matches(type: string, query: URLSearchParams, scope: SearchScope, personality: Personality): Resource[] {
    return [...this.#run('', type, query, scope, personality).matches];
  }

  #run(
    base: string,
    type: string,
    query: URLSearchParams,
    scope: SearchScope,
    personality: Personality,
  ): Found {
    const filters: Filter[] = [];
    const includes: {parameter: string; target: string | undefined}[] = [];
    const revincludes: {type: string; parameter: string}[] = [];
    let patient = scope.patientId;
    for (const [key, value] of query) {
      const name = key.split(':')[0] ?? '';
      if (name === '_include') includes.push(readInclude(type, value));
      else if (name === '_revinclude') revincludes.push(readRevinclude(type, value));
      else if (!CONTROLS.has(name)) {
        filters.push(makeFilter(type, key, value));
        const about = name === 'patient' || (name === 'subject' && value.startsWith('Patient/'));
        if (about && !value.includes(',')) patient ??= value.replace(/^.*\//, '');
      }
    }
    const belongs = inPatientCompartment(type) && 'patient' in searchParameters(type);
    const ofPatient = type !== 'Patient' && belongs ? patient : null;
    const candidates = this.#store.list(type, ofPatient ?? undefined);
    const matches = candidates.filter((r) => scope.maySee(r) && filters.every((filter) => filter(r)));
    sort(type, matches, query.get('_sort'));
    const path = query.size === 0 ? '' : `?${query}`;
    return {
      type,
      base,
      self: `${base}/${type}${path}`,
      matches,
      size: readCount(query.get('_count'), personality),
      total: query.get('_total') === 'none' || !personality.search.total ? null : matches.length,
      elements: query.get('_elements')?.split(',') ?? null,
      includes,
      revincludes,
      scope,
      personality,
      warnings: [],
    };
  }

  #page(found: Found, offset: number, key: string | null): string {
    const here = found.matches.slice(offset, offset + found.size);
    const links = [`{"relation":"self","url":${JSON.stringify(found.self)}}`];
    const after = offset + found.size;
    if (found.size > 0 && after < found.matches.length) {
      const name = key ?? this.#keep(found);
      const {parameter, at} = found.personality.search.paging;
      const place = at === 'base' ? found.base : `${found.base}/${found.type}`;
      links.push(`{"relation":"next","url":${JSON.stringify(`${place}?${parameter}=${name}.${after}`)}}`);
    }
    const entries = here.map((resource) => this.#entry(found, resource, 'match'));
    for (const resource of this.#included(found, here)) entries.push(this.#entry(found, resource, 'include'));
    const {bundle, saysNone} = found.personality.search;
    const isSearch = bundle === 'searchset';
    const none: Issue = {
      severity: 'warning',
      code: 'not-found',
      text: 'Resource request returns no results.',
    };
    const issues = [...found.warnings, ...(saysNone && found.matches.length === 0 ? [none] : [])];
    if (issues.length > 0) {
      const resource = JSON.stringify(operationOutcome(issues));
      entries.push(`{"resource":${resource},"search":{"mode":"outcome"}}`);
    }
    const total = found.total === null || !isSearch ? '' : `"total":${found.total},`;
    const entry = entries.length === 0 ? '' : `,"entry":[${entries.join(',')}]`;
    return `{"resourceType":"Bundle","type":"${bundle}",${total}"link":[${links.join(',')}]${entry}}`;
  }

  #keep(found: Found): string {
    const name = crypto.randomUUID();
    this.#kept.set(name, found);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT_SEARCHES && !oldest.done) this.#kept.delete(oldest.value);
    return name;
  }

  #entry(found: Found, resource: Resource, mode: 'match' | 'include'): string {
    const text =
      mode === 'match' && found.elements !== null
        ? JSON.stringify(subset(resource, found.elements))
        : worded(resource, this.#store.text(resource), found.personality.wording);
    const url = `${found.base}/${resource.resourceType}/${resource.id}`;
    const search = found.personality.search.bundle === 'searchset' ? `,"search":{"mode":"${mode}"}` : '';
    return `{"fullUrl":${JSON.stringify(url)},"resource":${text}${search}}`;
  }

  #included(found: Found, matches: readonly Resource[]): Set<Resource> {
    const included = new Set<Resource>();
    const add = (resource: Resource | undefined) => {
      if (resource !== undefined && !matches.includes(resource) && found.scope.maySee(resource)) {
        included.add(resource);
      }
    };
    for (const {parameter, target} of found.includes) {
      const paths = searchParameters(found.type)[parameter]?.paths ?? [];
      for (const value of matches.flatMap((r) => paths.flatMap((path) => valuesAt(r, path)))) {
        const to = isObject(value) ? parseReference(value.reference) : null;
        if (to !== null && (target === undefined || target === to.type)) add(this.#store.get(to.type, to.id));
      }
    }
    for (const {type, parameter} of found.revincludes) {
      const wanted = new Set(matches.map((r) => `${r.resourceType}/${r.id}`));
      const paths = searchParameters(type)[parameter]?.paths ?? [];
      for (const resource of wanted.size === 0 ? [] : this.#store.list(type)) {
        const hit = paths
          .flatMap((path) => valuesAt(resource, path))
          .map((value) => (isObject(value) ? parseReference(value.reference) : null))
          .some((to) => to !== null && wanted.has(`${to.type}/${to.id}`));
        if (hit) add(resource);
      }
    }
    return included;
  }
}

/** Parameters that shape the answer instead of filtering. */
const CONTROLS = new Set([
  '_count',
  '_sort',
  '_total',
  '_elements',
  '_summary',
  '_format',
  '_pretty',
  '_include',
  '_revinclude',
]);

function readCount(text: string | null, {search}: Personality): number {
  const {size, limit} = search.paging;
  if (text === null) return size;
  if (!/^\d+$/.test(text))
    throw new FhirError(400, 'invalid', `_count must be a whole number, not "${text}".`);
  return Math.min(Number(text), limit);
}

function readInclude(type: string, value: string) {
  const [source, parameter = '', target] = value.split(':');
  if (source !== type || searchParameters(type)[parameter]?.kind !== 'reference') {
    throw new FhirError(400, 'not-supported', `_include=${value} is not supported on ${type}.`);
  }
  return {parameter, target};
}

function readRevinclude(searched: string, value: string) {
  const [type = '', parameter = ''] = value.split(':');
  if (searchParameters(type)[parameter]?.kind !== 'reference') {
    throw new FhirError(400, 'not-supported', `_revinclude=${value} is not supported on ${searched}.`);
  }
  return {type, parameter};
}

function sort(type: string, resources: Resource[], text: string | null): void {
  if (text === null || text === '') return;
  const keys = text.split(',').map((key) => {
    const name = key.replace(/^-/, '');
    const parameter = searchParameters(type)[name];
    if (parameter === undefined) {
      throw new FhirError(400, 'not-supported', `Cannot sort ${type} by "${name}".`);
    }
    const cache = new Map<Resource, string | number | null>();
    const read = (resource: Resource) => {
      let value = cache.get(resource);
      if (value === undefined) {
        const raw = parameter.paths.flatMap((path) => valuesAt(resource, path))[0];
        value = parameter.kind === 'date' ? (elementRange(raw)?.low ?? null) : sortText(raw);
        cache.set(resource, value);
      }
      return value;
    };
    return {read, sign: key.startsWith('-') ? -1 : 1};
  });
  resources.sort((a, b) => {
    for (const {read, sign} of keys) {
      const [x, y] = [read(a), read(b)];
      if (x === y) continue;
      if (x === null || y === null) return x === null ? 1 : -1;
      return x < y ? -sign : sign;
    }
    return 0;
  });
}

function sortText(value: unknown): string | null {
  if (value === undefined) return null;
  if (!isObject(value)) return String(value);
  const coding = Array.isArray(value.coding) ? (value.coding[0] as unknown) : value;
  return isObject(coding)
    ? String(coding.code ?? coding.value ?? coding.reference ?? value.text ?? '')
    : null;
}

/** Only the asked elements and what every resource must say; tagged SUBSETTED, so that nobody writes it back. */
function subset(resource: Resource, elements: readonly string[]): Resource {
  const tag = {system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED'};
  const kept: Resource = {resourceType: resource.resourceType};
  const wanted = new Set(['id', ...elements, ...(MANDATORY[resource.resourceType] ?? [])]);
  for (const [key, value] of Object.entries(resource))
    if (wanted.has(key.replace(/^_/, ''))) kept[key] = value;
  return {...kept, meta: {...resource.meta, tag: [...(resource.meta?.tag ?? []), tag]}};
}

const MANDATORY: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['status', 'class'],
  CarePlan: ['status', 'intent', 'subject'],
  Goal: ['lifecycleStatus', 'description', 'subject'],
  Task: ['status', 'intent'],
  Observation: ['status', 'code'],
  Flag: ['status', 'code', 'subject'],
  Provenance: ['target', 'recorded', 'agent'],
};
