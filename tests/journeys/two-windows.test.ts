import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {fill, press} from './acts.ts';
import {openPanel, openStage, patientIdOf, waitForText, type Stage} from './stage.ts';
import {words} from './words.ts';

// Two people edit one goal at the same time, each in a window of their own. What counts is what the record holds.

const t = words['en-CA'].plan;
const pictures = process.env['ISP_PICTURES'];

describe('two windows on one goal', () => {
  let stage: Stage;
  let one: Page;
  let other: Page;
  let began: string;
  let id: unknown;

  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  beforeEach(async () => {
    one = await openPanel(stage, {person: 'ordinary', width: 420, height: 1000});
    other = await openPanel(stage, {person: 'ordinary', width: 420, height: 1000});
    for (const page of [one, other]) page.on('dialog', (dialog) => void dialog.accept());
    const patient = patientIdOf(stage.sandbox, 'ordinary');
    const goals = stage.sandbox.store.list('Goal', patient);
    id = goals.find((each) => each['lifecycleStatus'] === 'active')?.['id'];
    began = textOf(goal());
  });

  const goal = (): Goal => {
    const goals = stage.sandbox.store.list('Goal', patientIdOf(stage.sandbox, 'ordinary'));
    return goals.find((each) => each['id'] === id) as unknown as Goal;
  };
  /** How often the record took a change of the goal. */
  const version = (): number => Number(goal().meta.versionId);

  it('different fields: both stand, and the second one is told of the first', async () => {
    await press(one, t.editGoal(began));
    await press(other, t.editGoal(began));
    await fill(one, t.clinicalLabel, 'Six-minute walk of 250 m');
    await fill(other, t.wordsLabel, 'Walk to the bench');
    const at = version();
    await press(one, t.save);
    await waitForText(one, /Saved \d/);
    await press(other, t.save);
    const text = await waitForText(other, /Saved \d/);
    assert.match(text, /Somebody else’s change was kept beside yours: clinical wording\./);
    assert.equal(textOf(goal()), 'Walk to the bench');
    assert.match(JSON.stringify(goal().note), /Six-minute walk of 250 m/);
    assert.equal(version(), at + 2);
    await untilSigned(`Goal/${String(id)}/_history/${at + 2}`);
  });

  /** The record says who wrote a version: the signed-in user, once. */
  async function untilSigned(address: string): Promise<void> {
    const signed = (): readonly unknown[] =>
      stage.sandbox.store
        .list('Provenance', patientIdOf(stage.sandbox, 'ordinary'))
        .filter(({target}) => JSON.stringify(target).includes(address));
    const deadline = Date.now() + 10_000;
    while (signed().length === 0) {
      if (Date.now() > deadline) throw new Error(`nobody signed ${address}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.match(JSON.stringify(signed()), /"who":\{"reference":"Practitioner\//);
    assert.equal(signed().length, 1);
  }

  it('the same field: the second one sees both and nothing is written until they choose', async () => {
    await press(one, t.editGoal(began));
    await press(other, t.editGoal(began));
    await fill(one, t.wordsLabel, 'Theirs: walk to the shop');
    await fill(other, t.wordsLabel, 'Mine: walk to the church');
    await press(one, t.save);
    await waitForText(one, /Saved \d/);
    const at = version();
    await press(other, t.save);
    const text = await waitForText(other, new RegExp(t.conflict.heading));
    assert.match(text, /Theirs: walk to the shop/);
    assert.match(text, /Mine: walk to the church/);
    assert.match(text, new RegExp(`Before both: ${escape(began)}`));
    await picture(other, 'conflict-420');
    assert.equal(version(), at);
    assert.equal(textOf(goal()), 'Theirs: walk to the shop');
    await press(other, t.conflict.save);
    await waitForText(other, new RegExp(t.conflict.missing));
    assert.equal(version(), at);
    await choose(other, 'Mine: walk to the church');
    await press(other, t.conflict.save);
    await waitForText(other, /Saved \d/);
    assert.equal(textOf(goal()), 'Mine: walk to the church');
    assert.equal(version(), at + 1);
  });

  it('the same field: what is in the record can be kept, and what was typed goes only then', async () => {
    await press(one, t.editGoal(began));
    await press(other, t.editGoal(began));
    await fill(one, t.wordsLabel, 'Kept: walk with Ana');
    await fill(other, t.wordsLabel, 'Given up: walk alone');
    await press(one, t.save);
    await waitForText(one, /Saved \d/);
    const at = version();
    await press(other, t.save);
    await waitForText(other, new RegExp(t.conflict.heading));
    await choose(other, 'Kept: walk with Ana');
    await press(other, t.conflict.save);
    await waitForGone(other, 'Given up: walk alone');
    assert.equal(textOf(goal()), 'Kept: walk with Ana');
    assert.equal(version(), at);
  });
});

interface Goal {
  readonly meta: {readonly versionId: string};
  readonly description: {readonly text: string};
  readonly note?: readonly unknown[];
}

function textOf({description}: Goal): string {
  return description.text;
}

/** Takes the card that holds these words. */
async function choose(page: Page, text: string): Promise<void> {
  const card = await page.waitForSelector(`>>> label.card ::-p-text(${text})`);
  await card?.click();
  await card?.dispose();
}

async function waitForGone(page: Page, text: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (await page.$(`>>> ::-p-text(${text})`)) {
    if (Date.now() > deadline) throw new Error(`still there: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A picture for people to look at, where ISP_PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, {recursive: true});
  await page.screenshot({path: `${pictures}/${name}.png`});
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
