import assert from 'node:assert/strict';
import {test} from 'node:test';
import {each, finish, mapEach} from '../../src/domain/steps.ts';

for (const [items, pauses] of [
  [0, 0],
  [255, 0],
  [256, 1],
  [511, 1],
  [512, 2],
  [1000, 3],
] as const) {
  test(`work on ${items} items can be laid down ${pauses} times`, () => {
    const places: number[] = [];
    const steps = each(
      Array.from({length: items}, (_, at) => at),
      (item, place) => {
        assert.equal(item, place);
        places.push(place);
      },
    );
    let count = 0;
    while (!steps.next().done) count += 1;
    assert.equal(count, pauses);
    assert.equal(places.length, items);
  });
}

test('what comes of each item stands in order', () => {
  assert.deepEqual(finish(mapEach([3, 1, 2], (n) => n * 2)), [6, 2, 4]);
});
