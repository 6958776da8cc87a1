import {compare} from '../compare.ts';
import type {ClassPeriod} from '../encounter-record.ts';
import type {Moment} from '../time.ts';
import type {EventKind} from '../use-proof.ts';
import type {Admission, Discharge} from './discharge.ts';
import {rule} from './rule.ts';

/** A record on its way through the rules, or several that were joined to one event. */
export interface Visit {
  /** Id of the event in the proof. */
  readonly id: string;
  readonly kind: EventKind;
  /** References of the records, by start. */
  readonly resources: readonly string[];
  readonly start: Moment;
  /** Null when it is not known at as-of. */
  readonly end: Moment | null;
  /** The record has an end after as-of: it is not known yet. */
  readonly endLater: boolean;
  /** Of joined visits: the last moment that any of them is known to have reached. */
  readonly reached: Moment | null;
  /** Begun and not ended at as-of. */
  readonly ongoing: boolean;
  readonly site: string;
  readonly source: string | null;
  readonly identifiers: readonly {readonly system: string | null; readonly value: string | null}[];
  readonly classHistory: readonly ClassPeriod[];
  readonly discharge: Discharge | null;
  readonly admission: Admission | null;
  readonly lwbs: boolean;
  readonly scheduled: boolean;
  /** Inferred by R4, or its kind by what the record suggests. */
  readonly inferred: boolean;
  readonly statusUnknown: boolean;
  readonly noOffset: boolean;
  /** R5: the id of the hospital record whose ED phase this is. R3: its own. */
  readonly phaseOf: string | null;
  /** R3, R5: this hospital record has an ED phase. */
  readonly hasPhase: boolean;
  /** R8: sites of the registrations; one for a single ED record, none for other kinds. */
  readonly registrations: readonly string[];
  /** The rules that shaped it, as bits. */
  readonly rules: number;
}

/** Hospital records: those to which R3 and R4 apply. */
export function isBed(kind: EventKind): boolean {
  return kind === 'stay' || kind === 'observation' || kind === 'short-stay';
}

/** By start, then by id: the order in which the rules look at visits. */
export function byStart(a: Visit, b: Visit): number {
  return a.start.key - b.start.key || compare(a.id, b.id);
}

/** True when a comes after b: later day, else later time; a day without a time is before one with a time. */
export function isLater(a: Moment, b: Moment): boolean {
  if (a.at !== null && b.at !== null) return a.at > b.at;
  return a.last > b.last || (a.last === b.last && a.at !== null);
}

/** Where a visit ends for R7, R8, R10 and R11: one without an end is a point at its start (rule text 19). */
export function endPoint(visit: Visit): Moment {
  return visit.end ?? visit.reached ?? visit.start;
}

/** Partial dates are bands: no rule compares them with a time. */
export function isBand({start}: Visit): boolean {
  return start.first !== start.last;
}

/**
 * One event made of several, in order of start (R8, R10, R11): from the first start to the last end, with the id, the
 * site and the admission of the first.
 */
export function join(parts: readonly Visit[], by: 8 | 10 | 11): Visit {
  const first = parts[0]!;
  if (parts.length === 1) return first;
  const newest = parts.at(-1)!;
  const reach = parts.reduce((latest, next) => (isLater(endPoint(next), endPoint(latest)) ? next : latest));
  // Of parts that start together, a closed one knows best.
  const ongoing = parts.every((part) => part.start.key !== newest.start.key || part.ongoing);
  return {
    ...first,
    resources: [...new Set(parts.flatMap(({resources}) => resources))],
    end: ongoing ? null : reach.end,
    reached: endPoint(reach),
    ongoing,
    discharge: reach.discharge ?? newest.discharge ?? first.discharge,
    // R4 asks the first segment of a stay alone; records that overlap are one segment.
    admission: (by === 11 ? first : parts.find(({admission}) => admission))?.admission ?? null,
    lwbs: parts.every(({lwbs}) => lwbs),
    scheduled: parts.some(({scheduled}) => scheduled),
    inferred: parts.some(({inferred}) => inferred),
    statusUnknown: parts.some(({statusUnknown}) => statusUnknown),
    noOffset: parts.some(({noOffset}) => noOffset),
    phaseOf: parts.find(({phaseOf}) => phaseOf)?.phaseOf ?? null,
    hasPhase: by === 11 ? first.hasPhase : parts.some(({hasPhase}) => hasPhase),
    registrations: by === 8 ? parts.flatMap(({registrations}) => registrations) : first.registrations,
    rules: parts.reduce((bits, {rules}) => bits | rules, rule(by)),
  };
}
