import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DraftStore} from '../../src/app/draft-store.ts';
import {hostDrafts} from '../../src/app/host-drafts.ts';
import {DraftPage} from './draft-page.ts';

/** A host that keeps what it is given, by name. */
class Host implements DraftStore {
  readonly held = new Map<string, string>();

  load(place: string): string | null | Promise<string | null> {
    return this.held.get(place) ?? null;
  }

  save(place: string, text: string | null): void | Promise<void> {
    if (text === null) this.held.delete(place);
    else this.held.set(place, text);
  }
}

function open(store: DraftStore, patientId = 'p1', user = 'Practitioner/n1'): DraftPage {
  return new DraftPage(
    hostDrafts(store, () => 0),
    patientId,
    user,
  );
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const words = {words: 'Marcher jusqu’au marché'};
const base = {id: 'g1', version: '3'};

/** A nurse types about p1; gives the host that kept it. */
async function typed(): Promise<Host> {
  const host = new Host();
  const page = open(host);
  await settle();
  page.panel.actions.keepDraft('goal:g1', words, base);
  page.memory?.requestKeys.set('goal:new', 'uuid-1');
  page.panel.actions.keepDraft('goal:new', {words: 'Dormir'});
  await settle();
  return host;
}

describe('drafts that the host keeps', () => {
  it('come back to the same patient and user, with what they were typed on and the keys of creates', async () => {
    const page = open(await typed());
    await settle();
    assert.deepEqual(page.drafts, {'goal:g1': words, 'goal:new': {words: 'Dormir'}});
    assert.deepEqual(page.memory?.bases.get('goal:g1'), base);
    assert.equal(page.memory?.requestKeys.get('goal:new'), 'uuid-1');
    assert.ok(page.tried.has('uuid-1'));
  });

  it('are never shown for another patient or another user', async () => {
    const host = await typed();
    for (const other of [open(host, 'p2'), open(host, 'p1', 'Practitioner/n2')]) {
      await settle();
      assert.deepEqual(other.drafts, {});
    }
  });

  it('are refused where the host gives back what it kept for another patient', async () => {
    const [text] = (await typed()).held.values();
    const page = open({load: () => text ?? null, save: () => undefined}, 'p2');
    await settle();
    assert.deepEqual(page.drafts, {});
  });

  const broken: readonly (readonly [string, (kept: Record<string, unknown>) => unknown])[] = [
    ['no object', () => 'text'],
    ['null', () => null],
    ['a list', () => []],
    ['without drafts', ({drafts: _drafts, ...rest}) => rest],
    ['drafts that are a list', (kept) => ({...kept, drafts: []})],
    ['a draft that is no object', (kept) => ({...kept, drafts: {'goal:g1': 'x'}})],
    ['a field that is no text', (kept) => ({...kept, drafts: {'goal:g1': {words: 1}}})],
    ['bases that are no pairs', (kept) => ({...kept, bases: ['goal:g1']})],
    ['a base that is no object', (kept) => ({...kept, bases: [['goal:g1', 'x']]})],
    ['a key that is no text', (kept) => ({...kept, requestKeys: [['goal:new', 1]]})],
    ['ids that are no list', (kept) => ({...kept, stood: [['uuid-1', 'g1']]})],
    ['without its place', ({place: _place, ...rest}) => rest],
  ];
  for (const [what, change] of broken) {
    it(`are none where the host gives back ${what}`, async () => {
      const host = await typed();
      const [[place, text]] = host.held.entries() as unknown as [[string, string]];
      host.held.set(place, JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));
      const page = open(host);
      await settle();
      assert.deepEqual(page.drafts, {});
      // What is typed now is kept again.
      page.panel.actions.keepDraft('goal:g1', words, base);
      await settle();
      const again = open(host);
      await settle();
      assert.deepEqual(again.drafts, {'goal:g1': words});
    });
  }

  it('stay in memory where the host fails', async () => {
    const failing: DraftStore = {
      load: () => Promise.reject(new Error('down')),
      save: () => {
        throw new Error('full');
      },
    };
    const page = open(failing);
    await settle();
    page.panel.actions.keepDraft('goal:g1', words, base);
    await settle();
    assert.deepEqual(page.drafts, {'goal:g1': words});
  });

  it('are not overwritten where the host could not give them back at first: they come with the next word', async () => {
    const host = await typed();
    const kept = new Map(host.held);
    let failures = 2;
    const page = open({
      load: (place) => (failures-- > 0 ? Promise.reject(new Error('down')) : host.load(place)),
      save: (place, text) => host.save(place, text),
    });
    await settle();
    assert.deepEqual(page.drafts, {});
    page.panel.actions.keepDraft('member:new', {name: 'A'});
    await settle();
    assert.deepEqual(host.held, kept);
    page.panel.actions.keepDraft('member:new', {name: 'Anne'});
    await settle();
    const all = {'goal:g1': words, 'goal:new': {words: 'Dormir'}, 'member:new': {name: 'Anne'}};
    assert.deepEqual(page.drafts, all);
    assert.equal(page.memory?.requestKeys.get('goal:new'), 'uuid-1');
    assert.ok(page.tried.has('uuid-1'));
    const again = open(host);
    await settle();
    assert.deepEqual(again.drafts, all);
  });

  it('are forgotten once nothing is left to keep', async () => {
    const host = await typed();
    const page = open(host);
    await settle();
    page.panel.actions.discard('goal:g1');
    page.panel.actions.discard('goal:new');
    await settle();
    assert.equal(host.held.size, 0);
  });
});
