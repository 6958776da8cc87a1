import assert from 'node:assert/strict';
import {test} from 'node:test';
import {choosePlan} from '../../src/fhir/choose-plan.ts';
import {mapCarePlan, type PlanRecord} from '../../src/fhir/map-care-plan.ts';
import {loadPerson} from '../../fixtures/people.ts';

const base = 'https://ehr.example/fhir/';

function map(body: Record<string, unknown>, planCategories: readonly string[] = []): PlanRecord {
  const record = mapCarePlan({resourceType: 'CarePlan', id: 'c', status: 'active', ...body}, base, {
    planCategories,
    episodeTypes: [],
    caseManagerRoles: [],
    hospitals: [],
  });
  assert.ok(record);
  return record;
}

const coded = (code: string, display?: string) => ({
  category: [{coding: [{code, ...(display ? {display} : {})}]}],
});

const kinds: readonly [string, Record<string, unknown>, PlanRecord['kind']][] = [
  ['a title in English', {title: 'Individualized Services Plan'}, 'named'],
  ['a title in French', {title: 'Plan de services individualisé'}, 'named'],
  ['its abbreviation', {title: 'PSI - équipe de l’hôpital'}, 'named'],
  ['its English abbreviation', {title: 'ISP 2026'}, 'named'],
  ['letters inside another word are no abbreviation', {title: 'Crisps diet', ...coded('999')}, 'other'],
  ['the words of the category', {category: [{text: 'Plan de services individualisé'}]}, 'named'],
  ['a code is no word', coded('isp-local'), 'other'],
  ['the category of care plans', coded('734163000'), 'general'],
  ['the category of US Core', coded('assess-plan'), 'general'],
  ['no category at all', {title: 'Plan'}, 'general'],
  [
    'a plan for something else',
    {title: 'Chemotherapy', ...coded('736378000', 'Oncology care plan')},
    'other',
  ],
];

for (const [name, body, expected] of kinds) {
  test(`which plan is the services plan: ${name}`, () => {
    const record = map(body);
    assert.equal(record.kind, expected);
    assert.equal(record.plan.presumed === true, expected === 'general');
  });
}

test('a category that the site configured makes it the services plan', () => {
  const body = {category: [{coding: [{system: 'https://ehr.example', code: 'isp-local'}]}]};
  assert.equal(map(body, ['https://ehr.example|isp-local']).kind, 'named');
  assert.equal(map(body, ['https://other.example|isp-local']).kind, 'other');
});

test('goals are listed in their order, once, and only those of this record system', () => {
  const goal = [
    {reference: 'Goal/b'},
    {reference: 'Goal/a'},
    {reference: 'Goal/b/_history/4'},
    {reference: `${base}Goal/c`},
    {reference: 'https://other.example/fhir/Goal/d'},
    {reference: 'Task/e'},
    {reference: '#f'},
    {reference: 'urn:uuid:0'},
    {display: 'no link'},
    {},
    null,
    'Goal/g',
  ];
  assert.deepEqual(map({goal}).plan.goalIds, ['b', 'a', 'c']);
});

const matters: readonly [string, Record<string, unknown>, string | null][] = [
  [
    'a note with the line',
    {note: [{text: 'What matters to the person:\nSee my garden again.'}]},
    'See my garden again.',
  ],
  ['a note in French', {note: [{text: 'Ce qui compte pour moi\nMon jardin.'}]}, 'Mon jardin.'],
  ['on one line', {note: [{text: 'Ce qui compte : mon jardin.'}]}, 'mon jardin.'],
  [
    'the last of several notes',
    {note: [{text: 'What matters\nA'}, {text: 'What matters\nB'}, {text: 'Called twice'}]},
    'B',
  ],
  ['a description with the line', {description: 'What matters to me\nMy cat.'}, 'My cat.'],
  [
    'any other note is no statement of the person',
    {note: [{text: 'What matters is the dose'}, {text: 'x'}]},
    null,
  ],
  ['any other description', {description: 'Plan for 2026'}, null],
  ['nothing under the line', {note: [{text: 'What matters:\n  '}]}, null],
  ['empty notes', {note: [{text: ''}, {}, null]}, null],
];

for (const [name, body, expected] of matters) {
  test(`what matters: ${name}`, () => {
    assert.equal(map(body).plan.whatMatters, expected);
  });
}

test('states and dates are kept as they are, or told as unknown', () => {
  assert.equal(map({status: 'on-hold'}).plan.status, 'on-hold');
  assert.equal(map({status: 'perhaps'}).plan.status, 'unrecognized');
  assert.equal(map({status: undefined}).plan.status, 'unrecognized');
  const {start, end} = map({period: {start: '2024-03', end: 'soon'}}).plan;
  assert.deepEqual([start, end], ['2024-03', null]);
  assert.equal(map({period: '2024'}).plan.start, null);
});

function plan(id: string, status: string, more: Record<string, unknown> = {}): PlanRecord {
  return map({id, status, title: 'ISP', ...more});
}

const choices: readonly [string, readonly PlanRecord[], string | null, number][] = [
  ['none', [], null, 0],
  ['the one in use', [plan('a', 'draft'), plan('b', 'active')], 'b', 0],
  ['a paused one before a draft', [plan('a', 'draft'), plan('b', 'on-hold')], 'b', 0],
  ['a draft before a completed one', [plan('a', 'completed'), plan('b', 'draft')], 'b', 0],
  ['a completed one before none', [plan('a', 'completed')], 'a', 0],
  ['never one that was a mistake', [plan('a', 'entered-in-error')], null, 0],
  [
    'the newest of two, and the other is told',
    [
      plan('a', 'active', {period: {start: '2026-05-22'}}),
      plan('b', 'active', {period: {start: '2026-08-03'}}),
    ],
    'b',
    1,
  ],
  [
    'one that is named so before a plan in use',
    [plan('a', 'active', {title: 'Plan'}), plan('b', 'draft')],
    'b',
    1,
  ],
  [
    'plans for something else do not compete',
    [plan('a', 'active'), plan('b', 'active', {title: 'Diet', ...coded('diet')})],
    'a',
    0,
  ],
  ['a plan of no special kind when nothing is named so', [plan('a', 'active', {title: 'Plan'})], 'a', 0],
];

for (const [name, records, id, others] of choices) {
  test(`the plan that is shown: ${name}`, () => {
    for (const order of [records, records.toReversed()]) {
      const view = choosePlan(order);
      assert.equal(view.plan?.id ?? null, id);
      assert.equal(view.otherActivePlans, others);
    }
  });
}

test('the chart full of traps keeps its plan', () => {
  const json = loadPerson('dirty').resources.find(({resourceType}) => resourceType === 'CarePlan');
  const record = mapCarePlan(json, base);
  assert.equal(record?.kind, 'named');
  assert.deepEqual(record?.plan.goalIds, ['dirty-goal-markup', 'not-there', 'dirty-goal-right-to-left']);
});

test('what is no plan is not read', () => {
  for (const json of [null, [], {}, {resourceType: 'CarePlan'}, {resourceType: 'Goal', id: 'x'}]) {
    assert.equal(mapCarePlan(json), null);
  }
});
