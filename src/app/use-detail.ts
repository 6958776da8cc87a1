import {
  ambulatorySensitive,
  oldestAge,
  type ConditionCodes,
  type Sensitive,
} from '../domain/ambulatory-sensitive.ts';
import type {EncounterRecord} from '../domain/encounter-record.ts';
import type {Coded} from '../domain/text.ts';
import type {CountedEvent} from '../domain/use-proof.ts';
import {admitCodeOf, type AdmitCode} from '../domain/visit-codes.ts';
import type {UseOfServices} from './state.ts';
import {recordsOf, useRows, wordsOf, type UseRow} from './use-rows.ts';

/** Where a record of an event comes from, and what of it was read. */
export interface DetailSource {
  readonly resource: string;
  /** `meta.source` up to its fragment, else the system of the first identifier; null: the record system itself. */
  readonly source: string | null;
  readonly site: string | null;
  /** Why it is no event of its own: joined to it, or the same visit recorded twice. */
  readonly role: 'own' | 'joined' | 'same-visit';
}

/** One event on demand: everything that is known of it. */
export interface UseDetail {
  readonly row: UseRow;
  /** Local time with offset, or a date as vague as the record is. */
  readonly start: string;
  readonly end: string | null;
  readonly types: string | null;
  /** Where the person came from, in the record's words. */
  readonly admittedFrom: string | null;
  /** The same by the standard code. */
  readonly admitCode: AdmitCode | null;
  /** What the class of the first record says; null when it has none. */
  readonly coded: Coded | null;
  readonly rules: readonly string[];
  readonly sources: readonly DetailSource[];
  /** The stay that an ED visit ended in, or the ED visits that a stay began with. */
  readonly linked: readonly UseRow[];
  readonly sensitive: Sensitive | null;
  /** Ids of Conditions that a stay names as its diagnoses: they are read apart. */
  readonly conditionIds: readonly string[];
}

/** The facts of an event; null when the key is of none. `conditions`: the codes of Conditions that were read, by id. */
export function useDetail(
  use: UseOfServices,
  key: string,
  birthDate: string | null,
  conditions: Readonly<Record<string, ConditionCodes>> = {},
): UseDetail | null {
  const row = useRows(use).find((candidate) => candidate.key === key);
  if (!row) return null;
  const {event} = row;
  const records = recordsOf(use, event);
  const admitted = records.find(({admitSource}) => admitSource !== null)?.admitSource;
  return {
    row,
    start: event.start,
    end: event.end,
    types: wordsOf(records.flatMap(({types}) => types)),
    admittedFrom: admitted ? wordsOf([admitted]) : null,
    admitCode: admitted ? admitCodeOf(admitted) : null,
    coded: records[0]?.class ?? null,
    rules: event.rules,
    sources: sourcesOf(use, event, records),
    linked: linkedTo(row, useRows(use)),
    sensitive: row.kind === 'stay' ? sensitiveOf(records, event, birthDate, conditions) : null,
    conditionIds:
      row.kind === 'stay'
        ? records.flatMap(({referred}) => (referred ?? []).map(({conditionId}) => conditionId))
        : [],
  };
}

/** Whether a stay is of an ambulatory care sensitive condition, by the diagnoses of its records. */
function sensitiveOf(
  records: readonly EncounterRecord[],
  {localDate}: CountedEvent,
  birthDate: string | null,
  conditions: Readonly<Record<string, ConditionCodes>>,
): Sensitive | null {
  return ambulatorySensitive(
    records.flatMap(({diagnoses = [], referred = []}) => [
      ...diagnoses,
      ...referred.flatMap(({conditionId, main}) =>
        (conditions[conditionId] ?? []).map((coded) => ({...coded, main})),
      ),
    ]),
    oldestAge(birthDate, localDate),
  );
}

function sourcesOf(
  use: UseOfServices,
  event: CountedEvent,
  records: readonly EncounterRecord[],
): readonly DetailSource[] {
  const doubles = use.proof.excluded.filter(
    ({reason, of, resource}) =>
      reason === 'duplicate' && of !== undefined && of !== resource && event.resources.includes(of),
  );
  const of = (record: EncounterRecord, role: DetailSource['role']): DetailSource => ({
    resource: `Encounter/${record.id}`,
    source:
      record.metaSource?.replace(/#.*/, '') ?? record.identifiers.find(({system}) => system)?.system ?? null,
    site: record.serviceProvider?.display ?? null,
    role,
  });
  return [
    ...records.map((record, place) => of(record, place === 0 ? 'own' : 'joined')),
    ...recordsOf(use, {resources: doubles.map(({resource}) => resource)}).map((record) =>
      of(record, 'same-visit'),
    ),
  ];
}

const TWELVE_HOURS = 12 * 3_600_000;

/** R7: a stay that is of the same record, or that starts between the start of the visit and 12 hours after its end. */
function linkedTo(row: UseRow, rows: readonly UseRow[]): readonly UseRow[] {
  if (row.kind === 'ed-visit') {
    if (!row.flags.includes('admitted')) return [];
    const stays = rows.filter((other) => other.kind === 'stay' && isAdmission(row, other));
    return stays.slice(-1);
  }
  if (row.kind !== 'stay') return [];
  return rows.filter(
    (other) => other.kind === 'ed-visit' && other.flags.includes('admitted') && isAdmission(other, row),
  );
}

function isAdmission({event: visit}: UseRow, {event: stay}: UseRow): boolean {
  if (visit.resources.some((resource) => stay.resources.includes(resource))) return true;
  const timed = visit.start.length > 10 && stay.start.length > 10;
  const last = visit.end ?? visit.start;
  if (timed && last.length > 10) {
    const start = Date.parse(stay.start);
    return start >= Date.parse(visit.start) && start <= Date.parse(last) + TWELVE_HOURS;
  }
  if (visit.localDate.length < 10 || stay.localDate.length < 10) return false;
  const days = Date.parse(stay.localDate) - Date.parse(visit.localDate);
  return days >= 0 && stay.localDate <= nextDay(last.slice(0, 10));
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
