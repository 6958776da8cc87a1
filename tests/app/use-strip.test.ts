import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {laneCounts, lanesOf, listOf, ROWS_AT_ONCE, yearsOf} from '../../src/app/use-list.ts';
import {useRows, type UseRow} from '../../src/app/use-rows.ts';
import {stripOf, type Strip} from '../../src/app/use-strip.ts';
import {history as englishHistory} from '../../src/i18n/en/history.ts';
import {history as frenchHistory} from '../../src/i18n/fr/history.ts';
import type {ShortRecord} from '../domain/records.ts';
import {referenceUse, useOfShort} from './use-state.ts';

const from = '2025-11-23';
const to = '2026-11-22';
const all = {lane: null, query: '', from} as const;

function strip(rows: readonly UseRow[], width = 600): Strip {
  const drawn = listOf(rows, all).months.flatMap((month) => month.rows);
  return stripOf({rows: drawn, from, to, index: '2026-05-22', reviews: ['2026-04-22', '2020-01-01'], width});
}

const keysOf = (drawing: Strip): readonly string[] =>
  drawing.marks.flatMap(({rows}) => rows.map(({key}) => key)).toSorted();

describe('the list', () => {
  const rows = useRows(referenceUse().value);
  const shown = (query: string, lane: UseRow['lane'] | null = null): readonly string[] =>
    listOf(rows, {query, lane, from}).months.flatMap((month) => month.rows.map(({event}) => event.id));

  it('holds the 14 rows of the reference patient, newest first, and one visit before', () => {
    const list = listOf(rows, all);
    assert.deepEqual([list.shown, list.before], [14, 1]);
    assert.deepEqual(shown(''), [
      'e21',
      'e18',
      'e16',
      'e15',
      'e14',
      'e13',
      'e13/ed',
      'e11',
      'e09',
      'e07',
      'e05',
      'e04',
      'e03',
      'e02',
    ]);
    assert.deepEqual(laneCounts(rows, from), {all: 14, ed: 11, hospital: 3, other: 0, unclassified: 0});
  });

  it('searches the whole history, by date, site and discharge, without accents or capitals', () => {
    assert.deepEqual(shown('2025-11'), ['e02', 'e01']);
    assert.deepEqual(shown('WITHOUT being'), ['e11']);
    assert.deepEqual(shown('b 2026-07'), ['e16']);
    assert.deepEqual(shown('nowhere'), []);
  });

  it('finds what stands on the screen in place of a code, in the language of the screen, and the record’s own word', () => {
    const coded = useRows(
      useOfShort([
        {id: 'a', start: '2026-03-02 10:00', disposition: {code: 'home', display: 'Home'}},
        {id: 'b', start: '2026-03-03 10:00', disposition: {code: 'aadvice', display: 'Left against advice'}},
      ]),
    );
    const found = (query: string, discharged: typeof frenchHistory.discharged): readonly string[] =>
      listOf(coded, {query, lane: null, from, discharged}).months.flatMap(({rows: inMonth}) =>
        inMonth.map(({event}) => event.id),
      );
    assert.deepEqual(found('domicile', frenchHistory.discharged), ['a']);
    assert.deepEqual(found('avis medical', frenchHistory.discharged), ['b']);
    assert.deepEqual(found('domicile', englishHistory.discharged), []);
    assert.deepEqual(found('home', frenchHistory.discharged), ['a']);
  });

  it('shows one lane', () => assert.deepEqual(shown('', 'hospital'), ['e21', 'e13', 'e05']));

  it('offers the lanes and the months that have something', () => {
    assert.deepEqual(lanesOf(rows), ['all', 'ed', 'hospital']);
    assert.deepEqual(
      yearsOf(rows).map(({year, months}) => [year, months.length]),
      [
        ['2026', 8],
        ['2025', 1],
      ],
    );
  });

  it('draws the newest 150 rows; older months are headings', () => {
    const many = useRows(useOfShort(daily(365)));
    const {months} = listOf(many, all);
    const open = months.filter((month) => month.open);
    const drawn = open.reduce((sum, month) => sum + month.rows.length, 0);
    assert.ok(drawn <= ROWS_AT_ONCE && drawn > ROWS_AT_ONCE - 32, String(drawn));
    assert.equal(
      months.findIndex((month) => !month.open),
      open.length,
      'the open ones come first',
    );
  });

  it('draws the newest month whatever its size', () => {
    const month = Array.from({length: 200}, (_, n): ShortRecord => ({
      id: `m${n}`,
      class: 'AMB',
      start: `2026-11-${String(1 + (n % 20)).padStart(2, '0')}`,
    }));
    assert.equal(listOf(useRows(useOfShort(month)), all).months[0]?.open, true);
  });
});

describe('the drawing', () => {
  it('and the list hold the same 14 events of the reference patient', () => {
    const rows = useRows(referenceUse().value);
    const drawing = strip(rows);
    const listed = listOf(rows, all).months.flatMap((month) => month.rows.map(({key}) => key));
    assert.deepEqual(keysOf(drawing), listed.toSorted());
    const shapes = drawing.marks.map(({shape}) => shape);
    assert.deepEqual(
      [shapes.filter((shape) => shape === 'visit').length, shapes.filter((shape) => shape === 'bar').length],
      [11, 3],
    );
  });

  it('has the enrolment line, the reviews of the period, and an arrow on what is ongoing', () => {
    const drawing = strip(useRows(referenceUse().value));
    assert.ok(drawing.enrolment !== null && drawing.reviews.length === 1);
    assert.ok(drawing.reviews[0]! < drawing.enrolment.x);
    assert.equal(drawing.enrolment.side, 'right', 'the name stands away from the review');
    assert.deepEqual(
      drawing.marks.filter(({ongoing}) => ongoing).map(({rows}) => rows[0]?.event.id),
      ['e21'],
    );
  });

  it('adds a crowd up by month, each column with its events', () => {
    const drawing = strip(useRows(useOfShort(daily(365))), 280);
    assert.ok(drawing.marks.every(({shape}) => shape === 'column'));
    assert.equal(keysOf(drawing).length, 365);
    assert.ok(drawing.height < 140);
  });

  it('adds a crowd of stays up as well', () => {
    const stays = Array.from({length: 60}, (_, n): ShortRecord => ({
      id: `s${n}`,
      class: n % 2 ? 'OBSENC' : 'SS',
      site: `S${n}`,
      start: `2026-03-01T0${n % 10}:00:00-05:00`,
      end: '2026-03-09',
    }));
    const drawing = strip(useRows(useOfShort(stays)), 280);
    assert.equal(drawing.marks.filter(({shape}) => shape === 'column').length, 1);
    assert.ok(drawing.height < 140);
  });

  const anyRecord = fc
    .record({
      kind: fc.constantFrom('EMER', 'IMP', 'AMB', 'OBSENC', 'FLD'),
      day: fc.integer({min: 0, max: 900}),
      hour: fc.integer({min: 0, max: 23}),
      length: fc.option(fc.integer({min: 1, max: 400})),
      vague: fc.constantFrom(16, 10, 7, 4),
    })
    .map(({kind, day, hour, length, vague}) => {
      const at = Date.UTC(2024, 6, 1, hour) + day * 86_400_000;
      const text = (ms: number): string => new Date(ms).toISOString();
      const start = vague === 16 ? text(at) : text(at).slice(0, vague);
      return {
        class: kind,
        start,
        end: length === null || vague !== 16 ? null : text(at + length * 3_600_000),
      };
    });

  it('holds exactly the events of the list, no two single marks of a lane over each other, at any width', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, {maxLength: 60}), fc.integer({min: 160, max: 1200}), (given, width) => {
        const records = given.map((each, n): ShortRecord => ({id: `r${n}`, site: `S${n % 7}`, ...each}));
        const rows = useRows(useOfShort(records));
        const drawing = strip(rows, width);
        const listed = listOf(rows, all).months.flatMap((month) => month.rows.map(({key}) => key));
        assert.deepEqual(keysOf(drawing), listed.toSorted());
        for (const a of drawing.marks) {
          assert.ok(a.x >= 0 && a.y >= 0 && a.y + a.height <= drawing.height - 18, 'inside the drawing');
          for (const b of drawing.marks) {
            if (a === b || a.shape === 'tick' || b.shape === 'tick') continue;
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            assert.ok(apart, JSON.stringify([a, b].map(({x, y, width: w, height: h}) => [x, y, w, h])));
          }
        }
      }),
      {numRuns: 200},
    );
  });
});

function daily(days: number): readonly ShortRecord[] {
  return Array.from({length: days}, (_, n) => {
    const start = new Date(Date.UTC(2025, 10, 23, 15) + n * 86_400_000).toISOString();
    return {id: `d${n}`, start, end: start};
  });
}
