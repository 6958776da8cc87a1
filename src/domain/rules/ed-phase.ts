import type {ClassPeriod} from '../encounter-record.ts';
import {each, type Steps} from '../steps.ts';
import type {Moment} from '../time.ts';
import {kindOfClass} from './classify.ts';
import {readEnd, type Setting} from './read-visits.ts';
import {rule} from './rule.ts';
import {isBand, isBed, type Visit} from './visit.ts';

/** The records by what they count as, after their ED phases were told apart. */
export interface Lanes {
  readonly ed: readonly Visit[];
  readonly beds: readonly Visit[];
  readonly rest: readonly Visit[];
}

/**
 * R3: a hospital, observation or short-stay record whose class history holds an ED entry is also one ED visit, and begins
 * when the inpatient entry does, else when the ED entry ends. R5: when an ED child starts no later than its parent, the
 * parent begins at the child's end. What would begin after as-of is not known yet.
 */
export function* splitPhases(visits: readonly Visit[], setting: Setting): Steps<Lanes> {
  const ed: Visit[] = [];
  const rest: Visit[] = [];
  const beds: Visit[] = [];
  const children = new Map<string, Visit[]>();
  yield* each(visits, (visit) => {
    if (visit.kind === 'ed-visit') {
      ed.push(visit);
      if (visit.phaseOf !== null) {
        const siblings = children.get(visit.phaseOf);
        if (siblings) siblings.push(visit);
        else children.set(visit.phaseOf, [visit]);
      }
    } else if (!isBed(visit.kind)) rest.push(visit);
  });
  yield* each(visits, (visit) => {
    if (!isBed(visit.kind)) return;
    const {phase, start} = historyOf(visit, setting);
    if (phase) ed.push(phase);
    const own = children.get(visit.id) ?? [];
    const begun = own.reduce((latest, child) => afterChild(visit, child, latest), start ?? visit.start);
    if (begun.first > setting.asOf) return;
    const moved = begun !== visit.start;
    beds.push({
      ...visit,
      start: begun,
      hasPhase: phase !== null || own.length > 0,
      rules: visit.rules | (phase ? rule(3) : 0) | (moved && own.length > 0 ? rule(5) : 0),
    });
  });
  return {ed, beds, rest};
}

/** The entries of a class history that R3 reads: when they began, and their place in the list. */
interface Entry {
  readonly place: number;
  readonly period: ClassPeriod;
  readonly start: Moment;
}

/** The ED phase that the class history tells of, and where the stay then begins (null: where the record does). */
function historyOf(
  visit: Visit,
  setting: Setting,
): {readonly phase: Visit | null; readonly start: Moment | null} {
  const none = {phase: null, start: null};
  const emergency = firstOf(visit, 'ed-visit', setting);
  if (!emergency || emergency.start.first > setting.asOf) return none;
  const {start, place, period} = emergency;
  const {end, later} = readEnd(
    period.end,
    start,
    visit.resources[0]!,
    `classHistory[${place}].period.end`,
    setting,
  );
  const phase: Visit = {
    ...visit,
    id: `${visit.id}/ed`,
    kind: 'ed-visit',
    start,
    end,
    endLater: later,
    ongoing: later,
    discharge: null,
    admission: null,
    lwbs: false,
    scheduled: false,
    noOffset: start.local || (end?.local ?? false),
    phaseOf: visit.id,
    registrations: [visit.site],
    rules: rule(3),
  };
  const inpatient = firstOf(visit, visit.kind, setting);
  const after = inpatient?.start ?? (later ? setting.zone.read(period.end!) : end);
  return {phase, start: after && notPastEnd(after, visit) ? after : null};
}

/** The earliest entry of a kind. An entry whose start is absent, partial or unreadable begins with the record. */
function firstOf(visit: Visit, kind: string, {zone, config, notes}: Setting): Entry | null {
  let found: Entry | null = null;
  visit.classHistory.forEach((period, place) => {
    if (kindOfClass(period.class, config) !== kind) return;
    const read = period.start === null ? null : zone.read(period.start);
    const start = read && read.first === read.last ? read : null;
    if (period.start !== null && !start) {
      const problem = read ? 'partial date' : 'not a date';
      notes.unread(visit.resources[0]!, `classHistory[${place}].period.start`, problem);
    }
    // Only the ED entry may lend the record's own start: an inpatient entry without one says nothing.
    if (!start && kind !== 'ed-visit') return;
    const entry = {place, period, start: start ?? visit.start};
    if (!found || entry.start.key < found.start.key) found = entry;
  });
  return found;
}

/** The later of the start so far and the end of an ED child that began no later than its parent. */
function afterChild(visit: Visit, child: Visit, start: Moment): Moment {
  const {end} = child;
  if (!end || isBand(visit) || isBand(child) || !notAfter(child.start, visit.start)) return start;
  const later = end.at !== null && start.at !== null ? end.at > start.at : end.first > start.first;
  return later && notPastEnd(end, visit) ? end : start;
}

function notAfter(a: Moment, b: Moment): boolean {
  return a.at !== null && b.at !== null ? a.at <= b.at : a.first <= b.first;
}

/** A stay cannot begin after its own end: then the phase moves nothing. */
function notPastEnd(start: Moment, {end}: Visit): boolean {
  return !end || notAfter(start, end);
}
