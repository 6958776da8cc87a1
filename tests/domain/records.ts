import {type CountInput, countUse} from '../../src/domain/count-use.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import type {UseProof} from '../../src/domain/use-proof.ts';
import {isObject} from '../../src/fhir/json.ts';
import {mapEncounter} from '../../src/fhir/map-encounter.ts';

type Code = string | {readonly system?: string; readonly code?: string; readonly display?: string};
type Words = Code | {readonly text: string};
interface Place {
  readonly reference?: string;
  readonly display?: string;
}

/**
 * An Encounter in the short form of the tables of cases; what is not said is absent or ordinary. A date written
 * `2026-03-02 10:00` is local time of the zone, written out with its offset; any other text stands as it is.
 */
export interface ShortRecord {
  readonly id: string;
  /** A v3 ActCode, or a whole coding; null for no class. EMER where nothing is said. */
  readonly class?: Code | null;
  readonly status?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
  /** Name of the serviceProvider; null for none. "A" where nothing is said. */
  readonly site?: string | null;
  readonly provider?: Place;
  readonly locations?: readonly Place[];
  readonly source?: string;
  /** `system|value`, or a value without a system. */
  readonly identifiers?: readonly string[];
  readonly types?: readonly Words[];
  readonly subject?: string;
  readonly partOf?: string;
  readonly history?: readonly {readonly class: Code; readonly start?: string; readonly end?: string}[];
  readonly appointment?: boolean;
  readonly priority?: Words;
  readonly admit?: Words;
  readonly disposition?: Words;
  readonly lastUpdated?: string;
  readonly version?: string;
  /** Members of the Encounter as they stand, over all others. */
  readonly raw?: Readonly<Record<string, unknown>>;
}

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const SNOMED = 'http://snomed.info/sct';
const DISPOSITION = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';
const ADMIT = 'http://terminology.hl7.org/CodeSystem/admit-source';
const PRIORITY = 'http://terminology.hl7.org/CodeSystem/v3-ActPriority';

/** The Encounter that a short form stands for. */
export function encounterOf(short: ShortRecord, zone = 'America/Toronto'): Readonly<Record<string, unknown>> {
  const period = periodOf(short, zone);
  const {provider = short.site === null ? undefined : {display: short.site ?? 'A'}} = short;
  return {
    resourceType: 'Encounter',
    id: short.id,
    meta: {versionId: short.version, lastUpdated: short.lastUpdated, source: short.source},
    identifier: short.identifiers?.map((text) => {
      const [value, system] = text.split('|').reverse();
      return {system, value};
    }),
    status: short.status === undefined ? 'finished' : (short.status ?? undefined),
    class: short.class === null ? undefined : codingOf(short.class ?? 'EMER', V3),
    type: short.types?.map((type) => conceptOf(type, SNOMED)),
    subject: short.subject === undefined ? undefined : {reference: short.subject},
    partOf: short.partOf === undefined ? undefined : {reference: short.partOf},
    period,
    classHistory: short.history?.map((entry) => ({
      class: codingOf(entry.class, V3),
      period: periodOf(entry, zone),
    })),
    serviceProvider: provider,
    location: short.locations?.map((location) => ({location})),
    appointment: short.appointment ? [{reference: 'Appointment/1'}] : undefined,
    priority: short.priority === undefined ? undefined : conceptOf(short.priority, PRIORITY),
    hospitalization: {
      admitSource: short.admit === undefined ? undefined : conceptOf(short.admit, ADMIT),
      dischargeDisposition:
        short.disposition === undefined ? undefined : conceptOf(short.disposition, DISPOSITION),
    },
    ...short.raw,
  };
}

/** The record that a short form stands for, read from its Encounter as from a server's. */
export function record(short: ShortRecord, zone?: string): EncounterRecord {
  const json: unknown = JSON.parse(JSON.stringify(encounterOf(short, zone)));
  const read = isObject(json) ? mapEncounter(json) : null;
  if (read === null) throw new Error(`no Encounter: ${JSON.stringify(short)}`);
  return read;
}

/** Writes `2026-03-02 10:00` with the offset that the zone then has; other texts come back as they are. */
export function timeText(text: string, zone: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)?$/.exec(text);
  if (!parts) return text;
  const clock = `${parts[1]}T${parts[2]}${parts[3] ?? ':00'}`;
  const asUtc = Date.parse(`${clock}Z`);
  const offsetAt = (instant: number): string =>
    new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'})
      .formatToParts(instant)
      .find(({type}) => type === 'timeZoneName')!
      .value.slice(3) || '+00:00';
  return clock + offsetAt(Date.parse(clock + offsetAt(asUtc)));
}

/** Counts short records in Toronto as of 2026-11-22, where nothing else is said. */
export function count(records: readonly ShortRecord[], given: Partial<CountInput> = {}): UseProof {
  return countUse({...ordinary, ...given, records: records.map((short) => record(short, given.zone))});
}

/** What the cases are counted with unless they say otherwise. */
export const ordinary: CountInput = {
  records: [],
  patientId: 'p1',
  deceasedAt: null,
  asOf: '2026-11-22',
  index: null,
  zone: 'America/Toronto',
  config: defaultCountingConfig,
  configHash: 'sha256:test',
  gaps: [],
};

function periodOf(
  {start, end}: {readonly start?: string | null; readonly end?: string | null},
  zone: string,
): object | undefined {
  if (start === undefined && end === undefined) return undefined;
  const write = (text: string | null | undefined) => (text ? timeText(text, zone) : undefined);
  return {start: write(start), end: write(end)};
}

function codingOf(code: Code, system: string): object {
  return typeof code === 'string' ? {system, code} : code;
}

function conceptOf(words: Words, system: string): object {
  return typeof words === 'object' && 'text' in words ? words : {coding: [codingOf(words, system)]};
}
