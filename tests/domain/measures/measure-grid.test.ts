import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
  instrumentOf,
  instruments,
  isMet,
  whyNotScore,
  type Instrument,
  type InstrumentName,
} from '../../../src/domain/measures/instruments.ts';
import {measureFaults, totalOfFlags, type Measure} from '../../../src/domain/measures/measure.ts';
import {
  dueMeasures,
  isOld,
  measureGrid,
  type MeasureCell,
} from '../../../src/domain/measures/measure-grid.ts';

const index = '2026-05-22';

function measure(
  instrument: InstrumentName,
  score: number,
  date: string,
  id = `${instrument}-${date}`,
): Measure {
  return {id, version: '1', instrument, score, parts: {}, date, by: null, mistaken: false, readOnly: null};
}

function cells(dates: readonly string[], today = '2027-01-10'): readonly string[] {
  const [row] = measureGrid(
    dates.map((date) => measure('k6', 9, date)),
    index,
    today,
  );
  return (row?.cells ?? []).map(told);
}

function told(cell: MeasureCell): string {
  return cell.kind === 'score'
    ? `${cell.measure.date} ${cell.timing}`
    : `${cell.state} ${cell.from}..${cell.to}`;
}

const none12 = 'to-come 2027-04-22..2027-06-21';

/** Targets: 2026-05-22, 2026-11-22, 2027-05-22, each thirty days before and after. */
const cases: readonly [name: string, dates: readonly string[], expected: readonly string[]][] = [
  ['on the target', ['2026-05-22', '2026-11-22'], ['2026-05-22 on-time', '2026-11-22 on-time', none12]],
  [
    'thirty days late is on time',
    ['2026-12-22'],
    ['not-done 2026-04-22..2026-06-21', '2026-12-22 on-time', none12],
  ],
  [
    'thirty-one days late is late',
    ['2026-12-23'],
    ['not-done 2026-04-22..2026-06-21', '2026-12-23 late', none12],
  ],
  ['2026-12-28 is late', ['2026-12-28'], ['not-done 2026-04-22..2026-06-21', '2026-12-28 late', none12]],
  [
    'thirty-one days early is early',
    ['2026-10-22'],
    ['not-done 2026-04-22..2026-06-21', '2026-10-22 early', none12],
  ],
  [
    'thirty days early is on time',
    ['2026-10-23'],
    ['not-done 2026-04-22..2026-06-21', '2026-10-23 on-time', none12],
  ],
  [
    'the nearest one stands',
    ['2026-11-01', '2026-11-20'],
    ['not-done 2026-04-22..2026-06-21', '2026-11-20 on-time', none12],
  ],
  [
    'three months after the start belongs to the next',
    ['2026-08-22'],
    ['not-done 2026-04-22..2026-06-21', '2026-08-22 early', none12],
  ],
  [
    'the day before belongs to the start',
    ['2026-08-21'],
    ['2026-08-21 late', 'not-done 2026-10-23..2026-12-22', none12],
  ],
  [
    'of two that are as near the earlier one',
    ['2026-11-12', '2026-12-02'],
    ['not-done 2026-04-22..2026-06-21', '2026-11-12 on-time', none12],
  ],
  ['before the start of its time, nothing of it is due', ['2026-02-21'], []],
];

for (const [name, dates, expected] of cases) {
  test(`time points: ${name}`, () => assert.deepEqual(cells(dates), expected));
}

test('time points: what is not there yet is to come, due, then not done', () => {
  const at = (today: string): string | undefined => cells(['2026-05-22'], today)[1]?.split(' ')[0];
  assert.equal(at('2026-10-22'), 'to-come');
  assert.equal(at('2026-10-23'), 'due');
  assert.equal(at('2026-12-22'), 'due');
  assert.equal(at('2026-12-23'), 'not-done');
});

test('K6 of 15 and then 9: over the cut-off of 12, then not', () => {
  const [row] = measureGrid(
    [measure('k6', 15, '2026-05-20'), measure('k6', 9, '2026-12-28')],
    index,
    '2027-01-10',
  );
  assert.deepEqual(
    row?.cells
      .slice(0, 2)
      .map((cell) => cell.kind === 'score' && [cell.measure.score, cell.met, cell.timing]),
    [
      [15, true, 'on-time'],
      [9, false, 'late'],
    ],
  );
});

const cutOffs: readonly [InstrumentName, number, boolean | null][] = [
  ['conect-6', 2, true],
  ['conect-6', 1, false],
  ['imsa', 18, false],
  ['imsa', 19, true],
  ['im-cag', 20, false],
  ['im-cag', 21, true],
  ['k6', 12, false],
  ['k6', 13, true],
  ['phq-9', 9, false],
  ['phq-9', 10, true],
  ['gad-7', 9, false],
  ['gad-7', 10, true],
  ['lace', 9, false],
  ['lace', 10, true],
  ['pih', 96, null],
];

for (const [name, score, met] of cutOffs) {
  test(`cut-off: ${name} ${score}`, () => assert.equal(isMet(instrumentOf(name) as Instrument, score), met));
}

/** Limits and steps as the instruments' authors publish them, and whether the panel offers to record them. */
const limits: readonly [InstrumentName, number, number, 1 | 0.1, boolean][] = [
  ['conect-6', 0, 6, 1, true],
  ['imsa', 0, 60, 1, true],
  ['im-cag', 0, 60, 1, true],
  ['k6', 0, 24, 1, true],
  ['pih', 0, 96, 1, true],
  ['peics', 0, 100, 0.1, true],
  ['pacic', 1, 5, 0.1, true],
  ['phq-9', 0, 27, 1, true],
  ['gad-7', 0, 21, 1, true],
  ['vr-12-pcs', 0, 100, 0.1, true],
  ['vr-12-mcs', 0, 100, 0.1, true],
  ['sf-12-pcs', 0, 100, 0.1, true],
  ['sf-12-mcs', 0, 100, 0.1, true],
  ['pam', 0, 100, 0.1, true],
  ['lace', 0, 19, 1, false],
  ['hospital', 0, 13, 1, false],
];

test('every instrument has its limits in the table of cases', () => {
  assert.deepEqual(
    limits.map(([name]) => name),
    instruments.map(({name}) => name),
  );
});

for (const [name, min, max, step, offered] of limits) {
  test(`limits of ${name}: ${min} to ${max} by ${step}`, () => {
    const one = instrumentOf(name) as Instrument;
    assert.equal(one.offered, offered);
    assert.equal(one.hasTenths, step === 0.1);
    for (const right of [min, max, Number((min + step).toFixed(1))])
      assert.equal(whyNotScore(one, right), null);
    for (const wrong of [min - step, max + step, Number.NaN]) assert.equal(whyNotScore(one, wrong), 'limits');
    for (const between of [min + step / 2, min + 3 * step + step / 10]) {
      assert.equal(whyNotScore(one, between), 'step');
    }
  });
}

test('a score is old the day after twelve months', () => {
  assert.equal(isOld({date: '2025-11-22'}, '2026-11-22'), false);
  assert.equal(isOld({date: '2025-11-21'}, '2026-11-22'), true);
  assert.equal(isOld({date: '2024-02-29'}, '2025-02-28'), false);
  assert.equal(isOld({date: '2024-02-29'}, '2025-03-01'), true);
});

test('the first day of the programme may have a time', () => {
  const [row] = measureGrid([measure('k6', 9, '2026-05-22')], `${index}T10:00:00-04:00`, '2026-11-22');
  assert.equal(told(row?.cells[0] as MeasureCell), '2026-05-22 on-time');
});

test('of two scores of one day the one of the higher id is the newest, whatever the order', () => {
  const two = [measure('k6', 9, '2026-05-22', 'b'), measure('k6', 7, '2026-05-22', 'a')];
  for (const some of [two, two.toReversed()]) {
    assert.equal(measureGrid(some, null, '2026-11-22')[0]?.newest.id, 'b');
  }
});

test('without a first day there are no time points, and the scores are there all the same', () => {
  const [row] = measureGrid([measure('k6', 9, '2026-01-01')], null, '2026-11-22');
  assert.deepEqual(row?.cells, []);
  assert.equal(row.newest.score, 9);
});

const k6 = instrumentOf('k6') as Instrument;
const pacic = instrumentOf('pacic') as Instrument;
const conect = instrumentOf('conect-6') as Instrument;
const cag = instrumentOf('im-cag') as Instrument;
const pam = instrumentOf('pam') as Instrument;
const faults: readonly [string, Instrument, Parameters<typeof measureFaults>[1], readonly string[]][] = [
  ['right', k6, {score: 24, parts: {}, date: '2026-11-22'}, []],
  ['no score', k6, {score: null, parts: {}, date: '2026-11-22'}, ['score missing']],
  ['too high', k6, {score: 25, parts: {}, date: '2026-11-22'}, ['score limits']],
  ['below zero', k6, {score: -1, parts: {}, date: '2026-11-22'}, ['score limits']],
  ['between whole numbers', k6, {score: 9.5, parts: {}, date: '2026-11-22'}, ['score step']],
  ['tenths where they are', pacic, {score: 3.4, parts: {}, date: '2026-11-22'}, []],
  ['hundredths are none', pacic, {score: 3.45, parts: {}, date: '2026-11-22'}, ['score step']],
  ['tomorrow', k6, {score: 9, parts: {}, date: '2026-11-23'}, ['date future']],
  ['no day', k6, {score: 9, parts: {}, date: ''}, ['date missing']],
  ['all flags', conect, {score: 2, parts: {health: 1, pain: 1, income: 0}, date: '2026-11-22'}, []],
  ['a flag of two', conect, {score: 2, parts: {health: 2}, date: '2026-11-22'}, ['parts limits']],
  [
    'parts that make another total',
    cag,
    {
      score: 30,
      parts: {biological: 5, psychological: 5, social: 5, 'health-system': 5},
      date: '2026-11-22',
    },
    ['parts sum'],
  ],
  [
    'parts that make the total',
    cag,
    {score: 25, parts: {biological: 15, psychological: 5, social: 5, 'health-system': 0}, date: '2026-11-22'},
    [],
  ],
  [
    'a part over its limit',
    cag,
    {score: 26, parts: {biological: 16, psychological: 5, social: 5, 'health-system': 0}, date: '2026-11-22'},
    ['parts limits'],
  ],
  ['a level of PAM', pam, {score: 60, parts: {level: 4}, date: '2026-11-22'}, []],
  ['no level of PAM', pam, {score: 60, parts: {level: 5}, date: '2026-11-22'}, ['parts limits']],
  ['some parts only', cag, {score: 30, parts: {biological: 5}, date: '2026-11-22'}, []],
];

for (const [name, instrument, typed, expected] of faults) {
  test(`entry: ${name}`, () => {
    const found = measureFaults(instrument, typed, '2026-11-22');
    assert.deepEqual(
      found.map(({field, why}) => `${field} ${why}`),
      expected,
    );
  });
}

test('flags add up to the total of CONECT-6, and to nothing elsewhere', () => {
  assert.equal(totalOfFlags(conect, {health: 1, pain: 0, income: 1}), 2);
  assert.equal(totalOfFlags(conect, {}), 0);
  assert.equal(totalOfFlags(k6, {}), null);
});

test('an instrument that finds people is not due again in the programme', () => {
  const rows = measureGrid([measure('conect-6', 4, '2026-05-22')], index, '2026-12-01');
  assert.deepEqual(rows[0]?.cells, []);
  assert.deepEqual([...dueMeasures(rows)], []);
});

test('what is due is named once, with the day until which it is on time', () => {
  const recorded = [
    measure('k6', 15, '2026-05-22'),
    measure('pih', 41, '2026-05-22'),
    measure('pam', 50, '2024-01-01'),
  ];
  const due = dueMeasures(measureGrid(recorded, index, '2026-12-01'));
  assert.deepEqual(
    [...due].map(([day, instruments]) => [day, instruments.map(({name}) => name)]),
    [['2026-12-22', ['k6', 'pih']]],
  );
  assert.equal(dueMeasures(measureGrid(recorded, index, '2026-12-23')).size, 0);
});

test('order and repetition of reading change nothing; each score stands in one cell at most', () => {
  const day = fc
    .integer({min: 0, max: 700})
    .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const some = fc.uniqueArray(
    fc.record({name: fc.constantFrom(...instruments.map(({name}) => name)), date: day}),
    {maxLength: 20, selector: ({name, date}) => `${name}${date}`},
  );
  fc.assert(
    fc.property(some, fc.integer(), (drawn, seed) => {
      const all = drawn.map(({name, date}) => measure(name, 1, date));
      const shuffled = all.toSorted(
        (a, b) => ((a.id.length * 31 + seed) % 7) - ((b.id.length * 17 + seed) % 5),
      );
      const grid = measureGrid(all, index, '2026-11-22');
      assert.deepEqual(measureGrid(shuffled, index, '2026-11-22'), grid);
      for (const row of grid) {
        const ids = row.cells.flatMap((cell) => (cell.kind === 'score' ? [cell.measure.id] : []));
        assert.equal(new Set(ids).size, ids.length);
      }
    }),
  );
});
