import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {FhirClient} from '../../src/fhir/client.ts';
import type {JsonObject} from '../../src/fhir/json.ts';
import {Limiter} from '../../src/fhir/limiter.ts';
import {readPage} from '../../src/fhir/page.ts';
import {mostRequests, searchAll, searchFirst} from '../../src/fhir/search.ts';
import type {TransportRequest} from '../../src/fhir/transport.ts';
import {base, bundle, FakeTransport, searchOf, type Answer} from './fake-transport.ts';
import {VirtualTime} from './virtual-time.ts';

const goal = (id: string, subject = 'Patient/p1') => ({
  resourceType: 'Goal',
  id,
  subject: {reference: subject},
});
const next = (page: string) => ({relation: 'next', url: `${base}Goal?page=${page}`});
const self = {relation: 'self', url: `${base}Goal?patient=p1`};

/** Pages by name; `first` answers the search. */
async function all(pages: Record<string, Answer | Answer[]>, signal = new AbortController().signal) {
  const time = new VirtualTime();
  const transport = new FakeTransport(time, (request) => {
    const page = searchOf(request)?.params.get('page') ?? 'first';
    const answer = pages[page];
    return Array.isArray(answer) ? (answer.shift() ?? {status: 404}) : (answer ?? {status: 404});
  });
  const others: string[] = [];
  const client = new FhirClient({
    transport,
    patientId: 'p1',
    timers: time,
    random: () => 0,
    onOtherPatient: (what) => others.push(what),
  });
  const result = await time.run(searchAll(client, 'Goal', [[['patient', 'p1']]], signal));
  const listed = result.ok ? result.value : null;
  return {
    result,
    others,
    requests: transport.requests,
    ids: listed?.entries.map(({resource}) => resource['id']),
    gaps: listed?.gaps.map(({reason, ...more}) => ('count' in more ? `${reason} ${more.count}` : reason)),
  };
}

const page = (resources: object[], link: object[] = [], more: object = {}): Answer => ({
  body: bundle(resources, {link: [self, ...link], total: undefined, ...more}),
});

describe('a whole list', () => {
  test('is read to its end, each entry once', async () => {
    const {ids, gaps} = await all({
      first: page([goal('a'), goal('b')], [next('2')]),
      2: page([goal('b'), goal('c')]),
    });
    assert.deepEqual([ids, gaps], [['a', 'b', 'c'], []]);
  });

  test('holds only this patient’s; another’s is told, and what cannot be told is counted (conformance 33) (T3)', async () => {
    const {ids, gaps, others} = await all({
      first: page([
        goal('a'),
        goal('b', 'Patient/p2'),
        goal('b', 'Patient/p2'),
        goal('c', '#x'),
        {resourceType: 'Goal', id: 'd'},
      ]),
    });
    assert.deepEqual([ids, gaps, others], [['a'], ['quarantined 2'], ['Goal']]);
  });

  test('that is longer than can be read at once says so (conformance 30) (T24)', async () => {
    const time = new VirtualTime();
    const transport = new FakeTransport(time, (request) => {
      const at = Number(searchOf(request)?.params.get('page') ?? 0);
      return page([goal(`g${at}`)], [next(String(at + 1))]);
    });
    const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0});
    const {signal} = new AbortController();
    const listed = await time.run(searchAll(client, 'Goal', [[['patient', 'p1']]], signal));
    assert.ok(listed.ok);
    assert.deepEqual(listed.value.gaps, [{reason: 'page-limit', what: 'Goal'}]);
    assert.equal(listed.value.entries.length, mostRequests);
    assert.ok(transport.requests.length <= mostRequests + 1);
  });

  test('says why it is short (conformance 28)', async () => {
    const rest = (answer: Answer) => all({first: page([goal('a')], [next('2')]), 2: answer});
    const table: [Answer, string[]][] = [
      [{status: 500}, ['failed']],
      [{status: 403}, ['forbidden']],
      ['hang', ['timeout']],
      [{text: '<html>'}, ['failed']],
      [{body: {resourceType: 'Patient'}}, ['failed']],
      [page([goal('b')], [next('2')]), ['failed']],
      [page([goal('a')]), []],
    ];
    for (const [answer, gaps] of table)
      assert.deepEqual((await rest(answer)).gaps, gaps, JSON.stringify(answer));
    const foreign = await all({
      first: page([goal('a')], [{relation: 'next', url: 'https://evil.example/fhir/Goal?page=2'}]),
    });
    assert.deepEqual(foreign.gaps, ['failed']);
    assert.ok(foreign.requests.every(({path}) => !path.includes('evil')));
  });

  test('ends where pages bring nothing new (conformance 29) (T24)', async () => {
    const same = Object.fromEntries(
      Array.from({length: 9}, (_, n) => [String(n + 2), page([goal('a')], [next(String(n + 3))])]),
    );
    const {gaps, requests} = await all({first: page([goal('a')], [next('2')]), ...same});
    assert.deepEqual(gaps, ['failed']);
    assert.equal(requests.length, 4);
  });

  test('is short when the server counts more than it gives', async () => {
    assert.deepEqual((await all({first: page([goal('a')], [], {total: 3})})).gaps, ['failed']);
    assert.deepEqual((await all({first: page([goal('a'), {}], [], {total: 2})})).gaps, ['quarantined 1']);
  });

  test('is begun again once when the server lost its place', async () => {
    const lost: [string, Answer][] = [
      ['410', {status: 410}],
      ['404', {status: 404}],
      ['400', {status: 400}],
      [
        'Epic 4113',
        page([{resourceType: 'OperationOutcome', issue: [{details: {coding: [{code: '4113'}]}}]}]),
      ],
    ];
    for (const [name, answer] of lost) {
      const first = page([goal('a')], [next('2')]);
      const good = await all({first: [first, first], 2: [answer, page([goal('b')])]});
      assert.deepEqual([good.ids, good.gaps], [['a', 'b'], []], name);
      const bad = await all({first: [first, first], 2: [answer, answer]});
      assert.ok(bad.gaps?.includes('failed'), name);
      const worse = await all({first: [first, {status: 403}, {status: 403}], 2: [answer]});
      assert.deepEqual([worse.ids, worse.gaps?.includes('forbidden')], [['a'], true], name);
    }
    const expired = page([
      {resourceType: 'OperationOutcome', issue: [{details: {coding: [{code: '4113'}]}}]},
    ]);
    assert.deepEqual((await all({first: [expired, page([goal('a')])]})).ids, ['a']);
  });

  test('that is refused is a problem; one that is given up is cancelled', async () => {
    assert.deepEqual((await all({first: {status: 403}})).result, {
      ok: false,
      error: {kind: 'forbidden', what: 'Goal'},
    });
    assert.deepEqual((await all({}, AbortSignal.abort())).result, {ok: false, error: {kind: 'cancelled'}});
    assert.deepEqual((await all({first: {body: {resourceType: 'Goal'}}})).result, {
      ok: false,
      error: {kind: 'unreadable', what: 'Goal', path: 'Goal'},
    });
  });
});

test('the first query shape that a server takes is remembered for the session', async () => {
  const time = new VirtualTime();
  const refuses = (request: TransportRequest): Answer =>
    searchOf(request)?.params.has('_sort') ? {status: 400} : page([goal('a')]);
  const transport = new FakeTransport(time, refuses);
  const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0});
  const recipes = [
    [
      ['patient', 'p1'],
      ['_sort', '-date'],
    ],
    [['patient', 'p1']],
  ] as const;
  const run = () => time.run(searchFirst(client, 'Goal', recipes, new AbortController().signal));
  assert.ok((await run()).ok);
  const asked = transport.requests.length;
  assert.ok((await run()).ok);
  assert.equal(transport.requests.length, asked + 1);
  const none = await time.run(searchFirst(client, 'CarePlan', [recipes[0]], new AbortController().signal));
  assert.equal(none.ok || none.error.kind, 'rejected');
});

test('a page is sorted out, whatever is in it (conformance 31)', () => {
  const read = (more: object) => readPage({resourceType: 'Bundle', ...more} as unknown as JsonObject, 'Goal');
  assert.equal(readPage({resourceType: 'Goal'}, 'Goal'), null);
  assert.deepEqual(read({}), {
    matches: [],
    others: [],
    unreadable: 0,
    next: null,
    self: null,
    total: null,
    gaps: [],
    pagingExpired: false,
  });
  const full = read({
    total: 2,
    link: ['odd', {relation: 'next', url: 7}, self],
    entry: [
      {resource: goal('a'), fullUrl: `${base}Goal/a`},
      {resource: goal('b'), search: {mode: 'include'}},
      {resource: {resourceType: 'Patient', id: 'p1'}},
      {resource: {id: 'x'}},
      {},
      null,
    ],
  });
  assert.deepEqual(
    [full?.matches.length, full?.others.length, full?.unreadable, full?.next, full?.self],
    [1, 2, 3, null, self.url],
  );
  assert.equal(full?.matches[0]?.base, base);
  assert.equal(full?.others[0]?.base, base, 'the base of the page stands for entries without an address');
  for (const total of [-1, 1.5, '3', null]) assert.equal(read({total})?.total, null);
});

test('of those that wait, whoever is urgent goes first, and a failure frees its place', async () => {
  const limiter = new Limiter(1);
  const order: string[] = [];
  const task =
    (name: string, fails = false) =>
    () => {
      order.push(name);
      return fails ? Promise.reject(new Error(name)) : Promise.resolve(name);
    };
  const all_ = [
    limiter.run(task('a', true), false),
    limiter.run(task('b'), false),
    limiter.run(task('c'), false),
    limiter.run(task('urgent'), true),
  ];
  const settled = await Promise.allSettled(all_);
  assert.deepEqual(order, ['a', 'urgent', 'b', 'c']);
  assert.deepEqual(
    settled.map(({status}) => status),
    ['rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
  );
  assert.equal(await limiter.run(task('d'), false), 'd');
});
