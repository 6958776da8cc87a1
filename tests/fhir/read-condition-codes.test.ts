import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readConditionCodes} from '../../src/fhir/read-condition-codes.ts';
import {mapEncounter} from '../../src/fhir/map-encounter.ts';
import type {Answer} from './fake-transport.ts';
import {asked, stage, type Resource} from './read-stage.ts';

const system = 'http://hl7.org/fhir/sid/icd-10-ca';
const condition = (id: string, code: string, subject = 'Patient/p1'): Resource => ({
  resourceType: 'Condition',
  id,
  subject: {reference: subject},
  code: {coding: [{system, code}, {system}]},
});

async function read(resources: readonly Resource[], ids: readonly string[], special?: () => Answer | null) {
  const {client, run, signal, transport, others} = stage(resources, special);
  const answer = await run(readConditionCodes(client, ids, signal));
  return {answer, codes: answer.ok ? answer.value.value : null, asked: asked(transport.requests), others};
}

describe('the codes of Conditions', () => {
  it('are read by id, in one search, those of this patient alone', async () => {
    const found = await read(
      [condition('c1', 'J44.1'), condition('c2', 'I50.0'), condition('c3', 'G40', 'Patient/p2')],
      ['c1', 'c2', 'c2', 'c3'],
    );
    assert.deepEqual(found.codes, {c1: [{system, code: 'J44.1'}], c2: [{system, code: 'I50.0'}]});
    assert.equal(found.asked.length, 1);
    assert.match(found.asked[0] ?? '', /_id=c1,c2,c3/u);
  });

  it('say why when they may not be read', async () => {
    const {answer} = await read([], ['c1'], () => ({status: 403}));
    assert.deepEqual(answer, {ok: false, error: {kind: 'forbidden', what: 'Condition'}});
  });
});

describe('a stay that names Conditions', () => {
  const stay = (diagnosis: unknown): ReturnType<typeof mapEncounter> =>
    mapEncounter({resourceType: 'Encounter', id: 'e', diagnosis} as never);

  for (const [name, diagnosis, referred] of [
    ['R4', [{condition: {reference: 'Condition/c1'}, rank: 1}], [{conditionId: 'c1', main: true}]],
    [
      'R5, several',
      [
        {
          condition: [
            {reference: {reference: 'Condition/c1'}},
            {reference: {reference: 'https://x.test/Condition/c2'}},
          ],
        },
      ],
      [
        {conditionId: 'c1', main: false},
        {conditionId: 'c2', main: false},
      ],
    ],
    [
      'a version of it',
      [{condition: {reference: 'Condition/c1/_history/2'}}],
      [{conditionId: 'c1', main: false}],
    ],
    ['a contained one, which is there already', [{condition: {reference: '#c'}}], undefined],
    ['a procedure, which is no diagnosis', [{condition: {reference: 'Procedure/p'}}], undefined],
  ] as const) {
    it(`keeps their ids: ${name}`, () => assert.deepEqual(stay(diagnosis)?.referred, referred));
  }
});
