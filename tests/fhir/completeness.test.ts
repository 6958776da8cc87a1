import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {countUse} from '../../src/domain/count-use.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {Loaded} from '../../src/domain/completeness.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import type {HistoryChunk} from '../../src/domain/history.ts';
import type {ProofGap, UseProof} from '../../src/domain/use-proof.ts';
import {FhirClient} from '../../src/fhir/client.ts';
import {readHistory} from '../../src/fhir/read-history.ts';
import type {TransportRequest} from '../../src/fhir/transport.ts';
import {type Answer, FakeTransport} from './fake-transport.ts';
import {LyingServer, type Lies, type Visit} from './lying-server.ts';
import {VirtualTime} from './virtual-time.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-22T15:00:00Z');

/** What may happen to one answer on its way. */
const FAULTS = [
  'network',
  'hang',
  '500',
  '503',
  '429',
  '403',
  '401',
  '404',
  '410',
  '400',
  'truncated',
  'empty',
  'html',
  'outcome',
  'other type',
  'entry lost',
  'entry broken',
  'entry of somebody else',
  'no entries, same total',
] as const;
type Fault = (typeof FAULTS)[number];

const liars = fc.record(
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
    duplicates: fc.boolean(),
    noPost: fc.boolean(),
    missing: fc.constantFrom('ignored' as const, 'refused' as const, 'empty' as const, 'right' as const),
    expireOnce: fc.boolean(),
    endlessLost: fc.boolean(),
    startOnly: fc.boolean(),
  },
  {requiredKeys: ['cap']},
);
/** A server with one lie at most: those are the ones whose newest months are soon known to be whole. */
const nearlyHonest = fc
  .tuple(
    fc.constantFrom(20, 50, 100),
    fc.constantFrom('startOnly', 'endlessLost', 'noTotal', 'ignoreUpperDate', 'duplicates', 'noPost'),
    fc.boolean(),
  )
  .map(([cap, lie, lies]) => ({cap, [lie]: lies}));
const servers = fc.oneof({arbitrary: liars, weight: 2}, {arbitrary: nearlyHonest, weight: 1});

/** Which answers are spoiled, by the place of their request; a fault may come again for all that follow. */
const plans = fc.record({
  faults: fc.array(fc.record({at: fc.nat(20), fault: fc.constantFrom(...FAULTS)}), {maxLength: 3}),
  stays: fc.boolean(),
});

const kinds = fc.record({
  n: fc.constantFrom(0, 1, 2, 8, 60, 150),
  some: fc.array(
    fc.record({
      start: fc.option(fc.integer({min: now - 4 * 365 * 24 * hour, max: now + 100 * hour}), {freq: 30}),
      hours: fc.option(fc.nat(400), {freq: 10}),
    }),
    {minLength: 1, maxLength: 20},
  ),
});

test('no count is called complete while it is not: 2,000 plans of pages and faults', async () => {
  let complete = 0;
  let early = 0;
  let spoiled = 0;
  await fc.assert(
    fc.asyncProperty(servers, plans, kinds, async (lies, plan, {n, some}) => {
      const visits = Array.from({length: n}, (_, place): Visit => {
        const {start, hours} = some[place % some.length]!;
        const moved = start === null ? null : start - Math.floor(place / some.length) * 61 * hour;
        return {
          id: `v${place}`,
          start: moved,
          end: moved === null || hours === null ? null : moved + hours * hour,
        };
      });
      const truth = countOf(await readWhole(visits), []);
      const server = new LyingServer(visits, lies as Lies);
      const {loaded, chunks} = await read(faulty(server.answer, plan, () => (spoiled += 1)));
      const isTrue = (told: UseProof): void => {
        for (const name of ['last12Months', 'last6Months', 'previous12Months'] as const) {
          if (told.windows[name].complete) assert.deepEqual(told.windows[name], truth.windows[name], name);
        }
      };
      for (const {value, gaps} of chunks) {
        assert.ok(gaps.length > 0, 'a part was called complete');
        if (!gaps.some(({reason, since}) => reason === 'loading' && since)) continue;
        const told = countOf(value.records, gaps);
        isTrue(told);
        early += Number(told.windows.last12Months.complete);
      }
      if (loaded === null) return;
      const told = countOf(loaded.value.records, loaded.gaps);
      isTrue(told);
      for (const [place, {met, certain}] of told.criteria.entries()) {
        const isMissed = truth.criteria[place]!.met && !met;
        assert.ok(!isMissed || certain === false, 'a criterion is met and was told not to be');
      }
      complete += Number(told.windows.last12Months.complete);
    }),
    {numRuns: 2000, seed: Number(process.env['ISP_SEED'] ?? 20_261_122)},
  );
  // The property says something only where both happen often.
  assert.ok(complete > 400, `only ${complete} were complete`);
  assert.ok(early > 30, `only ${early} were complete while the rest was being read`);
  assert.ok(spoiled > 1000, `only ${spoiled} answers were spoiled`);
});

interface Outcome {
  readonly loaded: Loaded<HistoryChunk> | null;
  readonly chunks: readonly Loaded<HistoryChunk>[];
}

async function read(answer: (request: TransportRequest, place: number) => Answer): Promise<Outcome> {
  const time = new VirtualTime(now);
  const transport = new FakeTransport(time, answer);
  const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0});
  const chunks: Loaded<HistoryChunk>[] = [];
  const result = await time.run(
    readHistory(client, new AbortController().signal, (chunk) => chunks.push(chunk)),
  );
  return {loaded: result.ok ? result.value : null, chunks};
}

/** What a server without lies and faults gives. */
async function readWhole(visits: readonly Visit[]): Promise<readonly EncounterRecord[]> {
  const {loaded} = await read(new LyingServer(visits, {cap: 1000}).answer);
  assert.ok(loaded && loaded.gaps.length === 0);
  assert.equal(loaded.value.records.length, visits.length);
  return loaded.value.records;
}

function countOf(records: readonly EncounterRecord[], gaps: readonly ProofGap[]): UseProof {
  return countUse({
    records,
    patientId: 'p1',
    deceasedAt: null,
    asOf: '2026-11-22',
    index: null,
    zone: 'America/Toronto',
    config: defaultCountingConfig,
    configHash: '',
    gaps,
  });
}

function faulty(
  answer: (request: TransportRequest) => Answer,
  {
    faults,
    stays,
  }: {readonly faults: readonly {readonly at: number; readonly fault: Fault}[]; readonly stays: boolean},
  onFault: () => void,
): (request: TransportRequest, place: number) => Answer {
  return (request, place) => {
    const hit = faults.find(({at}) => at === place || (stays && at <= place));
    const honest = answer(request);
    if (!hit) return honest;
    onFault();
    return spoil(honest, hit.fault);
  };
}

function spoil(honest: Answer, fault: Fault): Answer {
  if (fault === 'network' || fault === 'hang') return fault;
  if (/^\d+$/.test(fault))
    return {status: Number(fault), body: {resourceType: 'OperationOutcome', issue: []}};
  const body = typeof honest === 'object' ? (honest.body as Bundle | undefined) : undefined;
  if (!body?.entry) return honest;
  const [first, ...rest] = body.entry;
  switch (fault) {
    case 'truncated':
      return {text: JSON.stringify(body).slice(0, -20)};
    case 'empty':
      return {text: ''};
    case 'html':
      return {text: '<!doctype html><title>Sign in</title>'};
    case 'outcome':
      return {body: {resourceType: 'OperationOutcome', issue: [{severity: 'error', code: 'exception'}]}};
    case 'other type':
      return {body: {resourceType: 'Patient', id: 'p1'}};
    case 'entry lost':
      return {body: {...body, entry: first ? [{}, ...rest] : []}};
    case 'entry broken':
      return {
        body: {...body, entry: first ? [{...first, resource: {resourceType: 'Encounter'}}, ...rest] : []},
      };
    case 'entry of somebody else':
      return {body: {...body, entry: [...body.entry, foreign]}};
    default:
      // Without a total an empty answer is a true one: nobody could tell.
      return body.total === undefined ? honest : {body: {...body, entry: []}};
  }
}

interface Bundle {
  readonly total?: number;
  readonly entry?: readonly {readonly resource: object}[];
}

const foreign = {
  resource: {
    resourceType: 'Encounter',
    id: 'foreign',
    status: 'finished',
    class: {code: 'EMER'},
    subject: {reference: 'Patient/p2'},
    period: {start: '2026-11-01T10:00:00Z'},
  },
};
