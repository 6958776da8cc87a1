import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fitLine, LINE_LIMIT, shorterAndShorter} from '../../src/app/use-line.ts';

describe('the line', () => {
  const cases: readonly (readonly [
    string,
    readonly (readonly string[])[],
    readonly number[],
    number,
    string,
  ])[] = [
    ['is as long as its parts when they fit', [['ab', 'a'], ['cd']], [0], 5, 'ab cd'],
    [
      'gives way at the first place named',
      [
        ['ab', 'a'],
        ['cd', 'c'],
      ],
      [1, 0],
      4,
      'ab c',
    ],
    [
      'gives way at the next place when that is not enough',
      [
        ['ab', 'a'],
        ['cd', 'c'],
      ],
      [1, 0],
      3,
      'a c',
    ],
    ['leaves a part out at last', [['ab', 'a', ''], ['cd']], [0], 2, 'cd'],
    ['leaves no space for an empty part', [['ab'], [''], ['cd']], [], 9, 'ab cd'],
    ['never changes a part that is not named', [['ab', 'a'], ['cd']], [], 2, 'ab cd'],
  ];
  for (const [name, parts, yielding, limit, expected] of cases) {
    it(name, () => assert.equal(fitLine(parts, yielding, limit), expected));
  }

  it('cuts a text by words, then by whole letters, and says so', () => {
    const ways = shorterAndShorter('Marcher  au\nmarché, 🌻 oui', 4, (text) => `«${text}»`);
    assert.deepEqual(ways, [
      '«Marcher au marché, 🌻 oui»',
      '«Marcher au marché, 🌻…»',
      '«Marcher au marché…»',
      '«Marcher au…»',
      '«Marcher…»',
      '«Marche…»',
      '«March…»',
      '«Marc…»',
      '',
    ]);
    assert.deepEqual(
      shorterAndShorter('abcd efgh', 4, (text) => text),
      ['abcd efgh', 'abcd…', ''],
    );
    const flowers = shorterAndShorter('🌻🌻🌻', 2, (text) => text);
    assert.deepEqual(flowers, ['🌻🌻🌻', '🌻🌻…', '']);
  });

  it('fits whatever the free texts are, and keeps what may not be cut', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 400}), fc.string({maxLength: 400}), (matters, name) => {
        const fixed = '11 ED visits / 12 months, 3 stays.';
        const line = fitLine(
          [
            [fixed],
            shorterAndShorter(matters, 12, (text) => `Matters: ${text}.`),
            shorterAndShorter(name, 12, (text) => `Call: ${text}.`),
          ],
          [1, 2],
        );
        assert.ok(line.length <= LINE_LIMIT, line);
        assert.ok(line.startsWith(fixed));
      }),
    );
  });
});
