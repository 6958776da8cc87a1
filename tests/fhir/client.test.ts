import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {FhirClient, type ReadAnswer} from '../../src/fhir/client.ts';
import type {Problem} from '../../src/domain/problem.ts';
import type {Result} from '../../src/domain/result.ts';
import type {TransportRequest} from '../../src/fhir/transport.ts';
import {base, bundle, FakeTransport, type Answer} from './fake-transport.ts';
import {VirtualTime} from './virtual-time.ts';

const goal = {resourceType: 'Goal', id: 'g1', subject: {reference: 'Patient/p1'}};

/** A client whose requests are answered in turn; the last answer goes on for ever. */
function stage(
  answers: readonly Answer[] | ((request: TransportRequest, place: number) => Answer),
  options = {},
) {
  const time = new VirtualTime();
  const give =
    typeof answers === 'function'
      ? answers
      : (_: TransportRequest, place: number) => answers[Math.min(place, answers.length - 1)] ?? 'hang';
  const transport = new FakeTransport(time, give);
  const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0, ...options});
  const get = (path = 'Goal/g1', more = {}): Promise<Result<ReadAnswer, Problem>> =>
    time.run(client.get(path, {what: 'Goal', ...more}));
  return {
    time,
    transport,
    client,
    get,
    waits: () => transport.requests.map(({at}, place, all) => at - (all[place - 1]?.at ?? at)),
  };
}

const told = (result: Result<unknown, Problem>): string => (result.ok ? 'ok' : result.error.kind);

describe('a read', () => {
  test('gives the text as it came, and asks for FHIR', async () => {
    const {get, transport} = stage([{text: '{"resourceType":"Goal","id":"g1","weight":70.50}'}]);
    const answer = await get();
    assert.ok(answer.ok);
    assert.match(answer.value.text, /70\.50/u);
    assert.deepEqual(transport.requests[0]?.headers, {Accept: 'application/fhir+json'});
  });

  test('is tried three times where that may help, with longer pauses; what is final is asked once', async () => {
    const table: [Answer, string, number][] = [
      ['network', 'offline', 3],
      [{status: 500}, 'server', 3],
      [{status: 502, text: '<html>'}, 'server', 3],
      [{status: 503}, 'busy', 3],
      [{status: 429}, 'busy', 3],
      [{status: 408}, 'timeout', 3],
      ['hang', 'timeout', 3],
      ['held-elsewhere', 'held-elsewhere', 1],
      ['signed-out', 'signed-out', 1],
      [{status: 400}, 'rejected', 1],
      [{status: 403}, 'forbidden', 1],
      [{status: 404}, 'not-found', 1],
      [{status: 405}, 'unsupported', 1],
      [{status: 409}, 'conflict', 1],
      [{status: 410}, 'gone', 1],
      [{status: 302}, 'unreadable', 1],
      [{text: ''}, 'unreadable', 1],
      [{text: '<!doctype html>'}, 'unreadable', 1],
      [{text: '{"resourceType":"Go'}, 'unreadable', 1],
      [{text: '[]'}, 'unreadable', 1],
      [
        {body: {resourceType: 'OperationOutcome', issue: [{severity: 'error', code: 'processing'}]}},
        'rejected',
        1,
      ],
      [
        {body: {resourceType: 'OperationOutcome', issue: [{severity: 'warning', code: 'processing'}]}},
        'ok',
        1,
      ],
    ];
    for (const [answer, kind, tries] of table) {
      const {get, transport, waits} = stage([answer]);
      assert.equal(told(await get()), kind, JSON.stringify(answer));
      assert.equal(transport.requests.length, tries, JSON.stringify(answer));
      if (tries === 3 && answer !== 'hang') assert.deepEqual(waits(), [0, 580, 1080]);
    }
  });

  test('succeeds at the second try', async () => {
    const {get} = stage(['network', {body: goal}]);
    assert.equal(told(await get()), 'ok');
  });

  test('waits as long as the server asks, up to thirty seconds (conformance 25)', async () => {
    const asked = async (header: string) => {
      const {get, waits} = stage([{status: 503, headers: {'Retry-After': header}}, {body: goal}]);
      return [told(await get()), ...waits()];
    };
    assert.deepEqual(await asked('7'), ['ok', 0, 7080]);
    assert.deepEqual(await asked('0'), ['ok', 0, 580]);
    assert.deepEqual(await asked('Sun, 22 Nov 2026 15:00:10 GMT'), ['ok', 0, 10_080]);
    assert.deepEqual(await asked('later'), ['ok', 0, 580]);
    assert.deepEqual(await asked('31'), ['busy', 0]);
  });

  test('ends at fifteen seconds, also where a transport does not heed its signal', async () => {
    const time = new VirtualTime();
    const client = new FhirClient({
      transport: {request: () => new Promise(() => undefined)},
      patientId: 'p1',
      timers: time,
      random: () => 0,
    });
    assert.equal(told(await time.run(client.get('Goal/g1', {what: 'Goal'}))), 'timeout');
    assert.equal(time.elapsed, 45_000 + 1500);
  });

  test('is given up at once, before, during and between tries', async () => {
    const aborted = AbortSignal.abort();
    const before = stage([{body: goal}]);
    assert.equal(told(await before.get('Goal/g1', {signal: aborted})), 'cancelled');
    assert.equal(before.transport.requests.length, 0);
    for (const [answer, at] of [
      ['hang', 1000],
      ['network', 300],
    ] as const) {
      const {time, get, transport} = stage([answer]);
      const giveUp = new AbortController();
      time.at(at, () => giveUp.abort());
      assert.equal(told(await get('Goal/g1', {signal: giveUp.signal})), 'cancelled');
      assert.equal(transport.requests.length, 1);
    }
  });

  test('a mistake of a host’s transport is no answer', async () => {
    const time = new VirtualTime();
    const client = new FhirClient({
      transport: {request: () => Promise.reject(new Error('host'))},
      patientId: 'p1',
      timers: time,
      random: () => 0,
    });
    assert.equal(told(await time.run(client.get('Goal/g1', {what: 'Goal'}))), 'offline');
  });

  test('six run at a time; one that decides something goes before those that wait', async () => {
    const {time, client, transport} = stage([{body: goal}]);
    const all = Array.from({length: 20}, (_, place) => client.get(`Goal/${place}`, {what: 'Goal'}));
    all.push(client.get('Goal/urgent', {what: 'Goal', cache: 'no-cache'}));
    await time.run(Promise.all(all));
    assert.equal(transport.mostAtOnce, 6);
    assert.equal(transport.requests[6]?.path, 'Goal/urgent');
    assert.equal(transport.requests[6]?.cache, 'no-cache');
  });
});

describe('401', () => {
  const withPatient =
    (patient: Answer, placeOf401 = 'Goal') =>
    (request: TransportRequest): Answer =>
      request.path.startsWith('Patient/') && placeOf401 !== 'Patient' ? patient : {status: 401};

  test('for one type, while the person’s own record opens, is no end of the session (conformance 23)', async () => {
    const {get, transport} = stage(withPatient({body: {resourceType: 'Patient', id: 'p1'}}));
    assert.deepEqual(await get(), {ok: false, error: {kind: 'forbidden', what: 'Goal'}});
    assert.equal(transport.requests[1]?.path, 'Patient/p1');
  });

  test('everywhere is the end; so is one for the person’s own record, and no answer', async () => {
    assert.equal(told(await stage(withPatient({status: 401})).get()), 'signed-out');
    assert.equal(told(await stage(withPatient('network')).get()), 'signed-out');
    const own = stage(withPatient({}, 'Patient'));
    assert.equal(told(await own.time.run(own.client.get('Patient/p1', {what: 'Patient'}))), 'signed-out');
    assert.equal(own.transport.requests.length, 1);
  });

  test('of five reads at once is looked into once', async () => {
    const {time, client, transport} = stage(withPatient({body: {resourceType: 'Patient', id: 'p1'}}));
    const answers = await time.run(
      Promise.all(Array.from({length: 5}, () => client.get('Goal?x', {what: 'Goal'}))),
    );
    assert.deepEqual(new Set(answers.map(told)), new Set(['forbidden']));
    assert.equal(transport.requests.filter(({path}) => path === 'Patient/p1').length, 1);
  });
});

describe('a search', () => {
  const params = [
    ['patient', 'p1'],
    ['_count', '50'],
  ] as const;
  const run = ({time, client}: ReturnType<typeof stage>) => time.run(client.search('Goal', params));
  const methods = ({transport}: ReturnType<typeof stage>) =>
    transport.requests.map(({method, path}) => `${method} ${path}`);

  test('goes by POST, and goes on so once the server has shown that it reads the form', async () => {
    const first = stage([{body: bundle([goal])}, {status: 403}]);
    assert.equal(told(await run(first)), 'ok');
    assert.equal(told(await run(first)), 'forbidden');
    assert.deepEqual(methods(first), ['POST Goal/_search', 'POST Goal/_search']);
    assert.equal(first.transport.requests[0]?.body, 'patient=p1&_count=50');
  });

  test('an echo of the form or a record of the person shows it', async () => {
    const echo = {resourceType: 'Bundle', link: [{relation: 'self', url: `${base}Goal?patient=p1`}]};
    const entry = {resourceType: 'Bundle', entry: [{resource: goal}]};
    const nothing = {resourceType: 'Bundle', entry: []};
    for (const [body, requests] of [
      [echo, 1],
      [entry, 1],
      [nothing, 2],
    ] as const) {
      const found = stage([{body}]);
      assert.equal(told(await run(found)), 'ok');
      assert.equal(found.transport.requests.length, requests, JSON.stringify(body));
    }
  });

  test('goes by GET for the session where POST is refused, held back or not understood', async () => {
    for (const refusal of [
      {status: 404},
      {status: 405},
      {status: 400},
      {status: 403},
      {status: 500},
      {text: '<html>'},
      'network',
    ] as const) {
      const refused = stage(({method}) => (method === 'POST' ? refusal : {body: bundle([goal])}));
      assert.equal(told(await run(refused)), 'ok', JSON.stringify(refusal));
      assert.equal(told(await run(refused)), 'ok');
      assert.deepEqual(methods(refused), [
        'POST Goal/_search',
        'GET Goal?patient=p1&_count=50',
        'GET Goal?patient=p1&_count=50',
      ]);
    }
  });

  test('what a GET could not better is not asked again by GET', async () => {
    for (const [answer, kind] of [
      ['signed-out', 'signed-out'],
      ['held-elsewhere', 'held-elsewhere'],
      [{status: 503}, 'busy'],
    ] as const) {
      const found = stage([answer]);
      assert.equal(told(await run(found)), kind);
      assert.equal(methods(found).filter((one) => one.startsWith('GET')).length, 0);
    }
  });

  test('a failure by both leaves the question open', async () => {
    const found = stage((_, place) => (place < 2 ? {status: 403} : {body: bundle([goal])}));
    assert.equal(told(await run(found)), 'forbidden');
    assert.equal(told(await run(found)), 'ok');
    assert.deepEqual(methods(found), [
      'POST Goal/_search',
      'GET Goal?patient=p1&_count=50',
      'POST Goal/_search',
    ]);
  });
});

describe('a write', () => {
  const send = ({time, client}: ReturnType<typeof stage>, signal?: AbortSignal) =>
    time.run(
      client.send({
        method: 'PUT',
        path: 'Goal/g1?x=secret',
        headers: {'If-Match': 'W/"1"'},
        body: '{}',
        what: 'Goal',
        ...(signal && {signal}),
      }),
    );

  test('is sent once, whatever comes, and says whether it may have been carried out (conformance 25)', async () => {
    const table: [Answer, string, 'no' | 'unknown'][] = [
      [{status: 400}, 'rejected', 'no'],
      [{status: 403}, 'forbidden', 'no'],
      [{status: 412}, 'conflict', 'no'],
      [{status: 429}, 'busy', 'no'],
      [{status: 408}, 'timeout', 'unknown'],
      [{status: 500}, 'server', 'unknown'],
      [{status: 503}, 'busy', 'unknown'],
      [{status: 302}, 'unreadable', 'unknown'],
      [{text: '<html>'}, 'unreadable', 'unknown'],
      ['network', 'offline', 'unknown'],
      ['hang', 'timeout', 'unknown'],
      ['held-elsewhere', 'held-elsewhere', 'no'],
      ['signed-out', 'signed-out', 'no'],
    ];
    for (const [answer, kind, applied] of table) {
      const sent = stage([answer]);
      const result = await send(sent);
      assert.ok(!result.ok);
      assert.deepEqual(
        [result.error.problem.kind, result.error.applied, sent.transport.requests.length],
        [kind, applied, 1],
        JSON.stringify(answer),
      );
      assert.ok(!JSON.stringify(result.error).includes('secret'));
    }
  });

  test('asks for the resource back and gives its headers; an empty body is none', async () => {
    const sent = stage([{status: 201, body: goal, headers: {ETag: 'W/"2"'}}, {status: 204}]);
    const result = await send(sent);
    assert.ok(result.ok);
    assert.deepEqual(
      [result.value.status, result.value.json, result.value.header('etag')],
      [201, goal, 'W/"2"'],
    );
    assert.deepEqual(sent.transport.requests[0]?.headers, {
      Accept: 'application/fhir+json',
      'Content-Type': 'application/fhir+json',
      Prefer: 'return=representation',
      'If-Match': 'W/"1"',
    });
    const empty = await send(sent);
    assert.ok(empty.ok);
    assert.equal(empty.value.json, null);
  });

  test('that is given up may have been carried out; one that was never sent was not', async () => {
    const never = await send(stage([{}]), AbortSignal.abort());
    assert.deepEqual(never.ok || never.error, {problem: {kind: 'cancelled'}, applied: 'no'});
    const giveUp = new AbortController();
    const sent = stage(['hang']);
    sent.time.at(100, () => giveUp.abort());
    const result = await send(sent, giveUp.signal);
    assert.deepEqual(result.ok || result.error, {problem: {kind: 'cancelled'}, applied: 'unknown'});
  });
});

test('a record of another patient is told to whoever asked to know', () => {
  const heard: string[] = [];
  stage([], {onOtherPatient: (what: string) => heard.push(what)}).client.reportOtherPatient('Goal');
  stage([]).client.reportOtherPatient('Goal');
  assert.deepEqual(heard, ['Goal']);
});
