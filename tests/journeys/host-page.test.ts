import assert from 'node:assert/strict';
import {copyFileSync, cpSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {BROWSER, startBrowser} from '../../scripts/browser.mjs';
import {buildEmbed} from '../../scripts/build-embed.mjs';
import {ROOT, serve} from '../examples/packed.ts';
import {textOf, waitForText} from './stage.ts';

// What the embed without a bundler does to the page around it: nothing. The page is served under a strict policy.

const MOUNTS = 1000;
/** After so many, everything that is made once has been made. */
const WARM = 100;

let browser: Browser;
let place: Awaited<ReturnType<typeof serve>>;
before(async () => {
  await buildEmbed();
  const folder = mkdtempSync(join(tmpdir(), 'isp-host-'));
  cpSync(`${ROOT}tests/journeys/host-page`, folder, {recursive: true});
  cpSync(`${ROOT}dist/embed`, folder, {recursive: true});
  copyFileSync(`${ROOT}fixtures/patients/reference/bundle.json`, join(folder, 'bundle.json'));
  place = await serve(folder);
  browser = await startBrowser({ownPages: true});
});
after(async () => {
  await browser?.close();
  place?.close();
});

/** What a page is asked to remember between two looks at it. */
interface Remembered {
  styles: string[];
  prototypes: Map<string, unknown>;
  globals: Set<string>;
  /** Names whose value differs from itself. */
  unsteady: Set<string>;
  look(): {styles: string[]; prototypes: Map<string, unknown>; globals: Set<string>};
}
declare global {
  var remembered: Remembered;
}

async function openHost(use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|404/u.test(message.text())) faults.push(message.text());
  });
  try {
    await page.setViewport({width: 1060, height: 800});
    await page.goto(place.url);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** Mounts the panel on the reference patient and waits until its numbers stand there. */
async function mount(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const source = new URL('./isp-panel.js', location.href).href;
    const {createBundleTransport} = (await import(source)) as {createBundleTransport(bundle: unknown): never};
    const panel = document.createElement('isp-panel');
    panel.config = {practiceDate: '2026-11-22'};
    panel.transport = createBundleTransport(await (await fetch('./bundle.json')).json());
    panel.patient = 'reference';
    document.querySelector('#place')?.append(panel);
  });
  await waitForText(page, /11 ED visits/u);
}

describe(`the page around the panel, in ${BROWSER}`, () => {
  it('keeps every pixel, every computed style, every global and every prototype', async () => {
    await openHost(async (page) => {
      await page.evaluate(() => {
        const look: Remembered['look'] = () => {
          const styles = [...document.querySelectorAll('html, body, #host, #host *')].map((element) =>
            [...getComputedStyle(element)]
              .map((name) => `${name}:${getComputedStyle(element).getPropertyValue(name)}`)
              .join(';'),
          );
          const prototypes = new Map<string, unknown>();
          const globals = new Set(Object.getOwnPropertyNames(globalThis));
          for (const name of globals) {
            const value = Object.getOwnPropertyDescriptor(globalThis, name)?.value as unknown;
            for (const owner of [value, (value as {prototype?: unknown} | undefined)?.prototype]) {
              if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null) continue;
              if (
                name.startsWith('remembered') ||
                ['window', 'globalThis', 'self', 'document'].includes(name)
              )
                continue;
              for (const [key, {get, set, value: held}] of Object.entries(
                Object.getOwnPropertyDescriptors(owner),
              ))
                prototypes.set(`${name} ${owner === value ? '' : 'prototype '}${key}`, get ?? set ?? held);
            }
          }
          return {styles, prototypes, globals};
        };
        const first = look();
        const second = look();
        // WebKit makes some lists anew whenever they are asked for.
        const unsteady = [...second.prototypes].filter(
          ([name, value]) => !Object.is(first.prototypes.get(name), value),
        );
        globalThis.remembered = {...first, unsteady: new Set(unsteady.map(([name]) => name)), look};
      });
      const host = await page.waitForSelector('#host');
      const before = await host?.screenshot({encoding: 'base64'});
      await mount(page);
      const after = await host?.screenshot({encoding: 'base64'});
      assert.ok(before !== undefined && before === after, 'the page around the panel looks different');
      const changed = await page.evaluate(() => {
        const {styles, prototypes, globals, unsteady, look} = globalThis.remembered;
        const now = look();
        return {
          styles: now.styles.filter((style, at) => style !== styles[at]).length,
          count: now.styles.length - styles.length,
          prototypes: [...now.prototypes]
            .filter(
              ([name, value]) =>
                globals.has(name.split(' ')[0]!) &&
                !unsteady.has(name) &&
                !Object.is(prototypes.get(name), value),
            )
            .map(([name]) => name),
          gone: [...prototypes.keys()].filter((name) => !now.prototypes.has(name)),
          globals: [...now.globals].filter((name) => !globals.has(name)),
        };
      });
      // Lit keeps its versions there, to say when a page has two of them, and zod its settings.
      const theirs = /^(?:lit.*|reactiveElement.*|__zod_globalConfig|remembered)$/u;
      const globals = changed.globals.filter((name) => !theirs.test(name));
      // Lit names the well-known symbol of decorators where the browser does not know it yet.
      const prototypes = changed.prototypes.filter((name) => name !== 'Symbol metadata');
      assert.deepEqual(
        {...changed, globals, prototypes},
        {styles: 0, count: 0, prototypes: [], gone: [], globals: []},
      );
    });
  });

  it('keeps its style rules outside of the panel, and the panel its own', async () => {
    await openHost(async (page) => {
      await mount(page);
      const looks = await page.evaluate(() => {
        const inside = document.querySelector('isp-panel')?.shadowRoot;
        const button = inside?.querySelector('button');
        return button && {...pick(getComputedStyle(button)), sheets: document.adoptedStyleSheets.length};
        function pick({backgroundColor, textTransform}: CSSStyleDeclaration) {
          return {backgroundColor, textTransform};
        }
      });
      assert.notEqual(looks?.backgroundColor, 'rgb(255, 204, 0)');
      assert.equal(looks?.textTransform, 'none');
      assert.equal(looks?.sheets, 0);
    });
  });

  it('shows two people in two panels, and each alone once the other is taken away', async () => {
    await openHost(async (page) => {
      await mount(page);
      await page.evaluate(async () => {
        const source = new URL('./isp-panel.js', location.href).href;
        const {createBundleTransport} = (await import(source)) as {
          createBundleTransport(bundle: unknown): never;
        };
        const second = document.createElement('isp-panel');
        const resource = {resourceType: 'Patient', id: 'other', name: [{family: 'Autre', given: ['Paul']}]};
        second.transport = createBundleTransport({resourceType: 'Bundle', entry: [{resource}]});
        second.patient = 'other';
        document.querySelector('#place')?.append(second);
      });
      await waitForText(page, /EXEMPLE-TREMBLAY.*AUTRE/u);
      const each = await page.evaluate(() =>
        [...document.querySelectorAll('isp-panel')].map(
          ({shadowRoot}) => shadowRoot?.querySelector('isp-identity')?.shadowRoot?.textContent ?? '',
        ),
      );
      assert.match(each[0] ?? '', /EXEMPLE-TREMBLAY/u);
      assert.doesNotMatch(each[0] ?? '', /AUTRE/u);
      assert.match(each[1] ?? '', /AUTRE/u);
      assert.doesNotMatch(each[1] ?? '', /TREMBLAY/u);
      await page.evaluate(() => document.querySelector('isp-panel')?.remove());
      assert.doesNotMatch(await textOf(page), /TREMBLAY|11 ED visits/u);
    });
  });

  it(
    `holds nothing of ${MOUNTS} panels that were there and were disposed of`,
    {timeout: 600_000},
    async () => {
      await openHost(async (page) => {
        await page.evaluate(() => {
          const open = new Map<string, number>();
          for (const target of [window, document]) {
            const name = target === window ? 'window' : 'document';
            const {addEventListener, removeEventListener} = target;
            const count = (type: string, by: number): void =>
              void open.set(`${name} ${type}`, (open.get(`${name} ${type}`) ?? 0) + by);
            Object.assign(target, {
              addEventListener(this: EventTarget, type: string, ...rest: unknown[]) {
                count(type, 1);
                Reflect.apply(addEventListener, target, [type, ...rest]);
              },
              removeEventListener(this: EventTarget, type: string, ...rest: unknown[]) {
                count(type, -1);
                Reflect.apply(removeEventListener, target, [type, ...rest]);
              },
            });
          }
          Object.assign(globalThis, {openListeners: open, mounted: []});
        });
        await cycle(page, WARM);
        const warm = await left(page);
        await cycle(page, MOUNTS - WARM);
        const end = await left(page);
        assert.deepEqual(end.listeners, warm.listeners, 'listeners of the window or the document grow');
        assert.equal(end.elements, warm.elements);
        assert.ok(
          Object.values(end.listeners).every((count) => count <= 1),
          JSON.stringify(end.listeners),
        );
        for (const [what, count] of Object.entries(end.live)) {
          const before = warm.live[what] ?? 0;
          assert.ok(count <= before + 5, `${what}: ${count} are held, ${before} after ${WARM} panels`);
        }
        // Chromium has told its heap.
        const held =
          BROWSER === 'webkit'
            ? await heldPanels(page)
            : BROWSER === 'firefox'
              ? await heldInFirefox(page)
              : 0;
        // WebKit takes what looks like an address for one, and so keeps a few by chance.
        assert.ok(held <= MOUNTS / 20, `${held} of ${MOUNTS} panels are held`);
        if (warm.heap === null || end.heap === null) return;
        // The deadlines of requests (AbortSignal.timeout) are held by the browser until they have passed, and go then.
        const growth = end.heap / warm.heap;
        assert.ok(growth < 1.3, `the heap is ${growth.toFixed(2)} times what it was after ${WARM}`);
      });
    },
  );
});

/** Mounts a panel, waits until all is read, disposes of it; so many times. */
async function cycle(page: Page, times: number): Promise<void> {
  await page.evaluate(async (rounds) => {
    const source = new URL('./isp-panel.js', location.href).href;
    const {createBundleTransport} = (await import(source)) as {createBundleTransport(bundle: unknown): never};
    const resource = {resourceType: 'Patient', id: 'x', name: [{family: 'X'}], birthDate: '1950-01-01'};
    const bundle = {resourceType: 'Bundle', entry: [{resource}]};
    for (let round = 0; round < rounds; round += 1) {
      const panel = document.createElement('isp-panel');
      const loaded = new Promise((resolve) => panel.addEventListener('isp-loaded', resolve, {once: true}));
      panel.transport = createBundleTransport(bundle);
      panel.patient = 'x';
      (globalThis as unknown as {mounted: WeakRef<Element>[]}).mounted.push(new WeakRef(panel));
      document.querySelector('#place')?.append(panel);
      await loaded;
      panel.dispose();
      panel.remove();
    }
  }, times);
}

/** How many panels Firefox still holds, once a page of its own has told it to tidy up. */
async function heldInFirefox(page: Page): Promise<number> {
  const own = await browser.newPage();
  // The browser does not tell when this page has come.
  await own.goto('about:memory', {timeout: 3000}).catch(() => undefined);
  // Nobody may look at a panel before this is over: a look keeps it for the round.
  for (let round = 0; round < 5; round += 1) {
    await own.evaluate(async () => {
      const {Services} = globalThis as unknown as {
        Services: {obs: {notifyObservers(subject: null, topic: string): void}};
      };
      for (const topic of ['child-gc-request', 'child-cc-request', 'child-mmu-request'])
        Services.obs.notifyObservers(null, topic);
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
  }
  await own.close();
  return await page.evaluate(
    () =>
      (globalThis as unknown as {mounted: WeakRef<Element>[]}).mounted.filter(
        (one) => one.deref() !== undefined,
      ).length,
  );
}

/** How many panels WebKit still holds; it is made to tidy up by waste, as it cannot be told to. */
async function heldPanels(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const {mounted} = globalThis as unknown as {mounted: WeakRef<Element>[]};
    let held = mounted.length;
    for (let round = 0; round < 60 && held > 10; round += 1) {
      // What was looked at stays until the task is over.
      await new Promise((resolve) => setTimeout(resolve, 20));
      for (let part = 0; part < 200; part += 1) Array.from({length: 10_000}, () => ({}));
      await new Promise((resolve) => setTimeout(resolve, 20));
      held = mounted.filter((one) => one.deref() !== undefined).length;
    }
    return held;
  });
}

interface Left {
  readonly listeners: Readonly<Record<string, number>>;
  readonly elements: number;
  /** Bytes once everything that can go is gone, and what is held then; only Chromium can be asked. */
  readonly heap: number | null;
  readonly live: Readonly<Record<string, number>>;
}

async function left(page: Page): Promise<Left> {
  const seen = await page.evaluate(() => ({
    listeners: Object.fromEntries(
      (globalThis as unknown as {openListeners: Map<string, number>}).openListeners,
    ),
    elements: document.querySelectorAll('*').length,
  }));
  if (BROWSER !== 'chromium') return {...seen, heap: null, live: {}};
  const session = await page.createCDPSession();
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const live: Record<string, number> = {};
  for (const kind of ["customElements.get('isp-panel')", 'HTMLElement', 'Function', 'Map', 'Set', 'Array']) {
    const prototype = await page.evaluateHandle(`${kind}.prototype`);
    const objects = await page.queryObjects(prototype);
    live[kind] = await page.evaluate((list) => (list as unknown[]).length, objects);
    await objects.dispose();
    await prototype.dispose();
  }
  const {JSHeapUsedSize: heap = null, Nodes: nodes = 0, JSEventListeners: all = 0} = await page.metrics();
  return {...seen, heap, live: {...live, nodes, 'listeners of any kind': all}};
}
