import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {launchOptions} from '../../scripts/browser.mjs';
import {waitForText} from '../journeys/stage.ts';
import {buildExample, ROOT, serve, typeFaults, unpackExamples, type Example} from './packed.ts';

// What a vendor does with the package as it is published: pages without a bundler, in React, in Vue and in Angular, under
// a strict Content-Security-Policy with Trusted Types.

let browser: Browser;
before(async () => {
  await unpackExamples();
  browser = await puppeteer.launch(await launchOptions());
});
after(() => browser?.close());

async function open(
  example: Example,
  use: (page: Page, faults: readonly string[]) => Promise<void>,
): Promise<void> {
  const place = await serve(await buildExample(example));
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  try {
    await page.goto(place.url);
    await use(page, faults);
  } finally {
    await context.close();
    place.close();
  }
}

for (const example of ['html', 'react', 'vue', 'angular'] as const) {
  describe(`the package in a page: ${example}`, () => {
    it('shows the panel with its numbers, and tells when everything was read', async () => {
      await open(example, async (page, faults) => {
        const text = await waitForText(page, /11 ED visits , 3 hospital stays in 12 months/u);
        assert.match(text, /EXEMPLE-TREMBLAY/u);
        await page.waitForFunction(() => document.documentElement.dataset['loaded'] === 'true');
        assert.deepEqual(faults, []);
      });
    });
    if (example === 'html') return;
    it('type-checks strictly', () => assert.equal(typeFaults(example), ''));
  });
}

describe('the one file and its hash', () => {
  it('runs as it was published, and not when a single byte was changed on its way (T26)', async () => {
    const folder = await buildExample('html');
    const hash = readFileSync(`${ROOT}dist/embed/integrity.txt`, 'utf8').trim();
    writeFileSync(
      `${folder}pinned.html`,
      `<!doctype html><script type="module" src="./isp-panel.js" integrity="${hash}"></script>`,
    );
    const published = readFileSync(`${folder}isp-panel.js`);
    const place = await serve(folder);
    const context = await browser.createBrowserContext();
    const isDefined = async (): Promise<boolean> => {
      const page = await context.newPage();
      // The event of the page comes after its modules were run, or were refused.
      await page.goto(`${place.url}pinned.html`, {waitUntil: 'load'});
      return await page.evaluate(() => customElements.get('isp-panel') !== undefined);
    };
    try {
      assert.equal(await isDefined(), true);
      writeFileSync(`${folder}isp-panel.js`, Buffer.concat([published, Buffer.from('\n')]));
      assert.equal(await isDefined(), false);
    } finally {
      writeFileSync(`${folder}isp-panel.js`, published);
      await context.close();
      place.close();
    }
  });
});

describe('the package and its host', () => {
  it('adds no global, no style and no class to the page around it', async () => {
    await open('html', async (page) => {
      await waitForText(page, /11 ED visits/u);
      const bare = await page.browserContext().newPage();
      await bare.goto(`${page.url()}bundle.json`);
      const globals = (target: Page): Promise<string[]> =>
        target.evaluate(() => Object.getOwnPropertyNames(globalThis));
      const known = new Set(await globals(bare));
      // Lit keeps its versions there, to say when a page has two of them, and zod its settings.
      const added = (await globals(page)).filter(
        (name) => !known.has(name) && !/^lit|^reactiveElement|^__zod_globalConfig$/u.test(name),
      );
      assert.deepEqual(added, []);
      const left = await page.evaluate(() => ({
        sheets: document.adoptedStyleSheets.length,
        styles: document.querySelectorAll('style').length,
        classes: document.documentElement.className + document.body.className,
        storage: localStorage.length + sessionStorage.length,
      }));
      assert.deepEqual(left, {sheets: 0, styles: 0, classes: '', storage: 0});
    });
  });

  it('shows two people in two panels of one page, and takes one of them away without the other', async () => {
    await open('html', async (page) => {
      await waitForText(page, /11 ED visits/u);
      await page.evaluate(async () => {
        const first = document.querySelector('isp-panel');
        const second = document.createElement('isp-panel');
        second.config = first?.config ?? {};
        const patient = {resourceType: 'Patient', id: 'other', name: [{family: 'Autre', given: ['Paul']}]};
        const source = './isp-panel.js';
        const {createBundleTransport} = (await import(source)) as {
          createBundleTransport(bundle: unknown): typeof second.transport;
        };
        second.transport = createBundleTransport({resourceType: 'Bundle', entry: [{resource: patient}]});
        second.patient = 'other';
        document.body.append(second);
      });
      await waitForText(page, /EXEMPLE-TREMBLAY.*AUTRE/u);
      await page.evaluate(() => document.querySelector('isp-panel')?.dispose());
      const text = await waitForText(page, /AUTRE/u);
      assert.doesNotMatch(text, /EXEMPLE-TREMBLAY|11 ED visits/u);
    });
  });
});
