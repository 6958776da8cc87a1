import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {followUp as words} from '../../src/i18n/en/follow-up.ts';
import {layout} from '../../src/i18n/en/layout.ts';
import {panel as t} from '../../src/i18n/en/panel.ts';
import {takeAway as copies} from '../../src/i18n/en/take-away.ts';
import {press} from './acts.ts';
import {chooseAudience, copyFor, countPrints, printedDocument} from './paper.ts';
import {launchUrl, newPage, openStage, waitForText, type Stage} from './stage.ts';

// The network is gone just when the code of the last sections is fetched: the panel says so, keeps what it has, and
// goes on when asked to; later the same with a form and its words.

describe('the code of the last sections cannot be fetched', () => {
  let stage: Stage;
  let page: Page;
  let cut: RegExp | null = /assets\/define-later/;
  let asked = 0;

  before(async () => {
    stage = await openStage();
    page = await newPage(stage, {person: 'ordinary'});
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (/assets\/define-later/.test(request.url())) asked += 1;
      void (cut?.test(request.url()) ? request.abort() : request.continue());
    });
    await page.goto(launchUrl(stage.sandbox, {person: 'ordinary', lang: 'en-CA'}));
  });
  after(() => stage?.close());

  it('says so, once, beside everything that came', async () => {
    const said = layout.notFetched.later;
    const text = await waitForText(page, new RegExp(said));
    assert.equal(text.split(said).length, 2);
    assert.ok(text.includes(layout.notFetchedAdvice));
    assert.ok(!text.includes(words.heading));
    // The browser asks once, and once more under another address.
    assert.equal(asked, 2);
  });

  it('brings them when asked again', async () => {
    cut = null;
    await press(page, t.retry);
    await waitForText(page, new RegExp(words.heading));
    assert.equal(asked, 3);
  });

  it('says that a copy in another language could not be made, and makes it when it is to be printed again', async () => {
    await waitForText(page, new RegExp(copies.heading));
    cut = /assets\//;
    await press(page, copies.print);
    // The form itself comes with the next press.
    await waitForText(page, new RegExp(copies.failed));
    cut = /assets\/(?:core|sections|take-away|due|consent|team-more)-/;
    await press(page, copies.print);
    await waitForText(page, new RegExp(copies.sheet.failed));
    assert.equal(bodyOf(await printedDocument(page)), '');
    const printed = await countPrints(page);
    await press(page, copies.sheet.print);
    await waitForText(page, new RegExp(copies.sheet.failed));
    cut = null;
    // What could not be printed then is not printed by itself when another copy is chosen.
    await copyFor(page, 'team', copies.theirs.title);
    assert.equal(await printed(), 0);
    await copyFor(page, 'agenda', copies.theirs.agenda.title);
    await press(page, copies.sheet.print);
    assert.equal(await printed(), 1);
    cut = /assets\/(?:core|sections|take-away|due|consent|team-more)-/;
    await chooseAudience(page, 'patient');
    await waitForText(page, new RegExp(copies.sheet.failed));
    cut = null;
    await press(page, copies.sheet.print);
    await waitForText(page, new RegExp(copies.sheet.pages(1, '1')));
    assert.match(bodyOf(await printedDocument(page)), /Mon plan/);
    assert.equal(await printed(), 2);
  });
});

/** What is printed, without the style sheet of the paper. */
function bodyOf(document: string): string {
  return document.replace(/^.*<\/style>/su, '');
}
