import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readingOf, useView} from '../../src/app/use-view.ts';
import {sinceReview} from '../../src/app/use-since.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {referenceRecords} from '../domain/reference-patient.ts';
import {record} from '../domain/records.ts';
import {readyUse, referenceUse} from './use-state.ts';

const loading = {reason: 'loading', what: 'Encounter'} as const;

describe('the headline numbers', () => {
  it('of the reference patient stand in three windows', () => {
    const {figures} = useView(referenceUse());
    assert.deepEqual(
      figures.map(({measure, last12, last6, previous12}) => [measure, last12.n, last6.n, previous12.n]),
      [
        ['edVisits', 11, 2, 1],
        ['stays', 3, 1, 0],
        ['hospitalDays', 14, 2, 0],
      ],
    );
  });

  it('are lower limits while older months are being read, and not available where nothing is known', () => {
    const {figures, coverage} = useView(referenceUse({}, [loading]));
    const readings = figures.map(({last12, last6, previous12}) => [last12, last6, previous12].map(readingOf));
    assert.deepEqual(readings, [
      ['at-least', 'at-least', 'at-least'],
      ['at-least', 'at-least', 'unknown'],
      ['at-least', 'at-least', 'unknown'],
    ]);
    assert.equal(coverage.complete, false);
  });

  it('are at least 8 when the records start 2026-03-01', () => {
    const config = {...defaultCountingConfig, recordsStart: '2026-03-01'};
    const held = referenceRecords.filter(({start}) => start !== null && start >= '2026-03-01');
    const {figures, coverage} = useView(readyUse(held, {config}));
    const [visits] = figures;
    assert.deepEqual([visits?.last12.n, readingOf(visits!.last12)], [8, 'at-least']);
    assert.deepEqual([visits?.last6.n, readingOf(visits!.last6)], [2, 'exact']);
    assert.equal(readingOf(visits!.previous12), 'unknown');
    assert.deepEqual(coverage.gaps, [{reason: 'records-start', what: 'Encounter', since: '2026-03-01'}]);
  });

  it('name the sites only when there are several', () => {
    assert.deepEqual(useView(referenceUse()).sites, [
      {site: 'A', n: 10},
      {site: 'B', n: 1},
    ]);
    assert.deepEqual(useView(readyUse([record({id: 'a', start: '2026-03-01'})])).sites, []);
    const even = ['C', 'A', 'B'].map((site) => record({id: site, site, start: '2026-03-01'}));
    assert.deepEqual(
      useView(readyUse(even)).sites.map(({site}) => site),
      ['A', 'B', 'C'],
    );
  });

  it('say what unclassified contacts of the period look like', () => {
    const unclassified = (id: string, start: string, types: readonly {display: string}[]) =>
      record({id, class: null, start, types});
    const view = useView(
      readyUse([
        unclassified('a', '2026-03-01T10:00:00-05:00', [{display: 'Emergency visit'}]),
        unclassified('b', '2026-03-02T10:00:00-05:00', [{display: 'Visite à l’urgence'}]),
        unclassified('c', '2026-03-03T10:00:00-05:00', [{display: 'Clinic visit'}]),
        unclassified('d', '2026-03-04T10:00:00-05:00', [{display: 'Something'}]),
        unclassified('old', '2024-03-04T10:00:00-05:00', [{display: 'Emergency visit'}]),
      ]),
    );
    assert.deepEqual(view.suggestions, [
      {kind: 'ed-visit', n: 2},
      {kind: 'ambulatory', n: 1},
    ]);
    assert.deepEqual(view.asides, [{what: 'unclassified', n: 4}]);
  });

  describe('where contacts of unknown kind look like what is counted', () => {
    const unknown = (id: string, start: string, display: string) =>
      record({id, start, class: null, types: [{display}]});
    const readings = (records: readonly ReturnType<typeof record>[]) =>
      useView(readyUse(records)).figures.map(({last12, last6, previous12}) =>
        [last12, last6, previous12].map(readingOf),
      );
    const ed = unknown('u', '2026-03-01T10:00:00-05:00', 'Emergency visit');

    it('no number says that there were none', () => {
      assert.deepEqual(readings([ed]), [
        ['unknown', 'exact', 'exact'],
        ['exact', 'exact', 'exact'],
        ['exact', 'exact', 'exact'],
      ]);
    });

    it('a number is the least that there were', () => {
      const visit = record({id: 'e', start: '2026-03-05T10:00:00-05:00'});
      assert.deepEqual(readings([ed, visit])[0], ['at-least', 'exact', 'exact']);
    });

    it('a stay makes stays and days uncertain, and no visits', () => {
      const stay = unknown('u', '2026-09-01T10:00:00-04:00', 'Inpatient stay');
      assert.deepEqual(readings([stay]), [
        ['exact', 'exact', 'exact'],
        ['unknown', 'unknown', 'exact'],
        ['unknown', 'unknown', 'exact'],
      ]);
    });

    it('contacts that look like a clinic visit, or like nothing, change nothing', () => {
      const others = ['Clinic visit', 'Something'].map((display, at) =>
        unknown(`u${at}`, '2026-09-01T10:00:00-04:00', display),
      );
      assert.deepEqual(readings(others)[0], ['exact', 'exact', 'exact']);
    });

    it('the numbers since the review are no surer', () => {
      const use = readyUse([ed]);
      assert.deepEqual(
        [sinceReview(use, '2026-02-01'), sinceReview(use, '2026-04-01')].map(
          (since) => since?.edVisits.complete,
        ),
        [false, true],
      );
    });
  });

  it('suggest for the first and the last day of the period, for no other and no month', () => {
    const days = ['2025-11-22', '2025-11-23', '2026-11-22', '2026-03'];
    const view = useView(
      readyUse(
        days.map((start, n) => record({id: `u${n}`, class: null, start, types: [{display: 'Emergency'}]})),
      ),
    );
    assert.deepEqual(view.suggestions, [{kind: 'ed-visit', n: 2}]);
  });

  it('say how many stays began before the period and have days in it', () => {
    const stay = (id: string, start: string, end: string | null, status = 'finished') =>
      record({id, class: 'IMP', status, site: id, start, end});
    const view = useView(
      readyUse([
        stay('a', '2025-11-20T10:00:00-05:00', '2025-11-24T10:00:00-05:00'),
        stay('b', '2025-11-10T10:00:00-05:00', '2025-11-12T10:00:00-05:00'),
        stay('c', '2025-10-01T10:00:00-04:00', '2025-10-02T10:00:00-04:00'),
        stay('d', '2026-03-01T10:00:00-05:00', '2026-03-04T10:00:00-05:00'),
      ]),
    );
    assert.deepEqual(view.asides, [{what: 'beganBefore', n: 1}]);
    const out = useView(readyUse([stay('a', '2025-11-20T10:00:00-05:00', '2025-11-23T10:00:00-05:00')]));
    assert.deepEqual([out.asides, out.figures[2]?.last12.n], [[], 0], 'the last night was before the period');
  });

  it('of an empty history are zeros that are certain', () => {
    const view = useView(readyUse([]));
    assert.equal(view.empty, true);
    assert.equal(view.coverage.oldest, null);
    assert.deepEqual(
      view.figures.map(({last12}) => [last12.n, readingOf(last12)]),
      Array(3).fill([0, 'exact']),
    );
  });
});

describe('since the last review', () => {
  it('of 2026-04-22 there are 6 ED visits and 2 stays', () => {
    const since = sinceReview(referenceUse(), '2026-04-22');
    assert.deepEqual([since?.edVisits.n, since?.stays.n, since?.edVisits.complete], [6, 2, true]);
  });

  it('a review of today is one, with nothing since', () => {
    assert.equal(sinceReview(referenceUse(), '2026-11-22')?.edVisits.n, 0);
  });

  const none = [null, undefined, '2026-04', 'soon', '2026-11-23'] as const;
  for (const reviewed of none) {
    it(`nothing is said when the review is ${reviewed}`, () => {
      assert.equal(sinceReview(referenceUse(), reviewed), null);
    });
  }

  it('a gap before the review does not touch the number; one after it, or of unknown place, does', () => {
    const complete = (since: string | undefined): boolean | undefined => {
      const gap = {
        reason: since ? 'records-start' : 'failed',
        what: 'Encounter',
        ...(since && {since}),
      } as const;
      return sinceReview(referenceUse({}, [gap]), '2026-04-22')?.edVisits.complete;
    };
    assert.deepEqual(['2026-04-22', '2026-04-23', undefined].map(complete), [true, false, false]);
  });
});
