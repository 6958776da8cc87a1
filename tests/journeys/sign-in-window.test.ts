import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {launch as en} from '../../src/i18n/en/launch.ts';
import {launch as fr} from '../../src/i18n/fr/launch.ts';
import {launchUrl, newPage, openStage, waitForText, type Stage} from './stage.ts';

// A sign-in page that refuses to be framed: people sign in in a window of its own, and the panel opens where it was.

describe('signing in in a window of its own', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({site: {authMode: 'popup'}});
  });
  after(() => stage?.close());

  for (const [lang, {signIn}] of [
    ['en-CA', en],
    ['fr-CA', fr],
  ] as const) {
    it(`asks for a click, then opens the chart in the page that asked, ${lang} (conformance 13)`, async () => {
      const page = await newPage(stage, {person: 'reference', width: 360});
      await page.goto(launchUrl(stage.sandbox, {person: 'reference', lang}));
      const button = await page.waitForSelector(`::-p-aria([name="${signIn.button}"][role="button"])`);
      assert.equal(windows(page), 1);
      assert.ok(stage.sandbox.log.entries.every(({path}) => !path.endsWith('/authorize')));
      await button?.click();
      await waitForText(page, /EXEMPLE-TREMBLAY/);
      assert.equal(new URL(page.url()).search, '');
      await page.waitForFunction(() => document.querySelector('isp-panel') !== null);
      while (windows(page) > 1) await new Promise(setImmediate);
      assert.deepEqual(stage.sandbox.cspReports, []);
      // The frame keeps its own session: a reload asks for no second sign-in.
      await page.reload();
      await waitForText(page, /EXEMPLE-TREMBLAY/);
      await page.browserContext().close();
      stage.sandbox.log.clear();
    });
  }

  function windows(page: Page): number {
    return page
      .browserContext()
      .targets()
      .filter((target) => target.type() === 'page').length;
  }
});
