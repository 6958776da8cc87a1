import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TZDate} from '@date-fns/tz';
import {addMonths as addMonthsOfLibrary} from 'date-fns';
import fc from 'fast-check';
import {addMonths, dayText, momentText, parseDay, zoneOf} from '../../src/domain/time.ts';
import {ZONES} from './histories.ts';

const seed = 20_261_122;
const days = fc.integer({min: -600_000, max: 2_900_000});
const instants = fc.integer({min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000});

test('a day is written and read as every calendar writes it, from year 1 to 9999', () => {
  for (const day of [-719_162, -1, 0, 59, 10_957, 2_932_896]) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual([dayText(day), parseDay(text)], [text, day]);
  }
  fc.assert(
    fc.property(days, (day) => {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      assert.equal(dayText(day), text);
      assert.equal(parseDay(text), day);
    }),
    {numRuns: 5000, seed},
  );
});

const noDays = [
  '2026',
  '2026-02',
  '2026-02-29',
  '2026-02-01T10:00:00Z',
  '0000-01-01',
  '2026-00-01',
  '2026-13-01',
  '2026-01-00',
  '2026-04-31',
  '',
  'x',
];
for (const text of noDays) {
  test(`"${text}" is no day`, () => assert.equal(parseDay(text), null));
}

test('months are added as date-fns adds them, and as Temporal does where there is one', () => {
  const temporal = (globalThis as {Temporal?: TemporalLike}).Temporal;
  fc.assert(
    fc.property(days, fc.integer({min: -300, max: 300}), (day, n) => {
      const text = dayText(addMonths(day, n));
      const start = new TZDate(day * 86_400_000, 'UTC');
      assert.equal(new Date(addMonthsOfLibrary(start, n).getTime()).toISOString().slice(0, 10), text);
      const other = temporal?.PlainDate.from(dayText(day)).add({months: n}).toString();
      assert.equal(other ?? text, text);
    }),
    {numRuns: 5000, seed},
  );
});

interface TemporalLike {
  readonly PlainDate: {from(text: string): {add(length: {months: number}): {toString(): string}}};
}

for (const zone of ZONES) {
  test(`${zone}: an instant is the local day and time that Intl says, and is written so that it is the same instant`, () => {
    const place = zoneOf(zone);
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(instants, (at) => {
        const moment = place.read(new Date(at * 1000).toISOString())!;
        const text = momentText(moment);
        assert.equal(Date.parse(text) / 1000, at);
        const [date, time] = format.format(at * 1000).split(', ');
        assert.equal(text.slice(0, 10), date);
        assert.equal(text.slice(11, 19), time);
        assert.equal(dayText(moment.first), date);
        assert.deepEqual([moment.at, moment.key, moment.last, moment.local], [at, at, moment.first, false]);
      }),
      {numRuns: 1500, seed},
    );
  });

  test(`${zone}: a clock reading without offset is an instant that reads so, but for those that are skipped`, () => {
    const place = zoneOf(zone);
    fc.assert(
      fc.property(instants, (clock) => {
        const text = new Date(clock * 1000).toISOString().slice(0, 19);
        const moment = place.read(text)!;
        assert.equal(moment.local, true);
        const back = momentText(moment).slice(0, 19);
        // A skipped reading moves on by the time that was skipped, an hour in these zones.
        const skipped = back !== text;
        assert.ok(!skipped || Date.parse(`${back}Z`) - clock * 1000 === 3_600_000, `${text} became ${back}`);
        // The first of two: an hour earlier it read otherwise.
        const before = place.read(new Date((moment.at! - 3600) * 1000).toISOString())!;
        assert.notEqual(momentText(before).slice(0, 19), text);
      }),
      {numRuns: 1500, seed},
    );
  });
}

test('a date begins its day in the zone; a month and a year are bands (conformance 35)', () => {
  const place = zoneOf('America/Toronto');
  const {key, at} = place.read('2026-03-08')!;
  assert.deepEqual([key, at], [Date.UTC(2026, 2, 8, 5) / 1000, null]);
  const bands = ['2026-03', '2026', '2024-02'].map((text) => place.read(text)!);
  assert.deepEqual(
    bands.map(({first, last}) => [dayText(first), dayText(last)]),
    [
      ['2026-03-01', '2026-03-31'],
      ['2026-01-01', '2026-12-31'],
      ['2024-02-01', '2024-02-29'],
    ],
  );
});

test('an unknown zone is refused', () => {
  assert.throws(() => zoneOf('Mars/Olympus'), RangeError);
});
