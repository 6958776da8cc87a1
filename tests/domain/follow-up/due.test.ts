import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Action} from '../../../src/domain/action.ts';
import {cadence} from '../../../src/domain/follow-up/cadence.ts';
import {endOfConsent} from '../../../src/domain/follow-up/consent-end.ts';
import {dueList, type DueFacts, type DueItem} from '../../../src/domain/follow-up/due.ts';
import {lastDischarge} from '../../../src/domain/follow-up/last-discharge.ts';
import {defaultFollowUpWindows as windows} from '../../../src/domain/follow-up/windows.ts';
import {instrumentOf, type Instrument} from '../../../src/domain/measures/instruments.ts';
import type {PlanDetail} from '../../../src/domain/plan-detail.ts';
import type {CountedEvent} from '../../../src/domain/use-proof.ts';
import {action} from '../actions.ts';
import {contact} from './contacts.ts';

const today = '2026-11-22';

function event(
  kind: CountedEvent['kind'],
  start: string,
  end: string | null,
  flags: CountedEvent['flags'] = [],
) {
  const localDate = start.slice(0, 10);
  return {
    id: start,
    kind,
    resources: [],
    start,
    localDate,
    end,
    site: 'A',
    registrations: 1,
    rules: [],
    flags,
  };
}

const stay = event('stay', '2026-05-10T09:27:00-04:00', '2026-05-13T11:00:00-04:00');
const visit = event('ambulatory', '2026-06-02T09:00:00-04:00', '2026-06-02T09:30:00-04:00');
const call = contact('a', '2026-05-20');

type Discharge = readonly [
  name: string,
  included: readonly CountedEvent[],
  contacts: readonly ReturnType<typeof contact>[],
  expected: readonly [string, string | null, number] | null,
];
const discharges: readonly Discharge[] = [
  ['the next clinic contact', [stay, visit], [], ['2026-05-13', '2026-06-02', 20]],
  ['a contact of case management before it', [stay, visit], [call], ['2026-05-13', '2026-05-20', 7]],
  [
    'an attempt is no contact',
    [stay, visit],
    [contact('a', '2026-05-20', {reached: false})],
    ['2026-05-13', '2026-06-02', 20],
  ],
  ['nothing since', [stay], [], ['2026-05-13', null, 193]],
  [
    'a contact of the same day, without a time',
    [stay],
    [contact('a', '2026-05-13')],
    ['2026-05-13', null, 193],
  ],
  [
    'one of the same day after it',
    [stay],
    [contact('a', '2026-05-13', {at: '2026-05-13T16:00:00Z'})],
    ['2026-05-13', '2026-05-13', 0],
  ],
  [
    'one of the same day before it',
    [stay],
    [contact('a', '2026-05-13', {at: '2026-05-13T14:00:00Z'})],
    ['2026-05-13', null, 193],
  ],
  ['an ED visit without an end', [event('ed-visit', '2026-11-19', null)], [], ['2026-11-19', null, 3]],
  [
    'an ED visit that was admitted is left by the stay',
    [stay, event('ed-visit', '2026-05-10T07:15:00-04:00', '2026-05-14T01:00:00-04:00', ['admitted'])],
    [],
    ['2026-05-13', null, 193],
  ],
  ['a stay without an end is not guessed', [event('stay', '2026-05-10', null, ['end-unknown'])], [], null],
  ['in hospital now', [stay, event('stay', '2026-11-20', null, ['ongoing'])], [], null],
  ['nobody was discharged', [visit], [call], null],
  ['one who leaves today', [event('ed-visit', '2026-11-22', null)], [], ['2026-11-22', null, 0]],
  ['one who leaves tomorrow is still there', [event('ed-visit', '2026-11-23', null)], [], null],
  [
    'the newest of several, in whatever order',
    [event('stay', '2026-03-01', '2026-03-05'), stay, event('ed-visit', '2026-04-01', null)],
    [],
    ['2026-05-13', null, 193],
  ],
  [
    'of two on one day the later end, which a contact between them did not follow',
    [
      event('ed-visit', '2026-11-19T09:00:00-05:00', '2026-11-19T20:00:00-05:00'),
      event('ed-visit', '2026-11-19T06:00:00-05:00', '2026-11-19T08:00:00-05:00'),
    ],
    [contact('a', '2026-11-19', {at: '2026-11-19T12:00:00-05:00'})],
    ['2026-11-19', null, 3],
  ],
  ['a contact of today', [stay], [contact('a', '2026-11-22')], ['2026-05-13', '2026-11-22', 193]],
  ['a contact of tomorrow has not been', [stay], [contact('a', '2026-11-23')], ['2026-05-13', null, 193]],
  ['a contact of an unknown day', [stay], [contact('a', '2026-06')], ['2026-05-13', null, 193]],
  [
    'one at the very moment of leaving comes after it',
    [stay],
    [contact('a', '2026-05-13', {at: '2026-05-13T15:00:00Z'})],
    ['2026-05-13', '2026-05-13', 0],
  ],
  [
    'a time of the day is no help where the end is a day',
    [event('stay', '2026-05-10', '2026-05-13')],
    [contact('a', '2026-05-13', {at: '2026-05-13T16:00:00Z'})],
    ['2026-05-13', null, 193],
  ],
];
for (const [name, included, contacts, expected] of discharges) {
  test(`the last discharge: ${name}`, () => {
    const found = lastDischarge(included, contacts, today);
    assert.deepEqual(found && [found.discharged, found.contact, found.days], expected);
  });
}

const consents: readonly (readonly [string, string | null])[] = [
  ['Yes, with the CLSC, until 2026-12-31', '2026-12-31'],
  ['Oui, jusqu’au 2026-12-31', '2026-12-31'],
  ["Oui, jusqu'au 2026-12-31, renouvelé jusqu’au 2027-06-30", '2027-06-30'],
  ['Given on 2026-01-05', null],
  ['until 2026-13-45', null],
  ['', null],
];
for (const [words, day] of consents) {
  test(`the end of a consent: “${words}”`, () => assert.equal(endOfConsent(words), day));
}

const noWords = {
  matters: null,
  strengths: null,
  needs: null,
  barriers: null,
  housing: null,
  income: null,
  transport: null,
  food: null,
  work: null,
  consent: null,
  visibleTo: null,
  meeting: null,
  reason: null,
  contacts: null,
};
const plan: PlanDetail = {
  ...noWords,
  id: 'plan',
  version: '1',
  title: null,
  status: 'active',
  start: '2026-05-22',
  end: null,
  reviewed: '2026-08-22',
  nextReview: null,
  agreements: [],
  updated: null,
  readOnly: null,
};
const quiet: DueFacts = {
  discharge: null,
  cadence: null,
  actions: [],
  plan,
  measures: new Map(),
  consents: [],
  enrolled: null,
  user: [],
};
const rhythm = (day: string) => cadence([contact('a', day)], '2026-10-01', today, windows);
const k6 = instrumentOf('k6') as Instrument;
const todo = (due: string | null, more: Partial<Action> = {}) => action(due ?? 'none', {due, ...more});
const discharged = {kind: 'stay', discharged: '2026-11-19', contact: null, days: 3} as const;

const rows: readonly (readonly [name: string, facts: Partial<DueFacts>, expected: readonly string[]])[] = [
  ['nothing', {}, []],
  ['nothing was read', {discharge: null, cadence: null, actions: null, plan: null, measures: null}, []],
  ['a discharge three days ago', {discharge: discharged}, ['discharge 2026-11-22']],
  [
    'a discharge of the last day on which it counts',
    {discharge: {...discharged, days: 60}},
    ['discharge 2026-11-22'],
  ],
  ['a discharge two days ago', {discharge: {...discharged, days: 2}}, []],
  ['a discharge of which the rhythm says as much', {discharge: {...discharged, days: 61}}, []],
  ['a discharge with a contact', {discharge: {...discharged, contact: '2026-11-20', days: 1}}, []],
  ['contact is due today', {cadence: rhythm('2026-11-08')}, ['contact 2026-11-22']],
  ['contact is due tomorrow', {cadence: rhythm('2026-11-09')}, []],
  ['the plan rests', {cadence: rhythm('2026-10-08'), plan: {...plan, status: 'on-hold'}}, []],
  ['the enrolment is paused', {cadence: rhythm('2026-10-08'), enrolled: 'paused'}, []],
  ['the enrolment is over', {cadence: rhythm('2026-10-08'), enrolled: 'closed'}, []],
  ['the person is enrolled', {cadence: rhythm('2026-11-08'), enrolled: 'enrolled'}, ['contact 2026-11-22']],
  ['no plan', {cadence: rhythm('2026-10-08'), plan: null}, []],
  [
    'a named day holds although the plan rests',
    {
      plan: {...plan, status: 'on-hold'},
      cadence: cadence(
        [contact('a', '2026-11-01', {next: {day: '2026-11-20', every: null, text: null}})],
        null,
        today,
        windows,
      ),
    },
    ['contact 2026-11-20'],
  ],
  [
    'actions',
    {actions: [todo('2026-11-20'), todo('2026-11-22'), todo('2026-12-05'), todo(null)]},
    ['action 2026-11-20', 'action 2026-11-22'],
  ],
  ['an action of a month that has passed', {actions: [todo('2026-10')]}, ['action null']],
  [
    'what is done or given up',
    {actions: [todo('2026-11-20', {state: 'completed'}), todo('2026-11-20', {state: 'cancelled'})]},
    [],
  ],
  ['reviewed 180 days ago', {plan: {...plan, reviewed: '2026-05-26'}}, []],
  ['reviewed 181 days ago', {plan: {...plan, reviewed: '2026-05-25'}}, ['review 2026-11-21']],
  ['a review that is planned for today', {plan: {...plan, nextReview: '2026-11-22'}}, ['review 2026-11-22']],
  ['a review that is planned for later', {plan: {...plan, nextReview: '2026-11-23'}}, []],
  [
    'a review that is planned as an action',
    {actions: [todo('2026-11-15', {isReview: true})]},
    ['review 2026-11-15'],
  ],
  [
    'a review that was done as an action',
    {
      plan: {...plan, reviewed: '2026-01-01'},
      actions: [todo('2026-10-01', {isReview: true, state: 'completed', doneOn: '2026-10-01'})],
    },
    [],
  ],
  [
    'a plan of more than a year',
    {plan: {...plan, start: '2025-11-01', reviewed: null}},
    ['review 2026-04-30', 'renewal 2026-11-01'],
  ],
  ['a plan that ends soon', {plan: {...plan, end: '2026-12-22'}}, ['plan-end 2026-12-22']],
  ['a plan that ends later', {plan: {...plan, end: '2026-12-23'}}, []],
  [
    'a plan that is over',
    {plan: {...plan, status: 'completed', start: '2024-01-01', reviewed: null, end: '2026-11-01'}},
    [],
  ],
  [
    'a consent that ended',
    {plan: {...plan, consent: {text: 'until 2026-11-21', lang: null}}},
    ['consent-end 2026-11-21'],
  ],
  ['a draft of a plan is not reviewed', {plan: {...plan, status: 'draft', reviewed: '2025-01-01'}}, []],
  [
    'a status that is not known says nothing',
    {plan: {...plan, status: 'unrecognized', reviewed: '2025-01-01'}},
    [],
  ],
  [
    'a review of which only the month is known',
    {plan: {...plan, nextReview: '2026-11'}, actions: [todo('2026-11-20', {isReview: true})]},
    ['review 2026-11-20'],
  ],
  [
    'an action that was done is no review',
    {
      plan: {...plan, reviewed: '2026-01-01'},
      actions: [todo('2026-10-01', {state: 'completed', doneOn: '2026-10-01'})],
    },
    ['review 2026-06-30'],
  ],
  [
    'a review that is still open was not done',
    {
      plan: {...plan, reviewed: '2026-01-01'},
      actions: [todo('2026-12-01', {isReview: true, doneOn: '2026-10-01'})],
    },
    ['review 2026-06-30'],
  ],
  [
    'a plan whose start has a time',
    {plan: {...plan, start: '2025-11-01T09:00:00-04:00', reviewed: null}},
    ['review 2026-04-30', 'renewal 2026-11-01'],
  ],
  [
    'a plan whose end has a time',
    {plan: {...plan, end: '2026-12-01T09:00:00-04:00'}},
    ['plan-end 2026-12-01'],
  ],
  ['a plan that ends in a month not said to the day', {plan: {...plan, end: '2026-12'}}, []],
  [
    'a consent with a partner that ends soon, whatever the plan',
    {
      plan: null,
      consents: [
        {who: 'Popote', until: '2026-12-20'},
        {who: 'CLSC', until: '2027-03-01'},
      ],
    },
    ['consent-end 2026-12-20'],
  ],
  [
    'a consent with a partner that ended',
    {consents: [{who: 'Popote', until: '2026-11-21'}]},
    ['consent-end 2026-11-21'],
  ],
  [
    'a consent and a plan that end on one day, the consent first',
    {plan: {...plan, end: '2026-12-01', consent: {text: 'until 2026-12-01', lang: null}}},
    ['consent-end 2026-12-01', 'plan-end 2026-12-01'],
  ],
  ['scores', {measures: new Map([['2026-12-20', [k6]]])}, ['measures 2026-12-20']],
];
const said = (items: readonly DueItem[]) => items.map(({kind, day}) => `${kind} ${day}`);
for (const [name, facts, expected] of rows) {
  test(`what is due: ${name}`, () => {
    assert.deepEqual(said(dueList({...quiet, ...facts}, today, windows)), expected);
  });
}

test('the most urgent comes first: the discharge, then what is up to the user, then the oldest day', () => {
  const facts: DueFacts = {
    discharge: discharged,
    cadence: rhythm('2026-11-01'),
    actions: [
      todo('2026-11-15'),
      todo('2026-11-15', {
        key: 'own',
        who: {kind: 'practitioner', reference: 'Practitioner/me', name: 'Moi'},
      }),
      todo('2026-11-22'),
    ],
    plan: {...plan, reviewed: '2026-05-01'},
    measures: new Map([['2026-12-01', [k6]]]),
    consents: [],
    enrolled: null,
    user: ['Practitioner/me', 'PractitionerRole/mine'],
  };
  const items = dueList(facts, today, windows);
  assert.deepEqual(said(items), [
    'discharge 2026-11-22',
    'action 2026-11-15',
    'review 2026-10-28',
    'action 2026-11-15',
    'contact 2026-11-15',
    'action 2026-11-22',
    'measures 2026-12-01',
  ]);
  assert.deepEqual(
    items.flatMap((item) => (item.kind === 'action' ? [item.own] : [])),
    [true, false, false],
  );
});

test('what is said of a review: planned or not, since when; of an end: over or not; of a renewal: since when', () => {
  const facts = (more: Partial<PlanDetail>): DueFacts => ({...quiet, plan: {...plan, ...more}});
  const [planned] = dueList(facts({nextReview: today}), today, windows);
  assert.deepEqual(planned, {kind: 'review', day: today, planned: true, reviewed: '2026-08-22', days: 92});
  const [stale] = dueList(facts({reviewed: '2026-05-25'}), today, windows);
  assert.deepEqual(stale, {
    kind: 'review',
    day: '2026-11-21',
    planned: false,
    reviewed: '2026-05-25',
    days: 181,
  });
  const end = (day: string): readonly DueItem[] => dueList(facts({end: day}), today, windows);
  assert.deepEqual([end('2026-11-21'), end('2026-11-22')].flat(), [
    {kind: 'plan-end', day: '2026-11-21', isOver: true},
    {kind: 'plan-end', day: '2026-11-22', isOver: false},
  ]);
  const [, renewal] = dueList(facts({start: '2025-11-01T09:00:00-04:00', reviewed: null}), today, windows);
  assert.deepEqual(renewal, {kind: 'renewal', day: '2026-11-01', start: '2025-11-01'});
});

test('the end of a consent says whether it is over, and with whom', () => {
  const ends = (day: string): readonly DueItem[] =>
    dueList(
      {
        ...quiet,
        plan: {...plan, consent: {text: `until ${day}`, lang: null}},
        consents: [{who: 'Popote', until: day}],
      },
      today,
      windows,
    );
  for (const [day, isOver] of [
    ['2026-11-21', true],
    ['2026-11-22', false],
    ['2026-12-22', false],
  ] as const) {
    assert.deepEqual(ends(day), [
      {kind: 'consent-end', day, isOver, who: null},
      {kind: 'consent-end', day, isOver, who: 'Popote'},
    ]);
  }
  assert.deepEqual(ends('2026-12-23'), []);
});

test('the windows are the site’s', () => {
  const facts = {...quiet, discharge: {...discharged, days: 5}, plan: {...plan, reviewed: '2026-09-01'}};
  assert.deepEqual(said(dueList(facts, today, windows)), ['discharge 2026-11-22']);
  const own = {...windows, dischargeContactDays: 6, reviewAfterDays: 60};
  assert.deepEqual(said(dueList(facts, today, own)), ['review 2026-10-31']);
});
