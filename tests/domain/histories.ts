import fc from 'fast-check';
import type {CountInput} from '../../src/domain/count-use.ts';
import {type CountingConfig, defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import {ordinary, record, type ShortRecord} from './records.ts';

export const ZONES = ['America/Toronto', 'America/St_Johns', 'UTC', 'Pacific/Auckland'] as const;

/**
 * Days on which something happens to time or to the windows (as-of is 2026-11-22): edges, the index date, the days on which
 * clocks change in the zones above, a month end, a leap day. Nothing lies within a week of `QUIET_DAY`.
 */
const DAYS = [
  '2024-02-28',
  '2025-11-21',
  '2026-02-27',
  '2026-03-07',
  '2026-04-04',
  '2026-05-21',
  '2026-09-26',
  '2026-10-31',
  '2026-11-21',
] as const;
export const QUIET_DAY = '2026-07-15';

const MINUTES = [0, 10, 14, 15, 16, 60, 119, 120, 240, 241, 419, 420, 421, 660, 719, 720, 721, 1380, 1439];

/** The first value so many times as often as one of all, so that what is rare stays rare and the rules still meet. */
const often = <T>(values: readonly T[], times = 2): fc.Arbitrary<T> =>
  fc.oneof(
    {weight: times, arbitrary: fc.constant(values[0]!)},
    {weight: 1, arbitrary: fc.constantFrom(...values)},
  );

const start = fc
  .record({
    day: fc.constantFrom(...DAYS),
    later: fc.nat(3),
    minute: fc.constantFrom(...MINUTES),
    form: often(['time', 'date', 'local', 'month', 'none', 'bad'] as const, 8),
  })
  .map(({day, later, minute, form}) => ({
    instant: Date.parse(`${day}T00:00:00Z`) + later * 86_400_000 + minute * 60_000,
    form,
  }));

type Form = 'time' | 'date' | 'local' | 'month' | 'none' | 'bad';

function written(instant: number, form: Form): string | null {
  const text = new Date(instant).toISOString();
  if (form === 'time') return `${text.slice(0, 19)}Z`;
  if (form === 'local') return text.slice(0, 19);
  if (form === 'date') return text.slice(0, 10);
  if (form === 'month') return text.slice(0, 7);
  return form === 'bad' ? 'soon' : null;
}

const visit = fc.record({
  start,
  minutes: fc.option(fc.constantFrom(...MINUTES, 2000, 4000, -30), {freq: 4}),
  endForm: often(['time', 'date', 'bad'] as const, 8),
  class: often(
    ['EMER', 'IMP', 'ACUTE', 'AMB', 'OBSENC', 'SS', 'PRENC', 'FLD', 'EMER', 'IMP', 'IMP'] as const,
    1,
  ),
  status: often(
    ['finished', 'in-progress', 'unknown', 'cancelled', 'planned', 'entered-in-error', 'odd'] as const,
    8,
  ),
  site: often(['A', 'B', null] as const),
  source: often(['urn:1', 'urn:2#x', undefined] as const, 1),
  identifiers: often([undefined, ['urn:v|1'], ['urn:v|2', 'urn:w|1'], ['1']] as const),
  disposition: often([undefined, 'other-hcf', 'home', 'LWBS'] as const),
  admit: often([undefined, 'emd', 'hosp-trans'] as const),
  subject: often([undefined, 'Patient/p1', 'Patient/other'] as const, 8),
  appointment: fc.integer({min: 0, max: 9}).map((n) => n === 0),
  parent: often([null, 0, 1, 2, 3, 4] as const, 2),
  history: often([false, true]),
});

/** Histories of up to a dozen records that lie close together. */
export const histories: fc.Arbitrary<readonly EncounterRecord[]> = fc
  .array(visit, {maxLength: 9})
  .map((visits) =>
    visits.map(({start: {instant, form}, minutes, endForm, parent, history, ...more}, place) => {
      const end = minutes === null ? null : written(instant + minutes * 60_000, endForm);
      const short: ShortRecord = {
        id: `e${place}`,
        start: written(instant, form),
        end,
        class: more.class,
        status: more.status,
        site: more.site,
        appointment: more.appointment,
        ...(more.source && {source: more.source}),
        ...(more.identifiers && {identifiers: more.identifiers}),
        ...(more.disposition && {disposition: more.disposition}),
        ...(more.admit && {admit: more.admit}),
        ...(more.subject && {subject: more.subject}),
        ...(parent !== null && {partOf: `Encounter/e${parent}`}),
        ...(history && {
          history: [
            {class: 'EMER', start: written(instant, 'time')!, end: written(instant + 18_000_000, 'time')!},
          ],
        }),
      };
      return record(short);
    }),
  );

/** Options of the rules, mostly as they are by default. */
export const configs: fc.Arbitrary<CountingConfig> = fc
  .record(
    {
      mergeMinutes: fc.constantFrom(0, 60),
      dropAdmitted: fc.constant(true),
      countRegistrations: fc.constant(true),
      onePerDay: fc.constant(true),
      stayGapHours: fc.constantFrom(0, 9, 24),
      lwbs: fc.constant('exclude' as const),
      scheduled: fc.constant('include' as const),
      window: fc.constant('rolling-days' as const),
      inferFromAdmit: fc.constant(false),
      recordsStart: fc.constantFrom('2026-01-01', '2025-11-23'),
    },
    {requiredKeys: []},
  )
  .chain((all) => fc.subarray(Object.entries(all)))
  .map((some) => ({...defaultCountingConfig, ...Object.fromEntries(some)}));

/** Everything that the counting is given. */
export const inputs: fc.Arbitrary<CountInput> = fc
  .record({
    records: histories,
    config: configs,
    zone: fc.constantFrom(...ZONES),
    index: fc.constantFrom(null, '2026-05-22', '2026-11-22'),
    deceasedAt: often([null, '2026-05-23', '2026-03'] as const, 2),
  })
  .map((some) => ({...ordinary, ...some}));
