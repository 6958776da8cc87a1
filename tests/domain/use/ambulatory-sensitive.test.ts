import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ambulatorySensitive, oldestAge, type Diagnosis} from '../../../src/domain/ambulatory-sensitive.ts';

const system = 'http://hl7.org/fhir/sid/icd-10-ca';
const main = (code: string): Diagnosis => ({system, code, main: true});
const beside = (code: string): Diagnosis => ({system, code, main: false});

describe('ambulatory care sensitive conditions', () => {
  const cases: readonly (readonly [string, readonly Diagnosis[], number | null, string | null])[] = [
    ['J44.1 at 68 is marked', [main('J44.1')], 68, 'copd'],
    ['J44.1 at 74 is marked', [main('J44.1')], 74, 'copd'],
    ['J44.1 at 75 is not', [main('J44.1')], 75, null],
    ['J44.1 at 76 is not', [main('J44.1')], 76, null],
    ['an unknown age marks nothing', [main('J44.1')], null, null],
    ['J18 without J44 is not', [main('J18.9')], 68, null],
    ['J18 with another diagnosis beside it is not', [main('J18.9'), beside('I10.0')], 68, null],
    ['J18 with J44 beside it is', [main('J18.9'), beside('J44.0')], 68, 'copd'],
    ['J17 with J44 beside it is not: it is not in the list', [main('J17.0'), beside('J44.0')], 68, null],
    ['J10.1 with J44 is not: only J10.0 is in the list', [main('J10.1'), beside('J44.0')], 68, null],
    ['J44 beside another main diagnosis is not', [main('S72.0'), beside('J44.1')], 68, null],
    ['G41 is marked', [main('G41.0')], 40, 'epilepsy'],
    ['J45 is marked', [main('J45.01')], 40, 'asthma'],
    ['E11.63 is marked', [main('E11.63')], 40, 'diabetes'],
    ['E11.2 is not', [main('E11.2')], 40, null],
    ['E12.9 is not', [main('E12.9')], 40, null],
    ['I50 is marked', [main('I50.0')], 40, 'heart-failure'],
    ['I10.0 is marked', [main('I10.0')], 40, 'hypertension'],
    ['I10 alone is not: the list asks for I10.0 or I10.1', [main('I10')], 40, null],
    ['I23.82 is marked', [main('I23.82')], 40, 'angina'],
    ['I23.8 is not', [main('I23.8')], 40, null],
    ['a code in small letters without its point is read', [main('j441')], 40, 'copd'],
    [
      'a code of another system is not',
      [{system: 'http://snomed.info/sct', code: 'J44.1', main: true}],
      40,
      null,
    ],
    ['a code without a system is not', [{system: null, code: 'J44.1', main: true}], 40, null],
    ['no diagnosis is not', [], 40, null],
  ];
  for (const [name, diagnoses, age, group] of cases) {
    it(name, () => assert.equal(ambulatorySensitive(diagnoses, age)?.group ?? null, group));
  }

  it('says for heart failure, hypertension and angina that a cardiac procedure would exclude it', () => {
    const said = ['J44.1', 'I50.0', 'I10.1', 'I20.0'].map(
      (code) => ambulatorySensitive([main(code)], 60)?.unlessCardiacProcedure,
    );
    assert.deepEqual(said, [false, true, true, true]);
  });
});

describe('age at admission', () => {
  const cases = [
    ['1951-05-14', '2026-05-13', 74],
    ['1951-05-13', '2026-05-13', 75],
    ['1951-05', '2026-05-13', 75],
    ['1951-06', '2026-05-13', 74],
    ['1951', '2026-01-01', 75],
    [null, '2026-01-01', null],
    ['1951-05-14', '2026', null],
  ] as const;
  for (const [birth, on, age] of cases) {
    it(`born ${birth}, on ${on}: ${age}`, () => assert.equal(oldestAge(birth, on), age));
  }
});
