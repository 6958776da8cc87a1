import type {EncounterRecord} from '../domain/encounter-record.ts';
import {codedOf, conceptOf, pointerOf} from './concept-text.ts';
import {encounterInR4} from './encounter-r5.ts';
import {textOf, type JsonObject} from './json.ts';
import {encounter, type EncounterWire} from './schema/encounter.ts';
import {fits} from './schema/fits.ts';
import {readLenient, type Read} from './schema/lenient.ts';

const isEncounter = fits(encounter);

/** Reads one Encounter (R4, R4B; R5 by a shim); null when it has no id or is none at all. */
export function mapEncounter(resource: JsonObject): EncounterRecord | null {
  const read = readEncounter(encounterInR4(resource));
  if (read === null) return null;
  const wire = read.value;
  const {admitSource, dischargeDisposition} = wire.hospitalization ?? {};
  return {
    id: wire.id,
    versionId: textOf(wire.meta?.versionId),
    lastUpdated: textOf(wire.meta?.lastUpdated),
    metaSource: textOf(wire.meta?.source),
    identifiers: (wire.identifier ?? []).map(({system, value}) => ({
      system: textOf(system),
      value: textOf(value),
    })),
    status: textOf(wire.status),
    class: codedOf(wire.class),
    types: those(wire.type, conceptOf),
    subject: textOf(wire.subject?.reference),
    partOf: textOf(wire.partOf?.reference),
    start: textOf(wire.period?.start),
    end: textOf(wire.period?.end),
    classHistory: (wire.classHistory ?? []).map((entry) => ({
      class: codedOf(entry.class),
      start: textOf(entry.period?.start),
      end: textOf(entry.period?.end),
    })),
    serviceProvider: pointerOf(wire.serviceProvider),
    locations: those(wire.location, ({location}) => pointerOf(location)),
    hasAppointment: (wire.appointment ?? []).length > 0,
    priority: conceptOf(wire.priority),
    admitSource: conceptOf(admitSource),
    dischargeDisposition: conceptOf(dischargeDisposition),
    reasons: [
      ...those(wire.reasonCode, conceptOf),
      ...those(wire.reasonReference, ({display}) => conceptOf({text: display})),
    ],
    unreadable: read.notes,
  };
}

/** What fits is taken as it is; anything else is read with its wrong fields left out. */
function readEncounter(resource: JsonObject): Read<EncounterWire> | null {
  return isEncounter(resource) ? {value: resource, notes: []} : readLenient(encounter, resource);
}

/** What can be made of the members of a list (a plain loop: a long history comes through here). */
function those<A, B>(list: readonly A[] | undefined, read: (one: A) => B | null): B[] {
  const found: B[] = [];
  for (const one of list ?? []) {
    const made = read(one);
    if (made !== null) found.push(made);
  }
  return found;
}
