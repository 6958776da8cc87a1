import {measureCosts, measureMounting} from './costs.ts';
import {measureDepth} from './depth.ts';
import type {Plan} from './launch-run.ts';
import {measurePaging} from './paging.ts';
import {measureRatios} from './ratios.ts';
import {measureReading} from './reading.ts';
import {measureRequests} from './requests.ts';
import {publish, type Line} from './results.ts';
import {measureSizes} from './sizes.ts';
import {openBench, type BenchStage} from './stage.ts';

const LAUNCHED = [50, 500, 5000] as const;
/** More people, for paging and for memory. */
const MORE = [2000, 10_000] as const;

/** Measures, prints the table, writes bench/last.json; true when every gate holds. `quick`: structure only. */
export async function bench({quick}: {readonly quick: boolean}): Promise<boolean> {
  const lines: Line[] = [];
  const step = async (
    name: string,
    measure: () => Promise<readonly Line[]> | readonly Line[],
  ): Promise<void> => {
    const started = performance.now();
    try {
      lines.push(...(await measure()));
    } catch (error) {
      // What could not be measured does not hold.
      lines.push({name: `${name}: not measured`, value: 1, unit: '', gate: 0, note: String(error)});
    }
    process.stderr.write(`${name} (${((performance.now() - started) / 1000).toFixed(0)} s)\n`);
  };
  await step('sizes', measureSizes);
  await step('reading and counting', () =>
    quick ? measureReading([1000, 10_000], 5) : measureReading([100, 1000, 10_000, 100_000], 5),
  );
  const stage = await openBench(quick ? LAUNCHED : [...LAUNCHED, ...MORE]);
  try {
    await launches(stage, quick, step);
  } finally {
    await stage.close();
  }
  return publish(lines, new URL('./last.json', import.meta.url));
}

async function launches(
  stage: BenchStage,
  quick: boolean,
  step: (name: string, measure: () => Promise<readonly Line[]>) => Promise<void>,
): Promise<void> {
  const plans = new Map<number, Plan>();
  for (const n of LAUNCHED) {
    await step(`requests with ${n} encounters`, async () => {
      const {lines, plan} = await measureRequests(stage, n);
      plans.set(n, plan);
      return lines;
    });
  }
  const planOf = (n: number): Plan => plans.get(n) ?? {first: [], rest: []};
  await step('round trips', () => measureDepth(stage, planOf(50), quick ? 1 : 2));
  for (const n of quick ? [50, 5000] : [50, 5000, 10_000]) {
    await step(`memory and clicks with ${n} encounters`, () => measureCosts(stage, n));
  }
  await step('paging', () => measurePaging(stage, quick ? 0 : 2));
  if (quick) return;
  await step('mount cycles', () => measureMounting(stage, 4));
  for (const [n, pairs, cpu] of [
    [50, 11, 1],
    [50, 11, 4],
    [500, 5, 1],
    [5000, 5, 1],
    [5000, 3, 4],
  ] as const) {
    await step(`ratios with ${n} encounters at ${cpu}x CPU`, () =>
      measureRatios(stage, {n, pairs, cpu, plan: planOf(n)}),
    );
  }
}
