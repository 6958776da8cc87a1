import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {actions as en} from '../../src/i18n/en/actions.ts';
import {actions as fr} from '../../src/i18n/fr/actions.ts';
import {fill, press, tabTo} from './acts.ts';
import {find} from './find.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';
import {words, type JourneyLanguage} from './words.ts';

// A nurse adds an action, hands it over, marks it done, takes that back and drops it: by mouse and by keyboard, in both
// languages, as a Task and, where none may be made, in the plan itself. What counts is what the record system holds, and
// it checks every write for conformance.

type Json = Record<string, unknown>;

const ways = [
  {by: 'mouse', lang: 'en-CA', width: 360, t: en, tasks: true},
  {by: 'keyboard', lang: 'fr-CA', width: 1200, t: fr, tasks: true},
  {by: 'mouse', lang: 'fr-CA', width: 360, t: fr, tasks: false},
] as const satisfies readonly {
  by: string;
  lang: JourneyLanguage;
  width: number;
  t: typeof en;
  tasks: boolean;
}[];

for (const {by, lang, width, t, tasks} of ways) {
  const where = tasks ? 'as a Task' : 'in the plan';
  describe(`an action ${where}, by ${by}, ${lang}, ${width} px`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const {plan} = words[lang];
    const what = `Apporter le formulaire (${by})`;

    const act = async (name: string): Promise<void> => {
      if (by === 'mouse') return press(page, name);
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    };
    const type = async (label: string, text: string): Promise<void> => {
      if (by === 'mouse') return fill(page, label, text);
      await tabTo(page, label);
      await page.keyboard.type(text);
    };
    /** The action as the record holds it, wherever that is. */
    const held = (): readonly Json[] => {
      const all = tasks
        ? stage.sandbox.store.list('Task', patient)
        : stage.sandbox.store
            .list('CarePlan', patient)
            .flatMap((one) => (one['activity'] as {detail?: Json}[] | undefined) ?? [])
            .flatMap(({detail}) => detail ?? []);
      return (all as readonly Json[]).filter(({description}) => description === what);
    };
    const only = (): Json => {
      const [one, ...others] = held();
      assert.deepEqual(others, []);
      assert.ok(one);
      return one;
    };

    before(async () => {
      stage = await openStage();
      patient = patientIdOf(stage.sandbox, 'reference');
      if (!tasks) stage.sandbox.faults.add({kind: '403', method: 'POST', path: '/Task(\\?|$)'});
      page = await openPanel(stage, {person: 'reference', lang, width, height: 1000});
      page.on('dialog', (dialog) => void dialog.accept());
    });
    after(() => stage?.close());

    it('sees the actions of the plan, wherever they are kept', async () => {
      const late =
        lang === 'en-CA' ? /1 overdue, 1 due today, 1 later/ : /1 en retard, 1 pour aujourd’hui, 1 plus tard/;
      await waitForText(page, late);
    });

    it('adds one, once', async () => {
      await type(t.addLabel, what);
      if (by === 'keyboard') await page.keyboard.press('Enter');
      else {
        const add = await find(page, t.addLabel, 'textbox');
        await add.press('Enter');
        if (!tasks) {
          // What the record does not accept is offered no more: the next attempt goes into the plan.
          await waitForText(page, new RegExp(escape(plan.notSaved)));
          await add.press('Enter');
        }
      }
      await until(() => held().length > 0);
      await waitForText(page, new RegExp(`${escape(what)}.*${escape(t.nobody)}`));
      assert.equal(only()['status'], tasks ? 'requested' : 'not-started');
    });

    it('hands it over to the person', async () => {
      await act(t.handOverOf(what));
      await choose(t.whoLabel, t.thePerson);
      await act(plan.save);
      const who = (): unknown =>
        tasks ? only()['owner'] : (only()['performer'] as readonly unknown[] | undefined)?.[0];
      await until(() => who() !== undefined);
      assert.deepEqual(who(), {reference: `Patient/${patient}`});
    });

    it('marks it done, and takes that back', async () => {
      await act(t.doneOf(what));
      await until(() => only()['status'] === 'completed');
      if (tasks) assert.deepEqual(only()['executionPeriod'], {end: '2026-11-22'});
      await act(plan.undo);
      await until(() => only()['status'] === (tasks ? 'requested' : 'not-started'));
      assert.equal(only()['executionPeriod'], undefined);
    });

    it('drops it with a reason, in one tap', async () => {
      await act(t.dropOf(what));
      await act(t.dropReasons['not-wanted']);
      await until(() => only()['status'] === 'cancelled');
      assert.deepEqual(only()['statusReason'], {text: t.dropReasons['not-wanted']});
    });

    it('finds it after a reload, and left no violation of the policy', async () => {
      await page.reload();
      await waitForText(page, new RegExp(escape(t.closed(3))));
      assert.equal(held().length, 1);
      assert.deepEqual(stage.sandbox.cspReports, []);
    });

    async function choose(label: string, option: string): Promise<void> {
      if (by === 'keyboard') {
        await tabTo(page, new RegExp(`^${escape(label)}`));
        await page.keyboard.type(option.slice(0, 6));
        return;
      }
      const select = await find(page, label, 'combobox');
      await select.evaluate((element, text) => {
        const list = element as HTMLSelectElement;
        const found = [...list.options].find((one) => one.textContent?.trim() === text);
        list.value = found?.value ?? '';
        list.dispatchEvent(new Event('change', {bubbles: true}));
      }, option);
    }
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never true: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
