import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Patient} from '../../src/domain/patient.ts';
import {mapPatient} from '../../src/fhir/map-patient.ts';
import {loadPerson} from '../../fixtures/people.ts';

const JHN = {type: {coding: [{code: 'JHN'}]}};
const MR = {type: {coding: [{code: 'MR'}], text: 'Record number'}};

function map(body: Record<string, unknown>): Patient {
  const patient = mapPatient({resourceType: 'Patient', id: 'p1', ...body});
  assert.ok(patient);
  return patient;
}

const names: readonly [string, unknown, Pick<Patient, 'family' | 'given' | 'nameText'>][] = [
  [
    'the official name',
    [
      {use: 'usual', family: 'Usual'},
      {use: 'official', family: 'Official', given: ['A', 'B']},
    ],
    {family: 'Official', given: 'A B', nameText: null},
  ],
  [
    'the usual name before one without use',
    [{family: 'Any'}, {use: 'usual', family: 'Usual'}],
    {family: 'Usual', given: null, nameText: null},
  ],
  [
    'a former name only when there is no other',
    [
      {use: 'old', family: 'Old'},
      {use: 'nickname', text: 'Fox'},
    ],
    {family: null, given: null, nameText: 'Fox'},
  ],
  [
    'a former name rather than none',
    [{use: 'maiden', family: 'Maiden'}],
    {family: 'Maiden', given: null, nameText: null},
  ],
  [
    'a name that says nothing is passed over',
    [{use: 'official'}, {use: 'official', given: [null, '']}, {text: 'Zoé'}],
    {family: null, given: null, nameText: 'Zoé'},
  ],
  [
    'place holders among the given names',
    [{family: 'F', given: [null, 'Zoé', null]}],
    {family: 'F', given: 'Zoé', nameText: null},
  ],
  ['given names of a wrong type', [{family: 'F', given: 'Zoé'}], {family: 'F', given: null, nameText: null}],
  ['a name that is no list', {family: 'F'}, {family: null, given: null, nameText: null}],
  ['no name', undefined, {family: null, given: null, nameText: null}],
];

for (const [name, value, expected] of names) {
  test(`patient's name: ${name}`, () => {
    const {family, given, nameText} = map({name: value});
    assert.deepEqual({family, given, nameText}, expected);
  });
}

const numbers: readonly [string, unknown, string | null][] = [
  [
    'the health number before the record number',
    [
      {...MR, value: '1'},
      {...JHN, value: '2'},
    ],
    '2',
  ],
  [
    'the record number before any other',
    [
      {system: 'https://x.example', value: '1'},
      {...MR, value: '2'},
    ],
    '2',
  ],
  ['one with a system before one without', [{value: '1'}, {system: 'https://x.example', value: '2'}], '2'],
  [
    'a health number by its system',
    [
      {...MR, value: '1'},
      {system: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn', value: '2'},
    ],
    '2',
  ],
  ['a replaced one only when there is no other', [{...JHN, use: 'old', value: '1'}, {value: '2'}], '2'],
  ['one without a value is none', [{...JHN}, {...MR, value: ' '}], null],
  ['none', [], null],
];

for (const [name, identifier, expected] of numbers) {
  test(`patient's identifier: ${name}`, () => {
    assert.equal(map({identifier}).identifier?.value ?? null, expected);
  });
}

const facts: readonly [string, Record<string, unknown>, Partial<Patient>][] = [
  ['a whole birth date', {birthDate: '1958-03-09'}, {birthDate: '1958-03-09'}],
  ['a birth year', {birthDate: '1950'}, {birthDate: '1950'}],
  ['a birth date that no calendar has', {birthDate: '1958-02-30'}, {birthDate: null}],
  ['a birth date of a wrong type', {birthDate: 1958}, {birthDate: null}],
  ['alive', {deceasedBoolean: false}, {deceased: false, deceasedAt: null}],
  ['deceased, no date', {deceasedBoolean: true}, {deceased: true, deceasedAt: null}],
  ['deceased on a day', {deceasedDateTime: '2026-09-01'}, {deceased: true, deceasedAt: '2026-09-01'}],
  [
    'deceased, with a date that cannot be read',
    {deceasedDateTime: 'last year'},
    {deceased: true, deceasedAt: null},
  ],
  [
    'the preferred language',
    {
      communication: [
        {language: {coding: [{code: 'en'}]}},
        {language: {coding: [{code: 'fr-CA'}]}, preferred: true},
      ],
    },
    {language: 'fr-CA'},
  ],
  [
    'a language in words only is not guessed',
    {communication: [{language: {text: 'français, un peu anglais'}}]},
    {language: null},
  ],
  [
    'a code that is no language tag',
    {communication: [{language: {coding: [{code: '<script>'}]}}]},
    {language: null},
  ],
];

for (const [name, body, expected] of facts) {
  test(`patient: ${name}`, () => {
    const patient = map(body);
    const got = Object.fromEntries(Object.keys(expected).map((key) => [key, patient[key as keyof Patient]]));
    assert.deepEqual(got, expected);
  });
}

test('what an identifier is called is said only in the words of the record', () => {
  assert.equal(map({identifier: [{...MR, value: '1'}]}).identifier?.label, 'Record number');
  assert.equal(map({identifier: [{...JHN, value: '1'}]}).identifier?.label, null);
});

test('what is no patient is not read', () => {
  for (const json of [null, 'x', {resourceType: 'Patient'}, {resourceType: 'Person', id: 'p1'}]) {
    assert.equal(mapPatient(json), null);
  }
});

test('the chart full of traps still says who it is', () => {
  const patient = mapPatient(loadPerson('dirty').resources[0]);
  assert.match(patient?.family ?? '', /^Piège-Exemple/);
  assert.match(patient?.given ?? '', / Zoé$/);
  assert.equal(patient?.birthDate, '1950');
  assert.equal(patient?.identifier?.value, 'ZZZZ 5001 0199');
});
