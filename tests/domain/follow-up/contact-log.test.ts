import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {contactFaults} from '../../../src/domain/follow-up/contact.ts';
import {
  contactMonths,
  countContacts,
  lastContactWith,
  newestFirst,
} from '../../../src/domain/follow-up/contact-log.ts';
import {contact} from './contacts.ts';

const log = [
  contact('a', '2026-08-25'),
  contact('b', '2026-10-01'),
  contact('c', '2026-10-20', {mode: 'home'}),
  contact('d', '2026-10-21', {reached: false}),
  contact('e', '2026-11-10', {mode: null}),
];

test('months come newest first, with contacts and attempts apart', () => {
  assert.deepEqual(
    contactMonths(log).map(({month, contacts, reached, attempts}) => [
      month,
      contacts.map(({id}) => id).join(''),
      reached,
      attempts,
    ]),
    [
      ['2026-11', 'e', 1, 0],
      ['2026-10', 'dcb', 2, 1],
      ['2026-08', 'a', 1, 0],
    ],
  );
});

const counts: readonly (readonly [days: number, n: number, attempts: number])[] = [
  [12, 0, 0],
  [13, 1, 0],
  [30, 1, 0],
  [33, 1, 1],
  [34, 2, 1],
  [90, 4, 1],
  [89, 3, 1],
];
for (const [days, n, attempts] of counts) {
  test(`in ${days} days up to 2026-11-22: ${n} contacts, ${attempts} attempts`, () => {
    const counted = countContacts(log, '2026-11-22', days);
    assert.deepEqual([counted.n, counted.attempts], [n, attempts]);
  });
}

test('the most frequent way comes first, one that is not known is counted as such', () => {
  assert.deepEqual(countContacts(log, '2026-11-22', 365).byMode, [
    ['phone', 2],
    ['home', 1],
    ['other', 1],
  ]);
});

test('ways of the same number stand in their usual order, one that is not known last; today counts', () => {
  const given = [
    contact('a', '2026-11-20', {mode: null}),
    contact('b', '2026-11-21', {mode: 'home'}),
    contact('c', '2026-11-22', {mode: 'phone'}),
    contact('d', '2026-11-23', {mode: 'phone'}),
  ];
  assert.deepEqual(countContacts(given, '2026-11-22', 30).byMode, [
    ['phone', 1],
    ['home', 1],
    ['other', 1],
  ]);
  assert.deepEqual(countContacts([...given, {...given[1]!, id: 'e'}], '2026-11-22', 30).byMode, [
    ['home', 2],
    ['phone', 1],
    ['other', 1],
  ]);
});

test('contacts of one day stand by their time, those without one first', () => {
  const day = [
    contact('early', '2026-11-10', {at: '2026-11-10T09:00:00-05:00'}),
    contact('late', '2026-11-10', {at: '2026-11-10T20:00:00Z'}),
    contact('no time', '2026-11-10'),
  ];
  assert.deepEqual(
    newestFirst(day).map(({id}) => id),
    ['no time', 'late', 'early'],
  );
});

test('the last contact with somebody is one that reached them', () => {
  const julie = {kind: 'practitioner', reference: 'Practitioner/j', name: 'Julie'} as const;
  const list = [
    contact('a', '2026-10-01', {party: julie}),
    contact('b', '2026-10-05', {party: julie, reached: false}),
    contact('c', '2026-10-09', {party: {kind: 'text', reference: null, name: 'Popote'}}),
  ];
  assert.equal(lastContactWith(list, {reference: 'Practitioner/j', name: 'J.'})?.id, 'a');
  assert.equal(lastContactWith(list, {reference: null, name: 'Popote'})?.id, 'c');
  assert.equal(lastContactWith(list, {reference: null, name: 'Julie'}), null);
  assert.equal(lastContactWith(list, {reference: null, name: null}), null);
});

const day = fc
  .integer({min: 0, max: 800})
  .map((n) => new Date((20_000 + n) * 864e5).toISOString().slice(0, 10));

test('every contact stands in exactly one month, and no count passes their number', () => {
  fc.assert(
    fc.property(fc.array(fc.record({day, reached: fc.boolean()})), day, (some, today) => {
      const list = some.map((one, at) => contact(String(at), one.day, {reached: one.reached}));
      const months = contactMonths(list);
      assert.equal(months.flatMap(({contacts}) => contacts).length, list.length);
      for (const {month, contacts, reached, attempts} of months) {
        assert.ok(contacts.every((one) => one.day.startsWith(month)));
        assert.equal(reached + attempts, contacts.length);
      }
      const whole = countContacts(list, today, 10_000);
      assert.equal(whole.n + whole.attempts, list.filter((one) => one.day <= today).length);
    }),
  );
});

const person = {kind: 'patient', reference: 'Patient/p1', name: null} as const;
const right = {reached: true, day: '2026-11-22', nextDay: '', party: person};
const faults: readonly (readonly [string, Partial<Parameters<typeof contactFaults>[0]>, string])[] = [
  ['nothing', {}, ''],
  ['an outcome that was not said', {reached: null}, 'reached missing'],
  ['somebody without a name', {party: null}, 'party missing'],
  ['no day', {day: ''}, 'day missing'],
  ['half a day', {day: '2026-11'}, 'day missing'],
  ['a day to come', {day: '2026-11-23'}, 'day future'],
  ['a next contact that has passed', {nextDay: '2026-11-21'}, 'nextDay past'],
  ['a next contact today', {nextDay: '2026-11-22'}, ''],
];
for (const [name, typed, expected] of faults) {
  test(`wrong with a contact: ${name}`, () => {
    const found = contactFaults({...right, ...typed}, '2026-11-22');
    assert.equal(found.map(({field, why}) => `${field} ${why}`).join(), expected);
  });
}
