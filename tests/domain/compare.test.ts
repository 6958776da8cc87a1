import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {compare, compareInstants} from '../../src/domain/compare.ts';

const rows: readonly (readonly [name: string, a: string | null, b: string | null, sign: number])[] = [
  ['an earlier day', '2026-01-31', '2026-02-01', -1],
  ['a later day', '2026-02-01', '2026-01-31', 1],
  ['the same', 'a', 'a', 0],
  ['a month before its days', '2026-02', '2026-02-01', -1],
  ['nothing before something', null, 'a', -1],
  ['something after nothing', 'a', null, 1],
  ['nothing and nothing', null, null, 0],
  ['nothing and an empty text', null, '', 0],
  ['capitals before small letters, as their codes are', 'Z', 'a', -1],
  ['accents after all plain letters', 'é', 'z', 1],
];
for (const [name, a, b, sign] of rows) {
  test(`order of texts: ${name}`, () => assert.equal(compare(a, b), sign));
}

test('order of texts: sorts as the language itself does without a rule', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      assert.deepEqual(texts.toSorted(compare), texts.toSorted());
    }),
  );
});

const instants: readonly (readonly [name: string, a: string | null, b: string | null, sign: number])[] = [
  ['the earlier moment, whatever its offset', '2026-11-22T10:00:00-05:00', '2026-11-22T15:00:01Z', -1],
  ['the same moment in two offsets', '2026-11-22T10:00:00-05:00', '2026-11-22T15:00:00Z', 0],
  ['none before one', null, '2026-11-22T15:00:00Z', -1],
  ['one after what is none', '2026-11-22T15:00:00Z', 'today', 1],
  ['none and none', null, 'today', 0],
];
for (const [name, a, b, sign] of instants) {
  test(`order of instants: ${name}`, () => assert.equal(Math.sign(compareInstants(a, b)), sign));
}
