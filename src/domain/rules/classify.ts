import type {CountingConfig, MappedKind} from '../counting-config.ts';
import type {EncounterRecord} from '../encounter-record.ts';
import {CONTACT, CONTACT_SYSTEM} from '../follow-up/contact.ts';
import {suggestKind} from '../suggest-kind.ts';
import type {Coded, Concept} from '../text.ts';

/** How a record's kind was found. */
export interface Classified {
  readonly kind: MappedKind;
  /** True when only type, structure and words say so (countInferred). */
  readonly inferred: boolean;
}

const V3 = new Set<string | null>([
  null,
  'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  'http://hl7.org/fhir/v3/ActCode',
  'urn:oid:2.16.840.1.113883.5.4',
]);
const V2 = new Set<string | null>([
  'http://terminology.hl7.org/CodeSystem/v2-0004',
  'http://hl7.org/fhir/v2/0004',
  'urn:oid:2.16.840.1.113883.12.4',
]);

const V3_KINDS = new Map<string, MappedKind>([
  ['EMER', 'ed-visit'],
  ['IMP', 'stay'],
  ['ACUTE', 'stay'],
  ['NONAC', 'stay'],
  ['OBSENC', 'observation'],
  ['SS', 'short-stay'],
  ['AMB', 'ambulatory'],
  ['HH', 'ambulatory'],
  ['VR', 'ambulatory'],
  ['PRENC', 'pre-admission'],
]);
const V2_KINDS = new Map<string, MappedKind>([
  ['E', 'ed-visit'],
  ['I', 'stay'],
  ['O', 'ambulatory'],
]);

/** R2: kind of a class code; null when neither the map nor the standard systems know it. */
export function kindOfClass(coded: Coded | null, config: CountingConfig): MappedKind | null {
  if (!coded?.code) return null;
  const mapped = lookUp(config.classMap, coded);
  if (mapped) return mapped;
  const system = coded.system || null;
  if (V3.has(system)) return V3_KINDS.get(coded.code) ?? null;
  return V2.has(system) ? (V2_KINDS.get(coded.code) ?? null) : null;
}

/** R2: the class decides; else the site's map of types; else, where the site wants it, what the record suggests. */
export function classify(record: EncounterRecord, config: CountingConfig): Classified {
  const kind = kindOfClass(record.class, config) ?? kindOfTypes(record.types, config);
  if (kind) return {kind, inferred: false};
  const suggested = config.countInferred ? suggestKind(record) : null;
  return {kind: suggested ?? 'unclassified', inferred: suggested !== null};
}

function kindOfTypes(types: readonly Concept[], config: CountingConfig): MappedKind | null {
  const found = lookUpAny(config.typeMap, types);
  if (found === 'scheduled-ed') return 'ed-visit';
  return found === 'case-management' ? 'ambulatory' : found;
}

/**
 * R25: a contact of case management that is kept as an Encounter: by the panel's own type, or by one that the site's map
 * says. It is a contact of its actor and no visit to a clinic; what its class says of a bed or an ED stands.
 */
export function isCaseManagement(
  {types}: EncounterRecord,
  kind: MappedKind,
  config: CountingConfig,
): boolean {
  if (kind !== 'ambulatory' && kind !== 'unclassified') return false;
  return (
    types.some(({codings}) => codings.some(isOwnContact)) ||
    lookUpAny(config.typeMap, types) === 'case-management'
  );
}

function isOwnContact({system, code}: Coded): boolean {
  return system === CONTACT_SYSTEM && code === CONTACT;
}

/** R13: an ED record is scheduled when it has an appointment, is elective, or the site's map of types says so. */
export function isScheduled(record: EncounterRecord, config: CountingConfig): boolean {
  return (
    record.hasAppointment ||
    (record.priority?.codings.some(({code}) => code === 'EL') ?? false) ||
    lookUpAny(config.typeMap, record.types) === 'scheduled-ed'
  );
}

/** What a map says of a code, asked with its system first. */
export function lookUp<T>(map: Readonly<Record<string, T>>, {system, code}: Coded): T | null {
  const key = `${system ?? ''}|${code ?? ''}`;
  if (Object.hasOwn(map, key)) return map[key] ?? null;
  return code && Object.hasOwn(map, code) ? (map[code] ?? null) : null;
}

/** What a map says of the first coding that it knows. */
export function lookUpAny<T>(map: Readonly<Record<string, T>>, concepts: readonly Concept[]): T | null {
  for (const {codings} of concepts) {
    for (const coded of codings) {
      const found = lookUp(map, coded);
      if (found) return found;
    }
  }
  return null;
}
