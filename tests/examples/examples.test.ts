import assert from 'node:assert/strict';
import {globSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {startBrowser} from '../../scripts/browser.mjs';
import {waitForText} from '../journeys/stage.ts';
import {buildExample, serve, typeFaults, unpackExamples, type Example} from './packed.ts';

// What a vendor does with the package as it is published: pages without a bundler, in React, in Vue and in Angular, under
// a strict Content-Security-Policy with Trusted Types.

let browser: Browser;
before(async () => {
  await unpackExamples();
  browser = await startBrowser();
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

describe('the two files of a page without a bundler', () => {
  const FIRST = 'isp-panel.js';
  const LATER = /What is due Contact|could not be loaded/iu;

  /** Opens the example as `change` leaves its page, and its files as `spoil` leaves them. */
  async function openChanged(
    how: {change?(html: string): string; spoil?(folder: string): void; script?: string},
    use: (page: Page, faults: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const folder = await buildExample('html');
    const html = readFileSync(`${folder}index.html`, 'utf8');
    writeFileSync(`${folder}changed.html`, how.change?.(html) ?? html);
    how.spoil?.(folder);
    const place = await serve(folder, how.script);
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    try {
      // The event of the page comes after its modules were run, or were refused.
      await page.goto(`${place.url}changed.html`, {waitUntil: 'load'});
      await use(page, faults);
    } finally {
      await context.close();
      place.close();
    }
  }

  const moreOf = (folder: string): string => {
    const [file] = globSync('isp-panel-more-*.js', {cwd: folder});
    assert.ok(file);
    return `${folder}${file}`;
  };
  const append = (file: string): void =>
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('\n')]));

  /** What pins both files in a page: the published hashes, as an import map. */
  const pinned = async (): Promise<{change(html: string): string; script: string}> => {
    const folder = await buildExample('html');
    const script = JSON.stringify({
      integrity: JSON.parse(readFileSync(`${folder}integrity.json`, 'utf8')) as object,
    });
    return {
      script,
      change: (html) => html.replace('<head>', `<head><script type="importmap">${script}</script>`),
    };
  };

  it('run as they were published', async () => {
    await openChanged(await pinned(), async (page, faults) => {
      await waitForText(page, /11 ED visits/u);
      assert.match(await waitForText(page, LATER), /What is due/u);
      assert.deepEqual(faults, []);
    });
  });

  it('do not run when a single byte of the first was changed on its way (T26)', async () => {
    await openChanged({...(await pinned()), spoil: (folder) => append(`${folder}${FIRST}`)}, async (page) => {
      assert.equal(await page.evaluate(() => customElements.get('isp-panel') !== undefined), false);
    });
  });

  it('show the first content, and say that the rest is missing, when a byte of the second was changed (T26)', async () => {
    await openChanged({...(await pinned()), spoil: (folder) => append(moreOf(folder))}, async (page) => {
      await waitForText(page, /11 ED visits/u);
      assert.doesNotMatch(await waitForText(page, LATER), /What is due Contact/u);
    });
  });

  it('need each other only after the first content, which names what is missing in both languages', async () => {
    const missing = {
      'en-CA': [
        /The crisis plan, the actions and the rest/u,
        /list of visits could not/u,
        /What is due, follow-up/u,
      ],
      'fr-CA': [
        /Le plan de crise, les actions et le reste/u,
        /liste des visites n’ont/u,
        /Les échéances, le suivi/u,
      ],
    };
    for (const [lang, words] of Object.entries(missing)) {
      const change = (html: string): string => html.replace('<isp-panel ', `<isp-panel lang="${lang}" `);
      await openChanged({change, spoil: (folder) => rmSync(moreOf(folder))}, async (page, faults) => {
        for (const part of words) await waitForText(page, part);
        const text = await waitForText(page, /EXEMPLE-TREMBLAY/u);
        assert.match(text, /\b11\b/u);
        // Firefox tells of the missing file itself, as an error of the page.
        assert.deepEqual(
          faults.filter((fault) => !fault.startsWith('Error: Loading module from')),
          [],
        );
      });
    }
  });

  it('work together where a page names the first with a query of its own', async () => {
    const spoil = (folder: string): void => {
      const main = readFileSync(`${folder}main.js`, 'utf8');
      writeFileSync(`${folder}main.js`, main.replace('./isp-panel.js', './isp-panel.js?v=1'));
    };
    await openChanged({spoil}, async (page, faults) => {
      assert.match(await waitForText(page, LATER), /What is due/u);
      assert.deepEqual(faults, []);
    });
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
