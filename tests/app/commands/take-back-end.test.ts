import assert from 'node:assert/strict';
import {test} from 'node:test';
import {takeBackEnd} from '../../../src/app/commands/save-member.ts';
import type {Chart} from '../../../src/app/chart.ts';
import type {MembershipEnd, TeamMember} from '../../../src/domain/care-team.ts';
import {ok} from '../../../src/domain/result.ts';
import {mapCareTeam} from '../../../src/fhir/map-care-team.ts';
import {ReferenceIndex} from '../../../src/fhir/references.ts';
import {memberEnding} from '../../../src/fhir/write/member-edit.ts';
import {MemoryServer} from '../../fhir/write/memory-server.ts';
import {recordStage} from './record-stage.ts';

const note = {text: 'Met the family.'};
const team = {
  resourceType: 'CareTeam',
  id: 't1',
  meta: {versionId: '1'},
  extension: [{url: 'urn:vendor', valueDecimal: 1.0}],
  status: 'active',
  subject: {reference: 'Patient/p1'},
  participant: [
    {
      id: 'x',
      role: [{text: 'Nurse'}],
      member: {reference: 'Practitioner/a', display: 'Anne'},
      period: {start: '2026-01-01'},
    },
    {member: {display: 'Popote'}, extension: [{url: 'urn:vendor', valueInteger: 3}]},
    {member: {display: 'Rose'}, period: {start: '2026-01-01', end: '2027-06-30'}},
  ],
  note: [note],
};
type Json = typeof team;

function membersIn(json: unknown): readonly TeamMember[] {
  const around = {patientId: 'p1', today: '2026-11-22', zone: 'America/Toronto', base: null};
  return mapCareTeam(json, {...around, index: new ReferenceIndex(), positions: new Map()})?.members ?? [];
}

const end: MembershipEnd = {date: '2026-11-22', reason: 'Moved away'};

/** A team in which the member at a place has just been ended. */
async function ended(at: number, change = end, start: Partial<Json> = {}) {
  const server = new MemoryServer({});
  server.seed(JSON.stringify({...team, ...start}));
  const before = membersIn(server.current('CareTeam/t1'))[at];
  assert.ok(before);
  const stage = recordStage({transport: server.transport()});
  let read = 0;
  const readTeam = () => {
    read += 1;
    const value = {members: membersIn(server.current('CareTeam/t1')), teamIds: ['t1']};
    return Promise.resolve(ok({value, gaps: [], asOf: ''}));
  };
  const session = {...stage.session, chart: {...stage.session.chart, readTeam} as Chart};
  const writer = await stage.desk.writer();
  assert.ok(writer.ok);
  const by = writer.value.by();
  const done = await writer.value.update(memberEnding(before, change, membersIn, by), () => true);
  assert.ok(done.ok);
  const held = (): Json => server.current('CareTeam/t1') as unknown as Json;
  const takeBack = async (): Promise<string> => {
    await takeBackEnd(session, before, change);
    const save = stage.save(`member:${before.key}`);
    return save?.status === 'failed' ? save.problem.kind : (save?.status ?? '');
  };
  return {server, before, held, takeBack, reads: () => read};
}

for (const [name, at] of [
  ['a member with a beginning', 0],
  ['a member without any period', 1],
  ['a member whose end was planned for later', 2],
] as const) {
  test(`the end of ${name} is taken back: the team says again what it said, to the letter`, async () => {
    const {server, held, takeBack, reads} = await ended(at);
    assert.equal(held().participant[at]?.period?.end, '2026-11-22');
    assert.equal(held().note.length, 2);
    assert.equal(await takeBack(), 'saved');
    const {meta: _meta, ...now} = held();
    const {meta: _before, ...then} = team;
    assert.deepEqual(now, then);
    assert.equal(server.applied.length, 2);
    assert.equal(reads(), 1, 'the team is read again');
    assert.equal(await takeBack(), 'saved');
    assert.equal(server.applied.length, 2, 'a second time there is nothing to do');
  });
}

test('without a reason there is no note to take out, and another one of the same words stays', async () => {
  const without = {...end, reason: ''};
  const {held, takeBack} = await ended(0, without, {note: [{text: '2026-11-22, Anne: '}]});
  assert.equal(await takeBack(), 'saved');
  assert.deepEqual(held().note, [{text: '2026-11-22, Anne: '}]);
  const last = await ended(0, end, {note: undefined} as never);
  assert.equal(await last.takeBack(), 'saved');
  assert.equal(last.held().note, undefined);
});

test('a note of the reason that somebody took out meanwhile is missed by nobody', async () => {
  const {server, held, takeBack} = await ended(0);
  server.change('CareTeam/t1', {note: [note]});
  assert.equal(await takeBack(), 'saved');
  assert.equal(held().participant[0]?.period?.end, undefined);
});

test('what somebody else changed meanwhile is not overwritten', async () => {
  const moved = await ended(0);
  const participant = structuredClone(moved.held().participant);
  participant[0]!.period = {start: '2026-01-01', end: '2026-10-31'};
  moved.server.change('CareTeam/t1', {participant});
  assert.equal(await moved.takeBack(), 'conflict');
  assert.equal(moved.held().participant[0]?.period?.end, '2026-10-31');

  const gone = await ended(0);
  gone.server.change('CareTeam/t1', {participant: team.participant.slice(1)});
  assert.equal(await gone.takeBack(), 'not-found');

  const modified = await ended(0);
  const marked = modified.held().participant.map((one) => ({...one, modifierExtension: [{url: 'urn:x'}]}));
  modified.server.change('CareTeam/t1', {participant: marked});
  assert.notEqual(await modified.takeBack(), 'saved');
  assert.equal(modified.held().participant[0]?.period?.end, '2026-11-22');
});
