import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fingerprint} from '../../src/domain/fingerprint.ts';

/** Published test values of FNV-1a, 32 bits. */
for (const [text, value] of [
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['b', 0xe70c2de5],
  ['foobar', 0xbf9cf968],
] as const) {
  test(`the fingerprint of "${text}"`, () => assert.equal(fingerprint(text), value));
}
