import type {Page} from 'puppeteer-core';
import {largeSlug} from '../fixtures/large.ts';
import {coldRun} from './launch-run.ts';
import {clickFilters, countElements, historyOf, mountCycles} from './page-acts.ts';
import type {Line} from './results.ts';
import {median} from './statistics.ts';
import type {BenchStage} from './stage.ts';

/**
 * Gates: the heap in MB over an empty page, and of the elements on the screen. The code of the sections that come after the
 * first content is 1 MB of the heap, whatever the length of the history.
 */
const HEAP = {small: 6, large: 13};
const ELEMENTS = 6000;
/** Mounts of one batch. */
const BATCH = 50;

/** Memory, elements and the answer to a click, with so many encounters. */
export async function measureCosts(stage: BenchStage, n: number): Promise<Line[]> {
  const {browser, panel} = stage;
  const {sandbox, watch} = panel;
  const empty = await emptyHeap(stage);
  const setting = {sandbox, patientId: largeSlug(n), watch: watch(n)};
  return coldRun(browser, setting, async ({page}) => {
    const {ids, complete} = await page.evaluate(historyOf);
    const longest = await page.evaluate(() => (globalThis as unknown as {benchLongest: number}).benchLongest);
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
        name: `${n}: longest task from launch to the whole history`,
        value: longest,
        unit: 'ms',
        note: 'goal 50',
      },
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
 * What panels leave behind that are put in and taken out. Live objects are counted one by one, so a leak of one function
 * a mount shows; the heap itself also holds what the engine learns of warm code, so it is told only.
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
    const name = (what: string): string => `${batches * BATCH} mounts: ${what}`;
    const grown = (what: keyof Left): number =>
      (states.at(-1)?.[what] ?? Number.NaN) - (states[0]?.[what] ?? 0);
    // One listener more or less belongs to time-outs that are still due.
    const least = (what: keyof Left): number =>
      Math.min(...states.slice(1).map((state) => state[what])) - (states[0]?.[what] ?? 0);
    return [
      {name: name('panels left'), value: grown('panels'), unit: '', gate: 0},
      {name: name('functions left'), value: grown('functions'), unit: '', gate: 0},
      {name: name('nodes left'), value: grown('nodes'), unit: '', gate: 0},
      {name: name('listeners left'), value: least('listeners'), unit: '', gate: 0},
      {
        name: name('heap left'),
        value: least('heap') / 1000,
        unit: 'kB',
        note: `goal 50; after each ${BATCH}: ${states.map(({heap}) => (heap / 1e6).toFixed(2)).join(', ')} MB`,
      },
    ];
  });
}

interface Left {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly panels: number;
  readonly functions: number;
}

async function left(page: Page): Promise<Left> {
  const heap = await heapOf(page);
  const {Nodes: nodes = Number.NaN, JSEventListeners: listeners = Number.NaN} = await page.metrics();
  return {
    heap,
    nodes,
    listeners,
    panels: await countLive(page, "customElements.get('isp-panel').prototype"),
    functions: await countLive(page, 'Function.prototype'),
  };
}

/** How many objects with this prototype the page still holds. */
async function countLive(page: Page, prototype: string): Promise<number> {
  const handle = await page.evaluateHandle(prototype);
  const objects = await page.queryObjects(handle);
  const count = await page.evaluate((list) => (list as unknown[]).length, objects);
  await objects.dispose();
  await handle.dispose();
  return count;
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
