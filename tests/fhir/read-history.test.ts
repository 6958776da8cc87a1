import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {FhirClient} from '../../src/fhir/client.ts';
import {readHistory} from '../../src/fhir/read-history.ts';
import type {Loaded} from '../../src/domain/completeness.ts';
import type {HistoryChunk} from '../../src/domain/history.ts';
import {FakeTransport} from './fake-transport.ts';
import {LyingServer, type Lies, type Visit} from './lying-server.ts';
import {VirtualTime} from './virtual-time.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-22T15:00:00Z');

interface Outcome {
  readonly loaded: Loaded<HistoryChunk>;
  readonly chunks: Loaded<HistoryChunk>[];
  readonly requests: number;
  readonly rounds: number;
  readonly transport: FakeTransport;
}

async function read(visits: readonly Visit[], lies: Lies, concurrency = 6): Promise<Outcome> {
  const time = new VirtualTime(now);
  const transport = new FakeTransport(time, new LyingServer(visits, lies).answer);
  const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0, concurrency});
  const chunks: Loaded<HistoryChunk>[] = [];
  const result = await time.run(
    readHistory(client, new AbortController().signal, (chunk) => chunks.push(chunk)),
  );
  assert.ok(result.ok);
  const {requests} = transport;
  return {loaded: result.value, chunks, requests: requests.length, rounds: time.elapsed / 80, transport};
}

/** `n` visits over `years`, with a linear generator so that runs are alike. */
function visits(n: number, years = 5): Visit[] {
  let seed = 42;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return Array.from({length: n}, (_, place) => {
    const start = now - Math.floor(random() * years * 365 * 24) * hour;
    return {id: `e${place}`, start, end: start + 3 * hour};
  });
}

function idsOf({loaded}: Outcome): Set<string> {
  return new Set(loaded.value.records.map(({id}) => id));
}

function isComplete({loaded}: Outcome): boolean {
  return loaded.gaps.length === 0;
}

test('2,000 visits in pages of 50 are read at an eighth of the depth of following next, at most 1.6 times the requests', async () => {
  const wide = await read(visits(2000), {cap: 50}, 1000);
  assert.equal(idsOf(wide).size, 2000);
  assert.ok(isComplete(wide));
  console.log(
    `depth ${wide.rounds}, ${wide.requests} requests; six at a time: ${(await read(visits(2000), {cap: 50})).rounds} rounds`,
  );
  assert.ok(wide.rounds * 8 <= 40, `depth ${wide.rounds}`);
  assert.ok(wide.requests <= 64, `${wide.requests} requests`);
});

const liars: [string, Partial<Lies>, boolean][] = [
  ['does as it says', {}, true],
  ['ignores date', {ignoreDate: true}, true],
  ['ignores date, says no self', {ignoreDate: true, noSelf: true}, true],
  ['ignores the upper bound', {ignoreUpperDate: true}, true],
  ['ignores _sort', {ignoreSort: true}, true],
  ['ignores _count', {ignoreCount: true}, true],
  ['gives no total', {noTotal: true, missing: 'right'}, true],
  ['gives no total and ignores :missing', {noTotal: true, missing: 'ignored'}, true],
  ['gives no total and refuses :missing', {noTotal: true, missing: 'refused'}, true],
  ['gives no total and finds nothing by :missing', {noTotal: true, missing: 'empty'}, true],
  ['gives one total for all', {globalTotal: true}, true],
  ['gives no next', {noNext: true}, true],
  ['gives neither next nor total', {noNext: true, noTotal: true}, false],
  ['repeats entries', {duplicates: true}, true],
  ['takes no POST', {noPost: true}, true],
  ['loses those without an end', {endlessLost: true}, true],
  ['loses those without an end, of a total known', {endlessLost: true, ignoreSort: true}, true],
  [
    'loses those without an end, and gives no total',
    {endlessLost: true, noTotal: true, missing: 'right'},
    true,
  ],
  ['compares starts alone', {startOnly: true}, true],
  ['loses its place once', {ignoreDate: true, expireOnce: true}, true],
  ['leads back to the same page', {ignoreDate: true, loopAt: 200}, false],
  ['leads elsewhere', {ignoreDate: true, foreignNextAt: 200}, false],
  ['fails on page 4', {ignoreDate: true, failAt: 150, failWith: 500}, false],
  ['forbids page 4', {ignoreDate: true, failAt: 150, failWith: 403}, false],
  ['cuts page 4 short', {ignoreDate: true, failAt: 150, failWith: 'truncated'}, false],
  ['never answers page 4', {ignoreDate: true, failAt: 150, failWith: 'hang'}, false],
];

for (const [name, lies, complete] of liars) {
  test(`a server that ${name}: ${complete ? 'everything is found' : 'a gap is told'}`, async () => {
    for (const [n, cap] of [
      [600, 50],
      [600, 100],
      [40, 50],
      [3, 2],
    ] as const) {
      const some = visits(n).map((visit, place) => (place % 50 === 7 ? {...visit, end: null} : visit));
      const all = [...some, ...(n > 500 ? [{id: 'undated', start: null, end: null}] : [])];
      const outcome = await read(all, {cap, missing: 'right', ...lies});
      const whole = idsOf(outcome).size === all.length;
      assert.ok(whole || !isComplete(outcome), `${idsOf(outcome).size} of ${all.length} called complete`);
      const serial = Math.ceil(all.length / cap);
      assert.ok(outcome.requests <= 12 + 6 * serial, `${outcome.requests} requests for ${serial} pages`);
      if (complete)
        assert.ok(
          whole && isComplete(outcome),
          `${n}/${cap}: ${idsOf(outcome).size} of ${all.length} ${JSON.stringify(outcome.loaded.gaps)}`,
        );
      else if (n === 600) assert.ok(!isComplete(outcome));
    }
  });
}

test('visits of one instant are all found, by following next', async () => {
  const same = Array.from({length: 180}, (_, place) => ({
    id: `s${place}`,
    start: now - 900 * 24 * hour,
    end: now - 899 * 24 * hour,
  }));
  const outcome = await read([...same, ...visits(100)], {cap: 50});
  assert.equal(idsOf(outcome).size, 280);
  assert.ok(isComplete(outcome));
  assert.ok(outcome.requests < 40, String(outcome.requests));
});

test('what was called complete never lacks a visit, whatever the server does', async () => {
  const lie = fc.record(
    {
      cap: fc.constantFrom(7, 20, 50, 100),
      ignoreDate: fc.boolean(),
      ignoreUpperDate: fc.boolean(),
      ignoreSort: fc.boolean(),
      ignoreCount: fc.boolean(),
      noTotal: fc.boolean(),
      globalTotal: fc.boolean(),
      noNext: fc.boolean(),
      noSelf: fc.boolean(),
      loopAt: fc.nat(300),
      foreignNextAt: fc.nat(300),
      failAt: fc.nat(300),
      failWith: fc.constantFrom(
        500 as const,
        403 as const,
        404 as const,
        'truncated' as const,
        'hang' as const,
        'network' as const,
      ),
      duplicates: fc.boolean(),
      noPost: fc.boolean(),
      missing: fc.constantFrom('ignored' as const, 'refused' as const, 'empty' as const, 'right' as const),
      expireOnce: fc.boolean(),
    },
    {requiredKeys: ['cap']},
  );
  const visit = fc.record({
    start: fc.option(fc.integer({min: now - 4 * 365 * 24 * hour, max: now + 100 * hour}), {freq: 30}),
    hours: fc.option(fc.nat(400), {freq: 10}),
  });
  const kind = fc.record({
    n: fc.constantFrom(0, 1, 8, 60, 150, 300),
    tied: fc.boolean(),
    some: fc.array(visit, {minLength: 1, maxLength: 30}),
  });
  let complete = 0;
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(lie, kind, async (lies, {n, tied, some}) => {
      const all = Array.from({length: n}, (_, place): Visit => {
        const {start, hours} = some[place % some.length]!;
        const moved =
          start === null ? null : tied ? start : start - Math.floor(place / some.length) * 37 * hour;
        return {
          id: `v${place}`,
          start: moved,
          end: moved === null || hours === null ? null : moved + hours * hour,
        };
      });
      const time = new VirtualTime(now);
      const transport = new FakeTransport(time, new LyingServer(all, lies as Lies).answer);
      const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0});
      const result = await time.run(readHistory(client, new AbortController().signal, () => undefined));
      runs += 1;
      if (!result.ok || result.value.gaps.length > 0) return;
      complete += 1;
      assert.equal(new Set(result.value.value.records.map(({id}) => id)).size, n);
      assert.ok(
        transport.requests.length <= 30 + 12 * Math.ceil(n / Math.min(lies.cap, 50)),
        `${transport.requests.length} requests`,
      );
    }),
    {numRuns: 600},
  );
  console.log(`${complete} of ${runs} random servers were read whole`);
});

/** The day from which on everything was said to be read, in the order in which that was said. */
function wholeSince({chunks}: Outcome): (string | null)[] {
  const said = chunks.map(({gaps}) => gaps.find(({reason}) => reason === 'loading')?.since ?? null);
  return said.filter((day, place) => day !== said[place - 1]);
}

/** 20 visits in the newest 12 months and many before, all with an end. */
const manyBefore = [
  ...visits(20, 0.9).map((visit) => ({...visit, id: `new-${visit.id}`})),
  ...visits(400, 6).map(({id, start, end}) => {
    const before = 400 * 24 * hour;
    return {id, start: start! - before, end: end! - before};
  }),
];

test('the newest 12 months are whole before the rest is read, from the day after the window begins', async () => {
  const outcome = await read(manyBefore, {cap: 100});
  assert.deepEqual(wholeSince(outcome), [null, '2025-11-22']);
  assert.ok(isComplete(outcome));
});

const doubtful: [string, readonly Visit[], Partial<Lies>][] = [
  ['compares starts alone', manyBefore, {startOnly: true}],
  ['ignores date', manyBefore, {ignoreDate: true}],
  ['ignores _sort', manyBefore, {ignoreSort: true}],
  ['gives no total', manyBefore.slice(0, 21), {noTotal: true}],
  [
    'loses those without an end',
    manyBefore.map((visit, place) => (place === 5 ? {...visit, end: null} : visit)),
    {endlessLost: true},
  ],
  ['has more of the newest months than one page', visits(300, 3), {}],
  ['has no visit with an end', manyBefore.map((visit) => ({...visit, end: null})), {}],
];

for (const [name, all, lies] of doubtful) {
  test(`nothing is called whole while the rest is read from a server that ${name}`, async () => {
    const outcome = await read(all, {cap: name.endsWith('no total') ? 50 : 100, ...lies});
    assert.deepEqual(wholeSince(outcome), [null]);
  });
}
