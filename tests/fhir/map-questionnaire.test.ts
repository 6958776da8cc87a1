import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {codeSystems} from '../../scripts/terminology.ts';
import {cutOffOf, instrumentOf, instruments, MEASURE_SYSTEM} from '../../src/domain/measures/instruments.ts';
import {instrumentNames} from '../../src/domain/measures/instrument-names.ts';
import {measureGrid} from '../../src/domain/measures/measure-grid.ts';
import {mapMeasure} from '../../src/fhir/map-measure.ts';
import {mapQuestionnaire} from '../../src/fhir/map-questionnaire.ts';
import {readMeasures} from '../../src/fhir/read-measures.ts';
import {stage, subject, type Resource} from './read-stage.ts';

const zone = 'America/Toronto';
const site = {
  scoreCodes: {'https://gmf.example/q/k6': 'k6', 'urn:gmf|K6': 'k6'},
  scoreCutOffs: {k6: 13},
} as const;
const filled: Resource = {
  resourceType: 'QuestionnaireResponse',
  id: 'q1',
  meta: {versionId: '1'},
  questionnaire: 'https://gmf.example/q/k6|2.0',
  status: 'completed',
  subject,
  authored: '2026-05-23T02:00:00Z',
  author: {display: 'Line Fictive'},
  item: [
    {linkId: '1', answer: [{valueInteger: 3}]},
    {linkId: 'g', item: [{linkId: 'Total', answer: [{valueDecimal: 15}]}]},
  ],
};
const read = {
  id: 'questionnaire:q1',
  version: '1',
  instrument: 'k6',
  score: 15,
  parts: {},
  date: '2026-05-22',
  by: 'Line Fictive',
  siteCutOff: 13,
  fromQuestionnaire: true,
  mistaken: false,
  readOnly: null,
};
const flags = ['health', 'pain', 'unmet-needs', 'complexity', 'income', 'support'];
const conect = (yes: readonly string[]) => ({
  ...filled,
  questionnaire: `${MEASURE_SYSTEM}:conect-6`,
  item: flags.map((linkId) => ({linkId, answer: [{valueBoolean: yes.includes(linkId)}]})),
});
const total = (answer: object) => ({...filled, item: [{linkId: 'k6', answer: [answer]}]});

const cases: readonly (readonly [string, unknown, unknown])[] = [
  ['of a questionnaire that the site names, whatever its version', filled, read],
  ['a quantity', total({valueQuantity: {value: 15}}), read],
  ['under the name of the instrument', total({valueInteger: 15}), read],
  ['a text is no number', total({valueString: '15'}), null],
  ['outside its limits', total({valueInteger: 25}), null],
  ['without a total', {...filled, item: []}, null],
  ['without a day', {...filled, authored: '2026'}, null],
  [
    'two answers are none',
    {...filled, item: [{linkId: 'total', answer: [{valueInteger: 1}, {valueInteger: 2}]}]},
    null,
  ],
  [
    'under an answer',
    {...filled, item: [{linkId: 'a', answer: [{item: [{linkId: 'score', answer: [{valueInteger: 15}]}]}]}]},
    read,
  ],
  ['not finished', {...filled, status: 'in-progress'}, 'other'],
  ['of a questionnaire that nobody names', {...filled, questionnaire: 'https://other.example/q'}, 'other'],
  ['of no questionnaire', {...filled, questionnaire: undefined}, 'other'],
  ['of an instrument that is not known', {...filled, questionnaire: `${MEASURE_SYSTEM}:x`}, 'other'],
  ['not one at all', {...filled, resourceType: 'Observation'}, null],
  ['nothing', null, null],
];
for (const [name, resource, expected] of cases) {
  test(`a questionnaire as a score: ${name}`, () => {
    assert.deepEqual(mapQuestionnaire(resource, zone, site), expected);
  });
}

test('the six answers of CONECT-6 add up to its score, and five do not', () => {
  const found = mapQuestionnaire(conect(['pain', 'income']), zone);
  assert.ok(found && found !== 'other');
  assert.deepEqual(
    [found.score, found.parts['income'], found.parts['health'], found.siteCutOff],
    [2, 1, 0, undefined],
  );
  const five = conect(['pain']);
  assert.equal(mapQuestionnaire({...five, item: five.item.slice(1)}, zone), null);
});

test('a score is known by a code of the site, and is compared with its cut-off', () => {
  const observation = {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    code: {coding: [{system: 'urn:gmf', code: 'K6'}]},
    subject,
    effectiveDateTime: '2026-05-22',
    valueInteger: 13,
  };
  assert.equal(mapMeasure(observation, zone), 'other');
  const found = mapMeasure(observation, zone, site);
  assert.ok(found && found !== 'other');
  assert.deepEqual([found.instrument, found.siteCutOff], ['k6', 13]);
  const k6 = instrumentOf('k6');
  const pih = instrumentOf('pih');
  assert.ok(k6 && pih);
  assert.deepEqual(cutOffOf(k6, found), {at: 13, is: '>'});
  assert.deepEqual(cutOffOf(k6, {}), {at: 12, is: '>'});
  assert.deepEqual(cutOffOf(pih, {siteCutOff: 60}), {at: 60, is: '>='});
  const [row] = measureGrid([found], '2026-05-22', '2026-11-22');
  const [cell] = row?.cells ?? [];
  assert.equal(cell?.kind === 'score' && cell.met, false, '13 is not over the cut-off of the site');
});

test('a score that stands in an Observation and in a questionnaire is one', async () => {
  const observation: Resource = {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    category: [{coding: [{code: 'survey'}]}],
    code: {coding: [{system: MEASURE_SYSTEM, code: 'k6'}]},
    subject,
    effectiveDateTime: '2026-05-22',
    valueInteger: 15,
  };
  const at = stage([observation, filled, {...conect(['pain']), id: 'q2'}]);
  const options = {zone, recognition: site, hasQuestionnaires: true};
  const answer = await at.run(readMeasures(at.client, at.signal, options));
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.value.value.map(({id}) => id),
    ['o1', 'questionnaire:q2'],
  );
  const without = await at.run(readMeasures(at.client, at.signal, {zone, hasQuestionnaires: false}));
  assert.deepEqual(without.ok && without.value.value.map(({id}) => id), ['o1']);
});

test('questionnaires that may not be read are said to be missing, and cost no score', async () => {
  for (const [status, gaps] of [
    [403, 1],
    [404, 0],
  ] as const) {
    const at = stage([], (_request, params) =>
      params && _request.path.startsWith('QuestionnaireResponse') ? {status} : null,
    );
    const answer = await at.run(readMeasures(at.client, at.signal, {zone, hasQuestionnaires: true}));
    assert.equal(answer.ok && answer.value.gaps.length, gaps);
  }
});

test('the names of the instruments are those that there are', () => {
  assert.deepEqual(
    instruments.map(({name}) => name),
    [...instrumentNames],
  );
});

for (const [name, system] of Object.entries(codeSystems)) {
  test(`docs/terminology/${name}.json is what the code says (node scripts/terminology.ts)`, () => {
    const file = new URL(`../../docs/terminology/${name}.json`, import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), system);
  });
}
