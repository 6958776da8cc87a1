import assert from 'node:assert/strict';
import {test} from 'node:test';
import {addContact, withdrawContact} from '../../../src/app/commands/contacts.ts';
import {completeContacts, loadContacts} from '../../../src/app/later/contacts.ts';
import {newContactPlace, whyNotWithdraw} from '../../../src/app/contact-places.ts';
import {dueView} from '../../../src/app/due-view.ts';
import type {Session} from '../../../src/app/session.ts';
import type {Abilities, PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import {countUse} from '../../../src/domain/count-use.ts';
import {defaultCountingConfig} from '../../../src/domain/counting-config.ts';
import type {Contact, NewContact} from '../../../src/domain/follow-up/contact.ts';
import type {Plan} from '../../../src/domain/plan.ts';
import {validateResource} from '../../../sandbox/conformance.ts';
import type {Resource} from '../../../sandbox/json.ts';
import {mapEncounter} from '../../../src/fhir/map-encounter.ts';
import type {JsonObject} from '../../../src/fhir/json.ts';
import type {PlanRead} from '../../../src/fhir/read-plan.ts';
import {MemoryServer, type Fault} from '../../fhir/write/memory-server.ts';
import {planText} from '../../fhir/write/two-panels.ts';
import {recordStage} from './record-stage.ts';

const wanted: NewContact = {
  mode: 'phone',
  reached: true,
  party: {kind: 'practitioner', reference: 'Practitioner/d1', name: 'Dre Roy'},
  day: '2026-11-22',
  goalIds: [],
  note: {text: 'Dort mieux.', lang: 'fr-CA'},
  next: {day: '2026-12-06', every: 14, text: 'Apporter le pilulier'},
};

const refused = {allowed: false, why: 'server'} as const;

/** A record system that takes none of these types from apps, with an active plan. */
async function opened(without: readonly string[], status: Plan['status'] = 'active') {
  const server = new MemoryServer();
  server.seed(planText('c1', '{"reference":"Goal/g1"}'));
  const stage = recordStage({transport: server.transport()});
  const abilities: Abilities = eachAbility((_act, type) =>
    without.includes(type) ? refused : {allowed: true},
  );
  const desk = {
    ...stage.desk,
    has: (type: string) => !without.includes(type),
    planRead: () =>
      Promise.resolve({source: {json: server.current('CarePlan/c1') as JsonObject, base: null}} as PlanRead),
  };
  const session: Session = {
    ...stage.session,
    chart: {...stage.session.chart, desk: () => Promise.resolve(desk)},
  };
  const plan = {id: 'c1', status} as Plan;
  session.update((state) => ({
    ...state,
    abilities,
    plan: {status: 'ready', value: {plan, others: 0} as never, gaps: [], asOf: ''},
    team: {
      status: 'ready',
      value: {members: [{reference: 'Practitioner/n1', name: 'Line Fictive'}] as never, teamIds: []},
      gaps: [],
      asOf: '',
    },
  }));
  await loadContacts(session);
  return {server, session, state: stage.state, save: stage.save};
}

/** The history as the panel reads it from what the server holds. */
function withHistory(session: Session, server: MemoryServer, done: boolean): void {
  const records = server.all('Encounter').flatMap((one) => mapEncounter(one as JsonObject) ?? []);
  const proof = countUse({
    records,
    patientId: 'p1',
    zone: 'America/Toronto',
    asOf: '2026-11-22',
    deceasedAt: null,
    index: null,
    config: defaultCountingConfig,
    configHash: '',
    gaps: [],
  });
  session.update((state) => ({
    ...state,
    use: {status: 'ready', value: {records, proof, historyComplete: done}, gaps: [], asOf: ''},
  }));
}

function shown(state: PanelState): readonly Contact[] {
  assert.equal(state.later.contacts?.status, 'ready');
  return state.later.contacts.value;
}

test('without Communication a contact is an Encounter of case management: valid, read back, and no visit (R25)', async () => {
  const {server, session, state, save} = await opened(['Communication']);
  assert.equal(newContactPlace(state()).kind, 'encounter');
  await addContact(session, wanted, 'fr-CA');
  assert.deepEqual(save('contact:new'), {status: 'saved', at: '2026-11-22T15:00:00.000Z', notes: []});
  const [encounter] = server.all('Encounter');
  assert.ok(encounter);
  assert.deepEqual(validateResource(encounter as Resource), []);
  assert.equal((encounter['class'] as {code: string}).code, 'VR');
  withHistory(session, server, true);
  const {use} = state();
  assert.equal(use.status === 'ready' && use.value.proof.windows.last12Months.ambulatory, 0);
  assert.equal(use.status === 'ready' && use.value.proof.excluded[0]?.reason, 'case-management');
  session.update((now) => ({...now, later: {}}));
  await loadContacts(session);
  const [contact, ...others] = shown(state());
  assert.equal(others.length, 0);
  assert.deepEqual(contact?.party, wanted.party);
  assert.equal(contact?.note?.text, 'Dort mieux.');
  assert.deepEqual(contact?.next, wanted.next);
  assert.equal(contact?.by?.reference, 'Practitioner/n1');
});

test('an attempt that reached nobody is a cancelled Encounter, and is read back as an attempt', async () => {
  const {server, session, state} = await opened(['Communication']);
  await addContact(session, {...wanted, reached: false, goalIds: ['g1'], mode: 'home'}, 'en-CA');
  assert.equal(server.all('Encounter')[0]?.['status'], 'cancelled');
  withHistory(session, server, true);
  session.update((now) => ({...now, later: {}}));
  await loadContacts(session);
  assert.deepEqual(
    shown(state()).map(({reached, goalIds, mode}) => ({reached, goalIds, mode})),
    [{reached: false, goalIds: ['g1'], mode: 'home'}],
  );
});

test('an Encounter that was a mistake is marked, kept in the record and shown no more', async () => {
  const {server, session, state} = await opened(['Communication']);
  await addContact(session, wanted, 'en-CA');
  const [{id} = {id: ''}] = shown(state());
  await withdrawContact(session, id, 'en-CA');
  assert.deepEqual(shown(state()), []);
  assert.equal(server.all('Encounter')[0]?.['status'], 'entered-in-error');
});

test('with neither, a contact is a line of the plan, with who made it and when', async () => {
  const {server, session, state, save} = await opened(['Communication', 'Encounter']);
  assert.equal(newContactPlace(state()).kind, 'plan');
  await addContact(session, wanted, 'fr-CA');
  assert.deepEqual(save('contact:new'), {status: 'saved', at: '2026-11-22T15:00:00.000Z', notes: []});
  await addContact(session, {...wanted, reached: false, day: '2026-11-20', next: null, note: null}, 'fr-CA');
  const plan = server.current('CarePlan/c1');
  assert.deepEqual(validateResource(plan as Resource), []);
  const [note, ...others] = plan['note'] as {text: string}[];
  assert.equal(others.length, 0);
  assert.deepEqual(note?.text.split('\n'), [
    'Contacts de la gestion de cas\u00a0:',
    '2026-11-20 — téléphone — personne non jointe — avec\u00a0: Dre Roy — par\u00a0: Line Fictive',
    '2026-11-22 10:00 — téléphone — personne jointe — avec\u00a0: Dre Roy — par\u00a0: Line Fictive — ' +
      'prochain contact\u00a0: 2026-12-06, aux 14 jours Apporter le pilulier — note\u00a0: Dort mieux.',
  ]);
  session.update((now) => ({...now, later: {}}));
  await loadContacts(session);
  assert.deepEqual(
    shown(state()).map(({day, reached, party}) => [day, reached, party.name]),
    [
      ['2026-11-20', false, 'Dre Roy'],
      ['2026-11-22', true, 'Dre Roy'],
    ],
  );
});

for (const fault of ['lost-after', 'error-after', 'resent', 'html'] as const satisfies readonly Fault[]) {
  test(`a line of the plan stands once, whatever the network does: ${fault}`, async () => {
    const {server, session, state} = await opened(['Communication', 'Encounter']);
    await addContact(session, {...wanted, day: '2026-11-20'}, 'en-CA');
    server.writeFaults = [fault];
    await addContact(session, wanted, 'en-CA');
    const lines = (day: string): number =>
      (server.current('CarePlan/c1')['note'] as {text: string}[])[0]?.text
        .split('\n')
        .filter((line) => line.startsWith(day)).length ?? 0;
    assert.deepEqual([lines('2026-11-22'), lines('2026-11-20'), shown(state()).length], [1, 1, 2]);
    // Another one that says the same is another contact.
    await addContact(session, wanted, 'en-CA');
    assert.deepEqual([lines('2026-11-22'), shown(state()).length], [2, 3]);
  });
}

test('a line that is tried again after an answer was lost is found and not written twice', async () => {
  const {server, session, save} = await opened(['Communication', 'Encounter']);
  server.writeFaults = ['lost-after'];
  server.readFaults = ['none', 'lost', 'lost', 'lost', 'lost', 'lost', 'lost'];
  await addContact(session, wanted, 'en-CA');
  assert.equal(save('contact:new')?.status, 'failed');
  server.readFaults = [];
  await addContact(session, wanted, 'en-CA');
  assert.equal(save('contact:new')?.status, 'saved');
  const text = (server.current('CarePlan/c1')['note'] as {text: string}[])[0]?.text ?? '';
  assert.equal(text.split('\n').length, 2);
});

test('a line that was a mistake stays in the plan and is shown no more; others stay as they are', async () => {
  const {server, session, state} = await opened(['Communication', 'Encounter']);
  await addContact(session, {...wanted, day: '2026-11-20'}, 'en-CA');
  await addContact(session, wanted, 'en-CA');
  const id = shown(state()).find(({day}) => day === '2026-11-20')?.id ?? '';
  await withdrawContact(session, id, 'en-CA');
  assert.deepEqual(
    shown(state()).map(({day}) => day),
    ['2026-11-22'],
  );
  const text = (server.current('CarePlan/c1')['note'] as {text: string}[])[0]?.text ?? '';
  assert.match(text, /2026-11-20 .* — entered by mistake$/mu);
  assert.equal(text.split('\n').length, 3);
  session.update((now) => ({...now, later: {}}));
  await loadContacts(session);
  assert.equal(shown(state()).length, 1);
});

test('where nothing can be written the first way says why, and a plan that is over takes no contact', async () => {
  const {state, save, session} = await opened(['Communication', 'Encounter'], 'completed');
  assert.deepEqual(newContactPlace(state()), {kind: 'communication', act: 'createCommunication'});
  assert.equal(state().later.contacts?.status, 'failed');
  await addContact(session, wanted, 'en-CA');
  assert.deepEqual(save('contact:new'), {
    status: 'failed',
    problem: {kind: 'unsupported', what: 'Communication', why: 'server'},
  });
  const none = await opened(['Communication', 'Encounter', 'CarePlan']);
  assert.equal(newContactPlace(none.state()).kind, 'communication');
});

test('each contact is taken back where it stands', async () => {
  const {state} = await opened(['Communication', 'Encounter']);
  const at = (place?: 'encounter' | 'plan'): unknown =>
    whyNotWithdraw({...(place && {place})} as Contact, state());
  assert.deepEqual([at(), at('encounter'), at('plan')], ['server', 'server', null]);
});

test('while older months are read nobody says which contact was the last; then it is there', async () => {
  const {server, session, state} = await opened(['Communication']);
  await addContact(session, wanted, 'en-CA');
  withHistory(session, server, false);
  session.update((now) => ({...now, later: {}}));
  await loadContacts(session);
  const parts = {actions: 0, plan: 0, measures: 0, contacts: 0};
  const ready = {status: 'ready', value: [], gaps: [], asOf: ''} as never;
  const whole = (now: PanelState): PanelState => ({
    ...now,
    later: {...Object.fromEntries(Object.keys(parts).map((name) => [name, ready])), ...now.later},
  });
  assert.equal(dueView(whole(state())).loading, true);
  withHistory(session, server, true);
  await completeContacts(session);
  assert.equal(dueView(whole(state())).loading, false);
  assert.equal(shown(state()).length, 1);
  const before = server.requests.length;
  await completeContacts(session);
  assert.equal(server.requests.length, before, 'what is known is not asked for again');
});

test('messages that could not be read are said beside the contacts that stand elsewhere', async () => {
  const {server, session, state} = await opened([]);
  const abilities = eachAbility((_act, type) =>
    type === 'Communication' || type === 'Encounter' ? refused : {allowed: true},
  );
  session.update((now) => ({...now, abilities}));
  await addContact(session, wanted, 'en-CA');
  session.update((now) => ({...now, later: {}}));
  server.readFaults = ['server', 'server', 'server', 'server', 'server', 'server'];
  await loadContacts(session);
  const {contacts} = state().later;
  assert.equal(contacts?.status, 'ready');
  assert.deepEqual([contacts.value.length, contacts.gaps.map(({what}) => what)], [1, ['Communication']]);
});
