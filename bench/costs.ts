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

/** What 200 panels, put in and taken out, leave behind. */
export async function measureMounting(stage: BenchStage, cycles: number): Promise<Line[]> {
  const {sandbox, watch} = stage.panel;
  return coldRun(stage.browser, {sandbox, patientId: largeSlug(50), watch: watch(50)}, async ({page}) => {
    await page.evaluate(mountCycles, 20);
    const before = await left(page);
    await page.evaluate(mountCycles, cycles);
    const after = await left(page);
    const grown = (what: keyof typeof before): number => after[what] - before[what];
    return [
      {name: `${cycles} mounts: nodes left`, value: grown('nodes'), unit: '', gate: 0},
      {name: `${cycles} mounts: listeners left`, value: grown('listeners'), unit: '', gate: 0},
      {name: `${cycles} mounts: heap left`, value: grown('heap') / 1000, unit: 'kB', gate: LEFT_KB},
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
