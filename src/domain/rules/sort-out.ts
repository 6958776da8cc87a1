import type {EncounterRecord} from '../encounter-record.ts';
import {each, type Steps} from '../steps.ts';
import {classify} from './classify.ts';
import {mergeDuplicates} from './duplicates.ts';
import {splitPhases} from './ed-phase.ts';
import {referenceOf} from './notes.ts';
import {onePerId} from './one-per-id.ts';
import {takeParts} from './part-of.ts';
import {type Setting, readVisit} from './read-visits.ts';
import {lastId} from './site.ts';
import type {Visit} from './visit.ts';

/** The visits by what they count as, before any of them are joined. */
export interface SortedOut {
  readonly ed: readonly Visit[];
  /** ED visits that were planned (R13). */
  readonly scheduled: readonly Visit[];
  readonly beds: readonly Visit[];
  readonly rest: readonly Visit[];
}

/** The first rules, in their order: same id, other patient, R1, R2, unreadable, R25, R21, R5, R6, R3, R13. */
export function* sortOut(
  all: readonly EncounterRecord[],
  patientId: string | null,
  setting: Setting,
): Steps<SortedOut> {
  const {zone, config, notes} = setting;
  const {records, older} = yield* onePerId(all, zone);
  for (const record of older) {
    const {kind} = classify(record, config);
    const start = record.start === null ? null : zone.read(record.start);
    const reference = referenceOf(record);
    const shown = kind === 'pre-admission' ? 'unclassified' : kind;
    notes.exclude(reference, shown, start, 'duplicate', 'same-id', reference);
  }
  const own: EncounterRecord[] = [];
  const visits: Visit[] = [];
  yield* each(records, (record) => {
    if (!isOwn(record, patientId, setting)) return;
    own.push(record);
    const visit = readVisit(record, setting);
    if (visit) visits.push(visit);
  });
  const whole = yield* takeParts(visits, own, notes);
  const merged = yield* mergeDuplicates(whole, config.mergeMinutes, notes);
  const {ed, beds, rest} = yield* splitPhases(merged, setting);
  return {
    ed: ed.filter((visit) => !visit.scheduled),
    scheduled: ed.filter((visit) => visit.scheduled),
    beds,
    rest,
  };
}

/** Rule `other-patient`: no subject is the patient; without a patient every subject is. */
function isOwn(record: EncounterRecord, patientId: string | null, {zone, notes}: Setting): boolean {
  if (patientId === null || record.subject === null || lastId(record.subject) === patientId) return true;
  const start = record.start === null ? null : zone.read(record.start);
  notes.exclude(referenceOf(record), 'unclassified', start, 'other-patient', 'other-patient');
  return false;
}
