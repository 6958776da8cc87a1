import type {CountingConfig} from './counting-config.ts';
import {criteriaOf} from './criteria.ts';
import type {EncounterRecord} from './encounter-record.ts';
import {admissionTest} from './rules/admitted.ts';
import {classify} from './rules/classify.ts';
import {mergeDuplicates} from './rules/duplicates.ts';
import {splitPhases} from './rules/ed-phase.ts';
import {eventOf} from './rules/event.ts';
import {inferVisits} from './rules/inferred-visits.ts';
import {Notes, referenceOf} from './rules/notes.ts';
import {onePerId} from './rules/one-per-id.ts';
import {joinOverlaps} from './rules/overlaps.ts';
import {takeParts} from './rules/part-of.ts';
import {type Setting, readVisit} from './rules/read-visits.ts';
import {lastId} from './rules/site.ts';
import {joinSegments} from './rules/segments.ts';
import {joinTransfers} from './rules/transfers.ts';
import {compare, type Visit} from './rules/visit.ts';
import {
  type Counted,
  type Event,
  type Period,
  countVisits,
  countWindow,
  monthsLater,
  nightsOf,
  windowUpTo,
} from './rules/windows.ts';
import {type Zone, dayText, parseDay, zoneOf} from './time.ts';
import {EVENT_KINDS, type FollowUpCounts, type ProofGap, type UseProof} from './use-proof.ts';

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
  const {config} = input;
  const zone = zoneOf(input.zone);
  const notes = new Notes();
  for (const {resource, path, problem} of input.unreadable ?? []) notes.unread(resource, path, problem);
  const asOf = asOfDay(input, zone, notes);
  const index = input.index === null ? null : dayOrThrow(input.index);
  const setting: Setting = {zone, asOf, config, notes};

  const {ed, scheduled, beds, rest} = sortOut(input, setting);
  const wanted = config.scheduled === 'include' ? [...ed, ...scheduled] : ed;
  if (config.scheduled === 'exclude') {
    for (const visit of scheduled)
      notes.exclude(visit.resources[0]!, visit.kind, visit.start, 'scheduled', 'R13');
  }
  const placed = joinOverlaps(beds);
  const stays = joinSegments(
    placed.filter(({kind}) => kind === 'stay'),
    config.stayGapHours,
  );
  const others = placed.filter(({kind}) => kind !== 'stay');
  const inferred = config.inferFromAdmit ? inferVisits([...stays, ...others], [...ed, ...scheduled]) : [];
  const isAdmitted = admissionTest(stays);
  const visitsOf = (records: readonly Visit[]): Event[] =>
    [...joinTransfers(joinOverlaps(records)), ...inferred].map((visit) => ({
      visit,
      admitted: isAdmitted(visit),
    }));

  const plain = [...stays, ...others, ...rest].map((visit) => ({visit, admitted: false}));
  const events = [...visitsOf(wanted), ...plain].sort(byProof);
  const nights = nightsOf(stays, asOf);
  const gaps = gapsOf(input);
  const counted: Counted = {events, excluded: notes.excluded, nights, gaps, config};
  const upTo = (day: number, months: number): Period => windowUpTo(day, months, config);
  const last12Months = countWindow(upTo(asOf, 12), counted);
  const last6Months = countWindow(upTo(asOf, 6), counted);
  const known = new Map([
    [12, last12Months],
    [6, last6Months],
  ]);

  return {
    asOf: dayText(asOf),
    index: input.index,
    zone: input.zone,
    config: {criterion: config.criterion, hash: input.configHash},
    windows: {
      last12Months,
      last6Months,
      previous12Months: countWindow(upTo(monthsLater(asOf, -12, config), 12), counted),
      baseline: index === null ? null : countWindow(upTo(index, config.baselineMonths), counted),
      followUp: index === null ? null : countFollowUp(index, asOf, counted),
    },
    criteria: criteriaOf(config, (months) => known.get(months) ?? countWindow(upTo(asOf, months), counted)),
    included: events.map(eventOf),
    ...notes.sorted(),
    alternatives: alternativesOf(upTo(asOf, 12), visitsOf, wanted, [...ed, ...scheduled], config),
  };
}

/** The first rules, in their order: same id, other patient, R1, R2, unreadable, R21, R5, R6, R3, R13. */
function sortOut(
  {records: all, patientId}: CountInput,
  setting: Setting,
): {
  readonly ed: Visit[];
  readonly scheduled: Visit[];
  readonly beds: readonly Visit[];
  readonly rest: readonly Visit[];
} {
  const {zone, config, notes} = setting;
  const {records, older} = onePerId(all, zone);
  for (const record of older) {
    const {kind} = classify(record, config);
    const start = record.start === null ? null : zone.read(record.start);
    const reference = referenceOf(record);
    const shown = kind === 'pre-admission' ? 'unclassified' : kind;
    notes.exclude(reference, shown, start, 'duplicate', 'same-id', reference);
  }
  const own = records.filter((record) => isOwn(record, patientId, setting));
  const visits = own.flatMap((record) => readVisit(record, setting) ?? []);
  const whole = takeParts(visits, own, notes);
  const {ed, beds, rest} = splitPhases(mergeDuplicates(whole, config.mergeMinutes, notes), setting);
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

/** R24: the day of death replaces a later as-of. */
function asOfDay({asOf, deceasedAt, patientId}: CountInput, zone: Zone, notes: Notes): number {
  const day = dayOrThrow(asOf);
  if (deceasedAt === null) return day;
  const death = zone.read(deceasedAt);
  if (!death)
    notes.unread(patientId === null ? 'Patient' : `Patient/${patientId}`, 'deceasedDateTime', 'not a date');
  return death ? Math.min(day, death.last) : day;
}

/** R17, R18: the days after the index up to so many months later, or as-of when that is earlier. */
function countFollowUp(index: number, asOf: number, counted: Counted): FollowUpCounts {
  const {config} = counted;
  const months = config.baselineMonths;
  const to = Math.max(index, Math.min(monthsLater(index, months, config), asOf));
  let elapsedMonths = 0;
  while (elapsedMonths < months && monthsLater(index, elapsedMonths + 1, config) <= asOf) elapsedMonths += 1;
  return {...countWindow({from: index + 1, to}, counted), elapsedMonths, ofMonths: months};
}

/** What the same 12 months would be with one option changed: ED visits. */
function alternativesOf(
  period: Period,
  visitsOf: (records: readonly Visit[]) => Event[],
  wanted: readonly Visit[],
  withScheduled: readonly Visit[],
  config: CountingConfig,
): UseProof['alternatives'] {
  const inPeriod = (events: readonly Event[]): Event[] =>
    events.filter(({visit: {start}}) => start.first >= period.from && start.last <= period.to).sort(byProof);
  const visits = inPeriod(visitsOf(wanted));
  const all = wanted.length === withScheduled.length ? visits : inPeriod(visitsOf(withScheduled));
  const count = (events: readonly Event[], change: Partial<CountingConfig>): number =>
    countVisits(events, {...config, ...change}).number;
  return {
    asConfigured: count(visits, {}),
    registrations: count(visits, {countRegistrations: true, onePerDay: false}),
    onePerDay: count(visits, {onePerDay: true}),
    withScheduled: count(all, {}),
    withoutLeftWithoutBeingSeen: count(visits, {lwbs: 'exclude'}),
    admittedDropped: count(visits, {dropAdmitted: true}),
  };
}

/** What the loader and the configuration know to be missing, each once, in a fixed order. */
function gapsOf({gaps, config}: CountInput): ProofGap[] {
  const all: ProofGap[] = gaps.map(({reason, since}) => (since === undefined ? {reason} : {reason, since}));
  if (config.recordsStart !== null) all.push({reason: 'records-start', since: config.recordsStart});
  const lines = new Map(all.map((gap) => [JSON.stringify(gap), gap]));
  return [...lines].sort(([a], [b]) => compare(a, b)).map(([, gap]) => gap);
}

/** The order of `included`: start, kind, first resource. */
function byProof({visit: a}: Event, {visit: b}: Event): number {
  return (
    a.start.key - b.start.key ||
    EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind) ||
    compare(a.resources[0]!, b.resources[0]!)
  );
}

function dayOrThrow(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a date: ${text}`);
  return day;
}
