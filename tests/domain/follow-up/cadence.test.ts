import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {cadence} from '../../../src/domain/follow-up/cadence.ts';
import type {Contact} from '../../../src/domain/follow-up/contact.ts';
import {defaultFollowUpWindows as windows} from '../../../src/domain/follow-up/windows.ts';
import {contact} from './contacts.ts';

const today = '2026-11-22';
const every14 = {next: {day: null, every: 14, text: null}};
const julie = {kind: 'practitioner', reference: 'Practitioner/j', name: 'Julie'} as const;
const rose = {kind: 'relative', reference: 'RelatedPerson/r', name: 'Rose'} as const;
const three = [contact('a', '2026-10-01', every14), contact('b', '2026-10-20'), contact('c', '2026-11-10')];
const named = {next: {day: '2026-11-20', every: null, text: null}};

type Row = readonly [
  name: string,
  contacts: readonly Contact[],
  start: string | null,
  last: string | null,
  daysSince: number | null,
  every: number,
  next: string | null,
  planned: boolean,
];
const rows: readonly Row[] = [
  ['every 14 days', three, '2026-05-22', 'c', 12, 14, '2026-11-24', false],
  [
    'the usual rhythm of the first three months',
    [contact('a', '2026-11-10')],
    '2026-09-01',
    'a',
    12,
    14,
    '2026-11-24',
    false,
  ],
  ['the last day of these', [contact('a', '2026-11-10')], '2026-08-22', 'a', 12, 14, '2026-11-24', false],
  ['the later rhythm', [contact('a', '2026-11-10')], '2026-08-21', 'a', 12, 30, '2026-12-10', false],
  ['no start', [contact('a', '2026-11-10')], null, 'a', 12, 30, '2026-12-10', false],
  [
    'nobody was ever reached',
    [contact('a', '2026-11-10', {reached: false})],
    '2026-11-01',
    null,
    null,
    14,
    '2026-11-15',
    false,
  ],
  ['nothing at all', [], null, null, null, 30, null, false],
  [
    'a relative speaks for the person',
    [...three, contact('d', '2026-11-12', {party: rose})],
    null,
    'd',
    10,
    14,
    '2026-11-26',
    false,
  ],
  [
    'a partner does not',
    [...three, contact('d', '2026-11-12', {party: julie})],
    null,
    'c',
    12,
    14,
    '2026-11-24',
    false,
  ],
  [
    'a day that an attempt named',
    [...three, contact('d', '2026-11-18', {reached: false, ...named})],
    null,
    'c',
    12,
    14,
    '2026-11-20',
    true,
  ],
  [
    'a day that the last contact named',
    [...three, contact('d', '2026-11-18', named)],
    null,
    'd',
    4,
    14,
    '2026-11-20',
    true,
  ],
  [
    'a day that a contact has settled since',
    [contact('d', '2026-11-08', named), ...three],
    null,
    'c',
    12,
    14,
    '2026-11-24',
    false,
  ],
  [
    'the rhythm that was set last',
    [...three, contact('d', '2026-11-20', {next: {day: null, every: 7, text: null}})],
    null,
    'd',
    2,
    7,
    '2026-11-27',
    false,
  ],
  ['a contact of today', [...three, contact('d', today)], null, 'd', 0, 14, '2026-12-06', false],
  [
    'an entry of a day to come',
    [...three, contact('d', '2026-11-23')],
    null,
    'c',
    12,
    14,
    '2026-11-24',
    false,
  ],
];
for (const [name, contacts, start, last, daysSince, every, next, planned] of rows) {
  test(`the rhythm of contact: ${name}`, () => {
    const found = cadence(contacts, start, today, windows);
    assert.deepEqual(
      [found.last?.id ?? null, found.daysSince, found.every, found.next, found.planned],
      [last, daysSince, every, next, planned],
    );
  });
}

const day = fc
  .integer({min: 0, max: 300})
  .map((n) => new Date(Date.UTC(2026, 1, 1 + n)).toISOString().slice(0, 10));

test('the last contact is never one that reached nobody, nor one to come, and the order of the log says nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.record({day, reached: fc.boolean()}), {maxLength: 12}), (some) => {
      const list = some.map((one, at) => contact(String(at), one.day, {reached: one.reached}));
      const found = cadence(list, '2026-02-01', today, windows);
      const turned = cadence(list.toReversed(), '2026-02-01', today, windows);
      assert.equal(found.last?.day, turned.last?.day);
      assert.equal(found.next, turned.next);
      if (found.last) assert.ok(found.last.reached && found.last.day <= today);
    }),
  );
});
