import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addContact, withdrawContact} from '../../../src/app/commands/contacts.ts';
import {loadContacts} from '../../../src/app/later/contacts.ts';
import type {Contact, NewContact} from '../../../src/domain/follow-up/contact.ts';
import {validateResource} from '../../../sandbox/conformance.ts';
import type {Resource} from '../../../sandbox/json.ts';
import {MemoryServer, type ServerHabits} from '../../fhir/write/memory-server.ts';
import {recordStage, type RecordStage} from './record-stage.ts';

const wanted: NewContact = {
  mode: 'home',
  reached: true,
  party: {kind: 'patient', reference: 'Patient/p1', name: null},
  day: '2026-11-22',
  goalIds: ['g1'],
  note: {text: 'Dort mieux.', lang: 'fr-CA'},
  next: {day: '2026-12-06', every: 14, text: 'Apporter le pilulier'},
};

/** The same contact in every word, recorded by somebody else without an identifier. */
const theirs = JSON.stringify({
  resourceType: 'Communication',
  id: 'c1',
  meta: {versionId: '1', lastUpdated: '2026-11-22T10:00:00Z'},
  status: 'completed',
  category: [{coding: [{system: 'urn:isp-panel:codesystem:contacts', code: 'case-management-contact'}]}],
  medium: [{coding: [{system: 'urn:isp-panel:codesystem:contacts', code: 'home'}]}],
  subject: {reference: 'Patient/p1'},
  sent: '2026-11-22',
  sender: {reference: 'Practitioner/n1'},
  payload: [{contentString: 'Dort mieux.'}],
});

async function opened(habits: Partial<ServerHabits> = {}, texts: readonly string[] = []) {
  const server = new MemoryServer(habits);
  for (const text of texts) server.seed(text);
  const stage = recordStage({transport: server.transport()});
  await loadContacts(stage.session);
  return {server, stage};
}

function shown(stage: RecordStage): readonly Contact[] {
  const {contacts} = stage.state().later;
  assert.equal(contacts?.status, 'ready');
  return contacts.value;
}

function standing(server: MemoryServer): readonly string[] {
  return [...server.versions.keys()].filter((key) => server.current(key)['status'] !== 'entered-in-error');
}

test('a contact is on the screen once the record has it, with all that was said, and is valid FHIR R4', async () => {
  const {server, stage} = await opened();
  await addContact(stage.session, wanted, 'fr-CA');
  assert.equal(stage.save('contact:new')?.status, 'saved');
  const [key = ''] = standing(server);
  assert.deepEqual(validateResource(server.current(key) as Resource), []);
  const {
    id: _id,
    version: _version,
    at,
    by,
    mistaken: _mistaken,
    readOnly: _readOnly,
    ...said
  } = shown(stage)[0] as Contact;
  assert.deepEqual(said, wanted);
  assert.equal(at, '2026-11-22T15:00:00.000Z');
  assert.equal(by?.reference, 'Practitioner/n1');
});

test('an attempt is kept as something that did not take place', async () => {
  const {server, stage} = await opened();
  await addContact(
    stage.session,
    {...wanted, reached: false, day: '2026-11-20', goalIds: [], note: null, next: null},
    'en-CA',
  );
  const [key = ''] = standing(server);
  const kept = server.current(key);
  assert.deepEqual(validateResource(kept as Resource), []);
  assert.equal(kept['status'], 'not-done');
  assert.equal(kept['sent'], '2026-11-20');
  assert.equal(shown(stage)[0]?.reached, false);
});

for (const [name, habits] of [
  ['that keeps identifiers', {}],
  ['that keeps none', {drops: ['identifier'], conditionalCreate: false}],
] as const) {
  test(`an answer that is lost makes no second contact, on a server ${name}`, async () => {
    const {server, stage} = await opened(habits, [theirs]);
    server.writeFaults = ['lost-after'];
    server.readFaults = Array.from({length: 40}, () => 'lost');
    await addContact(stage.session, wanted, 'fr-CA');
    assert.equal(stage.save('contact:new')?.status, 'failed');
    server.readFaults = [];
    await addContact(stage.session, wanted, 'fr-CA');
    assert.equal(stage.save('contact:new')?.status, 'saved');
    assert.equal(standing(server).length, 2);
    assert.equal(server.current('Communication/c1')['status'], 'completed');
    assert.equal(shown(stage).length, 2);
  });
}

test('contacts whose code could not be fetched are said to be unread', async () => {
  const {stage} = await opened();
  await loadContacts({...stage.session, chart: {...stage.session.chart, desk: () => Promise.resolve(null)}});
  assert.equal(shown(stage).length, 0);
  stage.session.update((state) => ({...state, later: {}}));
  await loadContacts({...stage.session, chart: {...stage.session.chart, desk: () => Promise.resolve(null)}});
  assert.deepEqual(stage.state().later.contacts, {status: 'failed', problem: {kind: 'offline'}});
});

test('a record system without contacts is told apart from an empty one', async () => {
  const {stage} = await opened();
  stage.session.update((state) => ({...state, later: {}}));
  const desk = {...stage.desk, has: () => false};
  await loadContacts({...stage.session, chart: {...stage.session.chart, desk: () => Promise.resolve(desk)}});
  const {contacts} = stage.state().later;
  assert.equal(contacts?.status === 'failed' && contacts.problem.kind, 'unsupported');
});

test('marking a contact as a mistake takes it off the screen, and a later reading does not bring it back', async () => {
  const {server, stage} = await opened({}, [theirs]);
  await withdrawContact(stage.session, 'c1', 'en-CA');
  assert.equal(stage.save('contact:c1')?.status, 'saved');
  assert.deepEqual(shown(stage), []);
  assert.equal(server.current('Communication/c1')['status'], 'entered-in-error');
  await loadContacts(stage.session);
  assert.deepEqual(shown(stage), []);
});
