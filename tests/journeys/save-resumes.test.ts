import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {planDetails as en} from '../../src/i18n/en/plan-details.ts';
import {planDetails as fr} from '../../src/i18n/fr/plan-details.ts';
import {fill, press} from './acts.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';

// A meeting is saved in four steps; in the middle of them the page is loaded anew. What was confirmed is not made again,
// what was not confirmed is looked for before it is sent, and the rest goes on where it stopped.

for (const {lang, kind, t} of [
  {lang: 'en-CA', kind: 'hang', t: en},
  {lang: 'fr-CA', kind: 'drop-after-write', t: fr},
] as const) {
  describe(`a save of several steps, ${lang}, whose third answer never came (${kind})`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const m = t.meeting;
    const held = (what: string) =>
      stage.sandbox.store.list(what, patient).filter(({status}) => status !== 'entered-in-error');

    before(async () => {
      stage = await openStage({site: {drafts: 'tab'}});
      patient = patientIdOf(stage.sandbox, 'empty');
      page = await openPanel(stage, {person: 'empty', lang, width: 900});
      page.on('dialog', (dialog) => void dialog.accept());
    });
    after(() => stage?.close());

    it('stops where the answer is missing', async () => {
      await press(page, m.open);
      await fill(page, t.topics.matters, 'Staying in my own home');
      await press(page, m.next);
      await fill(page, m.goal(1), 'Walk to the market');
      await press(page, m.next);
      await fill(page, m.what(1), 'Call the pharmacy');
      await press(page, m.next);
      await fill(page, t.topics.department, 'Let me sit up');
      const write = stage.sandbox.faults.add({kind, method: 'POST', path: '/Task(\\?|$)'});
      const look = stage.sandbox.faults.add({kind: 'hang', path: '/Task'});
      await press(page, m.save);
      await waitForText(page, new RegExp(m.progress(2, 4)));
      // The answer to the write never comes; where the connection broke, nor does that of the look for what it did.
      const waits = kind === 'hang' ? write : look;
      while (!stage.sandbox.faults.list().some(({id, played}) => id === waits && played > 0))
        await new Promise((resolve) => setImmediate(resolve));
    });

    it('goes on after the page was loaded anew, says how far it is, and makes nothing twice (conformance 58)', async () => {
      stage.sandbox.faults.clear();
      await page.reload();
      await press(page, m.resume);
      await waitForText(page, new RegExp(m.progress(2, 4)));
      assert.equal(held('Goal').length, 1);
      assert.equal(held('CarePlan').length, 1);
      for (let screen = 1; screen < 4; screen += 1) await press(page, m.next);
      await press(page, m.saveRest);
      await waitForText(page, new RegExp(`${t.crisis.line}.*Let me sit up`));
      assert.deepEqual(
        ['Goal', 'CarePlan', 'Task'].map((what) => held(what).length),
        [1, 2, 1],
      );
      assert.deepEqual(stage.sandbox.cspReports, []);
    });

    it('leaves nothing of it in the tab once it is saved', async () => {
      await page.waitForFunction(
        () => !Object.keys(sessionStorage).some((name) => name.startsWith('isp-drafts:')),
      );
    });
  });
}
