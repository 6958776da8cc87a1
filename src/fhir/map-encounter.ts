import type {EncounterRecord} from '../domain/encounter-record.ts';
import {codedOf, conceptOf, pointerOf} from './concept-text.ts';
import {encounterInR4} from './encounter-r5.ts';
import {textOf, type JsonObject} from './json.ts';
import {encounter} from './schema/encounter.ts';
import {readLenient} from './schema/lenient.ts';

/** Reads one Encounter (R4, R4B; R5 by a shim); null when it has no id or is none at all. */
export function mapEncounter(resource: JsonObject): EncounterRecord | null {
  const read = readLenient(encounter, encounterInR4(resource));
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
    types: (wire.type ?? []).flatMap((type) => conceptOf(type) ?? []),
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
    locations: (wire.location ?? []).flatMap(({location}) => pointerOf(location) ?? []),
    hasAppointment: (wire.appointment ?? []).length > 0,
    priority: conceptOf(wire.priority),
    admitSource: conceptOf(admitSource),
    dischargeDisposition: conceptOf(dischargeDisposition),
    reasons: [
      ...(wire.reasonCode ?? []).flatMap((reason) => conceptOf(reason) ?? []),
      ...(wire.reasonReference ?? []).flatMap(({display}) => {
        const text = textOf(display);
        return text === null ? [] : [{codings: [], text}];
      }),
    ],
    unreadable: read.notes,
  };
}
