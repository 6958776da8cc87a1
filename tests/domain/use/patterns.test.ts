import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {countUse} from '../../../src/domain/count-use.ts';
import {PATTERN_FROM, patternsOf, shiftOf, SHIFTS, type VisitFacts} from '../../../src/domain/patterns.ts';
import {referenceRecords} from '../reference-patient.ts';
import {ordinary} from '../records.ts';

const visit = (start: string, more: Partial<VisitFacts> = {}): VisitFacts => ({
  start,
  localDate: start.slice(0, 10),
  site: 'A',
  reason: null,
  ...more,
});

describe('weekday and shift', () => {
  const cases = [
    ['2026-11-22T00:00:00-05:00', 6, 'night', 'midnight begins the night of a Sunday'],
    ['2026-11-22T07:59:59-05:00', 6, 'night', 'the last second of the night'],
    ['2026-11-22T08:00:00-05:00', 6, 'day', 'eight o’clock begins the day'],
    ['2026-11-22T15:59:59-05:00', 6, 'day', 'the last second of the day'],
    ['2026-11-22T16:00:00-05:00', 6, 'evening', 'four o’clock begins the evening'],
    ['2026-11-22T23:59:59-05:00', 6, 'evening', 'the last second of the evening'],
    ['2026-11-23T09:00:00-05:00', 0, 'day', 'a Monday is the first line'],
    ['1969-12-31T09:00:00-05:00', 2, 'day', 'a day before 1970'],
    ['2026-05-22T23:30:00-04:00', 4, 'evening', 'e15 stands on Friday evening'],
  ] as const;
  for (const [start, weekday, shift, name] of cases) {
    it(name, () => assert.deepEqual(shiftOf(visit(start)), {weekday, shift}));
  }

  it('makes up no time for a date or a month', () => {
    assert.equal(shiftOf(visit('2026-09-30')), null);
    assert.equal(shiftOf({start: '2026-09', localDate: '2026-09'}), null);
  });
});

describe('patterns', () => {
  it('of the reference patient are A 10, B 1; e15 on Friday evening; e18 without a time', () => {
    const proof = countUse({...ordinary, records: referenceRecords});
    const {from} = proof.windows.last12Months;
    const visits = proof.included.filter(({kind, localDate}) => kind === 'ed-visit' && localDate >= from);
    const patterns = patternsOf(visits.map((event) => ({...event, reason: null})));
    assert.deepEqual(patterns.sites, [
      {name: 'A', n: 10},
      {name: 'B', n: 1},
    ]);
    assert.equal(patterns.timeUnknown, 1);
    assert.equal(patterns.reasonUnknown, 11);
    const friday = patterns.week[4];
    assert.deepEqual(friday, [0, 1, 2], 'e03 and e15 in the evening, e14 by day');
  });

  it('takes reasons that differ in capitals or spaces for one', () => {
    const visits = ['Chest pain', 'chest  pain', 'Fall'].map((reason) =>
      visit('2026-01-01T10:00:00-05:00', {reason}),
    );
    assert.deepEqual(patternsOf(visits).reasons, [
      {name: 'Chest pain', n: 2},
      {name: 'Fall', n: 1},
    ]);
  });

  it('puts the most first, and equal ones by name', () => {
    const visits = ['C', 'B', 'A', 'B'].map((site) => visit('2026-01-01T10:00:00-05:00', {site}));
    assert.deepEqual(
      patternsOf(visits).sites.map(({name}) => name),
      ['B', 'A', 'C'],
    );
  });

  it('holds every visit exactly once in each of its three sums', () => {
    const anyVisit = fc.record({
      start: fc
        .tuple(
          fc.date({
            min: new Date('1960-01-01'),
            max: new Date('2040-01-01'),
            noInvalidDate: true,
          }),
          fc.constantFrom(25, 10, 7, 4),
        )
        .map(([date, length]) => `${date.toISOString().slice(0, 19)}-05:00`.slice(0, length)),
      site: fc.constantFrom('A', 'B', 'unknown'),
      reason: fc.option(fc.constantFrom('Fall', 'fall', 'Pain', '')),
    });
    fc.assert(
      fc.property(fc.array(anyVisit), (given) => {
        const visits = given.map((each) => ({...each, localDate: each.start.slice(0, 10)}));
        const {n, sites, reasons, reasonUnknown, week, timeUnknown} = patternsOf(visits);
        const sum = (lines: readonly {n: number}[]): number =>
          lines.reduce((total, line) => total + line.n, 0);
        const shifts = week.flat().reduce((total, each) => total + each, 0);
        assert.deepEqual(
          [n, sum(sites), sum(reasons) + reasonUnknown, shifts + timeUnknown],
          Array(4).fill(visits.length),
        );
        assert.ok(week.every((day) => day.length === SHIFTS.length));
      }),
    );
  });
});

it('patterns are drawn from five visits on, over seven days of three shifts', () => {
  assert.equal(PATTERN_FROM, 5);
  assert.deepEqual(
    patternsOf([]).week,
    Array.from({length: 7}, () => [0, 0, 0]),
  );
});
