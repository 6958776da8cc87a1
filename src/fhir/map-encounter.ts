import type {EncounterRecord} from '../domain/encounter-record.ts';
import type {Concept, Pointer} from '../domain/text.ts';
import {codedOf, conceptOf, pointerOf} from './concept-text.ts';
import {diagnosesOf, referredDiagnoses} from './encounter-diagnoses.ts';
import {encounterInR4} from './encounter-r5.ts';
import {textOf, type JsonObject} from './json.ts';
import {encounter, type EncounterWire} from './schema/encounter.ts';
import {fits} from './schema/fits.ts';
import {readLenient, type Read} from './schema/lenient.ts';
import {none, Shared} from './shared.ts';

const isEncounter = fits(encounter);

/**
 * Reads one Encounter (R4, R4B; R5 by a shim); null when it has no id or is none at all. What other records of the history
 * say too is taken from `shared`.
 */
export function mapEncounter(resource: JsonObject, shared: Shared = new Shared()): EncounterRecord | null {
  const read = readEncounter(encounterInR4(resource));
  if (read === null) return null;
  const wire = read.value;
  const diagnoses = diagnosesOf(resource);
  const referred = referredDiagnoses(resource);
  const {admitSource, dischargeDisposition} = wire.hospitalization ?? {};
  const textIn = (value: string | undefined): string | null => shared.text(textOf(value));
  const conceptIn = (concept: Parameters<typeof conceptOf>[0]): Concept | null =>
    shared.concept(conceptOf(concept));
  const pointerIn = (reference: Parameters<typeof pointerOf>[0]): Pointer | null =>
    shared.pointer(pointerOf(reference));
  return {
    id: wire.id,
    versionId: textIn(wire.meta?.versionId),
    lastUpdated: textOf(wire.meta?.lastUpdated),
    metaSource: textIn(wire.meta?.source),
    identifiers: (wire.identifier ?? []).map(({system, value}) => ({
      system: textIn(system),
      value: textOf(value),
    })),
    status: textIn(wire.status),
    class: shared.coded(codedOf(wire.class)),
    types: shared.list(those(wire.type, conceptIn)),
    subject: textIn(wire.subject?.reference),
    partOf: textOf(wire.partOf?.reference),
    start: textOf(wire.period?.start),
    end: textOf(wire.period?.end),
    classHistory: those(wire.classHistory, ({class: kind, period}) => ({
      class: shared.coded(codedOf(kind)),
      start: textOf(period?.start),
      end: textOf(period?.end),
    })),
    serviceProvider: pointerIn(wire.serviceProvider),
    locations: shared.list(those(wire.location, ({location}) => pointerIn(location))),
    hasAppointment: (wire.appointment ?? []).length > 0,
    priority: conceptIn(wire.priority),
    admitSource: conceptIn(admitSource),
    dischargeDisposition: conceptIn(dischargeDisposition),
    reasons: shared.list([
      ...those(wire.reasonCode, conceptIn),
      ...those(wire.reasonReference, ({display}) => conceptIn({text: display})),
    ]),
    ...(diagnoses.length > 0 && {diagnoses}),
    ...(referred.length > 0 && {referred}),
    unreadable: read.notes,
  };
}

/** What fits is taken as it is; anything else is read with its wrong fields left out. */
function readEncounter(resource: JsonObject): Read<EncounterWire> | null {
  return isEncounter(resource) ? {value: resource, notes: none} : readLenient(encounter, resource);
}

/** What can be made of the members of a list (a plain loop: a long history comes through here). */
function those<A, B>(list: readonly A[] | undefined, read: (one: A) => B | null): readonly B[] {
  if (list === undefined) return none;
  const found: B[] = [];
  for (const one of list) {
    const made = read(one);
    if (made !== null) found.push(made);
  }
  return found;
}
