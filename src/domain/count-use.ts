import {alternativesOf} from './alternatives.ts';
import {compare} from './compare.ts';
import type {CountingConfig} from './counting-config.ts';
import {countWindows} from './count-windows.ts';
import {criteriaOf} from './criteria.ts';
import type {EncounterRecord} from './encounter-record.ts';
import {admissionTest} from './rules/admitted.ts';
import {byProof, eventOf} from './rules/event.ts';
import {inferVisits} from './rules/inferred-visits.ts';
import {Notes} from './rules/notes.ts';
import {joinOverlaps} from './rules/overlaps.ts';
import type {Setting} from './rules/read-visits.ts';
import {joinSegments} from './rules/segments.ts';
import {sortOut} from './rules/sort-out.ts';
import {joinTransfers} from './rules/transfers.ts';
import {type Visit} from './rules/visit.ts';
import {type Counted, type Event, type Period, countWindow, nightsOf, windowUpTo} from './rules/windows.ts';
import {finish, mapEach, type Steps} from './steps.ts';
import {type Zone, dayText, parseDay, zoneOf} from './time.ts';
import type {ProofGap, UseProof} from './use-proof.ts';

/** What the counting needs to know: nothing else goes into a number. */
export interface CountInput {
  readonly records: readonly EncounterRecord[];
  /** Id of the patient; null when the records name none (then all of them count). */
  readonly patientId: string | null;
  /** FHIR date or dateTime, possibly partial (R24). */
  readonly deceasedAt: string | null;
  /** Local date YYYY-MM-DD: the whole day is known. */
  readonly asOf: string;
  /** Local date YYYY-MM-DD on or before as-of (R17), or null. */
  readonly index: string | null;
  /** IANA name of the site's time zone. */
  readonly zone: string;
  readonly config: CountingConfig;
  /** Hash of the site's configuration, carried into the proof. */
  readonly configHash: string;
  /** What is known to be missing; one with `since` concerns the windows that begin before that date. */
  readonly gaps: readonly ProofGap[];
  /** What could not even be read as a record: listed with the rest. */
  readonly unreadable?: UseProof['unreadable'];
}

/**
 * Counts the use of services by the rules R1-R25 and proves every number. Pure: no clock, no randomness; the same records
 * in any order give the same bytes. Throws a RangeError on a date or zone that the caller had to check.
 */
export function countUse(input: CountInput): UseProof {
  return finish(countSteps(input));
}

/** The same count as work that can be paused, so that a long history never holds a page up. */
export function* countSteps(input: CountInput): Steps<UseProof> {
  const {config} = input;
  const zone = zoneOf(input.zone);
  const notes = new Notes();
  for (const {resource, path, problem} of input.unreadable ?? []) notes.unread(resource, path, problem);
  const asOf = asOfDay(input, zone, notes);
  const index = input.index === null ? null : dayOrThrow(input.index);
  const setting: Setting = {zone, asOf, config, notes};

  const {ed, scheduled, beds, rest} = yield* sortOut(input.records, input.patientId, setting);
  const wanted = config.scheduled === 'include' ? [...ed, ...scheduled] : ed;
  if (config.scheduled === 'exclude') {
    for (const visit of scheduled)
      notes.exclude(visit.resources[0]!, visit.kind, visit.start, 'scheduled', 'R13');
  }
  const placed = yield* joinOverlaps(beds);
  const stays = yield* joinSegments(
    placed.filter(({kind}) => kind === 'stay'),
    config.stayGapHours,
  );
  const others = placed.filter(({kind}) => kind !== 'stay');
  const inferred = config.inferFromAdmit ? inferVisits([...stays, ...others], [...ed, ...scheduled]) : [];
  yield;
  const isAdmitted = admissionTest(stays);
  const visitsOf = function* (records: readonly Visit[]): Steps<Event[]> {
    const joined = yield* joinTransfers(yield* joinOverlaps(records));
    return yield* mapEach([...joined, ...inferred], (visit) => ({visit, admitted: isAdmitted(visit)}));
  };

  const plain = [...stays, ...others, ...rest].map((visit) => ({visit, admitted: false}));
  const events = [...(yield* visitsOf(wanted)), ...plain].sort(byProof);
  yield;
  const gaps = gapsOf(input);
  const counted: Counted = {events, excluded: notes.excluded, nights: nightsOf(stays, asOf), gaps, config};
  const upTo = (day: number, months: number): Period => windowUpTo(day, months, config);
  const windows = yield* countWindows({asOf, index, upTo, counted});
  const {last12Months, last6Months} = windows;
  const known = new Map([
    [12, last12Months],
    [6, last6Months],
  ]);
  const criteria = criteriaOf(
    config,
    (months) => known.get(months) ?? countWindow(upTo(asOf, months), counted),
  );
  yield;

  return {
    asOf: dayText(asOf),
    index: input.index,
    zone: input.zone,
    config: {criterion: config.criterion, hash: input.configHash},
    windows,
    criteria,
    included: yield* mapEach(events, eventOf),
    ...notes.sorted(),
    alternatives: yield* alternativesOf(upTo(asOf, 12), visitsOf, wanted, [...ed, ...scheduled], config),
  };
}

/** R24: the day of death replaces a later as-of. */
function asOfDay({asOf, deceasedAt, patientId}: CountInput, zone: Zone, notes: Notes): number {
  const day = dayOrThrow(asOf);
  if (deceasedAt === null) return day;
  const death = zone.read(deceasedAt);
  if (!death)
    notes.unread(patientId === null ? 'Patient' : `Patient/${patientId}`, 'deceasedDateTime', 'not a date');
  return death ? Math.min(day, death.last) : day;
}

/** What the loader and the configuration know to be missing, each once, in a fixed order. */
function gapsOf({gaps, config}: CountInput): ProofGap[] {
  const all: ProofGap[] = gaps.map(({reason, since}) => (since === undefined ? {reason} : {reason, since}));
  if (config.recordsStart !== null) all.push({reason: 'records-start', since: config.recordsStart});
  const lines = new Map(all.map((gap) => [JSON.stringify(gap), gap]));
  return [...lines].sort(([a], [b]) => compare(a, b)).map(([, gap]) => gap);
}

function dayOrThrow(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a date: ${text}`);
  return day;
}
