import {compare} from '../compare.ts';
import type {CountingConfig} from '../counting-config.ts';
import {type Moment, addMonths, dayText} from '../time.ts';
import type {EventKind, ProofGap, WindowCounts} from '../use-proof.ts';
import type {LeftOut} from './notes.ts';
import {endPoint, isBand, type Visit} from './visit.ts';

/** First and last local day counted; empty when `to` is before `from`. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The day n months later, in the site's months: of the calendar, or rolling days of 365 a year (R16). */
export function monthsLater(day: number, n: number, config: CountingConfig): number {
  if (config.window === 'calendar-months') return addMonths(day, n);
  // As many days back as forward: half a year is 183 days before the index date and after it.
  return day + Math.sign(n) * Math.round((Math.abs(n) * 365) / 12);
}

/** R16: the days d with `day` - n months < d <= `day`. */
export function windowUpTo(day: number, n: number, config: CountingConfig): Period {
  return {from: monthsLater(day, -n, config) + 1, to: day};
}

/** An event of the proof: a visit, and whether it was admitted (R7). */
export interface Event {
  readonly visit: Visit;
  readonly admitted: boolean;
}

/** What the windows are counted from; events in order of start. */
export interface Counted {
  readonly events: readonly Event[];
  readonly excluded: readonly LeftOut[];
  /** Nights in hospital as spans of days (the last one excluded), in order, not overlapping. */
  readonly nights: readonly Period[];
  readonly gaps: readonly ProofGap[];
  readonly config: CountingConfig;
}

/** ED visits of a window as the options R7-R9 and R12 make them. */
export function countVisits(
  events: readonly Event[],
  config: Pick<CountingConfig, 'lwbs' | 'dropAdmitted' | 'onePerDay' | 'countRegistrations'>,
): {
  readonly number: number;
  readonly bySite: Readonly<Record<string, number>>;
  readonly visits: readonly Visit[];
} {
  const dates = new Set<string | number>();
  const visits: Visit[] = [];
  for (const {visit, admitted} of events) {
    if ((config.lwbs === 'exclude' && visit.lwbs) || (config.dropAdmitted && admitted)) continue;
    if (config.onePerDay) {
      // A month is not one day: such visits are counted each.
      const date = isBand(visit) ? visit.id : visit.start.first;
      if (dates.has(date)) continue;
      dates.add(date);
    }
    visits.push(visit);
  }
  const sites =
    config.countRegistrations && !config.onePerDay ? registrationsOf(visits) : visits.map(({site}) => site);
  return {number: sites.length, bySite: tally(sites), visits};
}

/** Everything that is counted of one window (R15, R16, R20). */
export function countWindow(period: Period, {events, excluded, nights, gaps, config}: Counted): WindowCounts {
  const lanes: Record<EventKind, Event[]> = {
    'ed-visit': [],
    stay: [],
    observation: [],
    'short-stay': [],
    ambulatory: [],
    unclassified: [],
  };
  let dateUncertain = 0;
  for (const event of events) {
    const {start, kind} = event.visit;
    if (isInside(start, period)) lanes[kind].push(event);
    else if (start.first <= period.to && start.last >= period.from && period.from <= period.to)
      dateUncertain += 1;
  }
  const ed = countVisits(lanes['ed-visit'], config);
  const left = (reason: 'scheduled' | 'not-yet'): number =>
    excluded.filter(({line, start}) => line.reason === reason && start && isInside(start, period)).length;
  const registrations = registrationsOf(ed.visits);
  const known = gaps.filter(({since}) => since === undefined || since > dayText(period.from));
  return {
    from: dayText(period.from),
    to: dayText(period.to),
    edVisits: ed.number,
    stays: lanes.stay.length,
    hospitalDays: hospitalDays(lanes.stay, nights, period),
    leftWithoutBeingSeen: lanes['ed-visit'].filter(({visit}) => visit.lwbs).length,
    scheduledEd: left('scheduled') + lanes['ed-visit'].filter(({visit}) => visit.scheduled).length,
    observations: lanes.observation.length,
    shortStays: lanes['short-stay'].length,
    ambulatory: lanes.ambulatory.length,
    unclassified: lanes.unclassified.length,
    edVisitsBySite: ed.bySite,
    registrations: registrations.length,
    registrationsBySite: tally(registrations),
    dateUncertain,
    upcoming: left('not-yet'),
    complete: known.length === 0,
    gaps: known,
  };
}

/** The nights of all stays, no date twice (R15). A month-only stay has no night of its own. */
export function nightsOf(stays: readonly Visit[], asOf: number): Period[] {
  const nights: {from: number; to: number}[] = [];
  for (const stay of stays) {
    const {start, ongoing} = stay;
    if (isBand(stay)) continue;
    const out = ongoing ? asOf : endPoint(stay).last;
    const span = {from: start.first, to: Math.max(out, start.first + 1)};
    const before = nights.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else nights.push(span);
  }
  return nights;
}

function hospitalDays(stays: readonly Event[], nights: readonly Period[], {from, to}: Period): number {
  let days = stays.filter(({visit}) => isBand(visit)).length;
  for (const span of nights) days += Math.max(0, Math.min(span.to, to + 1) - Math.max(span.from, from));
  return days;
}

/** R20: a month or a year counts only when all of it lies in the window. */
function isInside(start: Moment, {from, to}: Period): boolean {
  return start.first >= from && start.last <= to;
}

function registrationsOf(visits: readonly Visit[]): string[] {
  return visits.flatMap(({registrations}) => registrations);
}

function tally(sites: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const site of sites) counts.set(site, (counts.get(site) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)));
}
