import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import type {FaultRule} from '../../sandbox/faults.ts';
import {fill, press} from './acts.ts';
import {openPanel, openStage, patientIdOf, textOf, waitForText, type Stage} from './stage.ts';
import {words} from './words.ts';

const t = words['en-CA'];
const typed = 'Walk to the market on Saturdays';

interface Case {
  readonly name: string;
  readonly rule: FaultRule;
  /** What the person reads. */
  readonly says: RegExp;
  /** How many such goals the record holds in the end. */
  readonly held: number;
  /** Whether what was typed must still stand in its field. */
  readonly kept: boolean;
}

const post = {method: 'POST', path: '/Goal(\\?|$)'} as const;
const notSaved = (kind: keyof typeof t.problem.words) => new RegExp(escape(t.problem.words[kind].happened));
const saved = /Saved \d/;

// A write that fails: what it says is true, nothing typed is lost, and the record holds at most one.
const writes: readonly Case[] = [
  {name: '403', rule: {kind: '403', ...post}, says: /Your account may not change this/, held: 0, kept: true},
  {name: '422', rule: {kind: '422', ...post}, says: notSaved('rejected'), held: 0, kept: true},
  {name: '429', rule: {kind: '429', ...post}, says: /busy|Try again in/, held: 0, kept: true},
  {name: '500', rule: {kind: '500', ...post}, says: notSaved('server'), held: 0, kept: true},
  {name: '503', rule: {kind: '503', ...post}, says: notSaved('busy'), held: 0, kept: true},
  {
    name: 'connection closed before the write',
    rule: {kind: 'close', ...post},
    says: /cannot be reached/,
    held: 0,
    kept: true,
  },
  {
    name: 'answer lost after the write',
    rule: {kind: 'drop-after-write', ...post, nth: 1},
    says: saved,
    held: 1,
    kept: false,
  },
  {name: 'answer cut off', rule: {kind: 'truncated', ...post, nth: 1}, says: saved, held: 1, kept: false},
  {name: 'slow answer', rule: {kind: 'slow', ...post, nth: 1, ms: 1500}, says: saved, held: 1, kept: false},
  {name: '401 once', rule: {kind: '401', ...post, nth: 1}, says: saved, held: 1, kept: false},
];

describe('a goal is added while the record system fails', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  for (const {name, rule, says, held, kept} of writes) {
    it(`${name}: says what is true, loses nothing and doubles nothing`, async () => {
      const words = `${typed} (${name})`;
      const page = await openPanel(stage, {person: 'ordinary', width: 420});
      const id = stage.sandbox.faults.add(rule);
      try {
        await fill(page, t.plan.addLabel, words);
        await page.keyboard.press('Enter');
        await waitForText(page, says, 30_000);
        const value = await page.evaluate(() => {
          const panel = document.querySelector('isp-panel')?.shadowRoot;
          const plan = panel?.querySelector('isp-plan')?.shadowRoot?.querySelector('isp-goals')?.shadowRoot;
          return plan?.querySelector('isp-goal-add')?.shadowRoot?.querySelector('input')?.value;
        });
        assert.equal(value, kept ? words : '');
        const patient = patientIdOf(stage.sandbox, 'ordinary');
        const copies = stage.sandbox.store
          .list('Goal', patient)
          .filter(
            (goal) => JSON.stringify(goal).includes(name) && goal['lifecycleStatus'] !== 'entered-in-error',
          );
        assert.equal(copies.length, held);
      } finally {
        stage.sandbox.faults.clear(id);
        await page.browserContext().close();
      }
    });
  }

  it('an edit that somebody else was faster with shows both versions and keeps what was typed', async () => {
    const patient = patientIdOf(stage.sandbox, 'ordinary');
    const page = await openPanel(stage, {person: 'ordinary', width: 420});
    const goal = stage.sandbox.store
      .list('Goal', patient)
      .find((one) => one['lifecycleStatus'] === 'active') as unknown as {
      id: string;
      meta: {versionId: string};
      description: {text: string};
    };
    const before = goal.description.text;
    await press(page, t.plan.editGoal(before));
    await fill(page, t.plan.wordsLabel, 'Mine: sleep through the night');
    const {token, base} = stage.sandbox.grant(patient, 'patient/Goal.crus');
    const answer = await fetch(`${base}/Goal/${goal.id}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/fhir+json',
        'If-Match': `W/"${goal.meta.versionId}"`,
      },
      body: JSON.stringify({...goal, description: {...goal.description, text: 'Theirs: sleep better'}}),
    });
    assert.equal(answer.status, 200);
    await press(page, t.plan.save);
    const text = await waitForText(page, new RegExp(escape(t.plan.conflict.heading)));
    assert.match(text, /Mine: sleep through the night/);
    assert.match(text, /Theirs: sleep better/);
    await page.browserContext().close();
  });
});

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

  it('another patient’s data: nothing of it is shown', async () => {
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
