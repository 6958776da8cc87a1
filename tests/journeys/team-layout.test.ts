import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {layoutFaults, openPanel, openStage, type Stage} from './stage.ts';
import {teamPeople} from './team-people.ts';

/** Opens every fold and waits for what comes with it, so that all of it is looked at. */
async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLDetailsElement) element.open = true;
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
  });
  await page.waitForNetworkIdle({idleTime: 300, concurrency: 2});
}

/** How many stand in the list, those who left included: on two teams counts once. */
const counts: Readonly<Record<string, number>> = {
  'team-none': 0,
  'team-one': 1,
  'team-twelve': 12,
  'team-forty': 40,
  'team-overlap': 9,
  'team-kept-badly': 7,
};

describe('teams as records have them', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({people: teamPeople});
  });
  after(() => stage?.close());

  for (const {slug} of teamPeople) {
    for (const lang of ['en-CA', 'fr-CA'] as const) {
      it(`everybody once, nothing cut, covered or wider than the panel from 210 to 1200 px: ${slug}, ${lang}`, async () => {
        const page = await openPanel(stage, {person: slug, lang, width: 1200});
        await page.waitForNetworkIdle({idleTime: 300, concurrency: 2});
        await unfoldAll(page);
        assert.equal((await page.$$('>>> isp-member-row')).length, counts[slug]);
        const found: unknown[] = [];
        for (const width of [1200, 420, 320, 210]) {
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
});
