import {Access, type Caller} from './access.ts';
import {runBundle} from './bundle.ts';
import {FhirError, operationOutcome, type Issue} from './outcome.ts';
import type {Personality} from './personality.ts';
import {Searches} from './search.ts';
import type {Store, Version} from './store.ts';
import {worded} from './wording.ts';
import {
  checkInteraction,
  create,
  found,
  patch,
  remove,
  update,
  type Validate,
  type WriteContext,
} from './writes.ts';
import type {Ask, Reply} from '../http.ts';
import {parseLossless, type Resource} from '../json.ts';

const FHIR_JSON = 'application/fhir+json; charset=utf-8';

/** The FHIR R4 interactions of all personalities, over one store. */
export class FhirServer {
  readonly #store: Store;
  readonly #searches: Searches;
  readonly #loadValidate: () => Promise<Validate>;

  constructor(store: Store, loadValidate: () => Promise<Validate>) {
    this.#store = store;
    this.#searches = new Searches(store);
    this.#loadValidate = loadValidate;
  }

  /** Answers one request; `path` is what follows the FHIR base, without a leading slash. */
  async answer(
    ask: Ask,
    path: string,
    base: string,
    personality: Personality,
    caller: Caller,
  ): Promise<Reply> {
    try {
      const access = new Access(caller, this.#store, personality.confines);
      checkFormat(ask);
      const [type = '', second, third, fourth] = path.split('/').filter(Boolean);
      if (ask.method === 'GET') {
        return this.#read(ask, {type, second, third, fourth}, base, personality, access);
      }
      if (ask.method === 'POST' && second === '_search') {
        if (!personality.search.byPost)
          throw new FhirError(personality.refusal.interaction, 'not-supported', 'Search with GET.');
        checkContentType(ask, ['application/x-www-form-urlencoded']);
        const query = new URLSearchParams([...ask.url.searchParams, ...new URLSearchParams(ask.body)]);
        return this.#search(type, query, base, personality, access);
      }
      const context: WriteContext = {
        store: this.#store,
        searches: this.#searches,
        personality,
        access,
        validate: await this.#loadValidate(),
      };
      return this.#write(ask, type, second, base, context);
    } catch (error) {
      const reply = failure(error);
      if (personality.refusal.outcome || reply.status === 422) return reply;
      return {status: reply.status, headers: {'Content-Type': 'text/plain'}, body: 'The request failed.'};
    }
  }

  #read(
    ask: Ask,
    {
      type,
      second,
      third,
      fourth,
    }: {type: string; second?: string | undefined; third?: string | undefined; fourth?: string | undefined},
    base: string,
    personality: Personality,
    access: Access,
  ): Reply {
    const token = ask.url.searchParams.get(personality.search.paging.parameter);
    if (token !== null && second === undefined) return bundle(this.#searches.next(token, access.scope()));
    if (type === '') throw new FhirError(400, 'not-supported', 'A search of all types is not supported.');
    if (second === undefined) return this.#search(type, ask.url.searchParams, base, personality, access);
    checkInteraction(
      personality,
      type,
      third === undefined ? 'read' : fourth === undefined ? 'history-instance' : 'vread',
    );
    access.checkType(type, 'r');
    const versions = this.#store.history(type, second);
    if (third === undefined) {
      const resource = found(this.#store, type, second);
      access.checkResource(resource, 'r');
      const current = this.#store.current(type, second) as Version;
      return this.#instance(200, current, personality, ask.headers['if-none-match']);
    }
    if (third !== '_history') throw new FhirError(404, 'not-supported', `"${third}" is not supported.`);
    if (versions.length === 0) throw new FhirError(404, 'not-found', `${type}/${second} is not known.`);
    for (const {resource} of versions) if (resource !== null) access.checkResource(resource, 'r');
    if (fourth === undefined) return this.#history(type, second, versions, base);
    const version = versions.find(({versionId}) => versionId === fourth);
    if (version === undefined) throw new FhirError(404, 'not-found', `There is no version ${fourth}.`);
    if (version.resource === null) throw new FhirError(410, 'deleted', 'This version is a deletion.');
    return this.#instance(200, version, personality);
  }

  #search(
    type: string,
    query: URLSearchParams,
    base: string,
    personality: Personality,
    access: Access,
  ): Reply {
    checkInteraction(personality, type, 'search-type');
    return bundle(this.#searches.first(base, type, query, access.search(type, query), personality));
  }

  #write(ask: Ask, type: string, id: string | undefined, base: string, context: WriteContext): Reply {
    const ifMatch = header(ask, 'if-match');
    const {method} = ask;
    if (method === 'PATCH') checkContentType(ask, ['application/json-patch+json']);
    else if (method !== 'DELETE') checkContentType(ask, ['application/fhir+json', 'application/json']);
    const body = method === 'DELETE' ? null : parseBody(ask.body);
    if (method === 'POST' && type === '') {
      const result = runBundle(context, body, (path) => this.#readEntry(path, context.access));
      return {status: 200, headers: {'Content-Type': FHIR_JSON}, body: JSON.stringify(result)};
    }
    if (method === 'POST' && id === undefined) {
      const {status, version} = create(context, type, body, header(ask, 'if-none-exist'));
      return this.#written(ask, status, version, base, context.personality);
    }
    if (id === undefined || method === 'POST')
      throw new FhirError(405, 'not-supported', 'This is not supported here.');
    if (method === 'PUT') {
      const {status, version} = update(context, type, id, body, ifMatch);
      return this.#written(ask, status, version, base, context.personality);
    }
    if (method === 'PATCH') {
      const {status, version} = patch(context, type, id, body, ifMatch);
      return this.#written(ask, status, version, base, context.personality);
    }
    if (method === 'DELETE') {
      remove(context, type, id);
      return {status: 204, headers: {}, body: ''};
    }
    throw new FhirError(405, 'not-supported', `${method} is not supported.`);
  }

  #readEntry(path: string, access: Access): Resource {
    const [type = '', id = ''] = path.split('/');
    const resource = found(this.#store, type, id);
    access.checkResource(resource, 'r');
    return resource;
  }

  #instance(status: number, version: Version, personality: Personality, ifNoneMatch?: string): Reply {
    const resource = version.resource as Resource;
    const tag = `W/"${version.versionId}"`;
    const headers = {
      'Content-Type': FHIR_JSON,
      ETag: tag,
      'Last-Modified': new Date(version.lastUpdated).toUTCString(),
      'Cache-Control': 'no-cache',
    };
    if (ifNoneMatch === tag) return {status: 304, headers, body: ''};
    return {status, headers, body: worded(resource, this.#store.text(resource), personality.wording)};
  }

  #written(ask: Ask, status: number, version: Version, base: string, personality: Personality): Reply {
    const reply = this.#instance(status, version, personality);
    const resource = version.resource as Resource;
    const address = `${base}/${resource.resourceType}/${resource.id}/_history/${version.versionId}`;
    reply.headers[status === 201 ? 'Location' : 'Content-Location'] = address;
    reply.headers['Cache-Control'] = 'no-store';
    const prefer = header(ask, 'prefer') ?? '';
    if (prefer.includes('return=minimal')) reply.body = '';
    if (prefer.includes('return=OperationOutcome')) {
      reply.body = outcomeText([{severity: 'information', code: 'informational', text: 'Saved.'}]);
    }
    return reply;
  }

  #history(type: string, id: string, versions: readonly Version[], base: string): Reply {
    const entry = [...versions].reverse().map(({resource, method, versionId, lastUpdated}) => ({
      fullUrl: `${base}/${type}/${id}`,
      ...(resource === null ? {} : {resource}),
      request: {method, url: method === 'POST' ? type : `${type}/${id}`},
      response: {
        status: method === 'POST' ? '201' : '200',
        etag: `W/"${versionId}"`,
        lastModified: lastUpdated,
      },
    }));
    return bundle(JSON.stringify({resourceType: 'Bundle', type: 'history', total: entry.length, entry}));
  }
}

/** Any error as an answer with an OperationOutcome. */
export function failure(error: unknown): Reply {
  if (error instanceof FhirError) return outcomeReply(error.status, error.issues, {...error.headers});
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return outcomeReply(500, [{severity: 'error', code: 'exception', text}]);
}

export function outcomeReply(
  status: number,
  issues: readonly Issue[],
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: {'Content-Type': FHIR_JSON, 'Cache-Control': 'no-store', ...headers},
    body: outcomeText(issues),
  };
}

function outcomeText(issues: readonly Issue[]): string {
  return JSON.stringify(operationOutcome(issues));
}

function bundle(text: string): Reply {
  return {status: 200, headers: {'Content-Type': FHIR_JSON, 'Cache-Control': 'no-store'}, body: text};
}

function header(ask: Ask, name: string): string | null {
  const value = ask.headers[name];
  return typeof value === 'string' ? value : null;
}

function checkContentType(ask: Ask, allowed: readonly string[]): void {
  const type = (ask.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (!allowed.includes(type)) {
    throw new FhirError(415, 'not-supported', `"${type}" is not taken; send ${allowed.join(' or ')}.`);
  }
}

function checkFormat(ask: Ask): void {
  const format = ask.url.searchParams.get('_format');
  if (format !== null && !/^(application\/(fhir\+)?json|json)$/.test(format.replace(' ', '+'))) {
    throw new FhirError(406, 'not-supported', `The format "${format}" is not supported.`);
  }
}

function parseBody(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    throw new FhirError(400, 'structure', 'The body is not JSON.');
  }
}
