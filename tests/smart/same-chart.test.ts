import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isSameChart} from '../../src/smart/same-chart.ts';

const chart = (fhirBase: string, patientId: string, user: string | null) => ({
  fhirBase,
  context: {patientId, user},
});
const ended = chart('https://a.example/fhir', 'p1', 'Practitioner/n1');

const rows: readonly (readonly [name: string, signedIn: typeof ended, expected: boolean])[] = [
  ['the same patient and user', {...ended}, true],
  ['another patient', chart('https://a.example/fhir', 'p2', 'Practitioner/n1'), false],
  ['the same id in another record', chart('https://b.example/fhir', 'p1', 'Practitioner/n1'), false],
  ['another user', chart('https://a.example/fhir', 'p1', 'Practitioner/n2'), false],
  ['a user who is not named any more', chart('https://a.example/fhir', 'p1', null), false],
];
for (const [name, signedIn, expected] of rows) {
  test(`signing in again on ${name} ${expected ? 'goes on' : 'is refused'}`, () =>
    assert.equal(isSameChart(signedIn, ended), expected));
}

test('a record that names no user is the same without one', () => {
  const nameless = chart('https://a.example/fhir', 'p1', null);
  assert.equal(isSameChart({...nameless}, nameless), true);
});
