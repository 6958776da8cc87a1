import {each, mapEach, type Steps} from '../steps.ts';
import {type Notes, referenceOf} from './notes.ts';
import {isBefore} from './read-visits.ts';
import {rule} from './rule.ts';
import {byStart, isBand, type Visit} from './visit.ts';

/** One visit told by several records: the first is kept. */
interface Group {
  readonly order: number;
  readonly first: Visit;
  readonly others: Visit[];
}

/** Records of a group that bear one identifier on one local day, by the time of the last one. */
interface Bearing {
  readonly group: Group;
  at: number;
}

const DAY_SECONDS = 86_400;

/**
 * R6: one visit from several records. Records are taken timed first, then by start, then by id; each joins the first
 * group of its category in which it shares an identifier with a record that starts at most 24 hours away, or whose first
 * record is near: same site, another source, starts at most `mergeMinutes` apart, or one of them date-only on that day.
 */
export function* mergeDuplicates(
  visits: readonly Visit[],
  mergeMinutes: number,
  notes: Notes,
): Steps<Visit[]> {
  const timed = visits.filter(({start}) => start.at !== null).sort(byStart);
  yield;
  const ordered = [...timed, ...visits.filter(({start}) => start.at === null).sort(byStart)];
  yield;
  const sameNumber = new SameNumber();
  const near = new Map<string, NearFirst>();
  const groups: Group[] = [];
  yield* each(ordered, (visit) => {
    const place = `${visit.kind}|${visit.site}`;
    let neighbors = near.get(place);
    if (!neighbors) near.set(place, (neighbors = new NearFirst(mergeMinutes * 60)));
    const found = earlier(sameNumber.find(visit), neighbors.find(visit));
    const group = found ?? {order: groups.length, first: visit, others: []};
    if (found) found.others.push(visit);
    else {
      groups.push(group);
      neighbors.add(group);
    }
    sameNumber.add(visit, group);
  });
  return yield* settle(groups, notes);
}

function* settle(groups: readonly Group[], notes: Notes): Steps<Visit[]> {
  const keptAs = new Map<string, string>();
  const kept = yield* mapEach(groups, ({first, others}) => {
    for (const {id, kind, start, resources} of others) {
      keptAs.set(id, first.id);
      notes.exclude(resources[0]!, kind, start, 'duplicate', 'R6', referenceOf(first));
    }
    return others.reduce(complete, first);
  });
  // An ED phase of a record that was merged is the phase of the one that was kept.
  return kept.map((visit) => {
    const phaseOf = visit.phaseOf === null ? undefined : keptAs.get(visit.phaseOf);
    return phaseOf === undefined ? visit : {...visit, phaseOf};
  });
}

/** What the kept record lacks is taken from its duplicate. */
function complete(kept: Visit, other: Visit): Visit {
  const end = other.end && !isBefore(other.end, kept.start) ? other.end : null;
  return {
    ...kept,
    end: kept.end ?? end,
    ongoing: !kept.end && !end && (kept.ongoing || other.endLater),
    discharge: kept.discharge ?? other.discharge,
    admission: kept.admission ?? other.admission,
    classHistory: kept.classHistory.length > 0 ? kept.classHistory : other.classHistory,
    lwbs: kept.lwbs || other.lwbs,
    scheduled: kept.scheduled || other.scheduled,
    phaseOf: kept.phaseOf ?? other.phaseOf,
    rules: kept.rules | other.rules | rule(6),
  };
}

function earlier(a: Group | null, b: Group | null): Group | null {
  if (!a || !b) return a ?? b;
  return a.order < b.order ? a : b;
}

/** Finds the first group that holds a record with one of the visit's identifiers. */
class SameNumber {
  readonly #numbers = new Map<string, number>();
  readonly #bearings = new Map<number, Bearing[]>();
  #keys: readonly number[] = [];

  find(visit: Visit): Group | null {
    const {at, first} = visit.start;
    let found: Group | null = null;
    this.#keys = this.#keysOf(visit);
    for (const key of this.#keys) {
      // 24 hours can reach over two midnights when the clock moves on in between; without times a day apart is near.
      for (let day = at === null ? first - 1 : first - 2; day <= first + 1; day++) {
        for (const bearing of this.#bearings.get(key + day) ?? []) {
          if (at === null || at - bearing.at <= DAY_SECONDS) found = earlier(found, bearing.group);
        }
      }
    }
    return found;
  }

  /** Remembers the visit that was asked for last. */
  add({start: {at, first}}: Visit, group: Group): void {
    for (const key of this.#keys) {
      const day = this.#bearings.get(key + first);
      const known = day?.find((bearing) => bearing.group === group);
      if (known) known.at = at ?? known.at;
      else if (day) day.push({group, at: at ?? 0});
      else this.#bearings.set(key + first, [{group, at: at ?? 0}]);
    }
  }

  /** A number for each identifier within a category; those without a system are not compared. */
  #keysOf({identifiers, kind, start}: Visit): number[] {
    // A month is no day apart from any day in it: it is compared with the same month only.
    const band = start.first === start.last ? '' : start.written;
    const keys: number[] = [];
    for (const {system, value} of identifiers) {
      if (!system || !value) continue;
      const text = `${kind}|${band}|${system}|${value}`;
      let number = this.#numbers.get(text);
      if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
      keys.push(number * STRIDE);
    }
    return keys;
  }
}

/** Days of the years 1 to 9999 lie well within it. */
const STRIDE = 2 ** 23;

/** Finds the first group of one category and site whose first record is near and of another source. */
class NearFirst {
  readonly #seconds: number;
  readonly #timed: Group[] = [];
  readonly #days = new Map<number, {readonly first: Group; other: Group | null}>();
  #head = 0;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  find(visit: Visit): Group | null {
    const {at, first} = visit.start;
    if (isBand(visit)) return null;
    if (at === null) {
      const day = this.#days.get(first);
      if (!day) return null;
      return day.first.first.source === visit.source ? day.other : day.first;
    }
    // Visits come in order of start, so what is too far back for this one is so for all that follow.
    while (this.#head < this.#timed.length && at - this.#timed[this.#head]!.first.start.key > this.#seconds) {
      this.#head += 1;
    }
    // Groups this near have one source: a first record of another source would have joined the one before it.
    const near = this.#timed[this.#head];
    return near && near.first.source !== visit.source ? near : null;
  }

  add(group: Group): void {
    const {first} = group;
    if (isBand(first)) return;
    const day = this.#days.get(first.start.first);
    if (!day) this.#days.set(first.start.first, {first: group, other: null});
    else if (day.first.first.source !== first.source) day.other ??= group;
    if (first.start.at !== null) this.#timed.push(group);
  }
}
