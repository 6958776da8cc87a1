import {type CountInput, countUse} from '../../src/domain/count-use.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import type {Coded, Concept} from '../../src/domain/text.ts';
import type {UseProof} from '../../src/domain/use-proof.ts';

/** A record in the short form of the tables of cases; what is not said is absent or ordinary. */
export interface ShortRecord {
  readonly id: string;
  /** A v3 ActCode, or a whole coding; null for no class. */
  readonly class?: string | Partial<Coded> | null;
  readonly status?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
  /** Name of the serviceProvider; null for none. "A" where nothing is said. */
  readonly site?: string | null;
  readonly provider?: {reference?: string; display?: string};
  readonly locations?: readonly {reference?: string; display?: string}[];
  readonly source?: string;
  /** `system|value`, or a value without a system. */
  readonly identifiers?: readonly string[];
  readonly types?: readonly (string | Partial<Coded>)[];
  readonly subject?: string;
  readonly partOf?: string;
  readonly history?: readonly {class: string; start?: string; end?: string}[];
  readonly appointment?: boolean;
  readonly priority?: string | Partial<Coded>;
  readonly admit?: string | Partial<Coded>;
  readonly disposition?: string | Partial<Coded> | {text: string};
  readonly lastUpdated?: string;
  readonly version?: string;
  readonly unreadable?: readonly {path: string; problem: string}[];
}

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const DISPOSITION = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';
const ADMIT = 'http://terminology.hl7.org/CodeSystem/admit-source';
const PRIORITY = 'http://terminology.hl7.org/CodeSystem/v3-ActPriority';

/** The record that a short form stands for. */
export function record(short: ShortRecord): EncounterRecord {
  return {
    id: short.id,
    versionId: short.version ?? null,
    lastUpdated: short.lastUpdated ?? null,
    metaSource: short.source ?? null,
    identifiers: (short.identifiers ?? []).map((text) => {
      const [value, system] = text.split('|').reverse();
      return {system: system ?? null, value: value ?? null};
    }),
    status: short.status === undefined ? 'finished' : short.status,
    class: short.class === null ? null : coded(short.class ?? 'EMER', V3),
    types: (short.types ?? []).map((type) => concept(type, 'http://snomed.info/sct')),
    subject: short.subject ?? null,
    partOf: short.partOf ?? null,
    start: short.start ?? null,
    end: short.end ?? null,
    classHistory: (short.history ?? []).map((entry) => ({
      class: coded(entry.class, V3),
      start: entry.start ?? null,
      end: entry.end ?? null,
    })),
    serviceProvider: short.provider
      ? {reference: short.provider.reference ?? null, display: short.provider.display ?? null}
      : short.site === null
        ? null
        : {reference: null, display: short.site ?? 'A'},
    locations: (short.locations ?? []).map(({reference, display}) => ({
      reference: reference ?? null,
      display: display ?? null,
    })),
    hasAppointment: short.appointment ?? false,
    priority: short.priority === undefined ? null : concept(short.priority, PRIORITY),
    admitSource: short.admit === undefined ? null : concept(short.admit, ADMIT),
    dischargeDisposition: short.disposition === undefined ? null : concept(short.disposition, DISPOSITION),
    reasons: [],
    unreadable: short.unreadable ?? [],
  };
}

function coded(code: string | Partial<Coded>, system: string): Coded {
  if (typeof code === 'string') return {system, code, display: null};
  return {system: code.system ?? null, code: code.code ?? null, display: code.display ?? null};
}

function concept(code: string | Partial<Coded> | {text: string}, system: string): Concept {
  if (typeof code === 'object' && 'text' in code) return {codings: [], text: code.text};
  return {codings: [coded(code, system)], text: null};
}

/** Counts short records in Toronto as of 2026-11-22, where nothing else is said. */
export function count(records: readonly ShortRecord[], given: Partial<CountInput> = {}): UseProof {
  return countUse({...ordinary, ...given, records: records.map(record)});
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
