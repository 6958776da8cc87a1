import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {fill, press, tabTo} from './acts.ts';
import {find} from './find.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';
import {words, type JourneyLanguage} from './words.ts';

// The whole main job on the reference patient: launch, read, add, edit and close a goal, add and end a member, reload.
// What counts in the end is what the record system holds.

interface Way {
  readonly by: 'mouse' | 'keyboard';
  readonly lang: JourneyLanguage;
  readonly width: number;
}

const ways: readonly Way[] = [
  {by: 'mouse', lang: 'en-CA', width: 360},
  {by: 'keyboard', lang: 'en-CA', width: 1200},
  {by: 'mouse', lang: 'fr-CA', width: 1200},
  {by: 'keyboard', lang: 'fr-CA', width: 360},
];

const only = process.env['ISP_WAY'];
for (const way of ways.filter(({by, lang}) => !only || only === `${by} ${lang}`)) {
  describe(`a nurse by ${way.by}, ${way.lang}, ${way.width} px`, () => {
    let stage: Stage;
    let page: Page;
    let patient: string;
    const t = words[way.lang];
    const goal = `Marcher jusqu’au marché le samedi (${way.by})`;
    const edited = `${goal} avec ma sœur`;
    const member = `Sam Exemple-${way.by}`;

    const act = async (name: string): Promise<void> => {
      if (way.by === 'mouse') return press(page, name);
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    };
    const type = async (label: string, text: string): Promise<void> => {
      if (way.by === 'mouse') return fill(page, label, text);
      await tabTo(page, label);
      await page.keyboard.down('Control');
      await page.keyboard.press('KeyA');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    };
    const held = (kind: string) => stage.sandbox.store.list(kind, patient);
    const goalsWith = (text: string) =>
      held('Goal').filter((one) => JSON.stringify(one['description'] ?? '').includes(text));

    before(async () => {
      stage = await openStage();
      patient = patientIdOf(stage.sandbox, 'reference');
      page = await openPanel(stage, {person: 'reference', ...way, height: 1000});
      // A warning before leaving would only come when something typed was not saved: then the test has failed already.
      page.on('dialog', (dialog) => void dialog.accept());
    });
    after(() => stage?.close());

    it('sees who it is and 11 ED visits, 3 stays and 14 days', async () => {
      const text = await waitForText(page, /EXEMPLE-TREMBLAY/);
      const figures =
        way.lang === 'en-CA' ? /\b11 ED visits.*\b3 hospital stays/ : /\b11 visites à l’urgence.*\b3 /;
      assert.match(text, figures);
      assert.match(text, /\b14\b/);
    });

    it('adds a goal in the person’s words, once', async () => {
      await type(t.plan.addLabel, goal);
      if (way.by === 'keyboard') await page.keyboard.press('Enter');
      else await press(page, t.plan.addButton);
      await waitForText(page, new RegExp(`${escape(goal)}.*Saved|${escape(goal)}.*Enregistré`));
      assert.equal(goalsWith(goal).length, 1);
    });

    it('edits it', async () => {
      await act(t.plan.editGoal(goal));
      await type(t.plan.wordsLabel, edited);
      await act(t.plan.save);
      await until(() => goalsWith(edited).length === 1);
      assert.equal(goalsWith(goal).length, 1);
    });

    it('closes it with a reason', async () => {
      await act(t.plan.closeGoal(edited));
      await act(t.plan.closing.reached);
      await until(() => goalsWith(edited)[0]?.['lifecycleStatus'] === 'completed');
    });

    it('adds a member and ends the membership', async () => {
      await act(t.team.add);
      // The code of the form comes with the first click.
      await waitForText(page, new RegExp(escape(t.team.nameLabel)));
      await type(t.team.nameLabel, member);
      await choose(t.team.roleLabel, t.team.roles.pharmacist);
      await act(t.team.saveMember);
      await until(() => memberEntries().length === 1);
      await act(t.team.endOf(member));
      await choose(t.team.endReason, t.team.endReasons.done);
      await act(t.team.endSave);
      await until(() => JSON.stringify(memberEntries()[0]).includes('"end"'));
    });

    it('finds all of it after a reload, and the record holds exactly one of each', async () => {
      await page.reload();
      await waitForText(page, new RegExp(`EXEMPLE-TREMBLAY.*${escape(edited)}`));
      await waitForText(page, new RegExp(escape(member)));
      assert.equal(goalsWith(edited).length, 1);
      assert.equal(memberEntries().length, 1);
    });

    it('left no violation of the policy, no failed check, and no token or name where they have no business (T10)', async () => {
      assert.deepEqual(stage.sandbox.cspReports, []);
      const checks = stage.sandbox.launches.list.flatMap(({checks: all}) => all.results());
      assert.ok(checks.length > 5);
      assert.deepEqual(
        checks.filter(({failed}) => failed > 0),
        [],
      );
      assert.match(page.url(), /\/index\.html$/);
      const kept = await page.evaluate(() =>
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.title]),
      );
      assert.doesNotMatch(kept, /refresh_token|Tremblay|TREMBLAY|marché/i);
    });

    function memberEntries(): unknown[] {
      return held('CareTeam').flatMap((team) =>
        ((team['participant'] as unknown[] | undefined) ?? []).filter((one) =>
          JSON.stringify(one).includes(member),
        ),
      );
    }

    async function choose(label: string, option: string): Promise<void> {
      if (way.by === 'keyboard') {
        await tabTo(page, new RegExp(`^${escape(label)}`));
        await page.keyboard.type(option.slice(0, 12));
        return;
      }
      const select = await find(page, label, 'combobox');
      await select.evaluate((element, wanted) => {
        const control = element as HTMLSelectElement;
        const at = [...control.options].findIndex((one) => one.textContent?.trim() === wanted);
        control.selectedIndex = at;
        control.dispatchEvent(new Event('change', {bubbles: true}));
      }, option);
    }
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never true: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
