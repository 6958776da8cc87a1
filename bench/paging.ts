import {largeSlug, manyEncounters} from '../fixtures/large.ts';
import {AS_OF} from '../fixtures/person.ts';
import {FhirClient} from '../src/fhir/client.ts';
import {readHistory} from '../src/fhir/read-history.ts';
import {FakeTransport} from '../tests/fhir/fake-transport.ts';
import {LyingServer} from '../tests/fhir/lying-server.ts';
import {VirtualTime} from '../tests/fhir/virtual-time.ts';
import {coldRun, type LaunchSetting} from './launch-run.ts';
import type {Line} from './results.ts';
import {interval} from './statistics.ts';
import type {BenchStage, Place} from './stage.ts';

const N = 2000;
const PAGE = 50;
const LATENCY = 80;

/**
 * A server that gives 50 entries a page, whatever is asked: windows of time against following `next`. How many answers
 * one after another that takes is exact; the time in a browser (preflights included, each `next` being an address of its
 * own) also holds what the sandbox needs for its searches, so it is told only.
 */
export async function measurePaging(stage: BenchStage, pairs: number): Promise<Line[]> {
  const serial = N / PAGE;
  const wide = await windows(Infinity);
  const six = await windows(6);
  const name = (what: string): string => `${N} in pages of ${PAGE}: ${what}`;
  return [
    {
      name: name('depth of windows'),
      value: wide.depth,
      unit: 'answers',
      gate: serial / 8,
      note: `by next ${serial}, or ${2 * serial} with preflights; six at a time ${six.depth}`,
    },
    {
      name: name('Encounter searches'),
      value: wide.requests,
      unit: '',
      gate: 1.6 * serial,
      note: `${serial} would do`,
    },
    {name: name('encounters missing'), value: N - Math.min(wide.ids, six.ids), unit: '', gate: 0},
    ...(pairs > 0 ? [await inBrowser(stage, pairs)] : []),
  ];
}

/** Reads the history from a server of arithmetic: each answer takes the same time, nothing else takes any. */
async function windows(
  concurrency: number,
): Promise<{readonly depth: number; readonly requests: number; readonly ids: number}> {
  const time = new VirtualTime(Date.parse(`${AS_OF}T12:00:00Z`));
  const visits = manyEncounters(N).map(({id = '', period}) => {
    const {start, end} = period as {readonly start: string; readonly end: string};
    return {id, start: Date.parse(start), end: Date.parse(end)};
  });
  const transport = new FakeTransport(time, new LyingServer(visits, {cap: PAGE}).answer);
  const client = new FhirClient({transport, patientId: 'p1', timers: time, random: () => 0, concurrency});
  const answer = await time.run(readHistory(client, new AbortController().signal, () => undefined));
  const complete = answer.ok && answer.value.gaps.length === 0;
  return {
    depth: time.elapsed / LATENCY,
    requests: transport.requests.length,
    ids: complete ? new Set(answer.value.value.records.map(({id}) => id)).size : 0,
  };
}

async function inBrowser(stage: BenchStage, pairs: number): Promise<Line> {
  const serial = {method: 'GET', path: `Encounter?patient=${largeSlug(N)}&_sort=-date&_count=${PAGE}`};
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const own = await read(stage, stage.panel, {cap: PAGE});
    const next = await read(stage, stage.bare, {plan: {first: [], rest: [], serial}});
    ratios.push(next / own);
  }
  const {median, low, high} = interval(ratios);
  return {
    name: `${N} in pages of ${PAGE}: windows faster than next, in a browser`,
    value: median,
    unit: 'times',
    note: `${low.toFixed(1)} to ${high.toFixed(1)}, ${pairs} pairs`,
  };
}

/** From the first question about encounters to the last answer, as the server saw it. */
async function read(
  stage: BenchStage,
  {sandbox, watch}: Place,
  setting: Pick<LaunchSetting, 'cap' | 'plan'>,
): Promise<number> {
  sandbox.settings.latencyMs = LATENCY;
  sandbox.log.clear();
  const launch = {sandbox, patientId: largeSlug(N), watch: watch(N), ...setting};
  await coldRun(stage.browser, launch, () => undefined);
  const own = [...sandbox.log.entries, ...sandbox.log.preflights].filter(({path}) =>
    /\/fhir(\/Encounter|\/?\?)/.test(path),
  );
  const end = Math.max(...own.map(({at, ms}) => Date.parse(at) + ms));
  return end - Math.min(...own.map(({at}) => Date.parse(at)));
}
