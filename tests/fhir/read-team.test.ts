import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readTeam, type TeamRead} from '../../src/fhir/read-team.ts';
import {asked, searchset, stage, subject, type Resource, type Special} from './read-stage.ts';

const options = {today: () => '2026-11-22', zone: 'America/Toronto'};

const team = (participant: readonly unknown[], more: Record<string, unknown> = {}): Resource => ({
  resourceType: 'CareTeam',
  id: 't',
  status: 'active',
  subject,
  participant,
  ...more,
});
const at = (reference: string, more: Record<string, unknown> = {}) => ({member: {reference, ...more}});
const phone = (value: string) => ({telecom: [{system: 'phone', value}]});
const doctor: Resource = {
  resourceType: 'Practitioner',
  id: 'd',
  name: [{text: 'Dr D'}],
  ...phone('555-0101'),
};
const nurse: Resource = {resourceType: 'Practitioner', id: 'n', name: [{text: 'Nurse N'}]};
const position = (id: string, of: string, organization: string, number: string): Resource => ({
  resourceType: 'PractitionerRole',
  id,
  practitioner: {reference: `Practitioner/${of}`},
  organization: {reference: `Organization/${organization}`},
  ...phone(number),
});

/** A server that brings members along. */
const including =
  (teams: readonly Resource[], included: readonly Resource[]): Special =>
  (_, params) =>
    params?.has('_include') ? {body: searchset(teams, 'CareTeam', included)} : null;

async function read(resources: readonly Resource[], special?: Special) {
  const world = stage(resources, special);
  const early: TeamRead[] = [];
  const answer = await world.run(
    readTeam(world.client, options, world.signal, (one) => void early.push(one)),
  );
  assert.ok(answer.ok);
  const {value, gaps} = answer.value.view;
  return {...world, early, members: value.members, gaps, view: value, asked: asked(world.transport.requests)};
}

test('members that come along cost no request', async () => {
  const own = team([at('Practitioner/d')]);
  const {members, asked: lines, early} = await read([own], including([own], [doctor]));
  assert.deepEqual(
    members.map(({name, contacts}) => [name, contacts[0]?.value]),
    [['Dr D', '555-0101']],
  );
  assert.deepEqual(lines, ['CareTeam _include=CareTeam:participant']);
  assert.equal(early.length, 0);
});

test('members that do not come along are read side by side, after the team was shown', async () => {
  const {
    members,
    asked: lines,
    early,
    transport,
  } = await read([
    team([at('Practitioner/d'), at('Organization/o')]),
    doctor,
    {resourceType: 'Organization', id: 'o', name: 'House', ...phone('555-0102')},
  ]);
  assert.deepEqual(
    early[0]?.view.value.members.map(({name}) => name),
    [null, null],
  );
  assert.deepEqual(
    members.map(({name}) => name),
    ['Dr D', 'House'],
  );
  assert.deepEqual(lines.slice(1), ['GET Practitioner/d', 'GET Organization/o']);
  assert.equal(transport.requests[1]?.at, transport.requests[2]?.at);
});

test('a server that refuses _include is asked without it', async () => {
  const {members} = await read([team([at('Practitioner/d')]), doctor], (_, params) =>
    params?.has('_include') ? {status: 400} : null,
  );
  assert.equal(members[0]?.name, 'Dr D');
});

test('a position is read, then the practitioner and the organization that it names', async () => {
  const house: Resource = {resourceType: 'Organization', id: 'o', name: 'Clinic'};
  const {members, asked: lines} = await read([
    team([at('PractitionerRole/r')]),
    position('r', 'd', 'o', '555-0103'),
    doctor,
    house,
  ]);
  assert.deepEqual(
    members.map(({name, organization, contacts}) => [name, organization, contacts[0]?.value]),
    [['Dr D', 'Clinic', '555-0103']],
  );
  assert.deepEqual(lines.slice(1), ['GET PractitionerRole/r', 'GET Practitioner/d', 'GET Organization/o']);
});

for (const status of [403, 404]) {
  test(`${status} for one practitioner leaves the team visible (conformance 40)`, async () => {
    const {members, gaps} = await read(
      [team([at('Practitioner/x', {display: 'Dr X'}), at('Practitioner/d')]), doctor],
      ({path}) => (path === 'Practitioner/x' ? {status} : null),
    );
    assert.deepEqual(
      members.map(({name}) => name),
      ['Dr X', 'Dr D'],
    );
    // What may not be seen is told; what is not there is not missed.
    assert.deepEqual(gaps, status === 403 ? [{reason: 'forbidden', what: 'Practitioner'}] : []);
  });
}

test('a practitioner who cannot be reached for now is a gap', async () => {
  const {members, gaps} = await read([team([at('Practitioner/x')])], ({path}) =>
    path.startsWith('Practitioner/x') ? 'hang' : null,
  );
  assert.equal(members[0]?.name, null);
  assert.deepEqual(gaps, [{reason: 'timeout', what: 'Practitioner'}]);
});

test('an answer about somebody else is no answer', async () => {
  const {members} = await read([team([at('Practitioner/x')])], ({path}) =>
    path === 'Practitioner/x' ? {body: doctor} : null,
  );
  assert.equal(members[0]?.name, null);
});

test('the telephone of a practitioner is that of the position at whom they act for', async () => {
  const behalf = {...at('Practitioner/n'), onBehalfOf: {reference: 'Organization/b', display: 'B'}};
  const {members, asked: lines} = await read([
    team([behalf]),
    nurse,
    position('1', 'n', 'a', '555-0104'),
    position('2', 'n', 'b', '555-0105'),
  ]);
  assert.equal(members[0]?.contacts[0]?.value, '555-0105');
  assert.equal(lines.at(-1), 'PractitionerRole practitioner=Practitioner/n');
});

test('of several positions none is guessed', async () => {
  const {members} = await read([
    team([at('Practitioner/n')]),
    nurse,
    position('1', 'n', 'a', '555-0104'),
    position('2', 'n', 'b', '555-0105'),
  ]);
  assert.deepEqual(members[0]?.contacts, []);
});

test('a server without positions costs nothing but the telephone', async () => {
  const {members, gaps} = await read([team([at('Practitioner/n')]), nurse], ({path}) =>
    path.startsWith('PractitionerRole') ? {status: 404} : null,
  );
  assert.deepEqual([members[0]?.name, gaps], ['Nurse N', []]);
});

test('a team of somebody else is dropped; one that was a mistake is not shown', async () => {
  const {members, others} = await read([
    team([{member: {display: 'A'}}]),
    team([{member: {display: 'NOT-THIS-PERSON'}}], {id: 'x', subject: {reference: 'Patient/other'}}),
    team([{member: {display: 'Mistake'}}], {id: 'y', status: 'entered-in-error'}),
  ]);
  assert.deepEqual(
    members.map(({name}) => name),
    ['A'],
  );
  assert.deepEqual(others, ['CareTeam']);
});

test('a relative of somebody else who came along is dropped and reported', async () => {
  const own = team([at('RelatedPerson/r')]);
  const relative: Resource = {
    resourceType: 'RelatedPerson',
    id: 'r',
    patient: {reference: 'Patient/other'},
    name: [{text: 'NOT-THIS-PERSON'}],
  };
  const {members, others} = await read([own], including([own], [relative]));
  assert.equal(members[0]?.name, null);
  assert.deepEqual(others, ['RelatedPerson']);
});

test('a broken team and broken participants are counted together', async () => {
  const {members, gaps} = await read([team([{member: {display: 'A'}}, 'x', {}]), {...team([]), id: ''}]);
  assert.equal(members.length, 1);
  assert.deepEqual(gaps, [{reason: 'quarantined', what: 'CareTeam', count: 3}]);
});

test('no address outside this record system is ever asked', async () => {
  const {asked: lines} = await read([
    team([
      at('https://other.example/fhir/Practitioner/9'),
      at('urn:uuid:1'),
      at('#x'),
      at('../../x'),
      at('Patient/p2'),
    ]),
  ]);
  assert.deepEqual(lines, ['CareTeam _include=CareTeam:participant']);
});

test('a team of two hundred members asks for sixty at most', async () => {
  const {asked: lines, members} = await read([
    team(Array.from({length: 200}, (_, n) => at(`Practitioner/${n}`))),
  ]);
  assert.equal(members.length, 200);
  assert.ok(lines.length <= 62, String(lines.length));
});

test('nobody on any team is an empty team, not a failure', async () => {
  const {view, gaps, early} = await read([]);
  assert.deepEqual([view, gaps, early.length], [{members: [], teamIds: []}, [], 0]);
});
