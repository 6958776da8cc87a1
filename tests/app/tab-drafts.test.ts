import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tabDrafts, type TabVault} from '../../src/app/tab-drafts.ts';
import {DraftPage} from './draft-page.ts';

/** One tab: its storage outlives the pages in it. */
class Tab {
  readonly held = new Map<string, string>();
  hours = 0;
  readonly #key = crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);

  get vault(): TabVault {
    return {
      storage: {
        getItem: (name) => this.held.get(name) ?? null,
        setItem: (name, value) => void this.held.set(name, value),
        removeItem: (name) => void this.held.delete(name),
      },
      subtle: {
        encrypt: (...args) => locking(crypto.subtle.encrypt(...args)),
        decrypt: (...args) => locking(crypto.subtle.decrypt(...args)),
      },
      key: () => locking(this.#key),
      now: () => this.hours * 3_600_000,
    };
  }

  /** A page that opens, as after a reload. */
  page(patientId = 'p1', user = 'Practitioner/n1', vault = this.vault): DraftPage {
    return new DraftPage(tabDrafts(vault), patientId, user);
  }
}

/** Work of the locks that is under way. */
let pending = 0;

async function locking<T>(work: Promise<T>): Promise<T> {
  pending += 1;
  try {
    return await work;
  } finally {
    pending -= 1;
  }
}

/** Lets what was begun come to its end. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 5; quiet = pending === 0 ? quiet + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const base = {id: 'g1', version: '3'};

async function typed(tab: Tab): Promise<DraftPage> {
  const page = tab.page();
  await settle();
  page.panel.actions.keepDraft('goal:g1', {words: 'Marcher au marché'}, base);
  page.memory?.requestKeys.set('goal:new', 'uuid-1');
  page.memory?.stood.set('uuid-1', new Set(['g1']));
  page.panel.actions.keepDraft('goal:new', {words: 'Dormir'});
  await settle();
  return page;
}

test('what was typed is there after a reload, with what it was typed on and the key of a create that was not settled', async () => {
  const tab = new Tab();
  await typed(tab);
  const page = tab.page();
  assert.deepEqual(page.drafts, {});
  await settle();
  assert.deepEqual(page.drafts, {'goal:g1': {words: 'Marcher au marché'}, 'goal:new': {words: 'Dormir'}});
  assert.deepEqual(page.memory?.bases.get('goal:g1'), base);
  assert.equal(page.memory?.requestKeys.get('goal:new'), 'uuid-1');
  assert.ok(page.tried.has('uuid-1'));
  assert.deepEqual(page.memory?.stood.get('uuid-1'), new Set(['g1']));
  assert.equal(page.panel.canClose(), false);
});

test('nothing that was typed, and no id, can be read in the storage (T11)', async () => {
  const tab = new Tab();
  await typed(tab);
  const held = JSON.stringify([...tab.held]);
  assert.ok(held.length > 50);
  for (const secret of ['Marcher', 'Dormir', 'uuid-1', 'ehr.example'])
    assert.ok(!held.includes(secret), secret);
  for (const value of tab.held.values()) {
    const open = value
      .split('.')
      .map((part) => Buffer.from(part, 'base64').toString('latin1'))
      .join('');
    assert.ok(!open.includes('march'));
  }
});

for (const [whose, patientId, user] of [
  ['another patient', 'p2', 'Practitioner/n1'],
  ['another user', 'p1', 'Practitioner/n2'],
] as const) {
  test(`nothing comes back to ${whose}, and it waits for its own (T4)`, async () => {
    const tab = new Tab();
    await typed(tab);
    const page = tab.page(patientId, user);
    await settle();
    assert.deepEqual(page.drafts, {});
    const own = tab.page();
    await settle();
    assert.equal(Object.keys(own.drafts).length, 2);
  });
}

test('a text that was moved to the name of another patient does not open, and is removed', async () => {
  const tab = new Tab();
  await typed(tab);
  const [[name, value]] = [...tab.held] as [[string, string]];
  const other = tab.page('p2');
  await settle();
  other.panel.actions.keepDraft('goal:new', {words: 'Autre'});
  await settle();
  const moved = [...tab.held.keys()].find((key) => key !== name);
  assert.ok(moved);
  tab.held.set(moved, value);
  const page = tab.page('p2');
  await settle();
  assert.deepEqual(page.drafts, {});
  assert.equal(tab.held.has(moved), false);
});

test('after 12 hours it is gone', async () => {
  const tab = new Tab();
  await typed(tab);
  tab.hours = 11.9;
  const page = tab.page();
  await settle();
  assert.equal(Object.keys(page.drafts).length, 2);
  tab.hours = 24;
  const late = tab.page();
  await settle();
  assert.deepEqual(late.drafts, {});
  assert.equal(tab.held.size, 0);
});

test('what is discarded or saved leaves nothing behind', async () => {
  const tab = new Tab();
  const page = await typed(tab);
  page.panel.actions.discard('goal:g1');
  page.panel.actions.discard('goal:new');
  await settle();
  assert.equal(tab.held.size, 0);
});

test('what is typed before the kept words are there goes before them', async () => {
  const tab = new Tab();
  await typed(tab);
  const page = tab.page();
  page.panel.actions.keepDraft('goal:g1', {words: 'Plus neuf'}, {id: 'g1', version: '9'});
  await settle();
  assert.deepEqual(page.drafts['goal:g1'], {words: 'Plus neuf'});
  assert.deepEqual(page.memory?.bases.get('goal:g1'), {id: 'g1', version: '9'});
  const again = tab.page();
  await settle();
  assert.deepEqual(again.drafts['goal:g1'], {words: 'Plus neuf'});
});

test('a key that is gone, a text that was cut, and a storage that refuses cost nothing but the kept words', async () => {
  const tab = new Tab();
  await typed(tab);
  for (const [name, value] of tab.held) tab.held.set(name, value.slice(0, -7));
  const page = tab.page();
  await settle();
  assert.deepEqual(page.drafts, {});
  const blocked: TabVault = {
    ...tab.vault,
    storage: {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota');
      },
      removeItem: () => undefined,
    },
  };
  const full = tab.page('p1', 'Practitioner/n1', blocked);
  await settle();
  full.panel.actions.keepDraft('goal:new', {words: 'Reste'});
  await settle();
  assert.deepEqual(full.drafts, {'goal:new': {words: 'Reste'}});
});

test('words of one patient are kept when another one is opened in the same page, each under their own (T4)', async () => {
  const tab = new Tab();
  const page = await typed(tab);
  page.open('p2');
  await settle();
  assert.deepEqual(page.drafts, {});
  page.panel.actions.keepDraft('goal:new', {words: 'De l’autre'});
  await settle();
  const own = tab.page();
  await settle();
  assert.deepEqual(own.drafts['goal:new'], {words: 'Dormir'});
});
