import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Goal as FhirGoal} from 'fhir/r4';
import {TransportError, type Transport, type TransportFailure} from '../../../src/fhir/transport.ts';
import {VirtualTime} from '../virtual-time.ts';
import {MemoryServer} from './memory-server.ts';
import {goalText, inWords, still, TestPanel, uuid} from './two-panels.ts';

type Answer =
  | {readonly status: number; readonly text?: string; readonly headers?: Record<string, string>}
  | TransportFailure
  | 'hang';

/** A panel whose writes are all answered so; `done` carries them out first. */
function panelWith(answer: Answer, done: boolean, server = new MemoryServer(), timers = still) {
  server.seed(goalText('g1'));
  const real = server.transport();
  const transport: Transport = {
    async request(request) {
      if (request.method === 'GET' || request.path.endsWith('_search')) return real.request(request);
      if (done) await real.request(request);
      else server.requests.push({method: request.method, path: request.path, headers: {}, body: ''});
      if (answer === 'hang') return new Promise<never>(() => undefined);
      if (typeof answer === 'string') throw new TransportError(answer);
      const headers = new Map(Object.entries(answer.headers ?? {}));
      return {status: answer.status, text: answer.text ?? '', header: (name) => headers.get(name) ?? null};
    },
  };
  const panel = new TestPanel(transport, new Set(), timers);
  panel.look(server);
  const goal = panel.goals.get('g1');
  assert.ok(goal);
  return {server, panel, goal};
}

const outcome = (text: string): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{severity: 'error', code: 'invariant', details: {text}, expression: ['Goal.target[0].dueDate']}],
  });
const writes = (server: MemoryServer): number =>
  server.requests.filter(({method, path}) => method !== 'GET' && !path.endsWith('_search')).length;

/** What is answered although nothing was done; what is told; how often it was sent (create, change). */
const refusals: [string, Answer, string, number, number][] = [
  ['400', {status: 400, text: outcome('no')}, 'rejected', 1, 1],
  ['401', {status: 401}, 'signed-out', 1, 1],
  ['403', {status: 403}, 'forbidden', 1, 1],
  ['404', {status: 404}, 'not-found', 1, 1],
  ['405', {status: 405}, 'unsupported', 1, 1],
  ['410', {status: 410}, 'gone', 1, 1],
  ['422', {status: 422, text: outcome('no')}, 'rejected', 1, 1],
  ['429 with Retry-After', {status: 429, headers: {'Retry-After': '7'}}, 'busy', 1, 1],
  ['503 with Retry-After', {status: 503, headers: {'Retry-After': '7'}}, 'busy', 2, 2],
  ['500', {status: 500}, 'server', 2, 2],
  ['502 with a page', {status: 502, text: '<html>Bad gateway</html>'}, 'server', 2, 2],
  ['501', {status: 501}, 'unsupported', 2, 2],
  ['408', {status: 408}, 'timeout', 2, 2],
  ['no network', 'network', 'offline', 2, 2],
  ['an aborted request', 'aborted', 'timeout', 2, 2],
  ['an address elsewhere', 'held-elsewhere', 'held-elsewhere', 1, 1],
  ['a session that is over', 'signed-out', 'signed-out', 1, 1],
  ['a sign-in page with 200', {status: 200, text: '<!doctype html>'}, 'unreadable', 2, 2],
  ['a redirect', {status: 302}, 'unreadable', 2, 2],
];

describe('a write that was not carried out is never called saved', () => {
  for (const [name, answer, told, creates, changes] of refusals) {
    test(name, async () => {
      const create = panelWith(answer, false);
      const created = await create.panel.writer.addGoal(inWords('Lire'), uuid(1), null);
      assert.ok(!created.ok && created.error.kind === 'problem');
      assert.equal(created.error.problem.kind, told);
      assert.equal(writes(create.server), creates, 'times sent');
      const change = panelWith(answer, false);
      const changed = await change.panel.writer.changeGoal(change.goal, inWords('Lire'));
      assert.ok(!changed.ok && changed.error.kind === 'problem');
      assert.equal(changed.error.problem.kind, told);
      assert.equal(writes(change.server), changes, 'times sent');
      assert.equal(create.server.applied.length + change.server.applied.length, 0);
    });
  }

  for (const status of [409, 412]) {
    test(`${status} although nothing moved`, async () => {
      const change = panelWith({status}, false);
      const changed = await change.panel.writer.changeGoal(change.goal, inWords('Lire'));
      assert.ok(!changed.ok && changed.error.kind === 'problem');
      assert.equal(changed.error.problem.kind, 'conflict');
    });
    test(`${status} and somebody changed the same words: both versions come back (conformance 50)`, async () => {
      const change = panelWith({status}, false);
      change.server.change('Goal/g1', {description: {text: 'Nager'}});
      const changed = await change.panel.writer.changeGoal(change.goal, inWords('Lire'));
      assert.ok(!changed.ok && changed.error.kind === 'conflict');
      const {base, mine, theirs, fields} = changed.error.conflict;
      assert.deepEqual(
        [base.words.text, mine.words?.text, theirs.words.text, fields],
        ['Marcher', 'Lire', 'Nager', ['words']],
      );
      assert.equal(writes(change.server), 0, 'what would overwrite is not even sent');
    });
  }

  test('200 with nothing at all, which no record shows', async () => {
    for (const answer of [{status: 200}, {status: 200, text: outcome('no')}]) {
      const create = panelWith(answer, false);
      const created = await create.panel.writer.addGoal(inWords('Lire'), uuid(1), null);
      assert.ok(!created.ok && created.error.kind === 'problem');
      assert.equal(created.error.problem.kind, 'unclear');
      const change = panelWith(answer, false);
      const changed = await change.panel.writer.changeGoal(change.goal, inWords('Lire'));
      assert.ok(!changed.ok && changed.error.kind === 'problem');
      assert.match(changed.error.problem.kind, /unclear|unsupported/u);
    }
  });

  test('a refusal keeps what the server says about which element (conformance 62)', async () => {
    const {panel} = panelWith({status: 422, text: outcome('la date est passée')}, false);
    const created = await panel.writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.ok(!created.ok && created.error.kind === 'problem' && created.error.problem.kind === 'rejected');
    const [issue] = created.error.problem.issues;
    assert.deepEqual([issue?.text, issue?.expressions], ['la date est passée', ['Goal.target[0].dueDate']]);
  });

  test('401 for this one type, while the person’s own record still opens, is no end of the session', async () => {
    const {panel, server} = panelWith({status: 401}, false);
    server.seed('{"resourceType":"Patient","id":"p1"}');
    const created = await panel.writer.addGoal(inWords('Lire'), uuid(1), null);
    assert.deepEqual(created.ok || created.error, {
      kind: 'problem',
      problem: {kind: 'forbidden', what: 'Goal'},
    });
  });

  test('Retry-After is told', async () => {
    const {panel, goal} = panelWith({status: 503, headers: {'Retry-After': '7'}}, false);
    const changed = await panel.writer.changeGoal(goal, inWords('Lire'));
    assert.deepEqual(changed.ok || changed.error, {
      kind: 'problem',
      problem: {kind: 'busy', retryAfterSeconds: 7},
    });
  });
});

/** What is answered although the write was carried out. */
const lies: [string, Answer][] = [
  ['201 with an empty body', {status: 201}],
  ['204', {status: 204}],
  ['a sign-in page', {status: 200, text: '<!doctype html>'}],
  ['half a resource', {status: 201, text: '{"resourceType":"Goal","id":"go'}],
  ['an OperationOutcome with 200', {status: 200, text: outcome('information')}],
  ['a resource of somebody else', {status: 201, text: '{"resourceType":"Goal","id":"g9"}'}],
  ['no answer', 'network'],
  ['an abort', 'aborted'],
  ['500', {status: 500}],
  ['502', {status: 502, text: '<html>'}],
  ['503', {status: 503}],
  ['408', {status: 408}],
  ['409', {status: 409}],
  ['412', {status: 412}],
];

describe('a write that was carried out once is called saved, whatever was answered', () => {
  for (const [name, answer] of lies) {
    test(name, async () => {
      const create = panelWith(answer, true);
      const created = await create.panel.writer.addGoal(inWords('Lire'), uuid(1), null);
      assert.ok(created.ok, JSON.stringify(created));
      assert.equal(created.value.value.words.text, 'Lire');
      const goals = create.server.all('Goal').filter((goal) => goal.id !== 'g1');
      assert.deepEqual(
        goals.map((goal) => (goal as unknown as FhirGoal).lifecycleStatus),
        ['active'],
      );
      assert.equal(create.server.applied.length, 1);
      const change = panelWith(answer, true);
      const changed = await change.panel.writer.changeGoal(change.goal, inWords('Lire'));
      assert.ok(changed.ok, JSON.stringify(changed));
      assert.deepEqual([changed.value.value.words.text, change.server.applied.length], ['Lire', 1]);
    });
  }

  test('an answer that never comes ends at fifteen seconds, and the record is looked at', async () => {
    for (const done of [true, false]) {
      const time = new VirtualTime();
      const {panel, goal, server} = panelWith('hang', done, new MemoryServer(), time);
      const changed = await time.run(panel.writer.changeGoal(goal, inWords('Lire')));
      assert.equal(changed.ok, done);
      if (!changed.ok) assert.deepEqual(changed.error, {kind: 'problem', problem: {kind: 'timeout'}});
      assert.equal(server.applied.length, done ? 1 : 0);
      assert.equal(time.elapsed, done ? 15_000 : 30_000);
    }
  });
});
