import {largeSlug, manyEncounters} from '../fixtures/large.ts';
import {AS_OF} from '../fixtures/person.ts';
import {countSteps, countUse, type CountInput} from '../src/domain/count-use.ts';
import {defaultCountingConfig} from '../src/domain/counting-config.ts';
import type {EncounterRecord} from '../src/domain/encounter-record.ts';
import type {JsonObject} from '../src/fhir/json.ts';
import {mapEncounter} from '../src/fhir/map-encounter.ts';
import {readPage} from '../src/fhir/page.ts';
import {encounter} from '../src/fhir/schema/encounter.ts';
import {fits} from '../src/fhir/schema/fits.ts';
import {Shared} from '../src/fhir/shared.ts';
import type {Line} from './results.ts';
import {interval, logLogSlope, median} from './statistics.ts';

const PAGE = 250;
const PARSE_GATE = 1.25;
const SLOPE_GATE = 1.05;
/** Milliseconds after which the panel lets the page go on while it counts. */
const SLICE = 10;

interface History {
  readonly n: number;
  readonly pages: readonly string[];
  readonly records: readonly EncounterRecord[];
}

interface Times {
  readonly parse: number;
  readonly valid: number;
  readonly records: number;
  readonly count: number;
  /** The longest stretch without a pause of a count in slices. */
  readonly slice: number;
}

/** What reading and counting cost beside `JSON.parse` of the same text, and how that grows. */
export function measureReading(sizes: readonly number[], rounds: number): Line[] {
  const histories = sizes.map(historyOf);
  for (const history of histories.filter(({n}) => n <= 10_000)) for (let i = 0; i < 3; i += 1) time(history);
  const all = Array.from({length: rounds}, () => histories.map(time));
  const at = sizes.indexOf(10_000);
  const ten = all.flatMap((round) => round[at] ?? []);
  const valid = interval(ten.map(({parse, valid: checked}) => (parse + checked) / parse));
  const records = interval(ten.map(({parse, records: made}) => (parse + made) / parse));
  const span = `${sizes[0]} to ${sizes.at(-1)}, ${rounds} rounds`;
  const growth = (what: 'records' | 'count') =>
    // Against JSON.parse of the same bytes: what memory costs both is no growth of ours.
    interval(
      all.map(
        (round) => 1 + logLogSlope(round.map((times, i) => [sizes[i] ?? 1, times[what] / times.parse])),
      ),
    );
  const [read, count] = [growth('records'), growth('count')];
  return [
    {
      name: '10,000: (parse + validate) / JSON.parse',
      value: valid.median,
      unit: '',
      gate: PARSE_GATE,
      held: valid.low,
      note: `up to ${valid.high.toFixed(2)}`,
    },
    {
      name: '10,000: (parse to records) / JSON.parse',
      value: records.median,
      unit: '',
      note: `${records.low.toFixed(2)} to ${records.high.toFixed(2)}`,
    },
    {
      name: '10,000: count',
      value: median(ten.map((times) => times.count)),
      unit: 'ms',
      note: 'goal 20',
    },
    {
      name: '10,000: longest slice of a count',
      value: median(ten.map((times) => times.slice)),
      unit: 'ms',
      note: `goal 50; up to ${Math.max(...ten.map((times) => times.slice)).toFixed(0)}`,
    },
    {
      name: 'growth of reading / JSON.parse',
      value: read.median,
      unit: 'slope',
      gate: SLOPE_GATE,
      held: read.low,
      note: `up to ${read.high.toFixed(2)}; ${span}`,
    },
    {
      name: 'growth of counting / JSON.parse',
      value: count.median,
      unit: 'slope',
      gate: SLOPE_GATE,
      held: count.low,
      note: `up to ${count.high.toFixed(2)}; ${span}`,
    },
  ];
}

function historyOf(n: number): History {
  const shared = new Shared();
  const encounters = manyEncounters(n);
  const pages: string[] = [];
  for (let from = 0; from < n; from += PAGE) {
    const entry = encounters.slice(from, from + PAGE).map((resource) => ({
      fullUrl: `https://ehr.example/fhir/Encounter/${resource.id}`,
      resource,
      search: {mode: 'match'},
    }));
    pages.push(JSON.stringify({resourceType: 'Bundle', type: 'searchset', total: n, entry}));
  }
  return {n, pages, records: pages.flatMap((page) => recordsOf(JSON.parse(page) as JsonObject, shared))};
}

/** One pass over a history; short ones are repeated until they can be timed. */
function time(history: History): Times {
  const repeats = Math.max(1, Math.round(5000 / history.n));
  const sum = {parse: 0, valid: 0, records: 0, count: 0};
  let slice = 0;
  const timed = (what: keyof typeof sum, work: () => void): void => {
    const start = performance.now();
    work();
    sum[what] += (performance.now() - start) / repeats;
  };
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const shared = new Shared();
    for (const page of history.pages) {
      let bundle: JsonObject = {};
      timed('parse', () => (bundle = JSON.parse(page) as JsonObject));
      timed('valid', () => validate(bundle));
      timed('records', () => recordsOf(bundle, shared));
    }
    timed('count', () => countUse(inputOf(history)));
    slice = Math.max(slice, longestSlice(history));
  }
  return {...sum, slice};
}

function longestSlice(history: History): number {
  const steps = countSteps(inputOf(history));
  let longest = 0;
  for (let began = performance.now(), isDone = false; !isDone;) {
    isDone = steps.next().done === true;
    const lasted = performance.now() - began;
    if (!isDone && lasted < SLICE) continue;
    longest = Math.max(longest, lasted);
    began = performance.now();
  }
  return longest;
}

const isEncounter = fits(encounter);

function validate(bundle: JsonObject): void {
  const bad = readPage(bundle, 'Encounter')?.matches.filter(({resource}) => !isEncounter(resource)).length;
  if (bad !== 0) throw new Error(`${bad} encounters did not fit`);
}

function recordsOf(bundle: JsonObject, shared: Shared): EncounterRecord[] {
  const matches = readPage(bundle, 'Encounter')?.matches ?? [];
  return matches.flatMap(({resource}) => mapEncounter(resource, shared) ?? []);
}

function inputOf({n, records}: History): CountInput {
  return {
    records,
    patientId: largeSlug(n),
    deceasedAt: null,
    asOf: AS_OF,
    index: null,
    zone: 'America/Toronto',
    config: defaultCountingConfig,
    configHash: '',
    gaps: [],
  };
}
