import {largeSlug} from '../fixtures/large.ts';
import {coldRun, type LaunchRun, type LaunchSetting} from './launch-run.ts';
import {historyOf} from './page-acts.ts';
import type {Line} from './results.ts';
import {interval} from './statistics.ts';
import type {BenchStage, Place} from './stage.ts';

const N = 2000;
const PAGE = 50;
const LATENCY = 80;

/**
 * A server that gives 50 entries a page, whatever is asked: the panel's windows against following `next`, in a browser,
 * preflights included (each `next` is an address of its own).
 */
export async function measurePaging(stage: BenchStage, pairs: number): Promise<Line[]> {
  const ratios: number[] = [];
  let asked = 0;
  let missing = 0;
  const serial = {
    method: 'GET',
    path: `Encounter?patient=${largeSlug(N)}&_sort=-date&_count=${PAGE}`,
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    const windows = await read(stage, stage.panel, {cap: PAGE}, async ({page}) => {
      const history = await page.evaluate(historyOf);
      missing = Math.max(missing, history.complete ? N - history.ids : N);
    });
    asked = Math.max(asked, windows.requests);
    const next = await read(stage, stage.bare, {plan: {first: [], rest: [], serial}});
    ratios.push(next.ms / windows.ms);
  }
  const {median, low, high} = interval(ratios);
  return [
    {
      name: `${N} in pages of ${PAGE}: windows faster than next`,
      value: median,
      unit: 'times',
      note: `${low.toFixed(1)} to ${high.toFixed(1)}, ${pairs} pairs; goal 8 (without the six connections of HTTP/1.1)`,
    },
    {
      name: `${N} in pages of ${PAGE}: time against next`,
      value: 1 / median,
      unit: '',
      gate: 1 / 5,
      held: 1 / high,
    },
    {name: `${N} in pages of ${PAGE}: encounters missing`, value: missing, unit: '', gate: 0},
    {
      name: `${N} in pages of ${PAGE}: Encounter searches`,
      value: asked,
      unit: '',
      gate: Math.ceil((1.6 * N) / PAGE),
      note: `${N / PAGE} would do`,
    },
  ];
}

/** From the first question about encounters to the last answer, as the server saw it. */
async function read(
  stage: BenchStage,
  {sandbox, watch}: Place,
  setting: Pick<LaunchSetting, 'cap' | 'plan'>,
  use: (run: LaunchRun) => Promise<void> = async () => undefined,
): Promise<{ms: number; requests: number}> {
  sandbox.settings.latencyMs = LATENCY;
  sandbox.log.clear();
  await coldRun(stage.browser, {sandbox, patientId: largeSlug(N), watch: watch(N), ...setting}, async (run) =>
    use(run),
  );
  const own = [...sandbox.log.entries, ...sandbox.log.preflights].filter(({path}) =>
    path.includes('/Encounter'),
  );
  const ms =
    Math.max(...own.map(({at, ms}) => Date.parse(at) + ms)) - Math.min(...own.map(({at}) => Date.parse(at)));
  return {ms, requests: own.filter(({method}) => method !== 'OPTIONS').length};
}
