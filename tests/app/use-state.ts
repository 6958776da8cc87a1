import type {UseOfServices} from '../../src/app/state.ts';
import type {ReadyUse} from '../../src/app/use-view.ts';
import type {Gap} from '../../src/domain/completeness.ts';
import {countUse, type CountInput} from '../../src/domain/count-use.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import {ordinary, record, type ShortRecord} from '../domain/records.ts';
import {referenceRecords} from '../domain/reference-patient.ts';

/** The use of services as the panel holds it, counted from records. */
export function useOf(records: readonly EncounterRecord[], given: Partial<CountInput> = {}): UseOfServices {
  return {records, proof: countUse({...ordinary, ...given, records}), historyComplete: true};
}

/** The same from the short form of the tables of cases. */
export function useOfShort(records: readonly ShortRecord[], given: Partial<CountInput> = {}): UseOfServices {
  return useOf(
    records.map((short) => record(short)),
    given,
  );
}

/** The section in its ready state; the gaps are in the numbers as well as beside them. */
export function readyUse(
  records: readonly EncounterRecord[],
  given: Partial<CountInput> = {},
  gaps: readonly Gap[] = [],
): ReadyUse {
  const value = useOf(records, {...given, gaps: [...(given.gaps ?? []), ...gaps]});
  return {status: 'ready', value, gaps, asOf: '2026-11-22T14:03:00-05:00'};
}

/** The reference patient, enrolled 2026-05-22, as of 2026-11-22. */
export function referenceUse(given: Partial<CountInput> = {}, gaps: readonly Gap[] = []): ReadyUse {
  return readyUse(referenceRecords, {index: '2026-05-22', ...given}, gaps);
}
