import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {practiceClock} from '../../src/app/practice-clock.ts';

const zone = 'America/Toronto';
const localDay = (at: number): string =>
  new Intl.DateTimeFormat('en-CA', {timeZone: zone, dateStyle: 'short'}).format(at);

describe('the clock of practice', () => {
  it('makes today the day that was asked for, at any moment of any year', () => {
    const from = Date.UTC(2020, 0, 1);
    fc.assert(
      fc.property(fc.integer({min: from, max: Date.UTC(2035, 0, 1)}), (now) => {
        assert.equal(localDay(practiceClock('2026-11-22', zone, () => now)()), '2026-11-22');
      }),
      {numRuns: 2000, seed: 5},
    );
  });

  it('goes on: a day later it is the day after', () => {
    let now = Date.UTC(2027, 5, 1, 12);
    const clock = practiceClock('2026-11-22', zone, () => now);
    now += 24 * 3_600_000;
    assert.equal(localDay(clock()), '2026-11-23');
  });

  it('leaves the clock as it is when the date is none', () => {
    assert.equal(practiceClock('some day', zone, () => 5)(), 5);
  });
});
