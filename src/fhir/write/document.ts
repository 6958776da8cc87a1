import type {Problem, ResourceName} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {objectAt, objectsAt, parseRaw, stringAt, toPlain, type RawObject} from './raw-json.ts';

/** One version of a resource as the server holds it: its source to edit, its values to look at. */
export interface Document {
  readonly raw: RawObject;
  readonly json: unknown;
  readonly id: string;
  readonly version: string | null;
}

/** Reads an answer as the resource that was asked for; null when it is anything else (HTML, empty, cut, another one). */
export function readDocument(text: string, type: ResourceName, id: string | null): Document | null {
  const raw = parseRaw(text);
  if (!raw || stringAt(raw, 'resourceType') !== type) return null;
  const found = stringAt(raw, 'id');
  if (found === null || (id !== null && found !== id)) return null;
  const meta = objectAt(raw, 'meta');
  return {raw, json: toPlain(raw), id: found, version: meta && stringAt(meta, 'versionId')};
}

/** True when `subject` points at this patient, whether relative, absolute or of one version. */
export function isOfPatient(raw: RawObject, patientId: string): boolean {
  const subject = objectAt(raw, 'subject');
  const parts = ((subject && stringAt(subject, 'reference')) ?? '')
    .replace(/\/_history\/.*$/u, '')
    .split('/');
  return parts.at(-2) === 'Patient' && parts.at(-1) === patientId;
}

/**
 * Whether the panel may write this resource back. A modifier extension or implicit rules may reverse what it says, and a
 * shortened copy would erase the rest (FHIR R4 extensibility.html, resource.html).
 */
export function mayEdit(raw: RawObject, what: ResourceName): Result<null, Problem> {
  const meta = objectAt(raw, 'meta');
  const shortened =
    meta !== null && objectsAt(meta, 'tag').some((tag) => stringAt(tag, 'code') === 'SUBSETTED');
  const refused = raw.has('modifierExtension') || raw.has('implicitRules') || shortened;
  return refused ? err({kind: 'unsupported', what, why: 'server'}) : ok(null);
}

/** Names of members that were sent and that the server did not keep. `text` and `meta` are the server's own. */
export function droppedMembers(sent: RawObject, kept: RawObject): readonly string[] {
  return [...sent.keys()].filter((name) => !kept.has(name) && name !== 'text' && name !== 'meta');
}
