import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {BROWSER} from '../../scripts/browser.mjs';
import {find} from './find.ts';
import {launchUrl, newPage, openPanel, openStage, textOf, waitForText, type Stage} from './stage.ts';
import {words} from './words.ts';

describe('a launch', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  it('asks the record system at most 8 times until first content, and no search waits for another', async () => {
    // Once before, so that the server of the pages has compressed its files.
    await (await openPanel(stage, {person: 'reference'})).browserContext().close();
    stage.sandbox.log.clear();
    stage.sandbox.settings.latencyMs = 150;
    try {
      const page = await newPage(stage, {person: 'reference'});
      await page.goto(launchUrl(stage.sandbox, {person: 'reference'}));
      await waitForText(page, /EXEMPLE-TREMBLAY[\s\S]*11 ED visits/);
      await page.browserContext().close();
    } finally {
      stage.sandbox.settings.latencyMs = 0;
    }
    const {entries} = stage.sandbox.log;
    const firstPaint = ['Patient', 'Encounter', 'CarePlan', 'Goal', 'CareTeam'];
    const token = entries.findIndex(({path}) => /token/.test(path));
    assert.ok(token >= 0);
    const reads = entries.slice(token + 1);
    const beside = firstPaint.map((type) => reads.findIndex(({path}) => path.includes(`/${type}`)));
    assert.ok(
      beside.every((at) => at >= 0 && at < 7),
      JSON.stringify(reads.map(({path}) => path)),
    );
    const discovery = entries.slice(0, token + 1).length;
    assert.ok(discovery + 5 <= 8, `${discovery} before the token, then 5`);
    const starts = beside.map((at) => Date.parse(reads[at]!.at));
    assert.ok(Math.max(...starts) - Math.min(...starts) < 150, `not side by side: ${starts.join(', ')}`);
  });

  it('wears the look of the record once the chart is read, and at once the next time', async () => {
    const page = await newPage(stage, {person: 'reference'});
    const accent = (): Promise<string> =>
      page.evaluate(() => {
        const panel = document.querySelector('isp-panel');
        return panel ? getComputedStyle(panel).getPropertyValue('--isp-color-accent') : '';
      });
    const asked = (): number =>
      stage.sandbox.log.entries.filter(({path}) => path.endsWith('/smart-style.json')).length;
    const before = asked();
    for (const launch of ['first', 'second']) {
      await page.goto(launchUrl(stage.sandbox, {person: 'reference', options: {hostStyle: true}}));
      await waitForText(page, /EXEMPLE-TREMBLAY[\s\S]*11 ED visits/);
      await page.waitForFunction(
        () =>
          getComputedStyle(document.querySelector('isp-panel') as Element).getPropertyValue(
            '--isp-color-accent',
          ) !== '',
      );
      assert.equal(await accent(), 'rgb(31 95 153)', launch);
    }
    assert.equal(asked() - before, 1);
    await page.browserContext().close();
  });

  it('by a standalone launch asks for the patient and opens the chosen one', async () => {
    const page = await newPage(stage, {person: 'reference', lang: 'fr-CA'});
    const address = new URL(launchUrl(stage.sandbox, {person: 'reference', lang: 'fr-CA'}));
    address.searchParams.delete('launch');
    await page.goto(address.href);
    const choice = await page.waitForSelector('button[name="patient"][value="reference"]');
    await choice?.click();
    await waitForText(page, /EXEMPLE-TREMBLAY/);
    await page.browserContext().close();
  });

  const cannotListen = BROWSER === 'webkit' && 'WebKit: its driver does not tell what a page asks for';
  it('from an issuer that is not listed says so and sends nothing', {skip: cannotListen}, async () => {
    const page = await newPage(stage, {person: 'reference'});
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(
      `${stage.sandbox.panelUrl}/launch.html?iss=https://evil.example/fhir&launch=1&lang=fr-CA`,
    );
    const text = await waitForText(page, /n’est pas sur la liste/);
    assert.match(text, /Rien ne lui a été envoyé/);
    assert.ok(asked.every((url) => url.startsWith(stage.sandbox.panelUrl) || url.startsWith('data:')));
    await page.browserContext().close();
  });

  it('changes the language without losing what was typed', async () => {
    const page = await openPanel(stage, {person: 'ordinary', lang: 'en-CA'});
    const field = await find(page, words['en-CA'].plan.addLabel);
    await field.type('Dormir la nuit');
    const other = await find(page, 'Français', 'button');
    await other.click();
    await waitForText(page, new RegExp(words['fr-CA'].plan.addLabel));
    assert.match(await textOf(page), /Dormir la nuit/);
    await page.browserContext().close();
  });
});
