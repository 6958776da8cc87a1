import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Transport} from '../../../src/fhir/transport.ts';
import {MemoryServer, type ServerHabits} from './memory-server.ts';
import {goalText, inWords, TestPanel, uuid} from './two-panels.ts';

/** A server whose searches are all answered so. */
function searchless(answer: {status: number; text?: string}, habits: Partial<ServerHabits> = {}) {
  const server = new MemoryServer(habits);
  const real = server.transport();
  const transport: Transport = {
    request: (request) =>
      /[?]|_search$/u.test(request.path)
        ? Promise.resolve({status: answer.status, text: answer.text ?? '', header: () => null})
        : real.request(request),
  };
  return {server, panel: new TestPanel(transport)};
}

const empty = '{"resourceType":"Bundle","type":"searchset","entry":[]}';
const told = async (panel: TestPanel) => {
  const answer = await panel.writer.addGoal(inWords('Lire'), uuid(1), null);
  return answer.ok ? 'saved' : answer.error.kind === 'problem' ? answer.error.problem.kind : 'conflict';
};

test('a goal that no search finds yet is read by the id that the server gave it', async () => {
  for (const answer of [{status: 200, text: empty}, {status: 403}, {status: 400}]) {
    const {panel, server} = searchless(answer);
    assert.equal(await told(panel), 'saved', String(answer.status));
    assert.equal(server.all('Goal').length, 1);
  }
});

test('while searches fail for the moment nobody knows whether there are two, so it is not called saved', async () => {
  for (const status of [500, 503, 429]) {
    const {panel} = searchless({status}, {conditionalCreate: false});
    assert.equal(await told(panel), 'unclear', String(status));
  }
});

test('what a search answers is only believed when it can be read', async () => {
  for (const text of ['<html>', '[]', '{"resourceType":"Goal","id":"x"}']) {
    const {panel} = searchless({status: 200, text}, {representation: false});
    assert.equal(await told(panel), 'unclear', text);
  }
});

test('neither an answer nor anything to be found: unclear', async () => {
  const {panel} = searchless({status: 200, text: empty}, {representation: false});
  assert.equal(await told(panel), 'unclear');
});

test('what was made and cannot be read at once is taken at the server’s word, when it is ours', async () => {
  const table: [string, string | null, string][] = [
    ['', null, 'saved'],
    ['"text":"Lire"', '"text":"Autre"', 'unclear'],
    ['Patient/p1', 'Patient/p2', 'unclear'],
  ];
  for (const [was, is, expected] of table) {
    const server = new MemoryServer();
    const real = server.transport();
    const transport: Transport = {
      async request(request) {
        if (/[?]|_search$/u.test(request.path)) return {status: 200, text: empty, header: () => null};
        if (request.method === 'GET') return {status: 500, text: '', header: () => null};
        const answer = await real.request(request);
        return is === null ? answer : {...answer, text: answer.text.replaceAll(was, is)};
      },
    };
    assert.equal(await told(new TestPanel(transport)), expected, is ?? '');
  }
});

test('a create that the server names and does not hold is unclear', async () => {
  const said =
    '{"resourceType":"Goal","id":"gone","description":{"text":"Lire"},"startDate":"2026-11-22","subject":{"reference":"Patient/p1"}}';
  const transport: Transport = {
    request: (request) =>
      Promise.resolve(
        request.method === 'POST' && request.path === 'Goal'
          ? {status: 201, text: said, header: () => null}
          : /[?]|_search$/u.test(request.path)
            ? {status: 200, text: empty, header: () => null}
            : {status: 404, text: '', header: () => null},
      ),
  };
  assert.equal(await told(new TestPanel(transport)), 'unclear');
});

test('a list that has no end is given up, not followed for ever', async () => {
  const looping = '{"resourceType":"Bundle","link":[{"relation":"next","url":"Goal?page=again"}]}';
  const {panel} = searchless({status: 200, text: looping}, {representation: false});
  assert.equal(await told(panel), 'unclear');
});

test('a change is believed without a second look only when the answer shows all of it (conformance 56)', async () => {
  for (const representation of [true, false]) {
    const server = new MemoryServer({representation});
    server.seed(goalText('g1'));
    const panel = new TestPanel(server.transport());
    panel.look(server);
    const goal = panel.goals.get('g1');
    assert.ok(goal);
    server.readFaults = ['none', 'lost', 'lost', 'lost'];
    const answer = await panel.writer.changeGoal(goal, inWords('Danser'));
    assert.deepEqual(
      answer.ok || answer.error,
      representation || {kind: 'problem', problem: {kind: 'unclear', what: 'Goal'}},
    );
  }
});
