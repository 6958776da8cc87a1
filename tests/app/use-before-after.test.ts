import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {beforeAfter, type BeforeAfter} from '../../src/app/use-before-after.ts';
import {readingOf} from '../../src/app/use-view.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {referenceUse} from './use-state.ts';

const dots = (view: BeforeAfter | null, side: 'before' | 'after') => view?.[side]?.map(({n}) => n) ?? null;

describe('before and after enrolment', () => {
  it('is 9 then 2 in 6 of 6 months', () => {
    const view = beforeAfter(referenceUse().value);
    assert.deepEqual([view?.baseline.n, view?.followUp.n, view?.elapsedMonths, view?.ofMonths], [9, 2, 6, 6]);
  });

  it('as of 2026-08-22 is 1 visit in 3 of 6 months', () => {
    const view = beforeAfter(referenceUse({asOf: '2026-08-22'}).value);
    assert.deepEqual([view?.baseline.n, view?.followUp.n, view?.elapsedMonths], [9, 1, 3]);
    assert.deepEqual(
      view?.after?.map(({begun}) => begun),
      [true, true, true, false, false, false],
    );
  });

  it('on the day after enrolment the first month has begun', () => {
    const view = beforeAfter(referenceUse({asOf: '2026-05-23'}).value);
    assert.deepEqual(
      view?.after?.map(({begun}) => begun),
      [true, false, false, false, false, false],
    );
  });

  it('shows the visits month by month, and they add up', () => {
    const view = beforeAfter(referenceUse().value);
    assert.deepEqual(dots(view, 'before'), [1, 1, 1, 1, 1, 4]);
    assert.deepEqual(dots(view, 'after'), [0, 1, 0, 0, 1, 0]);
    assert.deepEqual(
      [view?.before?.[0]?.from, view?.before?.[5]?.to, view?.after?.[0]?.from, view?.after?.[5]?.to],
      ['2025-11-23', '2026-05-22', '2026-05-23', '2026-11-22'],
    );
  });

  it('draws no dots where a site counts otherwise than one visit, one dot', () => {
    const config = {...defaultCountingConfig, onePerDay: true};
    const view = beforeAfter(referenceUse({config}).value);
    assert.equal(view?.baseline.n, 8);
    assert.equal(view?.before, null);
    assert.deepEqual(dots(view, 'after'), [0, 1, 0, 0, 1, 0]);
  });

  it('is not there without an index date, and a lower limit where something is missing', () => {
    assert.equal(beforeAfter(referenceUse({index: null}).value), null);
    const view = beforeAfter(referenceUse({}, [{reason: 'failed', what: 'Encounter'}]).value);
    assert.deepEqual(
      [view?.baseline, view?.followUp].map((count) => readingOf(count!)),
      ['at-least', 'at-least'],
    );
  });
});
