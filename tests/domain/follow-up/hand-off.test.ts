import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action} from '../../../src/domain/action.ts';
import {handOffs, workingDaysAfter} from '../../../src/domain/follow-up/hand-off.ts';
import {countUse} from '../../../src/domain/count-use.ts';
import {member} from '../../elements/plan/plan-states.ts';
import {action} from '../actions.ts';
import {ordinary} from '../records.ts';
import {referenceRecords} from '../reference-patient.ts';

const {included} = countUse({
  ...ordinary,
  records: referenceRecords,
  asOf: '2026-11-22',
  index: '2026-05-22',
});
const nurse = member('n', 'Line', {slot: 'case-manager'});
const hospital = member('h', 'Ann', {slot: 'hospital-case-manager'});
const today = '2026-11-22';
const said = (found: ReturnType<typeof handOffs>) =>
  found.map(
    ({slot, event, day, ongoing, due, who}) =>
      `${slot} ${event} ${day} ${ongoing ? 'now' : due} ${who?.name ?? '-'}`,
  );

test('the stay that goes on (e21) suggests something to both case managers', () => {
  assert.deepEqual(said(handOffs(included, [nurse, hospital], [], '2026-04-22', today)), [
    'case-manager stay 2026-11-20 now Line',
    'hospital-case-manager stay 2026-11-20 now Ann',
  ]);
});

test('a place that nobody holds is suggested to nobody by name', () => {
  assert.deepEqual(said(handOffs(included, [nurse, {...hospital, ended: true}], [], null, today)), [
    'case-manager stay 2026-11-20 now Line',
    'hospital-case-manager stay 2026-11-20 now -',
  ]);
});

test('what the last review has seen is not new', () => {
  assert.deepEqual(handOffs(included, [nurse], [], '2026-11-20', today), []);
});

test('what was accepted is not suggested again, to that person', () => {
  const mine = action('a', {
    what: {text: 'Call within 2 working days of discharge (stay of 2026-11-20)', lang: null},
    who: {kind: 'practitioner', reference: 'Practitioner/n', name: null},
  });
  assert.deepEqual(said(handOffs(included, [nurse, hospital], [mine], null, today)), [
    'hospital-case-manager stay 2026-11-20 now Ann',
  ]);
});

test('a visit of thirty-one days ago asks for no call any more', () => {
  const seen = (day: string) =>
    said(handOffs(included, [nurse], [], null, day)).filter((one) => one.includes('2026-09-30'));
  assert.deepEqual(seen('2026-10-30'), [
    'case-manager ed-visit 2026-09-30 2026-10-02 Line',
    'hospital-case-manager ed-visit 2026-09-30 2026-10-02 -',
  ]);
  assert.deepEqual(seen('2026-10-31'), []);
});

function seen(kind: 'ed-visit' | 'stay', day: string, more: Partial<(typeof included)[number]> = {}) {
  return {
    id: `${kind}-${day}`,
    kind,
    resources: [],
    start: day,
    localDate: day,
    end: null,
    site: 'A',
    registrations: 1,
    rules: [],
    flags: [],
    ...more,
  };
}

test('the newest comes first, and an event of today counts', () => {
  const events = [seen('ed-visit', '2026-11-10'), seen('ed-visit', today), seen('stay', '2026-11-15')];
  const found = said(handOffs(events, [nurse], [], null, today));
  assert.deepEqual(
    found.filter((one) => one.startsWith('case-manager')),
    [
      'case-manager ed-visit 2026-11-22 2026-11-24 Line',
      'case-manager stay 2026-11-15 2026-11-17 Line',
      'case-manager ed-visit 2026-11-10 2026-11-12 Line',
    ],
  );
});

const silent: readonly (readonly [string, (typeof included)[number]])[] = [
  ['a visit to a clinic', {...seen('stay', '2026-11-20'), kind: 'ambulatory'}],
  [
    'an ED visit that was admitted: the stay speaks for both',
    seen('ed-visit', '2026-11-20', {flags: ['admitted']}),
  ],
  ['an event of tomorrow', seen('ed-visit', '2026-11-23')],
  ['an event of an unknown day', seen('ed-visit', '2026-11')],
];
for (const [name, event] of silent) {
  test(`nothing is suggested after ${name}`, () =>
    assert.deepEqual(handOffs([event], [nurse, hospital], [], null, today), []));
}

test('nothing is suggested on a day that is none', () => {
  assert.deepEqual(handOffs([seen('stay', '2026-11-20')], [nurse], [], null, 'today'), []);
});

test('two working days are reckoned from the end, whatever its time', () => {
  const [one] = handOffs(
    [seen('stay', '2026-11-12', {end: '2026-11-18T23:30:00-05:00'})],
    [nurse],
    [],
    null,
    today,
  );
  assert.equal(one?.due, '2026-11-20');
});

const accepted: readonly (readonly [
  name: string,
  state: Action['state'],
  text: string,
  who: Action['who'],
  left: string,
])[] = [
  [
    'one that was a mistake is none',
    'entered-in-error',
    'Call (stay of 2026-11-20)',
    practitioner('Practitioner/n', null),
    'Line Ann',
  ],
  [
    'one of another day',
    'requested',
    'Call (stay of 2026-11-19)',
    practitioner('Practitioner/n', null),
    'Line Ann',
  ],
  ['one of nobody is of neither', 'requested', 'Call (stay of 2026-11-20)', null, 'Line Ann'],
  [
    'by the name where a reference is missing',
    'requested',
    'Call (stay of 2026-11-20)',
    practitioner(null, 'Ann'),
    'Line',
  ],
  [
    'a reference goes before a name',
    'requested',
    'Call (stay of 2026-11-20)',
    practitioner('Practitioner/x', 'Ann'),
    'Line Ann',
  ],
];
for (const [name, state, text, who, left] of accepted) {
  test(`what was accepted: ${name}`, () => {
    const given = action('a', {state, what: {text, lang: null}, who});
    const found = handOffs([seen('stay', '2026-11-20')], [nurse, hospital], [given], null, today);
    assert.equal(found.map((one) => one.who?.name).join(' '), left);
  });
}

test('what nobody holds is settled by an action of nobody', () => {
  const given = action('a', {what: {text: 'Call (stay of 2026-11-20)', lang: null}, who: null});
  assert.deepEqual(handOffs([seen('stay', '2026-11-20')], [], [given], null, today), []);
});

function practitioner(reference: string | null, name: string | null): Action['who'] {
  return {kind: 'practitioner', reference, name};
}

const days: readonly (readonly [string, string | null])[] = [
  ['2026-11-20', '2026-11-24'],
  ['2026-11-21', '2026-11-24'],
  ['2026-11-22', '2026-11-24'],
  ['2026-11-23', '2026-11-25'],
  ['2026-11-19', '2026-11-23'],
  ['2026-11', null],
];
for (const [day, expected] of days) {
  test(`two working days after ${day}`, () => assert.equal(workingDaysAfter(day, 2), expected));
}
