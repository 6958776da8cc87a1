import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {planDetails as en} from '../../src/i18n/en/plan-details.ts';
import {planDetails as fr} from '../../src/i18n/fr/plan-details.ts';
import {fill, focused, press} from './acts.ts';
import {find} from './find.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';

// A meeting in four screens: left and taken up again, and nothing is sent before its end; then everything stands in the
// record once. What counts is what the record system holds, and it checks every write for conformance.

for (const {lang, width, t} of [
  {lang: 'en-CA', width: 360, t: en},
  {lang: 'fr-CA', width: 1200, t: fr},
] as const) {
  describe(`a meeting, ${lang}, ${width} px`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const m = t.meeting;
    const held = (what: string) => stage.sandbox.store.list(what, patient);
    const all = () => JSON.stringify(['CarePlan', 'Goal', 'Task'].map(held));
    let begun = '';

    before(async () => {
      stage = await openStage();
      patient = patientIdOf(stage.sandbox, 'empty');
      page = await openPanel(stage, {person: 'empty', lang, width, height: 900});
      page.on('dialog', (dialog) => void dialog.accept());
      begun = all();
    });
    after(() => stage?.close());

    it('keeps what is typed when it is left with Escape, and gives the focus back', async () => {
      await press(page, m.open);
      await fill(page, m.first, 'The stairs');
      await fill(page, t.topics.matters, 'Staying in my own home');
      await page.keyboard.press('Escape');
      await waitForText(page, new RegExp(m.resume));
      assert.equal((await focused(page)).name, m.resume);
      assert.equal(all(), begun);
    });

    it('goes on where it was left, and sends nothing on any screen', async () => {
      await press(page, m.resume);
      await waitForText(page, /The stairs/);
      await press(page, m.next);
      await fill(page, m.goal(1), 'Walk to the market');
      await press(page, m.next);
      await fill(page, m.what(1), 'Call the pharmacy');
      await press(page, m.next);
      await fill(page, t.topics.department, 'Let me sit up');
      await waitForText(page, /Walk to the market/);
      assert.equal(all(), begun);
    });

    it('writes each thing once at the end, however often the button is pressed', async () => {
      const save = await find(page, m.save, 'button');
      await save.evaluate((element) => element.scrollIntoView({block: 'center'}));
      await save.click({count: 2});
      await waitForText(page, new RegExp(`${t.crisis.line}.*Let me sit up`));
      const plans = held('CarePlan');
      const plan = plans.find(({partOf}) => partOf === undefined);
      assert.equal(plans.length, 2);
      assert.equal(plan?.['status'], 'draft');
      assert.match(JSON.stringify(plan), /Staying in my own home/);
      assert.match(JSON.stringify(plan), /The stairs/);
      assert.match(JSON.stringify(plan), /Goal\//);
      assert.equal(held('Goal').length, 1);
      assert.equal(held('Task').length, 1);
    });

    it('stands there after a reload', async () => {
      await page.reload();
      await waitForText(page, /Let me sit up.*Staying in my own home.*Walk to the market/);
      assert.equal(held('CarePlan').length, 2);
    });

    it('broke no policy', () => assert.deepEqual(stage.sandbox.cspReports, []));
  });
}
