import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import type {FaultKind, FaultRule} from '../../sandbox/faults.ts';
import {fasterTimeOut, fill, press, replaceText, shorterPauses, valueOf} from './acts.ts';
import {openPanel, openStage, patientIdOf, textOf, waitForText, type Stage} from './stage.ts';
import {words} from './words.ts';

const t = words['en-CA'];
/** One cell: what the record system does to a write, and what comes of it. Null: there is no such cell. */
interface Cell {
  readonly name: string;
  readonly fault: FaultKind;
  /** Only to the first attempt. */
  readonly once?: true;
  /** What the person reads. */
  readonly says: RegExp;
  /** Whether the record has it in the end; what is not there must still stand in its field. */
  readonly stands: boolean;
  readonly only?: 'adding' | 'changing';
}

const told = (kind: keyof typeof t.problem.words): RegExp =>
  new RegExp(escape(t.problem.words[kind].happened));
const saved = /Saved \d/;

// Every way in which a write can fail: what is said is true, nothing typed is lost, the record holds it at most once.
const cells: readonly Cell[] = [
  {name: 'network drop before the write', fault: 'close', says: /cannot be reached/, stands: false},
  {name: 'network drop after the write', fault: 'drop-after-write', once: true, says: saved, stands: true},
  {name: 'no answer in 15 s', fault: 'hang', once: true, says: saved, stands: true},
  {name: 'no answer in 15 s, ever', fault: 'hang', says: told('timeout'), stands: false},
  {name: 'slow answer', fault: 'slow', once: true, says: saved, stands: true},
  {name: '429 with Retry-After', fault: '429', says: /Try again in 7/, stands: false},
  {name: '503 with Retry-After', fault: '503', says: /Try again in 7/, stands: false},
  {name: '500', fault: '500', says: told('server'), stands: false},
  {name: '502', fault: '502', says: told('server'), stands: false},
  {name: '504', fault: '504', says: /Not saved/, stands: false},
  {name: '401, renewed and repeated once', fault: '401', once: true, says: saved, stands: true},
  {name: '401 though renewed', fault: '401', says: /Not saved/, stands: false},
  {name: '403', fault: '403', says: /Your account may not change this/, stands: false},
  {name: '409', fault: '409', says: /Not saved/, stands: false, only: 'changing'},
  {name: '412', fault: '412', says: /Not saved/, stands: false, only: 'changing'},
  {name: '400', fault: '400', says: /The request is not understood/, stands: false},
  {name: '422', fault: '422', says: /A rule of this record system refuses/, stands: false},
  {name: '404', fault: '404', says: /Not saved/, stands: false},
  {name: '410', fault: '410', says: /Not saved/, stands: false},
  {
    name: '200 with an OperationOutcome',
    fault: 'outcome200',
    once: true,
    says: saved,
    stands: true,
    only: 'changing',
  },
  {
    name: '200 with an OperationOutcome',
    fault: 'outcome200',
    once: true,
    says: told('unclear'),
    stands: false,
    only: 'adding',
  },
  {name: '200 with a sign-in page', fault: 'html200', once: true, says: saved, stands: true},
  {name: '200 with nothing', fault: 'empty200', once: true, says: saved, stands: true, only: 'changing'},
  {
    name: '200 with nothing',
    fault: 'empty200',
    once: true,
    says: told('unclear'),
    stands: false,
    only: 'adding',
  },
  {name: '200 with half an answer', fault: 'truncated', once: true, says: saved, stands: true},
];

describe('a goal is written while the record system fails', () => {
  let stage: Stage;
  let patient: string;
  let goalId: string;
  before(async () => {
    stage = await openStage();
    patient = patientIdOf(stage.sandbox, 'ordinary');
    goalId = goals().find((one) => one.lifecycleStatus === 'active')?.id ?? '';
  });
  after(() => stage?.close());

  const goals = (): readonly Goal[] => stage.sandbox.store.list('Goal', patient) as unknown as Goal[];
  const active = (): Goal => goals().find(({id}) => id === goalId) as Goal;
  const open = (options?: Parameters<Stage['sandbox']['launch']>[0]['options']): Promise<Page> =>
    openPanel(stage, {person: 'ordinary', width: 420, ...(options && {options})});
  const openFor = async (page: Page, goal: Goal): Promise<void> => {
    page.on('dialog', (dialog) => void dialog.accept());
    await press(page, t.plan.editGoal(goal.description.text));
    await waitForText(page, new RegExp(escape(t.plan.wordsLabel)));
  };

  for (const {name, fault, once, says, stands, only} of cells) {
    const rule = {kind: fault, ms: 900, retryAfter: 7, ...(once && {nth: 1})} as const;

    if (only !== 'changing') {
      it(`${name}: adding`, async () => {
        const words = `Added (${name})`;
        const page = await open();
        const id = stage.sandbox.faults.add({...rule, method: 'POST', path: '/Goal(\\?|$)'});
        try {
          if (fault === 'hang') await fasterTimeOut(page);
          await shorterPauses(page);
          await fill(page, t.plan.addLabel, words);
          await page.keyboard.press('Enter');
          await waitForText(page, says, 30_000);
          assert.equal(await valueOf(page, t.plan.addLabel), stands ? '' : words);
          const copies = goals().filter(
            (goal) => goal.description.text === words && goal.lifecycleStatus !== 'entered-in-error',
          );
          assert.equal(copies.length, stands ? 1 : 0);
        } finally {
          stage.sandbox.faults.clear(id);
          await page.browserContext().close();
        }
      });
    }

    if (only !== 'adding') {
      it(`${name}: changing`, async () => {
        const goal = active();
        const words = `Changed (${name})`;
        const page = await open();
        const id = stage.sandbox.faults.add({...rule, method: 'PUT', path: '/Goal/'});
        try {
          if (fault === 'hang') await fasterTimeOut(page);
          await openFor(page, goal);
          await replaceText(page, t.plan.wordsLabel, words);
          await press(page, t.plan.save);
          await waitForText(page, says, 30_000);
          if (!stands) assert.equal(await valueOf(page, t.plan.wordsLabel), words);
          const now = stage.sandbox.store.get('Goal', goal.id) as unknown as Goal;
          assert.equal(now.description.text, stands ? words : goal.description.text);
          const written = Number(now.meta.versionId) - Number(goal.meta.versionId);
          assert.equal(written, stands ? 1 : 0, 'times written');
        } finally {
          stage.sandbox.faults.clear(id);
          await page.browserContext().close();
        }
      });
    }
  }

  it('token with less than a minute left: it is renewed before the write', async () => {
    const page = await open({tokenLife: 50});
    const before = stage.sandbox.log.entries.length;
    await fill(page, t.plan.addLabel, 'Renewed first');
    await page.keyboard.press('Enter');
    await waitForText(page, saved);
    const asked = stage.sandbox.log.entries.slice(before);
    const renewed = asked.findIndex(({path}) => path.includes('/token'));
    const sent = asked.findIndex(({method, path}) => method === 'POST' && /\/Goal(\?|$)/.test(path));
    assert.ok(renewed >= 0 && renewed < sent, `${renewed} before ${sent}`);
    await page.browserContext().close();
  });

  it('session over, which nothing can renew: nothing is sent, and what was typed stays', async () => {
    const page = await open({denyScopes: ['online_access', 'offline_access']});
    stage.sandbox.tokens.expireAll();
    await fill(page, t.plan.addLabel, 'Typed before the end');
    await page.keyboard.press('Enter');
    await waitForText(page, told('signed-out'));
    assert.equal(await valueOf(page, t.plan.addLabel), 'Typed before the end');
    assert.ok(!JSON.stringify(goals()).includes('Typed before the end'));
    await page.browserContext().close();
  });

  it('missing scope: it is said before anything can be typed', async () => {
    const page = await open({denyScopes: ['patient/Goal.']});
    await waitForText(page, new RegExp(escape(t.plan.notAllowed('goals'))));
    assert.equal(await valueOf(page, t.plan.addLabel), null);
    await page.browserContext().close();
  });

  it('removed after it was read: the words can be saved as a new goal', async () => {
    const goal = active();
    const page = await open();
    await openFor(page, goal);
    await replaceText(page, t.plan.wordsLabel, 'Saved as new');
    stage.sandbox.store.remove('Goal', goal.id);
    try {
      await press(page, t.plan.save);
      await waitForText(page, /no longer in the record|removed from the record/);
      assert.equal(await valueOf(page, t.plan.wordsLabel), 'Saved as new');
      await press(page, t.panel.refresh);
      await press(page, t.plan.orphans.saveAsNew);
      await page.keyboard.press('Enter');
      await waitForText(page, saved);
      assert.equal(goals().filter(({description}) => description.text === 'Saved as new').length, 1);
    } finally {
      stage.sandbox.store.write(goal as never, goal.id, 'PUT');
      await page.browserContext().close();
    }
  });

  it('page close: a warning only while something differs from the record, and nothing is sent', async () => {
    const goal = active();
    const page = await open();
    const warns = (): Promise<boolean> =>
      page.evaluate(() => !dispatchEvent(new Event('beforeunload', {cancelable: true})));
    assert.equal(await warns(), false, 'nothing was typed');
    await openFor(page, goal);
    assert.equal(await warns(), false, 'an open form is nothing typed');
    await replaceText(page, t.plan.wordsLabel, `${goal.description.text}!`);
    const before = stage.sandbox.log.entries.length;
    assert.equal(await warns(), true, 'something differs');
    await replaceText(page, t.plan.wordsLabel, goal.description.text);
    assert.equal(await warns(), false, 'it says again what the record says');
    await replaceText(page, t.plan.wordsLabel, 'Something else');
    await page.close({runBeforeUnload: false});
    await new Promise((resolve) => setImmediate(resolve));
    const sent = stage.sandbox.log.entries.slice(before).filter(({method}) => method !== 'GET');
    assert.deepEqual(sent, []);
  });

  it('a clock that is a day wrong: the versions of the record decide', async () => {
    const goal = active();
    const page = await open();
    await openFor(page, goal);
    await page.evaluate(() => {
      const {now} = Date;
      Date.now = () => now() - 86_400_000;
    });
    await replaceText(page, t.plan.wordsLabel, 'Mine, a day too early');
    const theirs = {...goal, description: {text: 'Theirs'}};
    stage.sandbox.store.write(theirs as never, goal.id, 'PUT');
    await press(page, t.plan.save);
    await waitForText(page, new RegExp(escape(t.plan.conflict.heading)));
    assert.equal(active().description.text, 'Theirs');
    stage.sandbox.store.write(goal as never, goal.id, 'PUT');
    await page.browserContext().close();
  });

  for (const fault of [undefined, '409', '412'] as const) {
    const name = fault ?? 'the record’s own answer';
    it(`${name}, somebody else changed the same words: both versions stand side by side`, async () => {
      const goal = active();
      const page = await open();
      await openFor(page, goal);
      await replaceText(page, t.plan.wordsLabel, 'Mine: sleep through the night');
      const theirs = {...goal, description: {...goal.description, text: 'Theirs: sleep better'}};
      const {versionId} = stage.sandbox.store.write(theirs as never, goal.id, 'PUT');
      const id = fault && stage.sandbox.faults.add({kind: fault, method: 'PUT', path: '/Goal/'});
      await press(page, t.plan.save);
      const text = await waitForText(page, new RegExp(escape(t.plan.conflict.heading)));
      assert.match(text, /Mine: sleep through the night/);
      assert.match(text, /Theirs: sleep better/);
      assert.equal(active().meta.versionId, versionId, 'nothing was written');
      if (id !== undefined) stage.sandbox.faults.clear(id);
      stage.sandbox.store.write(goal as never, goal.id, 'PUT');
      await page.browserContext().close();
    });
  }
});

interface Goal {
  readonly id: string;
  readonly meta: {readonly versionId: string};
  readonly lifecycleStatus: string;
  readonly description: {readonly text: string};
}

// Reads that fail: each section says so, the others stand.
const reads: readonly {
  readonly name: string;
  readonly rules: readonly FaultRule[];
  readonly says: readonly RegExp[];
}[] = [
  {name: 'goals 403', rules: [{kind: '403', path: '/Goal'}], says: [/may not read goals/, /ED visits/]},
  {
    name: 'team 500',
    rules: [{kind: '500', path: '/CareTeam'}],
    says: [/care team could not be read/i, /ED visits/],
  },
  {
    name: 'visits 500',
    rules: [{kind: '500', path: '/Encounter'}],
    says: [/not available|could not be/i, /EXEMPLE-CÔTÉ/],
  },
  {
    name: 'visits truncated',
    rules: [{kind: 'truncated', path: '/Encounter'}],
    says: [/not available|could not be/i],
  },
  {
    name: 'goals as HTML',
    rules: [{kind: 'html200', path: '/Goal'}],
    says: [/goals could not be read/i, /ED visits/],
  },
  {name: 'goals empty', rules: [{kind: 'empty200', path: '/Goal'}], says: [/goals could not be read/i]},
];

describe('the panel opens while the record system fails', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  for (const {name, rules, says} of reads) {
    it(`${name}: the section says so, the others stand, no number is made up`, async () => {
      const ids = rules.map((rule) => stage.sandbox.faults.add(rule));
      let page: Page | null = null;
      try {
        page = await openPanel(stage, {person: 'ordinary', width: 420});
        for (const pattern of says) await waitForText(page, pattern);
        const text = await textOf(page);
        assert.doesNotMatch(text, /undefined|NaN|Invalid Date|\[object Object\]/);
        if (name.startsWith('visits')) assert.doesNotMatch(text, /\b0 ED visits/);
      } finally {
        for (const id of ids) stage.sandbox.faults.clear(id);
        await page?.browserContext().close();
      }
    });
  }

  it('another patient’s data: nothing of it is shown (T3)', async () => {
    const id = stage.sandbox.faults.add({kind: 'other-patient', path: '/Patient/'});
    const page = await openPanel(stage, {person: 'ordinary', width: 420}).catch(() => null);
    try {
      if (page) {
        const text = await textOf(page);
        assert.match(text, new RegExp(escape(t.problem.words['other-patient'].happened)));
        assert.doesNotMatch(text, /ED visits/);
      } else assert.fail('the panel did not settle');
    } finally {
      stage.sandbox.faults.clear(id);
      await page?.browserContext().close();
    }
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
