import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Goal as FhirGoal} from 'fhir/r4';
import {err} from '../../../src/domain/result.ts';
import {ChartWriter, type ChartWriterOptions} from '../../../src/fhir/write/chart-writer.ts';
import {addMember} from '../../../src/fhir/write/edit-care-team.ts';
import {planLink} from '../../../src/fhir/write/edit-care-plan.ts';
import {findCopies} from '../../../src/fhir/write/find-copies.ts';
import {memberAddition} from '../../../src/fhir/write/member-edit.ts';
import {goalEdit} from '../../../src/fhir/write/goal-edit.ts';
import {parseRaw, printRaw, toPlain, toRaw} from '../../../src/fhir/write/raw-json.ts';
import {retirement} from '../../../src/fhir/write/retirement.ts';
import {settleCreate} from '../../../src/fhir/write/settle-create.ts';
import {settleUpdate} from '../../../src/fhir/write/settle-update.ts';
import {MemoryServer, type ServerHabits} from './memory-server.ts';
import {base, goalText, inWords, nurse, planText, teamText, TestPanel, today, uuid} from './two-panels.ts';

const by = {today, now: '2026-11-22T15:00:00.000Z', user: null};
const person = {patientId: 'p1', base};
const rawOf = (text: string) => {
  const raw = parseRaw(text);
  assert.ok(raw);
  return {raw, json: toPlain(raw), id: 'x', version: '1'};
};

function open(habits: Partial<ServerHabits> = {}) {
  const server = new MemoryServer(habits);
  server.seed(goalText('g1'));
  const panel = new TestPanel(server.transport());
  panel.look(server);
  const goal = panel.goals.get('g1');
  assert.ok(goal);
  return {server, panel, goal};
}

test('somebody who is quicker every time ends in a conflict, never in an overwritten edit', async () => {
  const {server, panel, goal} = open();
  let n = 0;
  const faster = (): void => {
    server.change('Goal/g1', {priority: {text: String(n++)}});
    queueMicrotask(() => (server.beforePut = faster));
  };
  server.beforePut = faster;
  const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
  assert.deepEqual(answer.ok || answer.error, {kind: 'problem', problem: {kind: 'conflict', what: 'Goal'}});
  assert.equal((server.current('Goal/g1') as unknown as FhirGoal).description.text, 'Marcher');
});

test('without versions a lost answer is not sent again: the first one may still arrive', async () => {
  const {server, panel, goal} = open({versions: false});
  server.seed(goalText('g1').replace('"versionId":"1",', ''));
  server.writeFaults = ['lost-before'];
  const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
  assert.deepEqual(answer.ok || answer.error, {kind: 'problem', problem: {kind: 'offline'}});
  const puts = server.requests.filter(({method}) => method === 'PUT');
  assert.deepEqual(
    puts.map(({headers}) => 'If-Match' in headers),
    [false],
  );
});

test('what cannot be read any more after the write is not called saved', async () => {
  const {server, panel, goal} = open();
  const options: ChartWriterOptions = {
    port: panel.client,
    person,
    user: null,
    today: () => today,
    tried: new Set(),
    toGoal: () => null,
    toMembers: () => [],
  };
  const blind = new ChartWriter(options);
  const added = await blind.addGoal(inWords('Lire'), uuid(1), null);
  assert.deepEqual(added.ok || added.error, {kind: 'problem', problem: {kind: 'unclear', what: 'Goal'}});
  const changed = await blind.changeGoal(goal, inWords('Danser'));
  assert.deepEqual(changed.ok || changed.error, {
    kind: 'problem',
    problem: {kind: 'unreadable', what: 'Goal', path: ''},
  });
  assert.equal(server.applied.length, 1);
  const edit = goalEdit(goal, inWords('Danser'), () => null, by);
  assert.deepEqual(edit.missing(rawOf(goalText('g1'))), ['words']);
});

test('a body of another patient is not sent (T5)', async () => {
  const {server, panel} = open();
  const creation = {
    what: 'Goal',
    urn: 'urn:uuid:1',
    body: rawOf(goalText('x').replace('Patient/p1', 'Patient/p2')).raw,
    repeated: false,
    looksLikeOurs: () => false,
  } as const;
  const around = {port: panel.client, person, memory: {ifNoneExist: 'untried' as const}};
  const created = await settleCreate(around, creation);
  assert.deepEqual(created.ok || created.error, {kind: 'other-patient', what: 'Goal'});
  assert.equal(server.requests.length, 0);
});

test('copies without dates or versions are told apart by their ids', async () => {
  const {server, panel} = open();
  for (const id of ['g10', 'g9'])
    server.seed(
      `{"resourceType":"Goal","id":"${id}","identifier":[{"value":"urn:uuid:1"}],"subject":{"reference":"Patient/p1"}}`,
    );
  const sought = {what: 'Goal', urn: 'urn:uuid:1', looksLikeOurs: () => false} as const;
  const found = await findCopies({port: panel.client, person}, sought);
  assert.deepEqual(found.ok && found.value.map(({id}) => id), ['g9', 'g10']);
});

test('taking a copy back is done once, for a goal by its lifecycle, else by its status', () => {
  const table = [
    ['Goal', goalText('g1'), 'lifecycleStatus'],
    ['CareTeam', teamText('t1'), 'status'],
  ] as const;
  for (const [what, text, field] of table) {
    const edit = retirement(what, 'x');
    const document = rawOf(text);
    assert.deepEqual(edit.missing(document), [field]);
    const decision = edit.decide(document, false);
    assert.ok(decision.kind === 'edit');
    decision.apply(document.raw);
    assert.deepEqual(edit.missing(document), []);
    assert.equal(edit.decide(document, false).kind, 'nothing');
    assert.equal((toPlain(document.raw) as Record<string, unknown>)[field], 'entered-in-error');
  }
});

test('a plan that lists the goal already is left alone; one that lost it is told', () => {
  const edit = planLink('c1', 'g1');
  assert.equal(edit.decide(rawOf(planText('c1', '{"reference":"Goal/g1"}')), false).kind, 'nothing');
  assert.deepEqual(edit.missing(rawOf(planText())), ['goal']);
});

test('somebody of the directory is referred to, and carries nothing of their own', () => {
  const team = rawOf(teamText('t1')).raw;
  const zoe = nurse('Zoé', {reference: 'Practitioner/z', organization: 'CLSC', phone: '418 555-0100'});
  addMember(team, zoe, 'p1', uuid(1), by);
  const {contained, participant} = toPlain(team) as {contained?: unknown; participant: unknown[]};
  assert.equal(contained, undefined);
  assert.deepEqual(participant, [
    {
      id: uuid(1),
      role: [{text: 'infirmière'}],
      member: {reference: 'Practitioner/z', display: 'Zoé'},
      onBehalfOf: {display: 'CLSC'},
      period: {start: today},
    },
  ]);
  const edit = memberAddition('t1', {...zoe, reference: 'Practitioner/y'}, 'p1', uuid(2), by);
  assert.equal(edit.decide(rawOf(printRaw(team)), false).kind, 'edit', 'two people of one name are two');
  const again = memberAddition('t1', zoe, 'p1', uuid(3), by);
  assert.equal(again.decide(rawOf(printRaw(team)), false).kind, 'nothing');
});

test('a member with an organization alone, or a code alone', () => {
  const team = rawOf(teamText('t1')).raw;
  addMember(
    team,
    nurse('Zoé', {organization: 'CLSC', role: {coded: {system: null, code: null, display: 'x'}, text: 'y'}}),
    'p1',
    uuid(1),
    by,
  );
  addMember(team, nurse('Léo', {kind: 'relative', organization: 'CLSC'}), 'p1', uuid(2), by);
  assert.deepEqual(toPlain(team), {
    ...(JSON.parse(teamText('t1')) as object),
    contained: [{resourceType: 'Practitioner', id: `m${uuid(1)}`, name: [{text: 'Zoé'}]}],
    participant: [
      {
        id: uuid(1),
        role: [{coding: [{display: 'x'}], text: 'y'}],
        member: {reference: `#m${uuid(1)}`, display: 'Zoé'},
        onBehalfOf: {display: 'CLSC'},
        period: {start: today},
      },
      {id: uuid(2), role: [{text: 'infirmière'}], member: {display: 'Léo'}, period: {start: today}},
    ],
  });
});

test('a change that would make a record another person’s is not sent', async () => {
  const {server, panel} = open();
  const answer = await settleUpdate(panel.client, person, {
    what: 'Goal',
    id: 'g1',
    wanted: 1,
    decide: () => ({
      kind: 'edit',
      merged: [],
      apply: (raw) => raw.set('subject', toRaw({reference: 'Patient/p2'})),
    }),
    missing: () => ['subject'],
  });
  assert.deepEqual(answer, err({kind: 'problem', problem: {kind: 'other-patient', what: 'Goal'}}));
  assert.deepEqual(
    server.requests.filter(({method}) => method === 'PUT'),
    [],
  );
});
