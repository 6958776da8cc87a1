import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readPatient} from '../../src/fhir/read-patient.ts';
import type {Answer} from './fake-transport.ts';
import {asked, stage, type Resource} from './read-stage.ts';

const lise: Resource = {resourceType: 'Patient', id: 'p1', name: [{family: 'Exemple', given: ['Lise']}]};

test('the patient is read by id', async () => {
  const {client, run, signal, transport} = stage([lise]);
  const answer = await run(readPatient(client, signal));
  assert.equal(answer.ok && answer.value.value.family, 'Exemple');
  assert.equal(answer.ok && answer.value.asOf, '2026-11-22T15:00:00.080Z');
  assert.deepEqual(asked(transport.requests), ['GET Patient/p1']);
});

test('proving who it is goes past every cache', async () => {
  const {client, run, signal, transport} = stage([lise]);
  await run(readPatient(client, signal, 'no-cache'));
  assert.equal(transport.requests[0]?.cache, 'no-cache');
});

const wrong: readonly [string, Answer, string][] = [
  ['another patient', {body: {...lise, id: 'p2'}}, 'other-patient'],
  ['another resource', {body: {resourceType: 'Person', id: 'p1'}}, 'unreadable'],
  ['a patient without id', {body: {resourceType: 'Patient'}}, 'unreadable'],
  ['a page of HTML', {text: '<html></html>'}, 'unreadable'],
  ['nobody', {status: 404}, 'not-found'],
  ['not allowed', {status: 403}, 'forbidden'],
  ['session over', {status: 401}, 'signed-out'],
];

for (const [name, special, kind] of wrong) {
  test(`instead of the patient comes ${name}`, async () => {
    const {client, run, signal, others} = stage([], () => special);
    const answer = await run(readPatient(client, signal));
    assert.equal(!answer.ok && answer.error.kind, kind);
    assert.deepEqual(others, kind === 'other-patient' ? ['Patient'] : []);
  });
}
