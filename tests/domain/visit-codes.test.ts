import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Concept} from '../../src/domain/text.ts';
import {admitCodeOf, dischargeCodeOf} from '../../src/domain/visit-codes.ts';

const R4 = 'http://terminology.hl7.org/CodeSystem/discharge-disposition';
const STU3 = 'http://hl7.org/fhir/discharge-disposition';
const coded = (system: string | null, code: string, display: string | null = null): Concept => ({
  codings: [{system, code, display}],
  text: null,
});

describe('where a visit ended', () => {
  const cases: readonly (readonly [name: string, concept: Concept, code: string | null])[] = [
    ['R4', coded(R4, 'home', 'Home'), 'home'],
    ['STU3', coded(STU3, 'other-hcf', 'Other'), 'other-hcf'],
    ['no system', coded(null, 'aadvice'), 'aadvice'],
    ['an empty system', coded('', 'rehab'), 'rehab'],
    ['a code of another system', coded('https://hospital.example/disposition', 'home', 'To a home'), null],
    ['a code that the system does not have', coded(R4, 'LWBS', 'Left without being seen'), null],
    ['a code of where somebody came from', coded(R4, 'emd'), null],
    [
      'the second coding',
      {codings: [...coded('https://a.example', '1').codings, ...coded(R4, 'snf').codings], text: null},
      'snf',
    ],
    ['words of the record that say more', {...coded(R4, 'home', 'Home'), text: 'Home with oxygen'}, null],
    ['words of the record that say the same', {...coded(R4, 'home', 'Home'), text: 'Home'}, 'home'],
    ['words alone', {codings: [], text: 'Home'}, null],
  ];
  for (const [name, concept, code] of cases)
    it(`is read from ${name}`, () => assert.equal(dischargeCodeOf(concept), code));
});

describe('where somebody came from', () => {
  for (const [system, code, read] of [
    ['http://terminology.hl7.org/CodeSystem/admit-source', 'hosp-trans', 'hosp-trans'],
    ['http://hl7.org/fhir/admit-source', 'emd', 'emd'],
    [null, 'nursing', 'nursing'],
    ['https://hospital.example/source', 'emd', null],
    [R4, 'emd', null],
    [null, 'home', null],
  ] as const)
    it(`${code} of ${system} is ${read}`, () => assert.equal(admitCodeOf(coded(system, code)), read));
});
