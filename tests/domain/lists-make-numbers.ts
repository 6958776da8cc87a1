import assert from 'node:assert/strict';
import type {CountingConfig} from '../../src/domain/counting-config.ts';
import type {CountedEvent, UseProof, WindowCounts} from '../../src/domain/use-proof.ts';

/**
 * R22: counts every window again from the lists of the proof alone, by other means than the rules use (texts and sets of
 * dates), and holds the numbers to it. Sums of sites are the totals.
 */
export function assertListsMakeNumbers(proof: UseProof, config: CountingConfig): void {
  for (const [name, window] of Object.entries(proof.windows)) {
    if (window === null) continue;
    const {complete: _complete, gaps: _gaps, ...numbers} = window as WindowCounts;
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(numbers).filter(([key]) => key !== 'elapsedMonths' && key !== 'ofMonths'),
      ),
      recount(proof, window, config),
      name,
    );
    assert.equal(sum(window.edVisitsBySite), window.edVisits, name);
    assert.equal(sum(window.registrationsBySite), window.registrations, name);
  }
}

function recount(proof: UseProof, {from, to}: WindowCounts, config: CountingConfig): Record<string, unknown> {
  const inside = (date: string | null): boolean =>
    date !== null && firstOf(date) >= from && lastOf(date) <= to;
  const touches = (date: string): boolean => from <= to && firstOf(date) <= to && lastOf(date) >= from;
  const here = proof.included.filter(({localDate}) => inside(localDate));
  const lane = (kind: CountedEvent['kind']): CountedEvent[] => here.filter((event) => event.kind === kind);
  const emergency = lane('ed-visit');
  const seenDays = new Set<string>();
  const visits = emergency.filter(({flags, localDate}) => {
    if (config.lwbs === 'exclude' && flags.includes('lwbs')) return false;
    if (config.dropAdmitted && flags.includes('admitted')) return false;
    if (!config.onePerDay || localDate.length < 10) return true;
    const first = !seenDays.has(localDate);
    seenDays.add(localDate);
    return first;
  });
  const byRegistration = config.countRegistrations && !config.onePerDay;
  const registrations = visits.reduce((total, visit) => total + visit.registrations, 0);
  const excluded = (reason: string): number =>
    proof.excluded.filter((line) => line.reason === reason && inside(line.localDate)).length;
  const scheduled = config.scheduled === 'exclude' ? excluded('scheduled') : null;
  const window = proof.windows;
  // Which site a registration was at, and which visit was planned, do not stand in the lists.
  const own = Object.values(window).find((each) => each !== null && each.from === from && each.to === to)!;
  return {
    from,
    to,
    edVisits: byRegistration ? registrations : visits.length,
    stays: lane('stay').length,
    hospitalDays:
      hospitalDays(proof, from, to) + lane('stay').filter(({localDate}) => localDate.length < 10).length,
    leftWithoutBeingSeen: emergency.filter(({flags}) => flags.includes('lwbs')).length,
    scheduledEd: scheduled ?? own.scheduledEd,
    observations: lane('observation').length,
    shortStays: lane('short-stay').length,
    ambulatory: lane('ambulatory').length,
    unclassified: lane('unclassified').length,
    edVisitsBySite: byRegistration ? own.edVisitsBySite : tally(visits),
    registrations,
    registrationsBySite: own.registrationsBySite,
    dateUncertain: proof.included.filter(({localDate}) => touches(localDate) && !inside(localDate)).length,
    upcoming: excluded('not-yet'),
  };
}

/** Different dates with a night in hospital, one at least for each stay. */
function hospitalDays({included, asOf}: UseProof, from: string, to: string): number {
  const dates = new Set<string>();
  for (const {kind, localDate, end, flags} of included) {
    if (kind !== 'stay' || localDate.length < 10) continue;
    const out = flags.includes('ongoing') ? asOf : (end ?? localDate).slice(0, 10);
    let night = localDate;
    do {
      if (night >= from && night <= to) dates.add(night);
      night = dayAfter(night);
    } while (night < out);
  }
  return dates.size;
}

function firstOf(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

function lastOf(date: string): string {
  if (date.length === 10) return date;
  const [year = 0, month = 12] = date.split('-').map(Number);
  return isoDay(Date.UTC(year, month, 0));
}

function dayAfter(date: string): string {
  return isoDay(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function tally(events: readonly CountedEvent[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const {site} of events) counts.set(site, (counts.get(site) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
