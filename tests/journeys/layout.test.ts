import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {layoutFaults, openPanel, openStage, type PanelChoice, type Stage} from './stage.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [210, 320, 420, 768, 1200, 1600];
const PEOPLE = ['reference', 'many-visits', 'long-names', 'dirty', 'empty'];

describe('the launched panel', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  for (const person of PEOPLE) {
    for (const lang of ['en-CA', 'fr-CA'] as const) {
      it(`cuts, overlaps and leaks nothing from 210 to 1600 px: ${person}, ${lang}`, async () => {
        const page = await openPanel(stage, {person, lang, width: 210, height: 900});
        const found: unknown[] = [];
        for (const width of WIDTHS) {
          await page.setViewport({width, height: 900});
          await page.evaluate(
            () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
          );
          for (const fault of await layoutFaults(page)) found.push({width, ...fault});
        }
        await page.browserContext().close();
        assert.deepEqual(found, []);
      });
    }
  }

  const looks: readonly Pick<PanelChoice, 'theme' | 'forcedColors' | 'lang'>[] = [
    {theme: 'light', lang: 'en-CA'},
    {theme: 'dark', lang: 'fr-CA'},
    {theme: 'light', lang: 'fr-CA', forcedColors: true},
  ];
  for (const look of looks) {
    it(`passes axe: ${look.theme}${look.forcedColors ? ', forced colours' : ''}, ${look.lang}`, async () => {
      const page = await openPanel(stage, {person: 'reference', width: 420, ...look});
      if (look.forcedColors) {
        assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
      }
      assert.deepEqual(await violations(page), []);
      await page.browserContext().close();
    });
  }
});

async function violations(page: Page): Promise<unknown> {
  // Through the debugger, as the page's own policy allows no foreign script.
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    `axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
      .then(({violations}) => JSON.stringify(violations.map(({id, nodes}) => [id, nodes.map((node) => node.target.join(' '))])))`,
  );
  return JSON.parse(String(found));
}
