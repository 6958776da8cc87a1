import type {CountingConfig} from '../counting-config.ts';
import type {EncounterRecord} from '../encounter-record.ts';
import type {Moment, Zone} from '../time.ts';
import type {EventKind} from '../use-proof.ts';
import {classify, isCaseManagement, isScheduled} from './classify.ts';
import {readAdmission, readDischarge} from './discharge.ts';
import {type Notes, referenceOf} from './notes.ts';
import {rule} from './rule.ts';
import {siteOf, sourceOf} from './site.ts';
import type {Visit} from './visit.ts';

/** What the rules need to know beside the records. */
export interface Setting {
  readonly zone: Zone;
  /** Local day; the day of death when that is earlier (R24). */
  readonly asOf: number;
  readonly config: CountingConfig;
  readonly notes: Notes;
}

const OPEN = new Set(['arrived', 'triaged', 'in-progress', 'onleave']);
const CLOSED = new Set(['finished', 'unknown']);

/** The record as a visit, or null when one of the first rules takes it out: R1, R2, unreadable, R25, R21. */
export function readVisit(record: EncounterRecord, setting: Setting): Visit | null {
  const {zone, asOf, config, notes} = setting;
  const resource = referenceOf(record);
  const {status} = record;
  const start = record.start === null ? null : zone.read(record.start);
  const classified = classify(record, config);
  const kind: EventKind = classified.kind === 'pre-admission' ? 'unclassified' : classified.kind;
  if (status === 'entered-in-error' || status === 'cancelled') {
    notes.exclude(resource, kind, start, status, 'R1');
    return null;
  }
  if (status === 'planned' || (start && start.first > asOf)) {
    notes.exclude(resource, kind, start, 'not-yet', 'R1');
    return null;
  }
  if (classified.kind === 'pre-admission') {
    notes.exclude(resource, kind, start, 'pre-admission', 'R2');
    return null;
  }
  if (!isReadable(record, start, setting)) return null;
  if (isCaseManagement(record, classified.kind, config)) {
    notes.exclude(resource, kind, start, 'case-management', 'R25');
    return null;
  }
  if (!start) {
    notes.unplaced.push({resource, reason: 'no start', rule: 'R21'});
    return null;
  }
  const {end, later} = readEnd(record.end, start, resource, 'period.end', setting);
  const discharge = record.dischargeDisposition && readDischarge(record.dischargeDisposition, config);
  const site = siteOf(record, config.siteNames);
  const isEd = kind === 'ed-visit';
  const lwbs = isEd && (discharge?.lwbs ?? false);
  return {
    id: record.id,
    kind,
    resources: [resource],
    start,
    end,
    endLater: later,
    reached: null,
    ongoing: !end && (later || OPEN.has(status!)),
    site,
    source: sourceOf(record),
    identifiers: record.identifiers,
    classHistory: record.classHistory,
    discharge,
    admission: record.admitSource && readAdmission(record.admitSource, config),
    lwbs,
    scheduled: isEd && isScheduled(record, config),
    inferred: classified.inferred,
    statusUnknown: status === 'unknown',
    noOffset: start.local || (end?.local ?? false),
    phaseOf: null,
    hasPhase: false,
    registrations: isEd ? [site] : [],
    rules: start.first === start.last ? 0 : rule(20),
  };
}

/**
 * The end as it is known at as-of. One that is unreadable, partial or before the start is ignored and listed; one after
 * as-of is not known yet (`later`).
 */
export function readEnd(
  text: string | null,
  start: Moment,
  resource: string,
  path: string,
  {zone, asOf, notes}: Setting,
): {readonly end: Moment | null; readonly later: boolean} {
  const end = text === null ? null : zone.read(text);
  let problem: string | null = null;
  if (text !== null && !end) problem = 'not a date';
  else if (end && end.first !== end.last) problem = 'partial date';
  else if (end && isBefore(end, start)) problem = 'before the start';
  if (problem) notes.unread(resource, path, problem);
  if (!end || problem) return {end: null, later: false};
  return end.first > asOf ? {end: null, later: true} : {end, later: false};
}

/** True when the moment can only lie before the other one. */
export function isBefore(a: Moment, b: Moment): boolean {
  return a.at !== null && b.at !== null ? a.at < b.at : a.last < b.first;
}

/** Lists what cannot be read; false when the record cannot go on without it. */
function isReadable(record: EncounterRecord, start: Moment | null, {notes}: Setting): boolean {
  const resource = referenceOf(record);
  const listed = new Set<string>();
  for (const {path, problem} of record.unreadable) {
    listed.add(path);
    notes.unread(resource, path, problem);
  }
  const {status} = record;
  const statusRead = status !== null && (OPEN.has(status) || CLOSED.has(status));
  if (!statusRead && !listed.has('status')) {
    notes.unread(resource, 'status', status === null ? 'missing' : 'not an R4 status');
  }
  if (record.start !== null && !start) notes.unread(resource, 'period.start', 'not a date');
  const startRead =
    start !== null || (record.start === null && !listed.has('period.start') && !listed.has('period'));
  return statusRead && startRead;
}
