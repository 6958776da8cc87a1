import {largeSlug} from '../fixtures/large.ts';
import {launchRun, type Plan} from './launch-run.ts';
import type {Line} from './results.ts';
import {median} from './statistics.ts';
import type {BenchStage, Place} from './stage.ts';

const SHORT = 50;
const LONG = 350;
const N = 50;

interface Depth {
  readonly cold: number;
  readonly warm: number;
}

/**
 * How many answers of the record system the first content waits for, one after another: the difference in time between
 * slow and quick answers, by the difference in latency. A busy processor adds the same to both.
 */
export async function measureDepth(stage: BenchStage, plan: Plan, rounds: number): Promise<Line[]> {
  const all: Record<'panel' | 'bare', Depth[]> = {panel: [], bare: []};
  for (let round = 0; round < rounds; round += 1) {
    all.panel.push(await depth(stage, stage.panel));
    all.bare.push(await depth(stage, stage.bare, plan));
  }
  return (['cold', 'warm'] as const).map((state) => {
    const bare = median(all.bare.map((one) => one[state]));
    // Half a trip is what noise can do; the limits are those of the chain itself: discovery, authorization, token,
    // preflight and searches.
    const limit = {cold: 7, warm: 3}[state];
    return {
      name: `EHR round trips to first content, ${state}`,
      value: median(all.panel.map((one) => one[state])),
      unit: 'by slope',
      gate: limit + 0.5,
      note: `bare page ${bare.toFixed(1)}`,
    };
  });
}

async function depth(stage: BenchStage, place: Place, plan?: Plan): Promise<Depth> {
  const quick = await times(stage, place, SHORT, plan);
  const slow = await times(stage, place, LONG, plan);
  return {
    cold: (slow.cold - quick.cold) / (LONG - SHORT),
    warm: (slow.warm - quick.warm) / (LONG - SHORT),
  };
}

async function times(
  stage: BenchStage,
  {sandbox, watch}: Place,
  latency: number,
  plan?: Plan,
): Promise<Depth> {
  sandbox.settings.latencyMs = latency;
  const context = await stage.browser.createBrowserContext();
  const launch = async (): Promise<number> => {
    const setting = {sandbox, patientId: largeSlug(N), watch: watch(N), ...(plan ? {plan} : {})};
    const {first, page} = await launchRun(context, setting);
    await page.close();
    return first;
  };
  try {
    return {cold: await launch(), warm: await launch()};
  } finally {
    await context.close();
    sandbox.settings.latencyMs = 0;
  }
}
