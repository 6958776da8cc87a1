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

/** Whose chart it is. */
export interface Person {
  readonly patientId: string;
  /** FHIR base of the record system, or null when it is not known. */
  readonly base: string | null;
}

/** Where a resource names its patient, when not in `subject` (FHIR R4). */
const patientMember: Readonly<Record<string, string>> = {
  Task: 'for',
  Consent: 'patient',
  EpisodeOfCare: 'patient',
};

/**
 * True when the resource's subject points at this patient. An absolute reference counts only under the base of the record system:
 * another system may have given the same id to somebody else.
 */
export function isOfPatient(raw: RawObject, {patientId, base}: Person): boolean {
  const subject = objectAt(raw, patientMember[stringAt(raw, 'resourceType') ?? ''] ?? 'subject');
  const reference = ((subject && stringAt(subject, 'reference')) ?? '').replace(/\/_history\/.*$/u, '');
  const own = `Patient/${patientId}`;
  return reference === own || (base !== null && reference === `${base.replace(/\/+$/u, '')}/${own}`);
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
  return refused ? err(notEditable(what)) : ok(null);
}

/** Names of members that were sent and that the server did not keep. `text` and `meta` are the server's own. */
export function droppedMembers(sent: RawObject, kept: RawObject): readonly string[] {
  return [...sent.keys()].filter((name) => !kept.has(name) && name !== 'text' && name !== 'meta');
}

/** The problem of one record that may not be edited; it says nothing about others. */
export function notEditable(what: ResourceName): Problem {
  const issue = {severity: 'error', code: 'not-supported', text: null, expressions: [what]} as const;
  return {kind: 'rejected', issues: [issue]};
}
