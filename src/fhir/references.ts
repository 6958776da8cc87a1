import type {JsonObject} from './json.ts';
import {isObject, items, textOf} from './json.ts';

/** Where a reference points, as far as its text says. */
export type Target =
  /** `#id`: inside the resource that refers. */
  | {readonly kind: 'contained'; readonly id: string}
  /** `Type/id`; `base` is null for a relative reference, else the address before it, with its slash. */
  | {readonly kind: 'resource'; readonly type: string; readonly id: string; readonly base: string | null}
  /** `urn:…`: to be found by the `fullUrl` of its Bundle, never by a request. */
  | {readonly kind: 'urn'; readonly urn: string};

/** Reads the text of a reference; a version (`/_history/2`) is left out. Null when it is none of FHIR's forms. */
export function targetOf(reference: string | null | undefined): Target | null {
  if (!reference) return null;
  if (reference.startsWith('#')) return {kind: 'contained', id: reference.slice(1)};
  if (/^urn:/i.test(reference)) return {kind: 'urn', urn: reference};
  const match =
    /^(https?:\/\/[^?#\s]+\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9\-._~]{1,200})(?:\/_history\/[^/]+)?$/.exec(
      reference,
    );
  if (!match) return null;
  return {kind: 'resource', type: match[2] ?? '', id: match[3] ?? '', base: match[1] ?? null};
}

/** The reference without its base and version (`Practitioner/x`), or null when it is not one to a resource. */
export function plainReference(reference: string | null | undefined): string | null {
  const target = targetOf(reference);
  return target?.kind === 'resource' ? `${target.type}/${target.id}` : null;
}

/** One entry of a list, with where it was found. */
export interface Found {
  readonly resource: JsonObject;
  readonly fullUrl: string | null;
  /** Address before `Type/id` of the entry, with its slash, when it says one. */
  readonly base: string | null;
}

/** The address that an entry says the record stands under, or null. */
export function baseOf(fullUrl: string | null): string | null {
  const target = targetOf(fullUrl);
  return target?.kind === 'resource' ? target.base : null;
}

/** Whether a resource belongs to the patient: only `same` may be shown. */
export type Belongs = 'same' | 'other' | 'unsaid' | 'unclear';

/**
 * Compares `subject` (or `patient`, `Task.for`, the patient among the participants of an Appointment) with the patient of the chart. `unsaid`: there is no subject at all. `unclear`: it
 * cannot be told, as with an identifier alone. An absolute reference counts only under the base of its own entry.
 */
export function belongsTo(patientId: string, entry: Found, others: readonly Found[] = []): Belongs {
  const {resource} = entry;
  const subject =
    resource['resourceType'] === 'Appointment'
      ? patientAmong(patientId, resource)
      : (resource['subject'] ??
        resource['patient'] ??
        (resource['resourceType'] === 'Task' && resource['for']));
  if (!isObject(subject) || Object.keys(subject).length === 0) return 'unsaid';
  const target = targetOf(textOf(subject['reference']));
  if (target === null) return 'unclear';
  switch (target.kind) {
    case 'resource':
      if (target.id !== patientId || target.type !== 'Patient') return 'other';
      if (target.base === null || target.base === entry.base) return 'same';
      return entry.base === null ? 'unclear' : 'other';
    case 'contained':
      return 'unclear';
    case 'urn': {
      const found = others.find((other) => other.fullUrl === target.urn)?.resource;
      if (found?.['resourceType'] !== 'Patient') return 'unclear';
      return found['id'] === patientId ? 'same' : 'other';
    }
  }
}

/** The patient who takes part in an appointment: this one when they do (a group has several), else the first; else nobody. */
function patientAmong(patientId: string, {participant}: JsonObject): JsonObject | null {
  const patients = items(participant)
    .filter(isObject)
    .flatMap(({actor}) => (isObject(actor ?? null) ? [actor as JsonObject] : []))
    .filter(({reference}) => /(^|\/)Patient\//u.test(textOf(reference) ?? ''));
  const own = patients.find(({reference}) => plainReference(textOf(reference)) === `Patient/${patientId}`);
  return own ?? patients[0] ?? null;
}

/** Finds the resources that references of one answer point at, without any request. */
export class ReferenceIndex {
  readonly #found = new Map<string, JsonObject>();

  /** Takes in the entries of an answer, included ones too. */
  add(entries: readonly Found[]): void {
    for (const {resource, fullUrl} of entries) {
      const type = textOf(resource['resourceType']);
      const id = textOf(resource['id']);
      if (fullUrl !== null) this.#found.set(fullUrl, resource);
      if (type !== null && id !== null) this.#found.set(`${type}/${id}`, resource);
    }
  }

  /** The resource referred to, from inside `owner`, then by address, then as a relative reference. */
  find(reference: string | null | undefined, owner: JsonObject, base: string | null): JsonObject | null {
    const target = targetOf(reference);
    switch (target?.kind) {
      case undefined:
        return null;
      case 'contained':
        return (
          items(owner['contained'])
            .filter(isObject)
            .find((inner) => inner['id'] === target.id) ?? null
        );
      case 'urn':
        return this.#found.get(target.urn) ?? null;
      case 'resource': {
        const plain = `${target.type}/${target.id}`;
        const here = target.base === null || target.base === base;
        return (
          this.#found.get(`${target.base ?? base ?? ''}${plain}`) ??
          (here ? (this.#found.get(plain) ?? null) : null)
        );
      }
    }
  }
}
