import type {Page} from 'puppeteer-core';
import {largeSlug} from '../fixtures/large.ts';
import {coldRun} from './launch-run.ts';
import {clickFilters, countElements, historyOf, mountCycles} from './page-acts.ts';
import type {Line} from './results.ts';
import {median} from './statistics.ts';
import type {BenchStage} from './stage.ts';

/** Gates of the heap in MB over an empty page, of the elements on the screen, of what a mount may leave behind. */
const HEAP = {small: 6, large: 12};
const ELEMENTS = 6000;
const LEFT_KB = 50;
/** Mounts of one batch. */
const BATCH = 100;

/** Memory, elements and the answer to a click, with so many encounters. */
export async function measureCosts(stage: BenchStage, n: number): Promise<Line[]> {
  const {browser, panel} = stage;
  const {sandbox, watch} = panel;
  const empty = await emptyHeap(stage);
  const setting = {sandbox, patientId: largeSlug(n), watch: watch(n)};
  return coldRun(browser, setting, async ({page}) => {
    const {ids, complete} = await page.evaluate(historyOf);
    const heap = (await heapOf(page)) - empty;
    const elements = await page.evaluate(countElements);
    const clicks = await page.evaluate(clickFilters, 12);
    await page.emulateCPUThrottling(4);
    const slow = await page.evaluate(clickFilters, 12);
    return [
      {name: `${n}: encounters missing`, value: complete ? n - ids : n, unit: '', gate: 0},
      {
        name: `${n}: heap over an empty page`,
        value: heap / 1e6,
        unit: 'MB',
        gate: n >= 5000 ? HEAP.large : HEAP.small,
        note: `empty page ${(empty / 1e6).toFixed(1)} MB`,
      },
      {name: `${n}: elements`, value: elements, unit: '', gate: ELEMENTS},
      {
        name: `${n}: filter click to paint`,
        value: median(clicks),
        unit: 'ms',
        note: `goal 50; longest ${Math.round(Math.max(...clicks))}`,
      },
      {
        name: `${n}: filter click to paint at 4x CPU`,
        value: median(slow),
        unit: 'ms',
        note: `goal 200; longest ${Math.round(Math.max(...slow))}`,
      },
    ];
  });
}

/**
 * What panels leave behind that are put in and taken out. A leak shows in every batch, warm code only in the first ones:
 * of the heap, the batch that grew least tells.
 */
export async function measureMounting(stage: BenchStage, batches: number): Promise<Line[]> {
  const {sandbox, watch} = stage.panel;
  return coldRun(stage.browser, {sandbox, patientId: largeSlug(50), watch: watch(50)}, async ({page}) => {
    await page.evaluate(mountCycles, BATCH);
    const states = [await left(page)];
    for (let batch = 0; batch < batches; batch += 1) {
      await page.evaluate(mountCycles, BATCH);
      states.push(await left(page));
    }
    const grown = (what: keyof (typeof states)[number]): number[] =>
      states.slice(1).map((state, i) => state[what] - (states[i]?.[what] ?? Number.NaN));
    const name = (what: string): string => `${batches} times ${BATCH} mounts: ${what}`;
    return [
      {name: name('nodes left'), value: Math.min(...grown('nodes')), unit: '', gate: 0},
      {name: name('listeners left'), value: Math.min(...grown('listeners')), unit: '', gate: 0},
      {
        name: name('heap left by 200'),
        value: (Math.min(...grown('heap')) * 200) / BATCH / 1000,
        unit: 'kB',
        gate: LEFT_KB,
        note: `batches: ${grown('heap')
          .map((bytes) => Math.round(bytes / 1000))
          .join(', ')} kB`,
      },
    ];
  });
}

async function left(page: Page): Promise<{heap: number; nodes: number; listeners: number}> {
  const heap = await heapOf(page);
  const {Nodes: nodes = Number.NaN, JSEventListeners: listeners = Number.NaN} = await page.metrics();
  return {heap, nodes, listeners};
}

/** Bytes of the heap once everything that can go is gone. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const {JSHeapUsedSize = Number.NaN} = await page.metrics();
  return JSHeapUsedSize;
}

async function emptyHeap({browser, panel}: BenchStage): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(`${panel.sandbox.panelUrl}/empty`);
    return await heapOf(page);
  } finally {
    await context.close();
  }
}
