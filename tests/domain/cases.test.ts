import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {countUse} from '../../src/domain/count-use.ts';
import {compared, inputOf, readCases} from './case-reader.ts';
import {assertListsMakeNumbers} from './lists-make-numbers.ts';

const folder = new URL('../../fixtures/cases/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

for (const file of files) {
  describe(file.replace('.json', ''), () => {
    const cases = readCases(new URL(file, folder));

    for (const one of cases) {
      it(one.name, () => {
        const {actual, expected} = compared(one);
        assert.deepEqual(actual, expected);
      });
    }

    it('gives the same proof whatever the order of the records, and lists that make its numbers', () => {
      for (const one of cases) {
        const input = inputOf(one);
        const proof = countUse(input);
        assertListsMakeNumbers(proof, input.config);
        assert.deepEqual(countUse({...input, records: input.records.toReversed()}), proof, one.name);
      }
    });
  });
}

it('every rule has six cases at least', () => {
  for (let number = 1; number <= 25; number += 1) {
    const file = `R${String(number).padStart(2, '0')}.json`;
    assert.ok(files.includes(file), file);
    assert.ok(readCases(new URL(file, folder)).length >= 6, file);
  }
});

it('every reading from A01 to A75, and of the proof from F1 to F15, has a case', () => {
  const names = files.flatMap((file) => readCases(new URL(file, folder)).map(({name}) => name));
  for (let number = 1; number <= 15; number += 1)
    assert.ok(
      names.some((name) => name.startsWith(`F${number}: `)),
      `F${number}`,
    );
  for (let number = 1; number <= 75; number += 1) {
    // No reading bears these two numbers.
    if (number === 69) continue;
    const id = `A${String(number).padStart(2, '0')} `;
    assert.ok(
      names.some((name) => name.startsWith(id)),
      id,
    );
  }
});
