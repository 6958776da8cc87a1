import type {CountingConfig} from './counting-config.ts';
import {byProof} from './rules/event.ts';
import type {Visit} from './rules/visit.ts';
import {type Event, type Period, countVisits} from './rules/windows.ts';
import type {Steps} from './steps.ts';
import type {UseProof} from './use-proof.ts';

/** What the same days would be with one option changed: ED visits. `wanted` is what is counted as configured. */
export function* alternativesOf(
  period: Period,
  visitsOf: (records: readonly Visit[]) => Steps<Event[]>,
  wanted: readonly Visit[],
  withScheduled: readonly Visit[],
  config: CountingConfig,
): Steps<UseProof['alternatives']> {
  const inPeriod = (events: readonly Event[]): Event[] =>
    events.filter(({visit: {start}}) => start.first >= period.from && start.last <= period.to).sort(byProof);
  const visits = inPeriod(yield* visitsOf(wanted));
  const all = wanted.length === withScheduled.length ? visits : inPeriod(yield* visitsOf(withScheduled));
  yield;
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
