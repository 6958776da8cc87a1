import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {actions as enActions} from '../../src/i18n/en/actions.ts';
import {planDetails as en} from '../../src/i18n/en/plan-details.ts';
import {actions as frActions} from '../../src/i18n/fr/actions.ts';
import {planDetails as fr} from '../../src/i18n/fr/plan-details.ts';
import {focused, press, tabTo} from './acts.ts';
import {find} from './find.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';
import {words} from './words.ts';

// From no plan to an activated minimum plan: what matters, one goal, one action with somebody and a day, the day of the
// next review, who agreed. At most 60 keystrokes besides the free text and 12 clicks; and wholly by keyboard. What counts
// is what the record system holds, and it checks every write for conformance.

const MATTERS = 'Staying in my own home with my dog';
const GOAL = 'Walk to the market on Saturdays';
const ACTION = 'Call the pharmacy about the inhalers';
const FREE_TEXT = MATTERS.length + GOAL.length + ACTION.length;
const MOST = {keys: 60, clicks: 12};

interface Effort {
  readonly keys: number;
  readonly clicks: number;
}

for (const {by, lang, t, a} of [
  {by: 'mouse', lang: 'en-CA', t: en, a: enActions},
  {by: 'keyboard', lang: 'fr-CA', t: fr, a: frActions},
] as const) {
  describe(`a first plan, by ${by}, ${lang}`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const plans = () => stage.sandbox.store.list('CarePlan', patient);
    const p = words[lang].plan;

    before(async () => {
      stage = await openStage();
      patient = patientIdOf(stage.sandbox, 'empty');
      page = await openPanel(stage, {person: 'empty', lang, width: 360, height: 1000});
      page.on('dialog', (dialog) => void dialog.accept());
      await waitForText(page, new RegExp(t.startLead.slice(0, 30)));
      await page.evaluate(() => {
        const effort = {keys: 0, clicks: 0};
        Object.assign(globalThis, {effort});
        addEventListener('keydown', () => (effort.keys += 1), {capture: true});
        addEventListener('pointerdown', () => (effort.clicks += 1), {capture: true});
      });
    });
    after(() => stage?.close());

    it('says that there is no plan and no crisis plan', async () => {
      await waitForText(page, new RegExp(t.crisis.none));
      await waitForText(page, new RegExp(p.none));
      assert.equal(plans().length, 0);
    });

    it('starts as a draft with what matters and the day of the next review', async () => {
      await act(t.start);
      await wait(/^textarea/);
      await page.keyboard.type(MATTERS);
      if (by === 'mouse') await press(page, t.startSave);
      else await chord('Enter');
      await until(() => plans().length > 0);
      const [plan] = plans();
      assert.equal(plans().length, 1);
      assert.equal(plan?.['status'], 'draft');
      assert.match(JSON.stringify(plan), /2027-05-21/);
      assert.match(JSON.stringify(plan), new RegExp(MATTERS));
    });

    it('leads to the goal and to the action that are missing', async () => {
      await waitForText(page, new RegExp(t.missing));
      assert.equal(await isOff(t.activate), true);
      await act(t.missingOf.goal);
      await wait(/^input/);
      await page.keyboard.type(GOAL);
      await page.keyboard.press('Enter');
      await until(() => JSON.stringify(plans()).includes('Goal/'));
      await waitForText(page, new RegExp(GOAL));
      await (by === 'mouse' ? press(page, t.missingOf.action) : backTo(t.missingOf.action));
      await wait(/^input/);
      await page.keyboard.type(ACTION);
      await act(a.more);
      await field(a.whoLabel);
      await choose(a.thePerson);
      await field(a.dueLabel);
      await page.keyboard.type('12052026');
      await page.keyboard.press('Enter');
      await until(() => stage.sandbox.store.list('Task', patient).length > 0);
      await waitForText(page, new RegExp(t.nothingMissing));
    });

    it('is activated with who agreed and how', async () => {
      await (by === 'mouse' ? press(page, t.activate) : backTo(t.activate));
      await wait(/^select/);
      const agreed = (await focused(page)).name;
      await choose(t.agreement.way.verbal);
      if (by === 'mouse') await press(page, t.activate);
      else {
        await page.keyboard.press('Tab');
        await tabTo(page, t.activate);
        await page.keyboard.press('Enter');
      }
      await until(() => plans()[0]?.['status'] === 'active');
      assert.equal(plans().length, 1);
      assert.match(JSON.stringify(plans()[0]), new RegExp(`${agreed} — verbal — 2026-11-22`));
      assert.equal(stage.sandbox.store.list('Task', patient).length, 1);
      assert.equal(stage.sandbox.store.list('Goal', patient).length, 1);
    });

    it('took no more effort than a nurse has', async () => {
      const effort = await page.evaluate(() => (globalThis as unknown as {effort: Effort}).effort);
      const keys = effort.keys - FREE_TEXT;
      assert.ok(keys >= 0, `${effort.keys} keys were counted, fewer than the text has`);
      if (by === 'keyboard') assert.equal(effort.clicks, 0);
      else assert.ok(effort.clicks <= MOST.clicks, `${effort.clicks} clicks`);
      assert.ok(keys <= MOST.keys, `${keys} keystrokes besides the text`);
    });

    it('stands there after a reload, with the focus nowhere lost before', async () => {
      assert.notEqual((await focused(page)).tag, 'body');
      await page.reload();
      await waitForText(page, new RegExp(`${MATTERS}.*${GOAL}`));
      assert.equal(plans().length, 1);
    });

    it('tells what has changed since the beginning, from the record’s own versions', async () => {
      await act(t.history.askStart);
      await waitForText(
        page,
        new RegExp(t.history.before(p.line('draft', null, null)).replaceAll('\u00a0', ' ')),
      );
    });

    it('broke no policy', () => assert.deepEqual(stage.sandbox.cspReports, []));

    /** Presses a button by mouse, or walks there and presses Enter. */
    async function act(name: string): Promise<void> {
      if (by === 'mouse') return press(page, name);
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    }

    /** Walks back to a button above, with Shift held down, and presses Enter. */
    async function backTo(name: string): Promise<void> {
      await page.keyboard.down('Shift');
      for (let step = 0; step < 40 && (await focused(page)).name !== name; step += 1) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.up('Shift');
      assert.equal((await focused(page)).name, name);
      await page.keyboard.press('Enter');
    }

    async function chord(key: 'Enter'): Promise<void> {
      await page.keyboard.down('Control');
      await page.keyboard.press(key);
      await page.keyboard.up('Control');
    }

    /** Goes into a field by its label. */
    async function field(label: string): Promise<void> {
      if (by === 'keyboard') return tabTo(page, label);
      const handle = await find(page, label);
      await handle.evaluate((element) => element.scrollIntoView({block: 'center'}));
      if ((await handle.evaluate((element) => element.localName)) === 'select') await handle.focus();
      else await handle.click({offset: {x: 8, y: 20}});
    }

    /** Takes an option of the list that has the focus: by its first letters, or with the two clicks of a mouse. */
    async function choose(option: string): Promise<void> {
      if (by === 'keyboard') {
        await page.keyboard.type(option.slice(0, 3));
        return;
      }
      await page.evaluate((text) => {
        let active: Element | null = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        const select = active as HTMLSelectElement;
        const wanted = [...select.options].find((one) => one.textContent?.trim() === text);
        if (!wanted) throw new Error(`no option ${text}`);
        select.value = wanted.value;
        select.dispatchEvent(new Event('change', {bubbles: true}));
        (globalThis as unknown as {effort: {clicks: number}}).effort.clicks += 2;
      }, option);
    }

    /** Waits until the focus is in something of this kind. */
    async function wait(kind: RegExp): Promise<void> {
      await until(async () => kind.test((await focused(page)).tag));
    }

    async function isOff(name: string): Promise<boolean> {
      const handle = await find(page, name, 'button');
      return (await handle.evaluate((element) => element.getAttribute('aria-disabled'))) === 'true';
    }
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never true: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
