import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
  copyRaw,
  parseRaw,
  printRaw,
  stringAt,
  toPlain,
  type RawObject,
} from '../../../src/fhir/write/raw-json.ts';

const parse = (text: string): RawObject => {
  const raw = parseRaw(text);
  assert.ok(raw);
  return raw;
};

test('numbers, escapes and order come out as they went in', () => {
  const text =
    '{"b":1.10,"a":12345678901234567890.00,"2":-0.0,"1":1e5,"s":"\\u00e9\\/ \\" [ } , :","l":[1.0,[],{}],"n":null,"t":true}';
  assert.equal(printRaw(parse(text)), text);
});

test('white space between tokens is the only thing that is not kept', () => {
  assert.equal(printRaw(parse(' {\n "a" : [ 1.50 ,\t"x y" ] } ')), '{"a":[1.50,"x y"]}');
});

test('what cannot be edited safely is refused', () => {
  const texts = [
    '',
    '[]',
    '1',
    'null',
    '<html>',
    '{"a":1',
    '{"a":1,"a":2}',
    '{"a":{"b":1,"b":1}}',
    '{"a":01}',
  ];
  assert.deepEqual(
    texts.filter((text) => parseRaw(text) !== null),
    [],
  );
});

test('a hostile depth is refused, not thrown (T24)', () => {
  assert.equal(parseRaw(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`), null);
});

test('members named like those of every object are plain members (T16)', () => {
  const raw = parse('{"__proto__":{"x":1},"constructor":"c"}');
  assert.equal(stringAt(raw, 'constructor'), 'c');
  assert.equal(printRaw(raw), '{"__proto__":{"x":1},"constructor":"c"}');
});

test('any JSON object is printed with the same value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = JSON.stringify(value);
      const raw = parseRaw(text);
      assert.ok(raw);
      assert.deepEqual(toPlain(raw), JSON.parse(text));
    }),
  );
});

test('a copy can be changed without changing the original', () => {
  const raw = parse('{"a":{"b":[{"c":1.0}]}}');
  const copy = copyRaw(raw);
  (copy.get('a') as RawObject).set('x', parse('{}'));
  assert.equal(printRaw(raw), '{"a":{"b":[{"c":1.0}]}}');
});
