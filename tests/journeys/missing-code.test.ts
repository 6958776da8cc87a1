import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {BROWSER} from '../../scripts/browser.mjs';
import {followUp as words} from '../../src/i18n/en/follow-up.ts';
import {layout} from '../../src/i18n/en/layout.ts';
import {panel as t} from '../../src/i18n/en/panel.ts';
import {press} from './acts.ts';
import {launchUrl, newPage, openStage, waitForText, type Stage} from './stage.ts';

// The network is gone just when the code of the last sections is fetched: the panel says so, keeps what it has, and
// goes on when asked to.

describe('the code of the last sections cannot be fetched', () => {
  let stage: Stage;
  let page: Page;
  let cut = true;
  let asked = 0;

  before(async () => {
    stage = await openStage();
    page = await newPage(stage, {person: 'ordinary'});
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!/assets\/define-later/.test(request.url())) return void request.continue();
      asked += 1;
      void (cut ? request.abort() : request.continue());
    });
    await page.goto(launchUrl(stage.sandbox, {person: 'ordinary', lang: 'en-CA'}));
  });
  after(() => stage?.close());

  it('says so, once, beside everything that came', async () => {
    const said = layout.notFetched.later;
    const text = await waitForText(page, new RegExp(said));
    assert.equal(text.split(said).length, 2);
    assert.ok(!text.includes(words.heading));
    assert.equal(asked, 1);
  });

  it('brings them when asked again', async () => {
    cut = false;
    // Firefox remembers a file that did not come for as long as the page stands: there the page is read again.
    if (BROWSER === 'firefox') await page.reload();
    else await press(page, t.retry);
    await waitForText(page, new RegExp(words.heading));
    assert.equal(asked, 2);
  });
});
