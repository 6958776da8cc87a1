import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {place as en} from '../../src/i18n/en/place.ts';
import {place as fr} from '../../src/i18n/fr/place.ts';
import {fill, press} from './acts.ts';
import {openPanel, openStage, patientIdOf, textOf, waitForText, type Stage} from './stage.ts';
import {words, type JourneyLanguage} from './words.ts';

// What a browser makes of each record system: its CORS lists hold, and the panel says beforehand where a plan is kept.

const place = {'en-CA': en, 'fr-CA': fr} as const;
const languages: readonly JourneyLanguage[] = ['en-CA', 'fr-CA'];
const systems: readonly [name: string, kept: 'record' | 'note' | 'offer'][] = [
  ['open', 'record'],
  ['readonly', 'offer'],
  ['epic', 'note'],
  ['oracle', 'note'],
  ['athena', 'offer'],
  ['meditech', 'offer'],
  ['openemr', 'record'],
  ['hapi', 'record'],
  ['medplum', 'record'],
  ['launcher', 'record'],
];

const titles = {
  record: 'says nothing of another place, and saves a goal in the record',
  note: 'says beforehand that the plan is kept as a note, and finds a goal in it after a reload',
  offer: 'offers to write in hand, says that nothing is filed, and files nothing',
} as const;

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

for (const [name, kept] of systems) {
  for (const lang of languages) {
    describe(`${name}, ${lang}`, () => {
      it(titles[kept], async () => {
        const page = await openPanel(stage, {person: 'empty', personality: name, lang, width: 360});
        const patient = patientIdOf(stage.sandbox, 'empty');
        const t = words[lang];
        const said = place[lang];
        if (kept === 'record') {
          await waitForText(page, new RegExp(escape(t.plan.addLabel)));
          const text = await textOf(page);
          for (const one of [said.note, said.offer, said.hand, said.part])
            assert.ok(!text.includes(one.whole));
        } else await waitForText(page, new RegExp(escape(said[kept].whole.replace(/\s+/gu, ' '))));
        if (kept === 'offer') await press(page, said.write);

        const goal = `Marcher ${name} ${lang}`;
        await waitForText(page, new RegExp(escape(t.plan.addLabel)));
        await fill(page, t.plan.addLabel, goal);
        // Where it goes is said while it is typed, before anything is saved.
        const where = kept === 'offer' ? said.hand : said[kept];
        await waitForText(page, new RegExp(escape(where.short.replace(/\s+/gu, ' '))));
        await press(page, t.plan.addButton);
        const confirmed = kept === 'offer' ? escape(t.plan.notes['not-filed']) : `(?:Saved|Enregistré)`;
        await waitForText(page, new RegExp(`${escape(goal)}.*${confirmed}|${confirmed}.*${escape(goal)}`));
        const held = (type: string): string => JSON.stringify(stage.sandbox.store.list(type, patient));
        assert.equal(held('Goal').includes(goal), kept === 'record');
        if (kept === 'note') {
          assert.equal(held('DocumentReference').includes('"current"'), true);
          await page.reload();
          await waitForText(page, new RegExp(escape(goal)));
        }
        if (kept === 'offer') {
          const text = await textOf(page);
          assert.ok(text.includes(said.notTaken.replace(/\s+/gu, ' ')), text);
        }
        assert.deepEqual(stage.sandbox.cspReports, []);
        await page.browserContext().close();
      });
    });
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
