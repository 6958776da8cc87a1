import type {Access} from './access.ts';
import {applyPatch} from './json-patch.ts';
import {FhirError, type Issue} from './outcome.ts';
import {refuseNote, supersede} from './notes.ts';
import type {Interaction, Personality} from './personality.ts';
import type {Searches} from './search.ts';
import type {Store, Version} from './store.ts';
import {isResource, type Resource} from '../json.ts';

/** Checks a resource and returns what is wrong with it. */
export type Validate = (resource: Resource) => readonly Issue[];

/** What every write needs to decide. */
export interface WriteContext {
  readonly store: Store;
  readonly searches: Searches;
  readonly personality: Personality;
  readonly access: Access;
  readonly validate: Validate;
}

export interface WriteResult {
  readonly status: 200 | 201;
  readonly version: Version;
}

/** POST of a type; with `ifNoneExist` (a query) it makes nothing when one resource already matches. */
export function create(
  context: WriteContext,
  type: string,
  body: unknown,
  ifNoneExist: string | null,
  id?: string,
): WriteResult {
  const {store, searches, access, personality} = context;
  checkInteraction(personality, type, 'create');
  const resource = checkBody(type, body);
  if (ifNoneExist !== null && personality.conditionalCreate) {
    const query = new URLSearchParams(ifNoneExist.replace(/^.*\?/, ''));
    const found = searches.matches(type, query, access.scope(), personality);
    if (found.length > 1)
      throw new FhirError(412, 'multiple-matches', 'More than one resource matches If-None-Exist.');
    const one = found[0];
    if (one?.id !== undefined) return {status: 200, version: store.current(type, one.id) as Version};
  }
  access.checkResource(resource, 'c');
  refuseInvalid(context, resource);
  refuseNote(personality.notes, resource);
  const version = store.write(resource, id ?? store.newId(type), 'POST');
  if (personality.notes) supersede(store, resource);
  return {status: 201, version};
}

/** PUT of an instance. */
export function update(
  context: WriteContext,
  type: string,
  id: string,
  body: unknown,
  ifMatch: string | null,
): WriteResult {
  const {store, access, personality} = context;
  checkInteraction(personality, type, 'update');
  const resource = checkBody(type, body);
  if (resource.id !== id) {
    throw new FhirError(400, 'invalid', `The id in the resource is not "${id}".`);
  }
  const before = store.get(type, id);
  if (before === undefined) {
    if (ifMatch !== null) throw new FhirError(412, 'conflict', `${type}/${id} does not exist.`);
    if (!personality.createAsUpdate)
      throw new FhirError(405, 'not-supported', 'Ids are given by the server.');
    access.checkResource(resource, 'c');
  } else {
    access.checkResource(before, 'u');
    checkVersion(personality, before, ifMatch, 'put');
    access.checkResource(resource, 'u');
  }
  refuseInvalid(context, resource);
  return {status: before === undefined ? 201 : 200, version: store.write(resource, id, 'PUT')};
}

/** PATCH of an instance by JSON Patch. */
export function patch(
  context: WriteContext,
  type: string,
  id: string,
  operations: unknown,
  ifMatch: string | null,
): WriteResult {
  const {store, access, personality} = context;
  checkInteraction(personality, type, 'patch');
  const before = found(store, type, id);
  access.checkResource(before, 'u');
  checkVersion(personality, before, ifMatch, 'patch');
  const after = checkBody(type, applyPatch(before, operations));
  if (after.id !== id) throw new FhirError(400, 'invalid', 'A patch cannot change the id.');
  access.checkResource(after, 'u');
  refuseInvalid(context, after);
  return {status: 200, version: store.write(after, id, 'PATCH')};
}

/** DELETE of an instance; its history stays. */
export function remove(context: WriteContext, type: string, id: string): void {
  checkInteraction(context.personality, type, 'delete');
  const before = context.store.get(type, id);
  if (before === undefined) return;
  context.access.checkResource(before, 'd');
  context.store.remove(type, id);
}

/** The resource, or the FhirError 404 or 410 that a read of it answers. */
export function found(store: Store, type: string, id: string): Resource {
  const version = store.current(type, id);
  if (version === undefined) throw new FhirError(404, 'not-found', `${type}/${id} is not known.`);
  if (version.resource === null) throw new FhirError(410, 'deleted', `${type}/${id} was deleted.`);
  return version.resource;
}

export function checkInteraction(personality: Personality, type: string, interaction: Interaction): void {
  const allowed = personality.interactions[type];
  if (allowed === undefined) throw new FhirError(404, 'not-supported', `${type} is not served here.`);
  if (!allowed.includes(interaction)) {
    throw new FhirError(
      personality.refusal.interaction,
      'not-supported',
      `This server does not offer "${interaction}" on ${type}.`,
    );
  }
}

function checkBody(type: string, body: unknown): Resource {
  if (!isResource(body)) throw new FhirError(400, 'structure', 'The body is not a FHIR resource.');
  if (body.resourceType !== type) {
    throw new FhirError(400, 'invalid', `The body is a ${body.resourceType}, not a ${type}.`);
  }
  return body;
}

/** `W/"n"` must name the current version. A versioned-update server asks for it on every update (FHIR R4 3.1.0.5). */
function checkVersion(
  personality: Personality,
  before: Resource,
  ifMatch: string | null,
  act: 'put' | 'patch',
): void {
  if (personality.versioning === 'no-version' || !personality.locking[act]) return;
  if (ifMatch === null) {
    if (act === 'patch' || personality.versioning !== 'versioned-update') return;
    throw new FhirError(400, 'required', 'Updates need an If-Match header.');
  }
  const match = /^W\/"([^"]+)"$/.exec(ifMatch.trim());
  if (match === null) throw new FhirError(400, 'invalid', `If-Match must read W/"version", not ${ifMatch}.`);
  if (match[1] !== before.meta?.versionId) {
    const text = `${before.resourceType}/${before.id} is at version ${before.meta?.versionId}, not ${match[1]}.`;
    throw new FhirError(personality.locking.status, 'conflict', text);
  }
}

function refuseInvalid(context: WriteContext, resource: Resource): void {
  const issues = context.validate(resource);
  if (issues.some((issue) => issue.severity === 'error')) {
    throw new FhirError(422, 'processing', 'The resource is not valid.', {issues});
  }
}
