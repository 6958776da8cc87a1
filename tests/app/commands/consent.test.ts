import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recordConsent} from '../../../src/app/commands/consent.ts';
import {consentEnds} from '../../../src/app/consent-ends.ts';
import {consentPlace} from '../../../src/app/consent-place.ts';
import {loadConsents} from '../../../src/app/later/consents.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import {consentFor, mayShare, type ConsentRecord} from '../../../src/domain/follow-up/consent.ts';
import {mapConsent} from '../../../src/fhir/map-consent.ts';
import {validateResource} from '../../../sandbox/conformance.ts';
import type {Resource} from '../../../sandbox/json.ts';
import {member} from '../../elements/plan/plan-states.ts';
import {MemoryServer, type Fault} from '../../fhir/write/memory-server.ts';
import {recordStage} from './record-stage.ts';

const zone = 'America/Toronto';
const popote = member('popote', 'Popote roulante', {kind: 'organization', reference: 'Organization/o1'});
const rose = member('rose', 'Rose', {kind: 'relative', reference: '#r'});
const consent = (more: object = {}): object => ({
  resourceType: 'Consent',
  id: 'c1',
  meta: {versionId: '1'},
  status: 'active',
  scope: {coding: [{system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy'}]},
  category: [{text: 'sharing'}],
  patient: {reference: 'Patient/p1'},
  dateTime: '2026-05-22',
  policyRule: {coding: [{code: 'OPTIN'}], text: 'Goals only'},
  provision: {
    type: 'permit',
    period: {end: '2027-05-22'},
    actor: [
      {role: {text: 'recipient'}, reference: {reference: 'Organization/o1', display: 'Popote roulante'}},
    ],
  },
  ...more,
});

async function opened(texts: readonly object[] = []) {
  const server = new MemoryServer();
  for (const text of texts) server.seed(JSON.stringify(text));
  const stage = recordStage({transport: server.transport()});
  stage.session.update((state) => ({
    ...state,
    team: {status: 'ready', value: {members: [popote, rose], teamIds: ['team']}, gaps: [], asOf: ''},
  }));
  await loadConsents(stage.session);
  return {server, ...stage};
}

function shown({later}: PanelState): readonly ConsentRecord[] {
  assert.equal(later.consents?.status, 'ready');
  return later.consents.value;
}

test('a consent is made once, is valid FHIR R4, and is what the member shows', async () => {
  const {server, session, state, save} = await opened();
  await recordConsent(session, popote.key, {
    answer: 'yes',
    until: '2027-01-31',
    words: 'Goals and appointments',
  });
  assert.deepEqual(save(`consent:${popote.key}`), {
    status: 'saved',
    at: '2026-11-22T15:00:00.000Z',
    notes: [],
  });
  const [made] = server.all('Consent');
  assert.deepEqual(validateResource(made as Resource), []);
  const found = consentFor(shown(state()), popote);
  assert.deepEqual(
    [found?.answer, found?.active, found?.date, found?.until, found?.words],
    ['yes', true, '2026-11-22', '2027-01-31', 'Goals and appointments'],
  );
  assert.equal(consentFor(shown(state()), rose), null);
});

test('somebody who only stands in the team is named by name, and a refusal is kept as one', async () => {
  const {server, session, state} = await opened();
  await recordConsent(session, rose.key, {answer: 'no', until: null, words: null});
  const json = server.all('Consent')[0] as unknown as {
    provision: {type: string; actor: {reference: object}[]};
  };
  assert.deepEqual([json.provision.type, json.provision.actor[0]?.reference], ['deny', {display: 'Rose'}]);
  assert.equal(consentFor(shown(state()), rose)?.answer, 'no');
});

test('what the person says anew changes the consent that stands, and nothing else in it', async () => {
  const {server, session, state} = await opened([
    consent({source: 'x', extension: [{url: 'urn:x', valueString: 'kept'}]}),
  ]);
  await recordConsent(session, popote.key, {answer: 'no', until: null, words: 'Nothing any more'});
  assert.equal(server.all('Consent').length, 1);
  const json = server.current('Consent/c1') as unknown as {
    extension: unknown;
    provision: object;
    status: string;
  };
  assert.deepEqual(json.extension, [{url: 'urn:x', valueString: 'kept'}]);
  assert.ok(!('period' in json.provision));
  assert.equal(consentFor(shown(state()), popote)?.words, 'Nothing any more');
});

for (const fault of ['lost-after', 'resent', 'html'] as const satisfies readonly Fault[]) {
  test(`a consent is made once, whatever the network does: ${fault}`, async () => {
    const {server, session} = await opened();
    server.writeFaults = [fault];
    await recordConsent(session, popote.key, {answer: 'yes', until: null, words: null});
    assert.equal(server.all('Consent').filter(({status}) => status === 'active').length, 1);
  });
}

test('where no consent can be written the team keeps it; where neither can, nothing is asked', async () => {
  const {session, state} = await opened();
  assert.equal(consentPlace(state(), popote), 'record');
  const without = (...types: readonly string[]): void =>
    session.update((now) => ({
      ...now,
      abilities: eachAbility((_act, type) =>
        types.includes(type) ? {allowed: false, why: 'server'} : {allowed: true},
      ),
    }));
  without('Consent');
  assert.equal(consentPlace(state(), popote), 'team');
  await recordConsent(session, popote.key, {answer: 'yes'});
  assert.deepEqual(shown(state()), []);
  without('Consent', 'CareTeam');
  assert.equal(consentPlace(state(), popote), null);
  without();
  assert.equal(
    consentPlace({...state(), later: {}}, popote),
    'team',
    'consents that are not known are not contradicted',
  );
  assert.equal(consentPlace({...state(), halted: {kind: 'signed-out'}}, popote), null);
  await recordConsent(session, 'nobody', {answer: 'yes'});
});

test('what is not there is said', async () => {
  const {session, state, desk} = await opened();
  const at = (found: typeof desk | null) => ({
    ...session,
    chart: {...session.chart, desk: () => Promise.resolve(found)},
  });
  session.update((now) => ({...now, later: {}}));
  await loadConsents(at(null));
  assert.equal(state().later.consents?.status, 'failed');
  session.update((now) => ({...now, later: {}}));
  await loadConsents(at({...desk, has: () => false}));
  const {consents} = state().later;
  assert.equal(consents?.status === 'failed' && consents.problem.kind, 'unsupported');
});

const read: readonly (readonly [string, object, unknown])[] = [
  ['as it stands', {}, ['yes', true, '2027-05-22']],
  ['withdrawn', {status: 'inactive'}, ['yes', false, '2027-05-22']],
  ['refused', {status: 'rejected'}, ['no', true, '2027-05-22']],
  ['proposed', {status: 'proposed'}, ['yes', false, '2027-05-22']],
  ['neither yes nor no', {provision: undefined}, [null, true, null]],
  ['a scope of its own', {scope: {coding: [{code: 'treatment'}]}}, 'other'],
  ['no scope at all', {scope: undefined}, ['yes', true, '2027-05-22']],
  ['a mistake', {status: 'entered-in-error'}, 'other'],
];
for (const [name, more, expected] of read) {
  test(`a Consent as a consent to share: ${name}`, () => {
    const found = mapConsent(consent(more), zone);
    assert.deepEqual(
      found === null || found === 'other' ? found : [found.answer, found.active, found.until],
      expected,
    );
  });
}

test('what is no Consent cannot be read', () => {
  assert.equal(mapConsent(null, zone), null);
  assert.equal(mapConsent({resourceType: 'Consent'}, zone), null);
});

test('the newest consent counts, by reference before name', () => {
  const one = (id: string, more: object): ConsentRecord =>
    mapConsent(consent({id, ...more}), zone) as ConsentRecord;
  const [old, newer] = [
    one('a', {dateTime: '2026-01-01'}),
    one('b', {dateTime: '2026-06-01', status: 'inactive'}),
  ];
  assert.equal(consentFor([old, newer], popote)?.id, 'b');
  assert.equal(consentFor([old], {...popote, reference: 'Organization/o2'}), null);
  assert.equal(consentFor([old], {reference: null, name: ' popote  Roulante'})?.id, 'a');
  assert.deepEqual(
    [
      mayShare(old, '2027-05-22'),
      mayShare(old, '2027-05-23'),
      mayShare(newer, '2026-06-01'),
      mayShare({...old, answer: null}, '2026-01-01'),
    ],
    [true, false, false, null],
  );
  assert.equal(mayShare({...old, until: '2027'}, '2027-12-31'), true);
});

test('what ends is known from the record, else from what the team says; a refusal has no end', () => {
  const record = (more: object = {}) => mapConsent(consent(more), zone) as ConsentRecord;
  const about = {phones: null, hours: null, substitute: null, limits: null, consent: 'yes, until 2027-01-31'};
  const members = [popote, {...rose, about}, {...rose, key: 'again', about}, {...rose, ended: true, about}];
  assert.deepEqual(consentEnds(members, [record()]), [
    {who: 'Popote roulante', until: '2027-05-22'},
    {who: 'Rose', until: '2027-01-31'},
  ]);
  assert.deepEqual(consentEnds([popote], [record({status: 'inactive'})]), []);
  assert.deepEqual(consentEnds([popote], []), []);
});
