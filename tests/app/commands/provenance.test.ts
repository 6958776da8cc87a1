import assert from 'node:assert/strict';
import {test} from 'node:test';
import {versionAuthor} from '../../../src/app/commands/author-name.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {ok} from '../../../src/domain/result.ts';
import type {FhirClient} from '../../../src/fhir/client.ts';
import {retirement} from '../../../src/fhir/write/retirement.ts';
import {RecordWriter} from '../../../src/fhir/write/record-writer.ts';
import {FhirClient as Client} from '../../../src/fhir/client.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {base, goalText, still, today, uuid} from '../../fhir/write/two-panels.ts';
import {toRaw, type RawObject} from '../../../src/fhir/write/raw-json.ts';

// Every version that the panel writes is signed, once; what it does not write is not.

function desk(signs: boolean) {
  const server = new MemoryServer({});
  server.seed(goalText('g1'));
  const client = new Client({transport: server.transport(), patientId: 'p1', timers: still, random: () => 0});
  const writer = new RecordWriter({
    port: client,
    person: {patientId: 'p1', base},
    user: 'Practitioner/n1',
    today: () => today,
    tried: new Set(),
    signs: () => signs,
  });
  const targets = async (): Promise<readonly unknown[]> => {
    // Nobody waits for a signature: it is sent after the write was confirmed.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return server
      .all('Provenance')
      .map((one) => (one as unknown as {target: readonly {reference: string}[]}).target[0]?.reference);
  };
  return {server, writer, targets};
}

test('a change and a create are signed by their versions; a change that was there already is not', async () => {
  const {server, writer, targets} = desk(true);
  assert.ok((await writer.update(retirement('Goal', 'g1'), () => true)).ok);
  assert.deepEqual(await targets(), ['Goal/g1/_history/2']);
  assert.ok((await writer.update(retirement('Goal', 'g1'), () => true)).ok);
  assert.equal((await targets()).length, 1, 'nothing was written the second time');
  const body = toRaw({
    resourceType: 'Task',
    status: 'requested',
    intent: 'plan',
    for: {reference: 'Patient/p1'},
    identifier: [{system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid(9)}`}],
  }) as RawObject;
  const made = await writer.create('Task', uuid(9), body, () => false);
  assert.ok(made.ok);
  const id = made.value[0]?.id;
  assert.deepEqual((await targets()).at(-1), `Task/${id}/_history/1`);
  assert.equal(server.all('Provenance').length, 2);
});

test('nothing is signed where the record takes no Provenance', async () => {
  const {writer, targets} = desk(false);
  assert.ok((await writer.update(retirement('Goal', 'g1'), () => true)).ok);
  assert.deepEqual(await targets(), []);
});

test('the author of a version has the name that the record gives, else the one of the team; else none', async () => {
  const members = [{reference: 'Practitioner/a', name: 'Anne de l’équipe'}];
  const state = {team: {status: 'ready', value: {members}}} as unknown as PanelState;
  const version = {id: 'g1', meta: {versionId: '3'}};
  const ask = (who: object, json: unknown = version, has = true): Promise<string | null> => {
    const resource = {
      resourceType: 'Provenance',
      target: [{reference: 'Goal/g1/_history/3'}],
      agent: [{who}],
    };
    const bundle = {resourceType: 'Bundle', entry: [{resource}]};
    const client = {search: () => Promise.resolve(ok({status: 200, text: '', json: bundle}))};
    return versionAuthor(state, {client: client as unknown as FhirClient, has: () => has}, 'Goal', json);
  };
  assert.equal(await ask({reference: 'Practitioner/a'}), 'Anne de l’équipe');
  assert.equal(await ask({reference: 'Practitioner/a', display: 'Anne'}), 'Anne');
  assert.equal(await ask({reference: 'Practitioner/z'}), null);
  assert.equal(
    await ask({display: 'Anne'}, version, false),
    null,
    'a server without Provenance is not asked',
  );
  assert.equal(await ask({display: 'Anne'}, {id: 'g1'}), null);
  assert.equal(await ask({display: 'Anne'}, {meta: {versionId: '3'}}), null);
  assert.equal(await ask({display: 'Anne'}, null), null);
});
