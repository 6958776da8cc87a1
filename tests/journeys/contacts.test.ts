import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {due as enDue} from '../../src/i18n/en/due.ts';
import {followUp as en} from '../../src/i18n/en/follow-up.ts';
import {due as frDue} from '../../src/i18n/fr/due.ts';
import {followUp as fr} from '../../src/i18n/fr/follow-up.ts';
import {press, tabTo} from './acts.ts';
import {find} from './find.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';
import type {JourneyLanguage} from './words.ts';

// A nurse records a contact, finds it after a reload, and it is no visit to a clinic: by mouse and by keyboard, in both
// languages. What counts is what the record system holds, and it checks every write for conformance.

const ways = [
  {by: 'mouse', lang: 'en-CA', width: 360, t: en, d: enDue, note: 'Sleeps better.'},
  {by: 'keyboard', lang: 'fr-CA', width: 1200, t: fr, d: frDue, note: 'Dort mieux, «\u00a0enfin\u00a0».'},
] as const satisfies readonly {
  by: string;
  lang: JourneyLanguage;
  width: number;
  t: typeof en;
  d: typeof enDue;
  note: string;
}[];

for (const {by, lang, width, t, d, note} of ways) {
  describe(`a contact, by ${by}, ${lang}, ${width} px`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const written = () =>
      stage.sandbox.store.list('Communication', patient).filter(({id}) => !String(id).includes('-contact-'));

    before(async () => {
      stage = await openStage();
      patient = patientIdOf(stage.sandbox, 'ordinary');
      page = await openPanel(stage, {person: 'ordinary', lang, width, height: 1000});
    });
    after(() => stage?.close());

    it('shows the contacts of the record, and what is due', async () => {
      await waitForText(page, new RegExp(`${t.heading}.*Vérifié les inhalateurs avec lui\\.`));
      await waitForText(page, new RegExp(d.nothing));
    });

    it('records one, once, with the note as it was typed', async () => {
      if (by === 'mouse') {
        await press(page, t.mode.phone);
        await press(page, t.reached, 'radio');
        const field = await find(page, t.note, 'textbox');
        await field.type(note);
        const save = await find(page, t.save, 'button');
        await save.click({count: 2});
      } else {
        await tabTo(page, t.mode.phone);
        await page.keyboard.press('Enter');
        await tabTo(page, t.reached);
        await page.keyboard.press(' ');
        await tabTo(page, t.note);
        await page.keyboard.type(note);
        await page.keyboard.down('Control');
        await page.keyboard.press('Enter');
        await page.keyboard.up('Control');
      }
      await until(() => written().length > 0);
      // The form has gone: the record has confirmed it.
      await waitForText(page, new RegExp(`${t.record.replace(/\s/gu, '\\s')}.*${note.slice(0, 8)}`));
      const [contact, ...others] = written();
      assert.deepEqual(others, []);
      assert.deepEqual(contact?.['subject'], {reference: `Patient/${patient}`});
      assert.equal(contact?.['status'], 'completed');
      assert.equal((contact?.['payload'] as {contentString: string}[] | undefined)?.[0]?.contentString, note);
    });

    it('finds it after a reload, and makes no visit of it', async () => {
      const encounters = stage.sandbox.store.list('Encounter', patient).length;
      await page.reload();
      await waitForText(page, new RegExp(note.slice(0, 8)));
      assert.equal(written().length, 1);
      assert.equal(stage.sandbox.store.list('Encounter', patient).length, encounters);
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
