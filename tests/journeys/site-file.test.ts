import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {launchUrl, newPage, openPanel, openStage, waitForText, type Stage} from './stage.ts';

describe('a site file with settings that cannot be used', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({site: {zone: 'Mars/Base', counting: {mergeMinutes: 'fifteen'}}});
  });
  after(() => stage?.close());

  it('is named by a launched panel, which counts by the defaults', async () => {
    const page = await openPanel(stage, {person: 'reference', lang: 'en-CA'});
    const text = await waitForText(page, /could not be used: zone, counting\.mergeMinutes\./);
    assert.match(text, /11 ED visits/);
  });
});

describe('which setting wins', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({site: {zone: 'America/Halifax', features: {write: false}}});
  });
  after(() => stage?.close());

  it('the site file goes before the defaults', async () => {
    const page = await openPanel(stage, {person: 'reference', lang: 'en-CA'});
    await waitForText(page, /\d+ ED visits/);
    assert.equal(await zoneOf(page), 'America/Halifax');
  });

  it('nothing in the launch address changes a setting', async () => {
    const choice = {person: 'reference', lang: 'en-CA'} as const;
    const plain = await configOf(await openPanel(stage, choice));
    const address = new URL(launchUrl(stage.sandbox, choice));
    const settings = {
      zone: 'America/Vancouver',
      language: 'fr-CA',
      practiceDate: '2020-01-01',
      counting: '{"onePerDay":false}',
      'counting.onePerDay': 'false',
      features: '{"write":true}',
      drafts: 'tab',
      persist: 'memory',
      mode: 'readonly',
    };
    for (const [name, value] of Object.entries(settings)) address.searchParams.set(name, value);
    const page = await newPage(stage, choice);
    await page.goto(address.href);
    await waitForText(page, /\d+ ED visits/);
    assert.equal(await configOf(page), plain);
    assert.equal(await zoneOf(page), 'America/Halifax');
  });

  it('what the host sets on the element goes before the site file', async () => {
    const page = await openPanel(stage, {person: 'reference', lang: 'en-CA'});
    await page.evaluate(() => {
      const own = document.querySelector('isp-panel')!;
      const second = document.createElement('isp-panel');
      second.config = own.config;
      second.setAttribute('timezone', 'America/Vancouver');
      second.transport = {request: () => new Promise(() => undefined)};
      second.patient = 'reference';
      own.replaceWith(second);
    });
    await page.waitForFunction(() => document.querySelector('isp-panel')?.panel !== null);
    assert.equal(await zoneOf(page), 'America/Vancouver');
  });
});

describe('settings that the record system keeps for everybody (smart-app-state)', () => {
  const settings = {
    zone: 'America/Vancouver',
    counting: {onePerDay: true},
    features: {write: false},
    drafts: 'tab',
  };
  let stage: Stage;
  before(async () => {
    stage = await openStage({
      site: {zone: 'America/Halifax'},
      appState: JSON.stringify(settings),
    });
  });
  after(() => stage?.close());
  const choice = {person: 'reference', lang: 'en-CA'} as const;

  it('go under the site file and before the defaults, from the first number on and after a reload', async () => {
    const page = await openPanel(stage, choice);
    const check = async (): Promise<void> => {
      await waitForText(page, /could not be used: smart-app-state: drafts\./);
      const {zone, counting, drafts, readonly} = JSON.parse(await configOf(page)) as Record<string, unknown>;
      assert.deepEqual(
        [zone, (counting as {onePerDay: boolean}).onePerDay, drafts, readonly],
        ['America/Halifax', true, 'memory', true],
      );
    };
    await check();
    const asked = () => stage.sandbox.log.entries.filter(({path}) => path.includes('/Basic?')).length;
    assert.equal(asked(), 1);
    await page.reload();
    await waitForText(page, /\d+ ED visits/);
    await check();
    assert.equal(asked(), 2);
  });

  for (const [what, kind] of [
    ['an error of the server', '500'],
    ['a broken answer', 'truncated'],
    ['no right', '403'],
  ] as const) {
    it(`${what} leaves the file and the defaults, and is said`, async () => {
      const {faults} = stage.sandbox;
      const id = faults.add({kind, path: '/Basic\\?'});
      const page = await openPanel(stage, choice);
      const text = await waitForText(page, /could not be used: smart-app-state\./);
      assert.match(text, /11 ED visits/);
      faults.clear(id);
    });
  }
});

function zoneOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('isp-panel')?.panel?.store.get().zone);
}

async function configOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const panel = document.querySelector('isp-panel');
    return JSON.stringify({...panel?.config, readonly: panel?.readonly, lang: panel?.lang});
  });
}
