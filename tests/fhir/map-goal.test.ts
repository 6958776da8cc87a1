import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Goal} from '../../src/domain/goal.ts';
import {mapGoal} from '../../src/fhir/map-goal.ts';
import {loadPerson} from '../../fixtures/people.ts';

const absent = {
  extension: [{url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown'}],
};
const language = (code: string) => ({
  extension: [{url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: code}],
});
const achievement = (system: string | undefined, code: string) => ({
  achievementStatus: {coding: [{...(system ? {system} : {}), code}]},
});
const NEW = 'http://terminology.hl7.org/CodeSystem/goal-achievement';
const OLD = 'http://hl7.org/fhir/goal-achievement';
const subsetted = 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue';

function map(body: Record<string, unknown>): Goal {
  const goal = mapGoal({
    resourceType: 'Goal',
    id: 'g',
    meta: {versionId: '3'},
    lifecycleStatus: 'active',
    description: {text: 'Walk'},
    ...body,
  });
  assert.ok(goal);
  return goal;
}

const cases: readonly [string, Record<string, unknown>, Partial<Goal>][] = [
  ['the version is kept for If-Match', {}, {id: 'g', version: '3'}],
  ['a version that is a number is none', {meta: {versionId: 3}}, {version: null}],
  ['no meta', {meta: undefined}, {version: null}],
  [
    'words with their language',
    {description: {text: 'Marcher', _text: language('fr-CA')}},
    {words: {text: 'Marcher', lang: 'fr-CA'}},
  ],
  ['words without a language', {}, {words: {text: 'Walk', lang: null}}],
  [
    'a display stands for missing words',
    {description: {coding: [{display: 'Coping'}]}},
    {words: {text: 'Coping', lang: null}},
  ],
  [
    'the coding that a person chose comes first',
    {
      description: {
        coding: [
          {code: '1', display: 'Local'},
          {code: '2', display: 'Chosen', userSelected: true},
        ],
      },
    },
    {words: {text: 'Chosen', lang: null}},
  ],
  ['an absent description is no words', {description: absent}, {words: {text: '', lang: null}}],
  ['a description that is a text is left out', {description: 'Walk'}, {words: {text: '', lang: null}}],
  ['no description', {description: null}, {words: {text: '', lang: null}}],
  ['a lifecycle of R4', {lifecycleStatus: 'on-hold'}, {lifecycle: 'on-hold', lifecycleCode: 'on-hold'}],
  [
    'an unknown lifecycle is told, not guessed',
    {lifecycleStatus: 'perhaps'},
    {lifecycle: 'unrecognized', lifecycleCode: 'perhaps'},
  ],
  [
    'the status of STU3 is shown and not interpreted',
    {lifecycleStatus: undefined, status: 'in-progress'},
    {lifecycle: 'unrecognized', lifecycleCode: 'in-progress'},
  ],
  ['no lifecycle at all', {lifecycleStatus: undefined}, {lifecycle: 'unrecognized', lifecycleCode: ''}],
  [
    'a lifecycle of another type',
    {lifecycleStatus: ['active']},
    {lifecycle: 'unrecognized', lifecycleCode: ''},
  ],
  ['achievement by the address of R4', achievement(NEW, 'improving'), {achievement: 'improving'}],
  ['achievement by the older address', achievement(OLD, 'no-change'), {achievement: 'no-change'}],
  ['achievement without an address', achievement(undefined, 'achieved'), {achievement: 'achieved'}],
  [
    'a code of another system is no achievement',
    achievement('https://ehr.example/state', 'achieved'),
    {achievement: null},
  ],
  ['an unknown achievement', achievement(NEW, 'splendid'), {achievement: null}],
  ['an achievement in words only', {achievementStatus: {text: 'Ça avance'}}, {achievement: null}],
  ['an absent achievement', {achievementStatus: {coding: [absent]}}, {achievement: null}],
  [
    'the domain by its text',
    {category: [{}, {coding: [{code: 'x', display: 'X'}], text: 'Housing'}]},
    {domain: {coded: {system: null, code: 'x', display: 'X'}, text: 'Housing'}},
  ],
  [
    'the domain by its display',
    {category: [{coding: [{display: 'Housing'}]}]},
    {domain: {coded: {system: null, code: null, display: 'Housing'}, text: 'Housing'}},
  ],
  ['no domain', {category: []}, {domain: null}],
  [
    'the first target that has a date',
    {target: [{dueDuration: {value: 3}}, {dueDate: '2027-01-15'}, {dueDate: '2028'}]},
    {dueDate: '2027-01-15'},
  ],
  [
    'a partial target date keeps its precision',
    {target: [{dueDate: '2027'}], startDate: '2024-03'},
    {dueDate: '2027', startDate: '2024-03'},
  ],
  [
    'dates in words are no dates',
    {target: [{dueDate: 'soon'}], startDate: 'then', statusDate: '24/12/2026'},
    {dueDate: null, startDate: null, statusDate: null},
  ],
  [
    'days that no calendar has',
    {target: [{dueDate: '2026-02-30'}], startDate: '2026-13-01'},
    {dueDate: null, startDate: null},
  ],
  [
    'a wrong date costs the target, not the next one',
    {target: [{dueDate: 20270115}, {dueDate: '2027-02-01'}]},
    {dueDate: '2027-02-01'},
  ],
  ['empty targets', {target: []}, {dueDate: null}],
  [
    'clinical wording is the last note with text',
    {note: [{text: 'a'}, {text: 'b', _text: language('en')}, {text: ' '}]},
    {clinical: {text: 'b', lang: 'en'}},
  ],
  ['no note', {note: [{}]}, {clinical: null}],
  [
    'who said it',
    {expressedBy: {reference: 'Patient/p1', display: 'Lise'}},
    {expressedBy: {reference: 'Patient/p1', display: 'Lise'}},
  ],
  [
    'the reason for a state',
    {statusReason: 'Moved', statusDate: '2026-09-18'},
    {statusReason: 'Moved', statusDate: '2026-09-18'},
  ],
  [
    'a modifier extension makes it read-only',
    {modifierExtension: [{url: 'https://ehr.example/negated', valueBoolean: true}]},
    {readOnly: 'modifier-extension'},
  ],
  [
    'implicit rules make it read-only',
    {implicitRules: 'https://ehr.example/rules'},
    {readOnly: 'implicit-rules'},
  ],
  [
    'a shortened copy is read-only',
    {meta: {tag: [{system: subsetted, code: 'SUBSETTED'}]}},
    {readOnly: 'subsetted'},
  ],
  ['other tags do not matter', {meta: {tag: [{system: subsetted, code: 'PRIV'}]}}, {readOnly: null}],
  [
    'a broken modifier extension still makes it read-only',
    {modifierExtension: 'negated'},
    {readOnly: 'modifier-extension'},
  ],
];

for (const [name, body, expected] of cases) {
  test(`goal: ${name} (conformance 34)`, () => {
    const goal = map(body);
    const got = Object.fromEntries(Object.keys(expected).map((key) => [key, goal[key as keyof Goal]]));
    assert.deepEqual(got, expected);
  });
}

test('what is no goal, or has no id, is not read', () => {
  for (const json of [
    null,
    [],
    'Goal',
    7,
    {},
    {resourceType: 'Goal'},
    {resourceType: 'Task', id: 'x'},
    {resourceType: 'Goal', id: ''},
  ])
    assert.equal(mapGoal(json), null);
});

test('every lifecycle and every achievement is read as it is', () => {
  const goals = loadPerson('every-goal-state').resources.filter(({resourceType}) => resourceType === 'Goal');
  const read = goals.map((one) => mapGoal(one));
  assert.equal(new Set(read.map((goal) => goal?.lifecycle)).size, 9);
  assert.equal(new Set(read.map((goal) => goal?.achievement ?? null)).size, 10);
  for (const [place, goal] of read.entries())
    assert.equal(goal?.lifecycle, goals[place]?.['lifecycleStatus']);
});

test('a goal with ten thousand wrong members is still shown', () => {
  const goal = map({
    note: Array.from({length: 10_000}, () => 'x'),
    category: Array.from({length: 5000}, () => 7),
  });
  assert.equal(goal.words.text, 'Walk');
  assert.equal(goal.clinical, null);
});

test('the conditions that a goal addresses have their ids in this record, and the names that it gives them', () => {
  const addresses = [
    {reference: 'Condition/c1', display: 'COPD'},
    {reference: 'https://ehr.example/fhir/Condition/c2', display: 'Diabetes'},
    {display: 'COPD'},
    {reference: 'Condition/c3'},
    {reference: 'Observation/o1', display: 'A score'},
    {reference: '#inside'},
    {reference: 'https://other.example/fhir/Condition/c4'},
  ];
  assert.deepEqual(map({addresses}).conditions, [
    {conditionId: 'c1', name: 'COPD'},
    {conditionId: null, name: 'Diabetes'},
    {conditionId: null, name: 'COPD'},
    {conditionId: 'c3', name: null},
  ]);
  assert.equal('conditions' in map({addresses: addresses.slice(4)}), false);
  assert.equal('conditions' in map({}), false);
});
