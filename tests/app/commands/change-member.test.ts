import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {changeMember} from '../../../src/app/commands/change-member.ts';
import type {Chart} from '../../../src/app/chart.ts';
import {mayActFor, type MemberChange, type TeamMember} from '../../../src/domain/care-team.ts';
import {ok} from '../../../src/domain/result.ts';
import {mapCareTeam} from '../../../src/fhir/map-care-team.ts';
import {ReferenceIndex} from '../../../src/fhir/references.ts';
import {validateResource} from '../../../sandbox/conformance.ts';
import type {Resource} from '../../../sandbox/json.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {recordStage} from './record-stage.ts';

type Json = Record<string, unknown>;

const snomed = (code: string) => ({coding: [{system: 'http://snomed.info/sct', code}], text: `role ${code}`});
const team = {
  resourceType: 'CareTeam',
  id: 't1',
  meta: {versionId: '1', lastUpdated: '2026-01-01T00:00:00Z'},
  contained: [{resourceType: 'Practitioner', id: 'c', name: [{text: 'Inside'}]}],
  extension: [{url: 'urn:vendor', valueString: 'kept'}],
  status: 'active',
  subject: {reference: 'Patient/p1'},
  participant: [
    {
      id: 'x',
      role: [snomed('445451001'), {text: 'Second role'}],
      member: {reference: 'Practitioner/a', display: 'Anne'},
      period: {start: '2026-01-01'},
    },
    {
      role: [snomed('46255001')],
      member: {reference: 'Practitioner/a', display: 'Anne'},
      period: {start: '2026-01-01'},
    },
    {member: {display: 'Popote'}, extension: [{url: 'urn:vendor', valueInteger: 3}]},
    {role: [{text: 'Inside'}], member: {reference: '#c'}, onBehalfOf: {display: 'CLSC'}},
    {member: {reference: 'RelatedPerson/r', display: 'Rose'}, period: {start: '2025', end: '2026-02-01'}},
  ],
  note: [{text: 'Met the family.'}, {text: '2026-02-01, Rose: moved'}],
};

function membersIn(json: unknown): readonly TeamMember[] {
  const around = {patientId: 'p1', today: '2026-11-22', zone: 'America/Toronto', base: null};
  return mapCareTeam(json, {...around, index: new ReferenceIndex(), positions: new Map()})?.members ?? [];
}

function opened(text: Json = team) {
  const server = new MemoryServer({});
  server.seed(JSON.stringify(text));
  const stage = recordStage({transport: server.transport()});
  const view = () => ({members: membersIn(server.current('CareTeam/t1')), teamIds: ['t1']});
  const chart = {
    ...stage.session.chart,
    readTeam: () => Promise.resolve(ok({value: view(), gaps: [], asOf: ''})),
  } as Chart;
  stage.session.update((state) => ({...state, team: {status: 'ready', value: view(), gaps: [], asOf: ''}}));
  return {server, stage, session: {...stage.session, chart}};
}

const keyOf = (at: number, json: unknown = team): string => membersIn(json)[at]?.key ?? '';
const social = {
  coded: {system: 'http://snomed.info/sct', code: '106328005', display: 'Social worker'},
  text: 'Social worker',
};

test('the role of one member changes, the other role of the same person stays, and the team is valid FHIR R4', async () => {
  const {server, stage, session} = opened();
  await changeMember(session, keyOf(0), {role: social}, 'en-CA');
  assert.equal(stage.save(`about:${keyOf(0)}`)?.status, 'saved');
  const kept = server.current('CareTeam/t1') as Json & typeof team;
  assert.deepEqual(validateResource(kept as unknown as Resource), []);
  assert.deepEqual(
    kept.participant[0]?.role?.map(({text}) => text),
    ['Social worker', 'Second role'],
  );
  assert.deepEqual(kept.participant.slice(1), team.participant.slice(1));
  assert.deepEqual(kept.note, team.note);
});

test('what is said of a member stands in the team, on the screen, and its phones can be called', async () => {
  const {server, stage, session} = opened();
  const about = {
    phones: '819 555-0101 ext. 234; 819 555-0102',
    hours: 'Mon to Fri',
    consent: 'Yes, until 2027-01-01',
  };
  await changeMember(session, keyOf(2), about, 'en-CA');
  const state = stage.state().team;
  const member = state.status === 'ready' ? state.value.members[2] : undefined;
  assert.equal(member?.about?.hours, 'Mon to Fri');
  assert.deepEqual(
    member.contacts.map(({kind, value}) => `${kind} ${value}`),
    ['phone 819 555-0101 ext. 234', 'phone 819 555-0102'],
  );
  const kept = server.current('CareTeam/t1') as Json & typeof team;
  assert.deepEqual(validateResource(kept as unknown as Resource), []);
  assert.deepEqual(kept.note.slice(0, 2), team.note);
  await changeMember(session, keyOf(2), {hours: null, phones: null, consent: null}, 'en-CA');
  assert.deepEqual((server.current('CareTeam/t1') as Json & typeof team).note, team.note);
});

test('for whom a professional acts changes with everything else of the team as it was', async () => {
  const {server, stage, session} = opened();
  await changeMember(session, keyOf(1), {organization: 'GMF du Parc'}, 'fr-CA');
  assert.equal(stage.save(`about:${keyOf(1)}`)?.status, 'saved');
  const kept = server.current('CareTeam/t1') as Json & typeof team;
  assert.deepEqual(kept.participant[1]?.onBehalfOf, {display: 'GMF du Parc'});
  assert.deepEqual(validateResource(kept as unknown as Resource), []);
  await changeMember(session, keyOf(1), {organization: null}, 'fr-CA');
  assert.deepEqual(stage.save(`about:${keyOf(1)}`), {
    status: 'saved',
    at: '2026-11-22T15:00:00.000Z',
    notes: [],
  });
  assert.deepEqual((server.current('CareTeam/t1') as Json & typeof team).participant, team.participant);
  const places = membersIn(team).map(mayActFor);
  assert.deepEqual(places, [true, true, true, true, false]);
});

test('two people who change different things of a member keep both; of one thing it is asked', async () => {
  const {server, stage, session} = opened();
  const theirs = {...team, note: [...team.note, {text: 'About Popote:\nHours: at noon'}]};
  server.change('CareTeam/t1', theirs);
  await changeMember(session, keyOf(2), {substitute: 'Marc'}, 'en-CA');
  assert.equal(stage.save(`about:${keyOf(2)}`)?.status, 'saved');
  const [said] = membersIn(server.current('CareTeam/t1')).flatMap(({about}) => about ?? []);
  assert.deepEqual([said?.hours, said?.substitute], ['at noon', 'Marc']);

  const again = opened();
  again.server.change('CareTeam/t1', theirs);
  await changeMember(again.session, keyOf(2), {hours: 'in the evening'}, 'en-CA');
  assert.equal(again.stage.save(`about:${keyOf(2)}`)?.status, 'conflict');
});

test('a member who cannot be told from another in the newest version is not changed', async () => {
  const {server, stage, session} = opened();
  const moved = structuredClone(team);
  moved.participant[0]!.role = [{text: 'x'}] as never;
  moved.participant[1]!.role = [{text: 'y'}] as never;
  server.change('CareTeam/t1', moved);
  await changeMember(session, keyOf(0), {role: social}, 'en-CA');
  assert.equal(stage.save(`about:${keyOf(0)}`)?.status, 'failed');
});

const words = fc.option(fc.string({minLength: 1, maxLength: 30}).filter((text) => text.trim() !== ''));
const change: fc.Arbitrary<MemberChange> = fc.record(
  {
    phones: words,
    hours: words,
    substitute: words,
    consent: words,
    limits: words,
    organization: words,
    role: fc.constant(social),
  },
  {requiredKeys: []},
);

/** A team without what an edit of the member at a place may touch. */
function untouched(json: Json & typeof team, at: number, name: string): unknown {
  const {meta: _meta, participant, note, ...rest} = structuredClone(json);
  const edited = participant[at] as {role?: unknown; onBehalfOf?: unknown};
  delete edited.role;
  delete edited.onBehalfOf;
  return {...rest, participant, note: note.filter(({text}) => !text.startsWith(`About ${name}:`))};
}

test('100 random edits keep every member and field that they do not know, and double nobody', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({max: 4}), change), {minLength: 1, maxLength: 4}),
      async (edits) => {
        const {server, stage, session} = opened();
        for (const [at, wanted] of edits) {
          const before = server.current('CareTeam/t1') as Json & typeof team;
          const member = membersIn(before)[at] as TeamMember;
          const {organization, ...rest} = wanted;
          const asked = mayActFor(member) && organization !== undefined ? {...rest, organization} : rest;
          await changeMember(session, member.key, asked, 'en-CA');
          assert.notEqual(stage.save(`about:${member.key}`)?.status, 'conflict');
          const after = server.current('CareTeam/t1') as Json & typeof team;
          assert.equal(after.participant.length, team.participant.length);
          assert.deepEqual(untouched(after, at, member.name ?? ''), untouched(before, at, member.name ?? ''));
        }
      },
    ),
    {numRuns: 100},
  );
});
