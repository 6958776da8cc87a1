import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {measures as en} from '../../src/i18n/en/measures.ts';
import {measures as fr} from '../../src/i18n/fr/measures.ts';
import {press, tabTo} from './acts.ts';
import {find} from './find.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';
import type {JourneyLanguage} from './words.ts';

// A nurse records a score, finds it after a reload, and marks it as a mistake: by mouse and by keyboard, in both
// languages. What counts is what the record system holds, and it checks every write for conformance.

const ways = [
  {by: 'mouse', lang: 'en-CA', width: 360, t: en},
  {by: 'keyboard', lang: 'fr-CA', width: 1200, t: fr},
] as const satisfies readonly {by: string; lang: JourneyLanguage; width: number; t: typeof en}[];

for (const {by, lang, width, t} of ways) {
  describe(`a score, by ${by}, ${lang}, ${width} px`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const recorded = () =>
      stage.sandbox.store.list('Observation', patient).filter(({id}) => !String(id).includes('score'));

    before(async () => {
      stage = await openStage();
      patient = patientIdOf(stage.sandbox, 'ordinary');
      page = await openPanel(stage, {person: 'ordinary', lang, width, height: 1000});
      page.on('dialog', (dialog) => void dialog.accept());
    });
    after(() => stage?.close());

    it('shows the scores of the record', async () => {
      await waitForText(page, new RegExp(`${t.heading}.*58/96.*66/96`));
    });

    it('records one, once, with the answers that were yes', async () => {
      if (by === 'mouse') {
        await press(page, t.add);
        const select = await find(page, t.which, 'combobox');
        await select.evaluate((element) => {
          (element as HTMLSelectElement).value = 'conect-6';
          element.dispatchEvent(new Event('change', {bubbles: true}));
        });
        await press(page, t.part['pain'] ?? '', 'checkbox');
        await press(page, t.part['income'] ?? '', 'checkbox');
        const save = await find(page, t.save, 'button');
        await save.click({count: 2});
      } else {
        await tabTo(page, t.add);
        await page.keyboard.press('Enter');
        await tabTo(page, new RegExp(`^${t.which}`));
        await page.keyboard.type('K6');
        await tabTo(page, t.total);
        await page.keyboard.type('9');
        await page.keyboard.press('Enter');
      }
      await until(() => recorded().length > 0);
      await waitForText(page, by === 'mouse' ? /2\/6/ : /9\/24/);
      const [score, ...others] = recorded();
      assert.deepEqual(others, []);
      assert.deepEqual(score?.['subject'], {reference: `Patient/${patient}`});
      assert.equal((score?.['valueQuantity'] as {value: number} | undefined)?.value, by === 'mouse' ? 2 : 9);
      const yes = (score?.['component'] as {valueBoolean: boolean}[] | undefined) ?? [];
      assert.equal(yes.filter(({valueBoolean}) => valueBoolean).length, by === 'mouse' ? 2 : 0);
    });

    it('finds it after a reload', async () => {
      await page.reload();
      await waitForText(page, by === 'mouse' ? /2\/6/ : /9\/24/);
      assert.equal(recorded().length, 1);
    });

    it('marks it as a mistake in two steps, and the record keeps it so', async () => {
      const [summary] = by === 'mouse' ? [t.instrument['conect-6']] : [t.instrument.k6];
      await page.evaluate((name) => {
        const section = document
          .querySelector('isp-panel')
          ?.shadowRoot?.querySelector('isp-later')
          ?.shadowRoot?.querySelector('isp-later-sections')
          ?.shadowRoot?.querySelector('isp-measures')?.shadowRoot;
        for (const row of section?.querySelectorAll('.row') ?? []) {
          const fold = row.querySelector('details');
          if (fold && row.querySelector('h3')?.textContent === name) fold.open = true;
        }
      }, summary);
      const label = t.withdrawOf(
        by === 'mouse' ? '2' : '9',
        lang === 'en-CA' ? 'November 22, 2026' : '22 novembre 2026',
      );
      if (by === 'mouse') {
        await press(page, label);
        await press(page, t.withdrawYes);
      } else {
        await tabTo(page, label);
        await page.keyboard.press('Enter');
        await tabTo(page, t.withdrawYes, 'back');
        await page.keyboard.press('Enter');
      }
      await until(() => recorded()[0]?.['status'] === 'entered-in-error');
      assert.equal(recorded().length, 1);
    });

    it('broke no policy', () => assert.deepEqual(stage.sandbox.cspReports, []));
  });
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never true: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
