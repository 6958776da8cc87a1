import {readFileSync} from 'node:fs';
import {parseSite} from '../../src/config/site.ts';
import {type CountInput, countUse} from '../../src/domain/count-use.ts';
import {eventLength} from '../../src/domain/event-length.ts';
import {findIndex} from '../../src/domain/find-index.ts';
import type {EnrolmentPeriod} from '../../src/domain/history.ts';
import type {ProofGap, UseProof, WindowCounts} from '../../src/domain/use-proof.ts';
import {ordinary, record, type ShortRecord, timeText} from './records.ts';

/** One case of a rule: what the record holds, and what the proof then says. */
export interface RuleCase {
  /** Begins with the id of the reading that it settles (A01 …), where there is one. */
  readonly name: string;
  readonly given: {
    /** Without an id they are called a, b, c … */
    readonly encounters?: readonly (Omit<ShortRecord, 'id'> & {readonly id?: string})[];
    readonly asOf?: string;
    readonly index?: string;
    /** Candidates for the index date (R17). */
    readonly periods?: readonly EnrolmentPeriod[];
    readonly zone?: string;
    readonly deceased?: string;
    readonly patient?: string | null;
    /** As in the site file. */
    readonly counting?: Readonly<Record<string, unknown>>;
    readonly gaps?: readonly ProofGap[];
  };
  readonly expect: Expected;
}

/**
 * What a case expects. What is not said is not looked at, but for the first three: they are exact, and empty when not
 * said. A null also stands for a member that is not there.
 */
interface Expected {
  /** `id: reason (rule)` or `id: reason of other (rule)`. */
  readonly excluded?: readonly string[];
  /** `id: reason (rule)`. */
  readonly unplaced?: readonly string[];
  /** `id: path, problem`. */
  readonly unreadable?: readonly string[];
  /** The counts of the last 12 months that are not 0: all of them. */
  readonly counts?: Readonly<Record<string, number>>;
  /** All events in order: `kind id`, or that with more members. */
  readonly events?: readonly (string | Readonly<Record<string, unknown>>)[];
  /** Parts of the proof under their own names. */
  readonly [member: string]: unknown;
}

const COUNTS = [
  'edVisits',
  'stays',
  'hospitalDays',
  'leftWithoutBeingSeen',
  'scheduledEd',
  'observations',
  'shortStays',
  'ambulatory',
  'unclassified',
  'dateUncertain',
  'upcoming',
] as const satisfies readonly (keyof WindowCounts)[];

/** The cases of one file. */
export function readCases(file: URL): readonly RuleCase[] {
  return JSON.parse(readFileSync(file, 'utf8')) as readonly RuleCase[];
}

/** What the counting function is given in a case. */
export function inputOf({given}: RuleCase): CountInput {
  const zone = given.zone ?? ordinary.zone;
  const {site, notices} = parseSite({counting: given.counting ?? {}});
  if (notices.length > 0) throw new Error(`counting: ${JSON.stringify(notices)}`);
  const asOf = given.asOf ?? ordinary.asOf;
  return {
    ...ordinary,
    records: (given.encounters ?? []).map((short, place) =>
      record({...short, id: short.id ?? String.fromCharCode(97 + place)}, zone),
    ),
    asOf,
    zone,
    patientId: given.patient === undefined ? ordinary.patientId : given.patient,
    deceasedAt: given.deceased ? timeText(given.deceased, zone) : null,
    index: given.periods ? findIndex(given.periods, asOf, zone) : (given.index ?? null),
    config: site.counting,
    gaps: given.gaps ?? [],
  };
}

/** The part of the proof that a case speaks of, and what it says of it, in one shape. */
export function compared(one: RuleCase): {readonly actual: unknown; readonly expected: unknown} {
  const input = inputOf(one);
  const proof = countUse(input);
  const {excluded = [], unplaced = [], unreadable = [], counts, events, ...others} = one.expect;
  const found: Record<string, unknown> = {...proof, ...proof.windows, ...shown(proof)};
  const expected = {
    excluded,
    unplaced,
    unreadable,
    ...(counts && {counts: {...Object.fromEntries(COUNTS.map((name) => [name, 0])), ...counts}}),
    ...(events && {events: events.map((event) => expectedEvent(event, input.zone))}),
    ...others,
  };
  return {actual: likeExpected(found, expected), expected};
}

/** The lines of a proof in the short form of the cases. */
function shown(proof: UseProof): Record<string, unknown> {
  const window = proof.windows.last12Months;
  return {
    excluded: proof.excluded.map(
      ({resource, reason, of, rule}) =>
        `${short(resource)}: ${reason}${of ? ` of ${short(of)}` : ''} (${rule})`,
    ),
    unplaced: proof.unplaced.map(({resource, reason, rule}) => `${short(resource)}: ${reason} (${rule})`),
    unreadable: proof.unreadable.map(
      ({resource, path, problem}) => `${short(resource)}: ${path}, ${problem}`,
    ),
    excludedLines: proof.excluded,
    counts: Object.fromEntries(COUNTS.map((name) => [name, window[name]])),
    events: proof.included.map((event) => ({
      ...event,
      event: `${event.kind} ${event.id}`,
      resources: event.resources.map(short),
      length: eventLength(event, proof.asOf),
    })),
  };
}

function expectedEvent(event: string | Readonly<Record<string, unknown>>, zone: string): unknown {
  if (typeof event === 'string') return {event};
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      typeof value === 'string' ? timeText(value, zone) : value,
    ]),
  );
}

function short(reference: string): string {
  return reference.replace('Encounter/', '');
}

/** The members of what was found that are also expected; lists keep their length, so that nothing hides. */
function likeExpected(found: unknown, expected: unknown): unknown {
  if (Array.isArray(found) && Array.isArray(expected))
    return found.map((item, place) => likeExpected(item, expected[place]));
  if (!isPlain(found) || !isPlain(expected) || Object.keys(expected).length === 0) return found;
  return Object.fromEntries(
    Object.keys(expected).map((name) => [name, likeExpected(found[name] ?? null, expected[name])]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
