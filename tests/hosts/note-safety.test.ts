import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../sandbox/start-sandbox.ts';
import type {Resource} from '../../sandbox/json.ts';
import {TransportError, type Transport} from '../../src/fhir/transport.ts';
import {openHost, startedAt, valueOf, type Host} from './host-stage.ts';

// A plan kept in a note: what two people, a dying connection and a colleague's own hand do to it.

const goalSubject = (id: string) => ({reference: `Patient/${id}`});
let sandbox: Sandbox;
let patient = '';
let patients = 0;

before(async () => {
  const people = Array.from({length: 30}, (_, at) => [
    {resourceType: 'Patient', id: `p${at}`, name: [{family: 'Essai'}], birthDate: '1950-01-01'},
    {
      resourceType: 'Goal',
      id: `native${at}`,
      lifecycleStatus: 'active',
      description: {text: 'Weight below 80 kg'},
      subject: goalSubject(`p${at}`),
    },
  ]);
  sandbox = await startSandbox({people, now: () => new Date(startedAt)});
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.faults.clear();
  patient = `p${patients}`;
  patients += 1;
});

const words = (text: string) => ({text, lang: 'en-CA'});
const goalsOf = (host: Host) =>
  valueOf(host.state().goals)
    .map((goal) => goal.words.text)
    .filter((text) => text !== 'Weight below 80 kg')
    .toSorted();
const goalOf = (host: Host, text: string) => {
  const goal = valueOf(host.state().goals).find((one) => one.words.text === text);
  assert.ok(goal, text);
  return goal;
};
const statusOf = (host: Host, key: string) => host.state().saves[key]?.status;
const add = async (host: Host, text: string): Promise<string | undefined> => {
  await host.panel.actions.addGoal({words: words(text)});
  return statusOf(host, 'goal:new');
};
const versions = (): Resource[] => sandbox.store.list('DocumentReference', patient);
const current = (): Resource[] => versions().filter(({status}) => status === 'current');
const textIn = (document: Resource | undefined): string => {
  assert.ok(document);
  const [content] = document.content as [{attachment: {data: string}}];
  return Buffer.from(content.attachment.data, 'base64').toString('utf8');
};
const openEpic = (through?: (inner: Transport) => Transport) => openHost(sandbox, 'epic', patient, through);

/** Runs `before` once, just before the first request that matches leaves. */
function justBefore(method: string, path: string, work: () => Promise<unknown>) {
  let done = false;
  return (inner: Transport): Transport => ({
    async request(request) {
      if (!done && request.method === method && request.path === path && armed) {
        done = true;
        await work();
      }
      return inner.request(request);
    },
  });
}
let armed = false;

describe('two people and one note', () => {
  beforeEach(() => (armed = false));

  it('keeps both goals when two people add one each, one after the other', async () => {
    const [anna, bob] = [await openEpic(), await openEpic()];
    assert.equal(await add(anna, 'Walk'), 'saved');
    assert.equal(await add(bob, 'Sleep'), 'saved');
    await anna.reopen();
    assert.deepEqual(goalsOf(anna), ['Sleep', 'Walk']);
    assert.equal(current().length, 1);
  });

  it('keeps both goals when a colleague files a version between reading and filing', async () => {
    const bob = await openEpic();
    const anna = await openEpic(justBefore('POST', 'DocumentReference', () => add(bob, 'Sleep')));
    armed = true;
    assert.equal(await add(anna, 'Walk'), 'saved');
    await anna.reopen();
    await bob.reopen();
    assert.deepEqual(goalsOf(anna), ['Sleep', 'Walk']);
    assert.deepEqual(goalsOf(bob), ['Sleep', 'Walk']);
    assert.equal(current().length, 1);
  });

  it('shows a conflict, and overwrites nothing, when both change the same goal', async () => {
    const anna = await openEpic();
    await add(anna, 'Walk');
    const bob = await openEpic();
    await bob.panel.actions.changeGoal(goalOf(bob, 'Walk').id, {words: words('Walk with Rose')});
    const key = `goal:${goalOf(anna, 'Walk').id}`;
    await anna.panel.actions.changeGoal(goalOf(anna, 'Walk').id, {words: words('Walk alone')});
    assert.equal(statusOf(anna, key), 'conflict');
    await bob.reopen();
    assert.deepEqual(goalsOf(bob), ['Walk with Rose']);
  });

  it('shows the same conflict when the colleague was first by a moment', async () => {
    const bob = await openEpic();
    await add(bob, 'Walk');
    const anna = await openEpic(
      justBefore('POST', 'DocumentReference', () =>
        bob.panel.actions.changeGoal(goalOf(bob, 'Walk').id, {words: words('Walk with Rose')}),
      ),
    );
    armed = true;
    const {id} = goalOf(anna, 'Walk');
    await anna.panel.actions.changeGoal(id, {words: words('Walk alone')});
    assert.equal(statusOf(anna, `goal:${id}`), 'conflict');
    await bob.reopen();
    assert.deepEqual(goalsOf(bob), ['Walk with Rose']);
    await anna.panel.actions.settleGoal(id, {words: words('Walk alone on Mondays')});
    assert.equal(statusOf(anna, `goal:${id}`), 'saved');
    await bob.reopen();
    assert.deepEqual(goalsOf(bob), ['Walk alone on Mondays']);
    assert.equal(current().length, 1);
  });

  it('merges different fields of one goal that two people changed', async () => {
    const anna = await openEpic();
    await add(anna, 'Walk');
    const bob = await openEpic();
    await bob.panel.actions.changeGoal(goalOf(bob, 'Walk').id, {dueDate: '2027-01-01'});
    await anna.panel.actions.changeGoal(goalOf(anna, 'Walk').id, {achievement: 'improving'});
    await bob.reopen();
    const {achievement, dueDate} = goalOf(bob, 'Walk');
    assert.deepEqual([achievement, dueDate], ['improving', '2027-01-01']);
  });

  it('does the same in a record that keeps no relations between documents', async () => {
    const forgets = (inner: Transport): Transport => ({
      request(request) {
        if (request.method !== 'POST' || request.path !== 'DocumentReference') return inner.request(request);
        const {relatesTo: _relatesTo, ...body} = JSON.parse(request.body ?? '') as {relatesTo?: unknown};
        return inner.request({...request, body: JSON.stringify(body)});
      },
    });
    const bob = await openEpic(forgets);
    await add(bob, 'Eat');
    const racing = justBefore('POST', 'DocumentReference', () => add(bob, 'Sleep'));
    const anna = await openEpic((inner) => forgets(racing(inner)));
    armed = true;
    assert.equal(await add(anna, 'Walk'), 'saved');
    await bob.reopen();
    assert.deepEqual(goalsOf(bob), ['Eat', 'Sleep', 'Walk']);
  });
});

describe('a connection that dies', () => {
  const faults: readonly (readonly [
    what: string,
    kind: 'drop-after-write' | 'reset' | 'truncated' | '503',
  ])[] = [
    ['after the note was filed', 'drop-after-write'],
    ['before it was filed', 'reset'],
    ['within the answer', 'truncated'],
  ];
  for (const [what, kind] of faults) {
    it(`${what} leaves one goal at most, and the screen says what the record holds`, async () => {
      const host = await openEpic();
      sandbox.faults.add({kind, method: 'POST', path: '/fhir/DocumentReference$', nth: 1});
      const status = await add(host, 'Walk');
      sandbox.faults.clear();
      const other = await openEpic();
      assert.ok(status === 'saved' || status === 'failed');
      assert.equal(goalsOf(other).length, status === 'saved' ? 1 : 0, kind);
      if (status === 'failed') assert.equal(await add(host, 'Walk'), 'saved');
      await other.reopen();
      assert.deepEqual(goalsOf(other), ['Walk']);
    });
  }

  it('and is sent twice by the browser makes one version of the plan', async () => {
    const twice = (inner: Transport): Transport => ({
      async request(request) {
        if (request.method === 'POST' && request.path === 'DocumentReference') await inner.request(request);
        return inner.request(request);
      },
    });
    const host = await openEpic(twice);
    assert.equal(await add(host, 'Walk'), 'saved');
    assert.equal(await add(host, 'Sleep'), 'saved');
    const other = await openEpic();
    assert.deepEqual(goalsOf(other), ['Sleep', 'Walk']);
  });

  it('a note that cannot be read is never written over, and the goals are not said to be all', async () => {
    const host = await openEpic();
    await add(host, 'Walk');
    sandbox.faults.add({kind: '500', path: '/fhir/DocumentReference'});
    const other = await openEpic();
    const {goals} = other.state();
    assert.ok(goals.status === 'ready' && goals.gaps.length > 0, JSON.stringify(goals));
    assert.notEqual(await add(other, 'Sleep'), 'saved');
    sandbox.faults.clear();
    assert.equal(versions().length, 1);
  });
});

describe('a note that somebody has made unreadable', () => {
  it('is never written over, and the goals are not said to be all', async () => {
    const host = await openEpic();
    await add(host, 'Walk');
    const [note] = current();
    const data = Buffer.from('See the letter of 3 November.').toString('base64');
    const broken = {...note, content: [{attachment: {contentType: 'text/plain', data}}]} as Resource;
    sandbox.store.write(broken, note?.id ?? '', 'PUT');
    await host.reopen();
    const {goals} = host.state();
    assert.ok(goals.status === 'ready' && goals.gaps.length > 0);
    assert.equal(await add(host, 'Sleep'), 'failed');
    assert.equal(versions().length, 1);
    assert.match(textIn(current()[0]), /letter of 3 November/u);
  });
});

describe('a note that people read and write', () => {
  it('is text in both languages, of this patient, and replaces the one before', async () => {
    const host = await openHost(sandbox, 'epic', patient);
    await add(host, 'Walk');
    await add(host, 'Sleep');
    const [note] = current();
    const text = textIn(note);
    assert.match(text, /^INDIVIDUALIZED SERVICES PLAN \(ISP\) \/ PLAN DE SERVICES INDIVIDUALISÉ \(PSI\)\n/u);
    assert.match(text, /\nG1 \[active \/ actif · en-CA\] Walk\n/u);
    assert.deepEqual(note?.subject, {reference: `Patient/${patient}`});
    assert.equal((note.relatesTo as unknown[]).length, 1);
    assert.deepEqual(new Set(versions().map(({status}) => status)), new Set(['current', 'superseded']));
  });

  it('is final, signed, dated with times, of one content in XHTML, where Oracle wants it so (conformance 64)', async () => {
    const host = await openHost(sandbox, 'oracle', patient);
    assert.equal(await add(host, 'Marcher & « rire » <ensemble>'), 'saved');
    const [note] = current();
    assert.equal(note?.docStatus, 'final');
    assert.deepEqual(note.author, [{reference: 'Practitioner/qc-nurse-case-manager'}]);
    assert.equal((note.content as unknown[]).length, 1);
    assert.match((note.context as {period: {end: string}}).period.end, /T.*Z$/u);
    assert.match(
      textIn(note),
      /^<html xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">.*Marcher &amp; .*&lt;ensemble&gt;/u,
    );
    assert.doesNotMatch(textIn(note), /style|class|script/u);
    // The form that was refused is not tried again.
    const refused = (): number =>
      sandbox.log.entries.filter(({status, path}) => status === 422 && path.endsWith('/DocumentReference'))
        .length;
    const before = refused();
    assert.ok(before > 0);
    await add(host, 'Dormir');
    assert.equal(refused(), before);
    await host.reopen();
    assert.deepEqual(goalsOf(host), ['Dormir', 'Marcher & « rire » <ensemble>']);
  });

  it('is read after somebody changed it by hand, and what they put in is kept', async () => {
    const host = await openEpic();
    await add(host, 'Walk');
    const [note] = current();
    const text = textIn(note)
      .replace('Walk', 'Walk to the river')
      .replace('\nGOALS', '\nCall Rose about the keys\n\nGOALS');
    const data = Buffer.from(text).toString('base64');
    sandbox.store.write(
      {...note, content: [{attachment: {contentType: 'text/plain', data}}]} as Resource,
      note?.id ?? '',
      'PUT',
    );
    await host.reopen();
    assert.deepEqual(goalsOf(host), ['Walk to the river']);
    await add(host, 'Sleep');
    assert.match(textIn(current()[0]), /Call Rose about the keys/u);
  });

  it('stands beside what the record itself holds, which cannot be changed here', async () => {
    const host = await openEpic();
    await add(host, 'Walk');
    await host.reopen();
    const native = goalOf(host, 'Weight below 80 kg');
    assert.equal(native.readOnly, 'no-ability');
    assert.equal(goalOf(host, 'Walk').readOnly, null);
  });

  it('never takes a note of another patient for its own', async () => {
    const host = await openEpic();
    await add(host, 'Walk');
    const [note] = current();
    patient = `p${patients}`;
    patients += 1;
    let lied = 0;
    const other = await openEpic((inner) => ({
      async request(request) {
        const answer = await inner.request(request);
        if (!/^DocumentReference(?:\/_search|\?)/u.test(request.path)) return answer;
        lied += 1;
        const entry = [{resource: note}];
        return {...answer, text: JSON.stringify({resourceType: 'Bundle', type: 'searchset', entry})};
      },
    }));
    assert.ok(lied > 0);
    assert.deepEqual(goalsOf(other), []);
  });

  it('says nothing of an empty plan before it is known that no note holds one', async () => {
    await add(await openEpic(), 'Walk');
    const seen: string[] = [];
    const host = await openEpic((inner) => ({
      async request(request) {
        if (request.path === 'metadata') await new Promise((resolve) => setTimeout(resolve, 50));
        return inner.request(request);
      },
    }));
    host.panel.store.subscribe(() => {
      const {team} = host.state();
      if (team.status === 'ready') seen.push(JSON.stringify(team.value.members));
    });
    assert.deepEqual(goalsOf(host), ['Walk']);
  });

  it('is pointed at from the rest of the record by an identifier, for it has no address there', async () => {
    const host = await openEpic();
    await add(host, 'Walk');
    const {id} = goalOf(host, 'Walk');
    const key = `rating:${id}:importance`;
    await host.panel.actions.wish(key, 'rateGoal', id, 'importance', 8);
    assert.equal(statusOf(host, key), 'saved', JSON.stringify(host.state().saves[key]));
    const record = JSON.stringify(sandbox.store.list('Observation', patient));
    assert.match(record, /"identifier":\{"system":"urn:isp-panel:note","value":"Goal\/note-g1"\}/u);
    assert.doesNotMatch(record, /"reference":"Goal\/note-/u);
    await host.reopen();
    assert.deepEqual(
      valueOf(host.state().later.ratings).map(({goalId, value}) => [goalId, value]),
      [[id, 8]],
    );
  });

  it('a session that ended while filing keeps what was typed', async () => {
    const host = await openEpic((inner) => ({
      request(request) {
        if (armed && request.path === 'DocumentReference') throw new TransportError('signed-out');
        return inner.request(request);
      },
    }));
    armed = true;
    host.panel.actions.keepDraft('goal:new', {words: 'Walk'});
    assert.equal(await add(host, 'Walk'), 'failed');
    assert.deepEqual(host.state().drafts['goal:new'], {words: 'Walk'});
  });
});
