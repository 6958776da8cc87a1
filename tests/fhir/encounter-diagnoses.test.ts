import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {diagnosesOf} from '../../src/fhir/encounter-diagnoses.ts';
import type {JsonObject} from '../../src/fhir/json.ts';
import {mapEncounter} from '../../src/fhir/map-encounter.ts';

const system = 'http://hl7.org/fhir/sid/icd-10-ca';
const copd = {coding: [{system, code: 'J44.1'}]};
const role = (code: string): JsonObject => ({coding: [{code}]});
const contained = [{resourceType: 'Condition', id: 'c', code: copd}];
const inside = {reference: '#c'};

describe('the diagnoses that come with an Encounter', () => {
  const cases: readonly (readonly [string, JsonObject, readonly boolean[]])[] = [
    [
      'a discharge diagnosis is the main one',
      {contained, diagnosis: [{condition: inside, use: role('DD')}]},
      [true],
    ],
    ['rank 1 without a role is the main one', {contained, diagnosis: [{condition: inside, rank: 1}]}, [true]],
    ['rank 2 is not', {contained, diagnosis: [{condition: inside, rank: 2}]}, [false]],
    [
      'a discharge diagnosis of rank 2 is not',
      {contained, diagnosis: [{condition: inside, use: role('DD'), rank: 2}]},
      [false],
    ],
    [
      'an admission diagnosis of rank 1 is not',
      {contained, diagnosis: [{condition: inside, use: role('AD'), rank: 1}]},
      [false],
    ],
    [
      'without role and rank it is not known to be the main one',
      {contained, diagnosis: [{condition: inside}]},
      [false],
    ],
    [
      'a Condition kept elsewhere is not known',
      {contained, diagnosis: [{condition: {reference: 'Condition/c', display: 'J44.1'}, rank: 1}]},
      [],
    ],
    ['R5: a concept', {diagnosis: [{condition: [{concept: copd}], use: [role('DD')]}]}, [true]],
    [
      'R5: a reference',
      {contained, diagnosis: [{condition: [{reference: inside}], use: [role('DD')]}]},
      [true],
    ],
    ['nothing', {}, []],
    [
      'anything else',
      {diagnosis: ['x', {condition: 3}, {condition: null}, {condition: [7]}], contained: {id: 'c'}},
      [],
    ],
  ];
  for (const [name, resource, main] of cases) {
    it(name, () => {
      const found = diagnosesOf(resource);
      assert.deepEqual(
        found.map((diagnosis) => diagnosis.main),
        main,
      );
      for (const diagnosis of found) assert.deepEqual([diagnosis.system, diagnosis.code], [system, 'J44.1']);
    });
  }

  it('reach the record, and a record without any has none', () => {
    const stay = {resourceType: 'Encounter', id: 's', contained, diagnosis: [{condition: inside, rank: 1}]};
    assert.deepEqual(mapEncounter(stay)?.diagnoses, [{system, code: 'J44.1', main: true}]);
    assert.equal('diagnoses' in (mapEncounter({resourceType: 'Encounter', id: 's'}) ?? {}), false);
  });
});
