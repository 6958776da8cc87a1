import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mapMeasure} from '../../src/fhir/map-measure.ts';
import {measureRules} from '../../src/fhir/write/edit-measure.ts';
import {parseRaw, printRaw, type RawObject} from '../../src/fhir/write/raw-json.ts';

const zone = 'America/Toronto';
const own = 'urn:isp-panel:codesystem:measures';
const k6 = {
  resourceType: 'Observation',
  id: 'o1',
  meta: {versionId: '3'},
  status: 'final',
  code: {coding: [{system: own, code: 'k6'}], text: 'K6'},
  subject: {reference: 'Patient/p1'},
  effectiveDateTime: '2026-05-20',
  performer: [{reference: 'Practitioner/n1', display: 'Line Tremblay'}],
  valueQuantity: {value: 15, unit: 'score'},
};
const read = {
  id: 'o1',
  version: '3',
  instrument: 'k6',
  score: 15,
  parts: {},
  date: '2026-05-20',
  by: 'Line Tremblay',
  mistaken: false,
  readOnly: null,
};
const phq = {coding: [{system: 'http://loinc.org', code: '44261-6'}]};

const cases: readonly [string, unknown, unknown][] = [
  ['the panel’s own code', k6, read],
  ['LOINC', {...k6, code: phq}, {...read, instrument: 'phq-9'}],
  ['a whole number', {...k6, valueQuantity: undefined, valueInteger: 9}, {...read, score: 9}],
  ['a number as text', {...k6, valueQuantity: undefined, valueString: ' 9 '}, {...read, score: 9}],
  ['a time in Toronto’s evening', {...k6, effectiveDateTime: '2026-05-21T03:00:00Z'}, read],
  ['marked as a mistake', {...k6, status: 'entered-in-error'}, {...read, mistaken: true}],
  ['no status', {...k6, status: undefined}, read],
  ['a performer without a name', {...k6, performer: [{reference: 'Practitioner/n1'}]}, {...read, by: null}],
  ['another code', {...k6, code: {coding: [{system: own, code: 'iq'}]}}, 'other'],
  ['the same code of another system', {...k6, code: {coding: [{system: 'urn:x', code: 'k6'}]}}, 'other'],
  ['cancelled', {...k6, status: 'cancelled'}, 'other'],
  ['over the limit', {...k6, valueQuantity: {value: 150}}, null],
  ['no number', {...k6, valueQuantity: undefined, valueString: 'high'}, null],
  ['only a month', {...k6, effectiveDateTime: '2026-05'}, null],
  ['no date', {...k6, effectiveDateTime: undefined}, null],
  ['no id', {...k6, id: undefined}, null],
];

for (const [name, resource, expected] of cases) {
  test(`a score: ${name}`, () => assert.deepEqual(mapMeasure(structuredClone(resource), zone), expected));
}

test('flags of CONECT-6, those that were not asked left out', () => {
  const conect = {
    ...k6,
    code: {coding: [{system: own, code: 'conect-6'}]},
    valueQuantity: {value: 2},
    component: [
      {code: {coding: [{system: own, code: 'conect-6.health'}]}, valueBoolean: true},
      {code: {coding: [{system: own, code: 'conect-6.pain'}]}, valueBoolean: false},
      {code: {coding: [{system: own, code: 'conect-6.other'}]}, valueBoolean: true},
      {code: {coding: [{system: own, code: 'conect-6.income'}]}, valueInteger: 7},
    ],
  };
  const found = mapMeasure(conect, zone);
  assert.ok(found && found !== 'other');
  assert.deepEqual(found.parts, {health: 1, pain: 0});
});

test('marking a score as a mistake changes its status and nothing else', () => {
  const text = JSON.stringify({...k6, extension: [{url: 'urn:x', valueDecimal: '@'}]}).replace('"@"', '1.10');
  const raw = parseRaw(text) as RawObject;
  measureRules('k6', zone).apply(raw, {mistaken: true});
  assert.equal(printRaw(raw), text.replace('"final"', '"entered-in-error"'));
});
