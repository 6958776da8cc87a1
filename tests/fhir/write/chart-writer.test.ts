import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {CarePlan, CareTeam, Goal as FhirGoal} from 'fhir/r4';
import type {MembershipEnd} from '../../../src/domain/care-team.ts';
import {addGoalToPlan} from '../../../src/fhir/write/edit-care-plan.ts';
import {parseRaw, printRaw} from '../../../src/fhir/write/raw-json.ts';
import {MemoryServer, type ServerHabits} from './memory-server.ts';
import {
  goalText,
  inWords,
  nurse,
  participantText,
  planText,
  teamText,
  TestPanel,
  today,
  uuid,
} from './two-panels.ts';

function open(habits: Partial<ServerHabits> = {}, ...more: string[]) {
  const server = new MemoryServer(habits);
  const texts = [goalText('g1'), teamText('t1', participantText('Ana')), planText(), ...more];
  for (const text of texts) server.seed(text);
  const panel = new TestPanel(server.transport());
  panel.look(server);
  const [goal, member] = [panel.goals.get('g1'), panel.members[0]];
  assert.ok(goal && member);
  return {server, panel, goal, member, writer: panel.writer};
}

const end: MembershipEnd = {date: '2026-11-20', reason: 'départ'};
const active = (server: MemoryServer): FhirGoal[] =>
  server
    .all('Goal')
    .filter(
      (goal) => goal['lifecycleStatus'] !== 'entered-in-error' && goal.id !== 'g1',
    ) as unknown as FhirGoal[];

describe('adding a goal', () => {
  test('a double click makes one, and both clicks get the same answer', async () => {
    for (const habits of [{}, {conditionalCreate: false}, {identifierSearch: 'ignored' as const}]) {
      const {server, writer} = open(habits);
      let turns = 0;
      // The first request is slow on its way: a second one would overtake it.
      server.turn = () => (turns++ === 0 ? new Promise((go) => setImmediate(go)) : Promise.resolve());
      const [first, second] = await Promise.all([
        writer.addGoal(inWords('Lire'), uuid(1), null),
        writer.addGoal(inWords('Lire'), uuid(1), null),
      ]);
      assert.ok(first.ok && second.ok);
      assert.equal(first.value.value.id, second.value.value.id);
      assert.equal(server.applied.length, 1);
      assert.equal(server.requests.filter(({path}) => path === 'Goal').length, 1, 'times sent');
    }
  });

  test('once If-None-Exist is known to arrive, a create that vanished is not sent again without it', async () => {
    const {server, writer} = open();
    assert.ok((await writer.addGoal(inWords('Lire'), uuid(1), null)).ok);
    server.writeFaults = ['lost-before'];
    const answer = await writer.addGoal(inWords('Danser'), uuid(2), null);
    assert.deepEqual(answer.ok || answer.error, {kind: 'problem', problem: {kind: 'offline'}});
    assert.equal(server.requests.filter(({path}) => path === 'Goal').length, 2);
  });

  test('a goal that the plan lists already, however it is written, is not listed again', () => {
    const references = ['Goal/g1', 'https://ehr.example/fhir/Goal/g1', 'Goal/g1/_history/2'];
    for (const reference of references) {
      const plan = parseRaw(planText('c1', JSON.stringify({reference})));
      assert.ok(plan);
      addGoalToPlan(plan, 'g1');
      assert.equal(printRaw(plan), planText('c1', JSON.stringify({reference})));
      addGoalToPlan(plan, 'g2');
      assert.match(printRaw(plan), /Goal\/g1.*Goal\/g2/u);
    }
    const empty = parseRaw('{"goal":[{"display":"x"}]}');
    assert.ok(empty);
    addGoalToPlan(empty, 'g1');
    assert.equal(printRaw(empty), '{"goal":[{"display":"x"},{"reference":"Goal/g1"}]}');
  });

  test('a POST that the browser sends again leaves one goal, whatever the server can', async () => {
    const table: Partial<ServerHabits>[] = [
      {},
      {conditionalCreate: false},
      {conditionalCreate: false, identifierSearch: 'refused'},
      {conditionalCreate: false, identifierSearch: 'ignored', pageSize: 1},
      {conditionalCreate: false, representation: false},
      {conditionalCreate: false, drops: ['identifier']},
    ];
    for (const habits of table) {
      const {server, writer} = open(habits);
      server.writeFaults = ['resent'];
      const answer = await writer.addGoal(inWords('Lire'), uuid(1), 'c1');
      assert.ok(answer.ok, JSON.stringify(habits));
      assert.deepEqual(
        active(server).map(({id}) => id),
        [answer.value.value.id],
      );
      const {goal = []} = server.current('CarePlan/c1') as unknown as CarePlan;
      assert.deepEqual(goal, [{reference: `Goal/${answer.value.value.id}`}]);
    }
  });

  test('a copy that cannot be taken back is not called saved; trying again takes it back', async () => {
    const {server, writer} = open({conditionalCreate: false});
    server.writeFaults = ['resent', 'error-before', 'error-before'];
    const first = await writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.deepEqual(first.ok || first.error, {kind: 'problem', problem: {kind: 'unclear', what: 'Goal'}});
    assert.equal(active(server).length, 2);
    const second = await writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.ok(second.ok);
    assert.equal(active(server).length, 1);
  });

  test('of two copies the one that somebody worked on stays', async () => {
    const {server, writer} = open({conditionalCreate: false});
    server.writeFaults = ['resent', 'error-before', 'error-before'];
    await writer.addGoal(inWords('Lire'), uuid(1), null);
    server.change('Goal/goal-2', {statusReason: 'un mot'});
    const answer = await writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.ok(answer.ok);
    assert.deepEqual(
      active(server).map(({id, statusReason}) => [id, statusReason]),
      [['goal-2', 'un mot']],
    );
  });

  test('a lost answer is looked for, and a retry after a return to the patient finds it too (conformance 55)', async () => {
    const {server, panel} = open({conditionalCreate: false});
    server.writeFaults = ['lost-after'];
    server.readFaults = Array.from({length: 100}, () => 'lost');
    const first = await panel.writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.equal(first.ok, false);
    server.readFaults = [];
    const again = new TestPanel(server.transport(), panel.tried);
    const second = await again.writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.ok(second.ok);
    assert.equal(active(server).length, 1);
  });

  test('other words at the second try are those that stand', async () => {
    const {server, panel} = open();
    server.writeFaults = ['lost-after'];
    server.readFaults = Array.from({length: 100}, () => 'lost');
    await panel.writer.addGoal(inWords('Lire'), uuid(1), 'none');
    server.readFaults = [];
    const answer = await panel.writer.addGoal(inWords('Lire le soir'), uuid(1), 'none');
    assert.ok(answer.ok);
    assert.equal(answer.value.value.words.text, 'Lire le soir');
    assert.deepEqual(
      answer.value.notes.map(({kind}) => kind),
      ['not-linked-to-plan'],
    );
    assert.deepEqual(
      active(server).map(({description}) => description.text),
      ['Lire le soir'],
    );
  });

  test('the second try fails when its change does', async () => {
    const {server, panel} = open();
    server.writeFaults = ['lost-after'];
    server.readFaults = Array.from({length: 100}, () => 'lost');
    await panel.writer.addGoal(inWords('Lire'), uuid(1), null);
    server.readFaults = [];
    server.writeFaults = ['error-before', 'error-before'];
    const answer = await panel.writer.addGoal(inWords('Lire le soir'), uuid(1), null);
    assert.deepEqual(answer.ok || answer.error, {kind: 'problem', problem: {kind: 'server', status: 500}});
  });

  test('a preflight that holds If-None-Exist back is learned once', async () => {
    const {server, writer} = open({conditionalCreate: 'blocked'});
    assert.ok((await writer.addGoal(inWords('Lire'), uuid(1), null)).ok);
    assert.ok((await writer.addGoal(inWords('Danser'), uuid(2), null)).ok);
    const posts = server.requests.filter(({method, path}) => method === 'POST' && path === 'Goal');
    assert.deepEqual(
      posts.map(({headers}) => 'If-None-Exist' in headers),
      [true, false, false],
    );
  });

  test('what the server did not keep is told (conformance 54)', async () => {
    const {writer} = open({drops: ['target', 'expressedBy']});
    const answer = await writer.addGoal({...inWords('Lire'), dueDate: '2027-01-01'}, uuid(1), null);
    assert.ok(answer.ok);
    assert.deepEqual(answer.value.notes, [{kind: 'dropped', fields: ['dueDate', 'expressedBy', 'target']}]);
  });

  test('a goal that cannot be linked to the plan is saved, and it is told', async () => {
    const {server, writer} = open();
    server.writeFaults = ['none', 'error-before', 'error-before'];
    const answer = await writer.addGoal(inWords('Lire'), uuid(1), 'c1');
    assert.ok(answer.ok);
    assert.deepEqual(answer.value.notes, [
      {kind: 'not-linked-to-plan', problem: {kind: 'server', status: 500}},
    ]);
  });
});

describe('changing a goal', () => {
  test('what somebody else changed meanwhile stands beside ours, and it is told', async () => {
    const {server, writer, goal} = open();
    server.change('Goal/g1', {lifecycleStatus: 'on-hold', note: [{text: 'une note'}]});
    const answer = await writer.changeGoal(goal, {...inWords('Danser'), dueDate: null});
    assert.ok(answer.ok);
    const {value, notes} = answer.value;
    assert.deepEqual(
      [value.words.text, value.lifecycle, value.clinical?.text, value.dueDate],
      ['Danser', 'on-hold', 'une note', null],
    );
    assert.deepEqual(notes, [{kind: 'merged', fields: ['clinical', 'lifecycle']}]);
  });

  test('two changes at once go one after the other, so that neither meets the other', async () => {
    const {server, writer, goal} = open();
    const answers = await Promise.all([
      writer.changeGoal(goal, inWords('Danser')),
      writer.changeGoal(goal, {dueDate: '2027-01-01'}),
    ]);
    assert.ok(answers.every(({ok}) => ok));
    assert.deepEqual(
      server.requests.map(({method}) => method),
      ['GET', 'PUT', 'GET', 'GET', 'PUT', 'GET'],
    );
  });

  test('the same field is a conflict, also when the change would be sent with others', async () => {
    const {server, writer, goal} = open();
    server.change('Goal/g1', {description: {text: 'Nager'}});
    const answer = await writer.changeGoal(goal, {...inWords('Danser'), dueDate: '2027-05-05'});
    assert.ok(!answer.ok && answer.error.kind === 'conflict');
    assert.deepEqual(answer.error.conflict.fields, ['words']);
    assert.equal(server.applied.filter(({label}) => label !== 'colleague').length, 0);
  });

  test('a reason is not put beside a state that somebody else has set', async () => {
    const {server, writer, goal} = open();
    server.change('Goal/g1', {lifecycleStatus: 'cancelled'});
    const answer = await writer.changeGoal(goal, {statusReason: 'vacances'});
    assert.ok(!answer.ok && answer.error.kind === 'conflict');
    assert.deepEqual(answer.error.conflict.fields, ['statusReason']);
  });

  test('the same change by two people is no conflict and is not written twice', async () => {
    const {server, writer, goal} = open();
    server.change('Goal/g1', {
      description: {
        text: 'Danser',
        _text: {extension: [{url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'fr'}]},
      },
    });
    assert.ok((await writer.changeGoal(goal, inWords('Danser'))).ok);
    assert.equal(server.applied.length, 1);
  });

  test('decimals, unknown extensions, contained resources, `_` siblings and order survive (conformance 52)', async () => {
    const text = goalText(
      'g2',
      'Dormir',
      ',"_startDate":{"extension":[{"url":"x","valueDecimal":2.50}]},"contained":[{"resourceType":"Observation","id":"o","valueQuantity":{"value":0.10}}],"zz":{"a":[1.0,null]}',
    );
    const {server, panel} = open({}, text);
    const goal = panel.goals.get('g2');
    assert.ok(goal);
    assert.ok((await panel.writer.changeGoal(goal, inWords('Danser'))).ok);
    const sent = server.requests.find(({method}) => method === 'PUT')?.body ?? '';
    assert.equal(
      sent.replace(/"description":.*?,"subject"/u, '"description":{"text":"Dormir"},"subject"'),
      text,
    );
  });

  test('every PUT says which version it follows (conformance 49)', async () => {
    const {server, writer, goal, member} = open();
    await writer.changeGoal(goal, inWords('Danser'));
    await writer.addGoal(inWords('Lire'), uuid(1), 'c1');
    await writer.addMember('t1', nurse('Zoé'), uuid(2));
    await writer.endMember(member, end);
    const puts = server.requests.filter(({method}) => method === 'PUT');
    assert.equal(puts.length, 4);
    for (const {headers} of puts) assert.match(headers['If-Match'] ?? '', /^W\/"\d"$/u);
  });

  test('a version that turns our field back after our write is not called saved', async () => {
    const {server, writer, goal} = open();
    server.turn = () => {
      if (server.applied.length === 1) server.change('Goal/g1', {description: {text: 'Marcher'}});
      return Promise.resolve();
    };
    const answer = await writer.changeGoal(goal, inWords('Danser'));
    assert.ok(answer.ok || answer.error.kind === 'conflict' || answer.error.problem.kind === 'unclear');
    const {description} = server.current('Goal/g1') as unknown as FhirGoal;
    assert.equal(answer.ok, description.text === 'Danser');
  });

  test('a server that keeps nothing of it is told apart from one that keeps a part', async () => {
    const none = open({drops: ['target']});
    const refused = await none.writer.changeGoal(none.goal, {dueDate: '2027-01-01'});
    assert.deepEqual(refused.ok || refused.error, {
      kind: 'problem',
      problem: {kind: 'unsupported', what: 'Goal', why: 'server'},
    });
    const part = open({drops: ['target']});
    const kept = await part.writer.changeGoal(part.goal, {...inWords('Danser'), dueDate: '2027-01-01'});
    assert.ok(kept.ok);
    assert.deepEqual(kept.value.notes, [{kind: 'dropped', fields: ['dueDate', 'target']}]);
  });

  test('a goal that is gone, unreadable or another one is not written', async () => {
    for (const text of [
      null,
      '<html>',
      '{"resourceType":"Goal","id":"g2"}',
      '{"resourceType":"CarePlan","id":"g1"}',
    ]) {
      const {server, writer, goal} = open();
      if (text === null) server.versions.delete('Goal/g1');
      else server.versions.set('Goal/g1', [text]);
      const answer = await writer.changeGoal(goal, inWords('Danser'));
      assert.ok(!answer.ok && answer.error.kind === 'problem');
      assert.equal(answer.error.problem.kind, text === null ? 'not-found' : 'unreadable');
      assert.equal(server.requests.filter(({method}) => method === 'PUT').length, 0);
    }
  });
});

describe('the care team', () => {
  test('a first team is made with its first member, once', async () => {
    const {server, writer} = open({conditionalCreate: false});
    server.versions.delete('CareTeam/t1');
    server.writeFaults = ['resent'];
    const [answer] = await Promise.all([
      writer.addMember(null, nurse('Zoé', {phone: '418 555-0100', organization: 'CLSC'}), uuid(1)),
      writer.addMember(null, nurse('Zoé', {phone: '418 555-0100', organization: 'CLSC'}), uuid(1)),
    ]);
    assert.ok(answer.ok);
    const teams = server.all('CareTeam').filter(({status}) => status === 'active') as unknown as CareTeam[];
    assert.equal(teams.length, 1);
    assert.deepEqual(
      teams[0]?.participant?.map(({member, period}) => [member?.display, period?.start]),
      [['Zoé', today]],
    );
  });

  test('a first team that is refused is told', async () => {
    const {server, writer} = open();
    server.writeFaults = ['error-before', 'error-before'];
    const answer = await writer.addMember(null, nurse('Zoé'), uuid(1));
    assert.deepEqual(answer.ok || answer.error, {kind: 'problem', problem: {kind: 'server', status: 500}});
  });

  test('somebody whom a colleague added meanwhile is not added twice', async () => {
    const {server, writer} = open();
    server.change('CareTeam/t1', {
      participant: [JSON.parse(participantText(' ana ')), JSON.parse(participantText('Zoé'))],
    });
    const answer = await writer.addMember('t1', nurse('ZOÉ'), uuid(1));
    assert.ok(answer.ok);
    assert.equal(answer.value.value.length, 2);
    assert.equal(server.requests.filter(({method}) => method === 'PUT').length, 0);
  });

  test('an end is written with its reason; ending again the same day writes nothing', async () => {
    const {server, writer, member} = open();
    const first = await writer.endMember(member, end);
    assert.ok(first.ok);
    const team = server.current('CareTeam/t1') as unknown as CareTeam;
    assert.equal(team.participant?.[0]?.period?.end, end.date);
    assert.deepEqual(
      team.note?.map(({text}) => text),
      ['2026-11-20, Ana: départ'],
    );
    assert.ok((await writer.endMember(member, end)).ok);
    assert.equal(server.applied.length, 1);
  });

  test('somebody who was ended otherwise, or is no longer there, is a conflict', async () => {
    const other = open();
    other.server.change('CareTeam/t1', {
      participant: [
        JSON.parse(
          participantText('Ana').replace('"start":"2026-01-01"', '"start":"2026-01-01","end":"2026-06-01"'),
        ),
      ],
    });
    const ended = await other.writer.endMember(other.member, end);
    assert.ok(!ended.ok && ended.error.kind === 'conflict');
    assert.equal(ended.error.conflict.theirs?.until, '2026-06-01');
    const gone = open();
    gone.server.change('CareTeam/t1', {participant: [JSON.parse(participantText('Bob'))]});
    const lost = await gone.writer.endMember(gone.member, end);
    assert.ok(!lost.ok && lost.error.kind === 'conflict');
    assert.equal(lost.error.conflict.theirs, null);
  });

  test('nobody ends before they began', async () => {
    const {writer, member} = open();
    const answer = await writer.endMember(member, {...end, date: '2025-12-31'});
    assert.ok(!answer.ok && answer.error.kind === 'problem');
    assert.equal(answer.error.problem.kind, 'rejected');
  });
});

describe('what may not be written', () => {
  const marks: [string, string][] = [
    ['modifierExtension', ',"modifierExtension":[{"url":"http://x.example","valueBoolean":true}]'],
    ['implicitRules', ',"implicitRules":"http://x.example"'],
  ];
  for (const [name, mark] of marks) {
    test(`a resource with ${name} (conformance 60)`, async () => {
      const {server, panel} = open({}, goalText('g2', 'Dormir', mark));
      const goal = panel.goals.get('g2');
      assert.ok(goal);
      const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
      assert.ok(!answer.ok && answer.error.kind === 'problem' && answer.error.problem.kind === 'rejected');
      assert.equal(answer.error.problem.issues[0]?.code, 'not-supported');
      assert.equal(server.applied.length, 0);
    });
  }

  test('a shortened copy (conformance 44)', async () => {
    const text = goalText('g2').replace('"versionId":"1"', '"versionId":"1","tag":[{"code":"SUBSETTED"}]');
    const {server, panel} = open({}, text);
    const goal = panel.goals.get('g2');
    assert.ok(goal);
    assert.equal((await panel.writer.changeGoal(goal, inWords('Danser'))).ok, false);
    assert.equal(server.applied.length, 0);
  });

  test('a target or a member whose meaning an extension may reverse', async () => {
    const mark = '"modifierExtension":[{"url":"http://x.example"}]';
    const {server, panel} = open({}, goalText('g2').replace('"dueDate"', `${mark},"dueDate"`));
    const goal = panel.goals.get('g2');
    assert.ok(goal);
    assert.equal((await panel.writer.changeGoal(goal, {dueDate: null})).ok, false);
    assert.ok((await panel.writer.changeGoal(goal, inWords('Danser'))).ok);
    server.seed(teamText('t2', participantText('Bob', `,${mark}`)));
    panel.look(server);
    const bob = panel.members.find(({name}) => name === 'Bob');
    assert.ok(bob);
    assert.equal((await panel.writer.endMember(bob, end)).ok, false);
  });

  test('anything of another patient: not a goal, not a team, not a plan, however it is referred to (conformance 61) (T5)', async () => {
    const subjects = [
      'Patient/p2',
      'https://other.example/fhir/Patient/p1',
      'Patient/p1x',
      'Group/p1',
      '#p1',
      '',
    ];
    for (const subject of subjects) {
      const {server, writer, goal, member} = open();
      for (const key of ['Goal/g1', 'CareTeam/t1', 'CarePlan/c1'])
        server.change(key, {subject: {reference: subject}});
      const before = server.applied.length;
      const answers = [
        await writer.changeGoal(goal, inWords('Danser')),
        await writer.addMember('t1', nurse('Zoé'), uuid(2)),
        await writer.endMember(member, end),
      ];
      for (const answer of answers)
        assert.deepEqual(
          answer.ok || ('problem' in answer.error && answer.error.problem.kind),
          'other-patient',
          subject,
        );
      const added = await writer.addGoal(inWords('Lire'), uuid(1), 'c1');
      assert.ok(added.ok);
      assert.deepEqual(added.value.notes, [
        {kind: 'not-linked-to-plan', problem: {kind: 'other-patient', what: 'CarePlan'}},
      ]);
      assert.equal(server.applied.length, before + 1);
    }
  });

  test('an absolute subject under the record’s own base is the same person, whatever the version', async () => {
    for (const subject of ['https://ehr.example/fhir/Patient/p1', 'Patient/p1/_history/3']) {
      const {server, writer, goal} = open();
      server.change('Goal/g1', {subject: {reference: subject}});
      assert.ok((await writer.changeGoal(goal, inWords('Danser'))).ok, subject);
    }
  });
});
