import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {takeAway as en} from '../../src/i18n/en/take-away.ts';
import {takeAway as fr} from '../../src/i18n/fr/take-away.ts';
import {BROWSER} from '../../scripts/browser.mjs';
import {press} from './acts.ts';
import {copyFor, printedDocument} from './paper.ts';
import {pagesOf} from './pdf.ts';
import {openPanel, openStage, textOf, waitForText, type Stage} from './stage.ts';

// What leaves the panel for the printer, in a real launch under its real Content-Security-Policy: the whole of it stands
// on one Letter page, and nothing of it tells a number or a score.

describe('the person’s printed copy', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  for (const [lang, t, own] of [
    ['en-CA', en, 'Mon plan'],
    ['fr-CA', fr, 'Mon plan'],
  ] as const) {
    it(`is one Letter page in the person’s language, whatever the panel speaks: ${lang}`, async () => {
      const page = await openPanel(stage, {person: 'reference', lang, width: 420, height: 1000});
      try {
        await waitForText(page, new RegExp(t.heading, 'u'));
        await press(page, t.print);
        await waitForText(page, new RegExp(t.sheet.pages(1, '1'), 'u'));
        const document = await printedDocument(page);
        assert.ok(document.includes(own), `${document}\n${await textOf(page)}`);
        const text = document.replace(/<style>.*<\/style>/su, '').replaceAll(/<[^>]*>/gu, ' ');
        assert.match(text, /418 555-0131/u);
        assert.doesNotMatch(text, /1951|NAM|visites?\b|\/24/u);
        const paper = await page.browserContext().newPage();
        await paper.setContent(document);
        const pdf = await paper.pdf({preferCSSPageSize: true});
        assert.deepEqual(pagesOf(pdf), {pages: 1, paper: [0, 0, 612, 792]});
      } finally {
        await page.browserContext().close();
      }
    });
  }

  it('of the team takes as many pages as it says, each of them with whose it is', async () => {
    const page = await openPanel(stage, {person: 'ordinary', lang: 'en-CA', width: 420, height: 1000});
    try {
      await waitForText(page, new RegExp(en.heading, 'u'));
      await press(page, en.print);
      await waitForText(page, new RegExp(en.sheet.heading, 'u'));
      await copyFor(page, 'team', en.theirs.title);
      await waitForText(page, new RegExp(en.sheet.pages(2, '2'), 'u'));
      const document = await printedDocument(page);
      const paper = await page.browserContext().newPage();
      await paper.setContent(document);
      assert.equal(pagesOf(await paper.pdf({preferCSSPageSize: true})).pages, 2);
      // What both browsers print anew on every page.
      assert.match(document, /<header>[\s\S]*class="whose"[\s\S]*EXEMPLE-CÔTÉ[\s\S]*<\/header>/u);
      assert.match(document, /@media print \{[\s\S]*\.sheet header \{[^}]*display: table-header-group/u);
    } finally {
      await page.browserContext().close();
    }
  });

  for (const [lang, t] of [
    ['en-CA', en],
    ['fr-CA', fr],
  ] as const) {
    it(`of a meeting’s agenda takes as many pages as it says, with whose it is: ${lang}`, async () => {
      const page = await openPanel(stage, {person: 'reference', lang, width: 420, height: 1000});
      try {
        await waitForText(page, new RegExp(t.heading, 'u'));
        await press(page, t.print);
        await waitForText(page, new RegExp(t.sheet.heading, 'u'));
        await copyFor(page, 'agenda', t.theirs.agenda.title);
        const document = await printedDocument(page);
        const text = document
          .replace(/<style>.*<\/style>/su, '')
          .replaceAll(/<[^>]*>/gu, ' ')
          .replaceAll('&nbsp;', '\u00a0');
        for (const words of [
          t.theirs.agenda.title,
          t.theirs.agenda.people,
          'EXEMPLE',
          t.theirs.agenda.crisis,
        ])
          assert.ok(text.includes(words), `${words} in ${text}`);
        const paper = await page.browserContext().newPage();
        await paper.setContent(document);
        const {pages} = pagesOf(await paper.pdf({preferCSSPageSize: true}));
        await waitForText(page, new RegExp(t.sheet.pages(pages, String(pages)), 'u'));
      } finally {
        await page.browserContext().close();
      }
    });
  }

  // Firefox cannot be told to show a page as it would be printed.
  if (BROWSER === 'firefox') return;
  it('and the page itself prints black on white, without what can only be pressed', async () => {
    const page = await openPanel(stage, {person: 'reference', lang: 'en-CA', theme: 'dark', width: 816});
    try {
      await waitForText(page, new RegExp(en.heading, 'u'));
      await page.emulateMediaType('print');
      const text = await textOf(page);
      assert.match(text, /11 ED visits/u);
      assert.doesNotMatch(text, /New goal, in the person|Refresh|Edit Close/u);
      const ink = await page.evaluate(() => {
        const panel = document.querySelector('isp-panel');
        return panel ? getComputedStyle(panel).getPropertyValue('--_paper') : '';
      });
      assert.equal(ink, '#fff');
    } finally {
      await page.browserContext().close();
    }
  });
});
