import assert from 'node:assert/strict';
import {globSync} from 'node:fs';
import {basename} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {startBrowser} from '../../scripts/browser.mjs';
import {buildStatic} from '../../scripts/build-static.mjs';
import {ROOT, serve} from '../examples/packed.ts';
import {fill} from './acts.ts';
import {find} from './find.ts';
import {textOf, waitForText} from './stage.ts';
import {words} from './words.ts';

// The pages that any static host can serve, from a plain server under a strict Content-Security-Policy.

const FOLDER = `${ROOT}dist-static/`;

let browser: Browser;
let place: Awaited<ReturnType<typeof serve>>;
before(async () => {
  await buildStatic();
  place = await serve(FOLDER);
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  place?.close();
});

/** Opens a page; what it asked for beside files of its own, and what went wrong in it, is collected. */
async function open(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(place.url) && !/^(?:blob|data):/u.test(url)) faults.push(`asked for ${url}`);
    if (request.method() !== 'GET') faults.push(`sent ${request.method()} ${url}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  try {
    await page.setViewport({width: 1200, height: 900});
    await page.goto(`${place.url}${path}`);
    await use(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

describe('practice without a server', () => {
  for (const lang of ['en-CA', 'fr-CA'] as const) {
    const t = words[lang];
    it(`says that it is practice, counts, and takes a goal until the page is reloaded: ${lang}`, async () => {
      await open(`index.html?lang=${lang}`, async (page) => {
        const banner =
          lang === 'en-CA'
            ? /Practice\. The people are invented/u
            : /Exercice\. Les personnes sont inventées/u;
        await waitForText(page, banner);
        await waitForText(page, lang === 'en-CA' ? /11 ED visits/u : /11 visites à l’urgence/u);
        await fill(page, t.plan.addLabel, 'Aller au marché le samedi');
        await page.keyboard.press('Enter');
        await waitForText(page, lang === 'en-CA' ? /Saved \d/u : /Enregistré à/u);
        await page.reload();
        await waitForText(page, lang === 'en-CA' ? /11 ED visits/u : /11 visites à l’urgence/u);
        assert.doesNotMatch(await textOf(page), /Aller au marché le samedi/u);
      });
    });
  }

  it('shows the same person in a record system that takes no plan, by a link', async () => {
    await open('index.html?person=ordinary&record=readonly&lang=en-CA', async (page) => {
      await waitForText(page, /EXEMPLE-CÔTÉ/u);
      await waitForText(page, /5 ED visits/u);
      assert.doesNotMatch(await textOf(page), new RegExp(words['en-CA'].plan.addLabel, 'u'));
    });
  });
});

describe('the editor of the site file', () => {
  it('explains each key of the schema, and says at once what would not be used', async () => {
    await open('site-file.html?lang=en-CA', async (page) => {
      await waitForText(page, /This file can be used as it is/u);
      await fill(page, 'zone', 'Mars/Olympus');
      await waitForText(page, /zone: has a value that does not fit/u);
      await fill(page, 'zone', 'America/Moncton');
      await fill(page, 'counting.mergeMinutes', '30', 'spinbutton');
      await waitForText(page, /This file can be used as it is/u);
      const text = await textOf(page);
      assert.match(text, /"zone": "America\/Moncton", "counting": \{ "mergeMinutes": 30 \}/u);
      assert.match(text, /R6: starts from different sources this near are one visit/u);
    });
  });

  it('names what an opened file has wrong, and keeps the rest of it', async () => {
    await open('site-file.html?lang=fr-CA', async (page) => {
      await page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('#load')!;
        const given = new DataTransfer();
        given.items.add(new File(['{"colour": 1, "language": "fr-CA"}'], 'isp-site.json'));
        input.files = given.files;
        input.dispatchEvent(new Event('change', {bubbles: true}));
      });
      const text = await waitForText(page, /colour : n’est pas une clé|colour: n’est pas une clé/u);
      assert.match(text, /"language": "fr-CA"/u);
      const field = await find(page, 'language', 'combobox');
      assert.equal(await field.evaluate((select) => (select as HTMLSelectElement).value), 'fr-CA');
    });
  });

  it('takes nothing from its address', async () => {
    await open('site-file.html?lang=en-CA&zone=America/Moncton&config=%7B%22zone%22%3A1%7D', async (page) => {
      const text = await waitForText(page, /This file can be used as it is/u);
      assert.match(text, /The file This file can be used as it is\. \{\}/u);
    });
  });
});

describe('the gallery', () => {
  it('draws every state from its JSON file, in both languages, and shows every element that can be seen at once', async () => {
    await open('gallery.html?lang=both', async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset['drawn'] === 'yes', {
        timeout: 300_000,
      });
      const shown = await page.evaluate(() => ({
        pictures: document.querySelectorAll('.stage').length,
        states: document.querySelectorAll('.state').length,
        links: document.querySelectorAll('#states a').length,
        faults: [...document.querySelectorAll('.wrong')].map((one) => one.textContent),
        elements: [...document.querySelectorAll('#elements code')].map((one) => one.textContent),
      }));
      assert.equal(shown.pictures, shown.states * 2);
      assert.equal(shown.links, shown.states);
      assert.deepEqual(shown.faults, []);
      const defined = globSync('src/elements/**/isp-*.ts', {cwd: ROOT})
        .map((file) => basename(file, '.ts'))
        .filter((name) => !name.endsWith('.styles'));
      // A window over the whole page is drawn by itself.
      await page.goto(`${place.url}gallery.html?only=meeting`);
      await page.waitForFunction(() => document.documentElement.dataset['drawn'] === 'yes');
      const alone = await page.evaluate(() =>
        [...document.querySelectorAll('#elements code')].map((one) => one.textContent),
      );
      assert.ok(!(await page.$('.wrong')), 'the meeting could not be opened');
      const unseen = defined.filter((name) => ![...shown.elements, ...alone].includes(`<${name}>`));
      assert.deepEqual(unseen, [], 'an element is in no picture: add one to gallery-states.ts');
    });
  });
});

describe('every page for a static host', () => {
  for (const path of ['index.html', 'gallery.html', 'site-file.html']) {
    for (const lang of ['en-CA', 'fr-CA'] as const) {
      it(`scrolls in no direction but down at 320 px: ${path} ${lang}`, async () => {
        await open(`${path}?lang=${lang}`, async (page) => {
          await page.setViewport({width: 320, height: 900});
          await page.waitForFunction(() => document.querySelectorAll('select, a').length > 5);
          const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.equal(wide, inner);
        });
      });
    }
  }
});
