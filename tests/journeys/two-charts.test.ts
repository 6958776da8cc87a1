import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Frame, Page} from 'puppeteer-core';
import {newPage, openStage, patientIdOf, textOf, waitForText, type Stage} from './stage.ts';

const ROUNDS = 20;

describe('two charts of two patients in one tab', () => {
  let stage: Stage;
  let page: Page;

  before(async () => {
    stage = await openStage();
    page = await newPage(stage, {person: 'reference', width: 1400});
    const address = new URL(stage.sandbox.chartUrl);
    address.searchParams.set('patient', patientIdOf(stage.sandbox, 'reference'));
    address.searchParams.set('with', patientIdOf(stage.sandbox, 'ordinary'));
    address.searchParams.set('autolaunch', '1');
    await page.goto(address.href);
  });
  after(() => stage?.close());

  it(`shows each its own patient through ${ROUNDS} reloads of each in turn (T1)`, async () => {
    const people = [/EXEMPLE-TREMBLAY/, /EXEMPLE-CÔTÉ/] as const;
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const place of [0, 1] as const) {
        const frame = await frameAt(place);
        const before = round === 0 ? null : await frame.evaluate(() => performance.timeOrigin);
        if (before !== null) {
          // The frame's own reload: what a record system does on "refresh".
          await frame.evaluate(() => location.reload()).catch(() => undefined);
          await until(
            async () => (await (await frameAt(place)).evaluate(() => performance.timeOrigin)) !== before,
          );
        }
        await waitForText(await frameAt(place), people[place]);
        for (const other of [0, 1] as const) {
          // A frame on its way from one page to the next shows nobody.
          const text = await textOf(await frameAt(other)).catch(() => '');
          if (people[1 - other]!.test(text)) wrong += 1;
        }
      }
    }
    assert.equal(wrong, 0);
    for (const place of [0, 1] as const) await waitForText(await frameAt(place), people[place]);
  });

  async function frameAt(place: 0 | 1): Promise<Frame> {
    const handle = await page.waitForSelector(`#frame-${place}`);
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error(`no frame ${place}`);
    return frame;
  }
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    if (await holds().catch(() => false)) return;
    if (Date.now() > deadline) throw new Error('the frame did not reload');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
