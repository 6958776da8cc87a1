import {FhirError, operationOutcome} from './outcome.ts';
import {create, patch, remove, update, type WriteContext, type WriteResult} from './writes.ts';
import {copy, isObject, isResource, type JsonObject, type Resource} from '../json.ts';

interface Entry {
  readonly fullUrl: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly type: string;
  readonly id: string | undefined;
  readonly ifMatch: string | null;
  readonly ifNoneExist: string | null;
  readonly resource: Resource | null;
}

/** Answers a GET inside a Bundle with a resource; given by the server. */
export type ReadEntry = (path: string) => Resource;

/** Runs a transaction (all or nothing) or a batch (each alone) and returns the response Bundle. */
export function runBundle(context: WriteContext, body: unknown, readEntry: ReadEntry): JsonObject {
  if (!isResource(body) || body.resourceType !== 'Bundle') {
    throw new FhirError(400, 'invalid', 'The body is not a Bundle.');
  }
  const kind = body.type;
  if ((kind !== 'transaction' && kind !== 'batch') || !context.personality.system.includes(kind)) {
    throw new FhirError(400, 'not-supported', `A Bundle of type "${String(kind)}" is not supported.`);
  }
  const entries = (Array.isArray(body.entry) ? (body.entry as unknown[]) : []).map(readEntryHead);
  const run = (entry: Entry, id: string | undefined) => runEntry(context, entry, id, readEntry);
  if (kind === 'batch') {
    const entry = entries.map((one) => {
      try {
        return run(one, undefined);
      } catch (error) {
        if (!(error instanceof FhirError)) throw error;
        return {response: {status: String(error.status), outcome: operationOutcome(error.issues)}};
      }
    });
    return {resourceType: 'Bundle', type: 'batch-response', entry};
  }
  const ids = new Map<string, {type: string; id: string}>();
  for (const entry of entries) {
    if (entry.fullUrl === undefined || entry.method !== 'POST') continue;
    ids.set(entry.fullUrl, {type: entry.type, id: context.store.newId(entry.type)});
  }
  resolveConditional(context, entries, ids);
  const entry = context.store.atomically(() => {
    const responses = new Map<Entry, JsonObject>();
    for (const method of ORDER) {
      for (const one of entries.filter((e) => e.method === method)) {
        const resource = one.resource === null ? null : (rewrite(copy(one.resource), ids) as Resource);
        responses.set(one, run({...one, resource}, ids.get(one.fullUrl ?? '')?.id));
      }
    }
    return entries.map((one) => responses.get(one));
  });
  return {resourceType: 'Bundle', type: 'transaction-response', entry};
}

/** FHIR R4 3.1.0.11.2: the order in which a transaction is processed. */
const ORDER = ['DELETE', 'POST', 'PUT', 'PATCH', 'GET'];

function readEntryHead(value: unknown): Entry {
  const request = isObject(value) && isObject(value.request) ? value.request : {};
  const method = String(request.method);
  const url = String(request.url ?? '');
  const [type = '', id] = url.replace(/\?.*$/, '').split('/');
  if (!ORDER.includes(method) || type === '')
    throw new FhirError(400, 'invalid', 'A Bundle entry has no valid request.');
  const entry = value as JsonObject;
  return {
    fullUrl: typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined,
    method,
    url,
    type,
    id,
    ifMatch: typeof request.ifMatch === 'string' ? request.ifMatch : null,
    ifNoneExist: typeof request.ifNoneExist === 'string' ? request.ifNoneExist : null,
    resource: isResource(entry.resource) ? entry.resource : null,
  };
}

/** A conditional create that finds something makes nothing: its urn points to what was found. */
function resolveConditional(
  context: WriteContext,
  entries: readonly Entry[],
  ids: Map<string, {type: string; id: string}>,
): void {
  for (const {fullUrl, method, type, ifNoneExist} of entries) {
    if (method !== 'POST' || ifNoneExist === null || fullUrl === undefined) continue;
    const query = new URLSearchParams(ifNoneExist);
    const found = context.searches.matches(type, query, context.access.scope(), context.personality)[0];
    if (found?.id !== undefined) ids.set(fullUrl, {type, id: found.id});
  }
}

/** Replaces references to `urn:uuid:` entries of the Bundle by the ids they were given. */
function rewrite(value: unknown, ids: ReadonlyMap<string, {type: string; id: string}>): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, ids));
  if (!isObject(value) || JSON.stringify(value) === undefined || 'rawJSON' in value) return value;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'reference' && typeof item === 'string') {
      const target = ids.get(item);
      if (target !== undefined) value[key] = `${target.type}/${target.id}`;
      else if (item.startsWith('urn:uuid:')) {
        throw new FhirError(400, 'invalid', `${item} is not an entry of this Bundle.`);
      }
    } else value[key] = rewrite(item, ids);
  }
  return value;
}

function runEntry(
  context: WriteContext,
  entry: Entry,
  newId: string | undefined,
  readEntry: ReadEntry,
): JsonObject {
  const {method, type, id, ifMatch, resource} = entry;
  if (method === 'GET') return {resource: readEntry(entry.url), response: {status: '200'}};
  if (method === 'POST') return respond(create(context, type, resource, entry.ifNoneExist, newId));
  if (id === undefined) throw new FhirError(400, 'invalid', `"${entry.url}" names no instance.`);
  if (method === 'DELETE') {
    remove(context, type, id);
    return {response: {status: '204'}};
  }
  if (method === 'PUT') return respond(update(context, type, id, resource, ifMatch));
  return respond(patch(context, type, id, patchOf(resource), ifMatch));
}

/** A JSON Patch travels in a Bundle as a base64 Binary. */
function patchOf(resource: Resource | null): unknown {
  if (resource?.resourceType !== 'Binary' || typeof resource.data !== 'string') {
    throw new FhirError(400, 'invalid', 'A PATCH entry needs a Binary with a JSON Patch.');
  }
  const bytes = Uint8Array.from(atob(resource.data), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function respond({status, version}: WriteResult): JsonObject {
  const resource = version.resource as Resource;
  return {
    resource,
    response: {
      status: String(status),
      location: `${resource.resourceType}/${resource.id}/_history/${version.versionId}`,
      etag: `W/"${version.versionId}"`,
      lastModified: version.lastUpdated,
    },
  };
}
