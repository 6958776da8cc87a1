import {largeSlug} from '../fixtures/large.ts';
import {coldRun, type LaunchRun, type Plan} from './launch-run.ts';
import type {Line} from './results.ts';
import {availableParallelism, loadavg} from 'node:os';
import {interval, median} from './statistics.ts';
import type {BenchStage, Place} from './stage.ts';

/** Milliseconds that each answer of the record system takes: an ordinary one, near. */
const LATENCY = 80;

/** First content against the bare page: what is wanted, and what holds today and may only go down. */
const LIMITS = {full: {goal: 1.1, gate: 1.3}, slow: {goal: 1.25, gate: 2}};

export interface RatioSetting {
  readonly n: number;
  readonly pairs: number;
  readonly cpu: number;
  readonly plan: Plan;
}

interface Times {
  readonly first: number;
  readonly later: number;
  readonly full: number;
  readonly longest: number;
}

/** First content and whole history of the panel against a page that only fetches the same, in turn. */
export async function measureRatios(stage: BenchStage, setting: RatioSetting): Promise<Line[]> {
  const {n, pairs, cpu, plan} = setting;
  const panel: Times[] = [];
  const bare: Times[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const runs = [
      async () => panel.push(await timed(stage, stage.panel, n, cpu)),
      async () => bare.push(await timed(stage, stage.bare, n, cpu, plan)),
    ];
    if (pair % 2 === 1) runs.reverse();
    for (const run of runs) await run();
  }
  const ratio = (what: 'first' | 'full') =>
    interval(panel.map((one, i) => one[what] / (bare[i]?.[what] ?? Number.NaN)));
  const told = (what: 'first' | 'full', high: number): string =>
    `up to ${high.toFixed(2)}; panel ${Math.round(median(panel.map((one) => one[what])))} ms, ` +
    `bare ${Math.round(median(bare.map((one) => one[what])))} ms, ${pairs} pairs`;
  const [first, full] = [ratio('first'), ratio('full')];
  const busy = isBusy();
  const {goal, gate} = LIMITS[cpu === 1 ? 'full' : 'slow'];
  const at = cpu === 1 ? '' : ` at ${cpu}x CPU`;
  return [
    {
      name: `${n}: first content / bare page${at}`,
      value: first.median,
      unit: '',
      ...(busy ? {} : {gate, held: first.low}),
      note: `goal ${goal}; ${told('first', first.high)}${busy ? '; machine busy, not held' : ''}`,
    },
    {
      name: `${n}: visit list${at}`,
      value: median(panel.map(({later}) => later)),
      unit: 'ms',
    },
    {
      name: `${n}: whole history / bare page${at}`,
      value: full.median,
      unit: '',
      note: told('full', full.high),
    },
    ...(cpu === 1
      ? []
      : [
          {
            name: `${n}: longest task on load${at}`,
            value: median(panel.map(({longest}) => longest)),
            unit: 'ms',
            note: 'goal 50',
          },
        ]),
  ];
}

/** True when others keep the processors busy: the panel computes where the bare page waits, so the ratio says nothing. */
function isBusy(): boolean {
  return (loadavg()[0] ?? 0) > 1.5 * availableParallelism();
}

async function timed(stage: BenchStage, place: Place, n: number, cpu: number, plan?: Plan): Promise<Times> {
  const {sandbox, watch} = place;
  sandbox.settings.latencyMs = LATENCY;
  const setting = {sandbox, patientId: largeSlug(n), watch: watch(n), ...(plan ? {plan} : {})};
  return coldRun(stage.browser, {...setting, ...(cpu === 1 ? {} : {cpu})}, async (run) => ({
    first: run.first,
    later: run.later,
    full: run.full,
    longest: await longestTask(run),
  }));
}

async function longestTask({page}: LaunchRun): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as {benchLongest: number}).benchLongest);
}
