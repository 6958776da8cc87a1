import {assert} from '@open-wc/testing';
import {createBrowserPanel} from '../../src/app/browser-panel.ts';
import type {Panel} from '../../src/app/panel.ts';
import '../../src/define.ts';
import {until} from './harness/page.ts';

/** A panel on one patient whose record never answers; `drafts` as the site has it. */
async function open(drafts: string): Promise<Panel> {
  const panel = await createBrowserPanel({drafts});
  panel.open({
    transport: {request: () => new Promise(() => undefined)},
    patientId: 'p1',
    encounterId: null,
    user: 'Practitioner/n1',
    needPatientBanner: true,
    intent: null,
    scopes: null,
    readonly: false,
    iss: 'https://ehr.example/fhir',
  });
  return panel;
}

const kept = (): readonly string[] =>
  Object.keys(sessionStorage).filter((name) => name.startsWith('isp-drafts:'));

describe('drafts that survive a reload', () => {
  afterEach(() => sessionStorage.clear());

  it('are locked with a key of this browser, brought back, and gone once they are discarded', async () => {
    const words = {words: 'Retourner marcher au marché, à l’automne'};
    const first = await open('tab');
    first.actions.keepDraft('goal:new', words);
    await until('it is kept', () => kept().length === 1);
    assert.notInclude(sessionStorage.getItem(kept()[0] ?? '') ?? '', 'march');
    const second = await open('tab');
    await until('it is back', () => 'goal:new' in second.store.get().drafts);
    assert.deepEqual(second.store.get().drafts['goal:new'], words);
    assert.isFalse(second.canClose());
    second.actions.discard('goal:new');
    await until('it is gone', () => kept().length === 0);
    assert.lengthOf(Object.keys(localStorage), 0);
  });

  it('come from the host that keeps them, into its chart', async () => {
    const host = document.createElement('isp-panel');
    const asked: string[] = [];
    host.draftStorage = 'host';
    host.draftStore = {
      load: (place) => {
        asked.push(place);
        const drafts = {'goal:new': {words: 'Dormir'}};
        return JSON.stringify({place, at: 0, drafts, bases: [], requestKeys: [], stood: []});
      },
      save: () => undefined,
    };
    host.transport = {request: () => new Promise(() => undefined)};
    host.patient = 'p1';
    document.body.append(host);
    try {
      await until('it is back', () => !host.canClose());
      assert.lengthOf(asked, 1);
      assert.include(asked[0], 'p1');
      assert.lengthOf(kept(), 0);
    } finally {
      host.remove();
    }
  });

  it('stay in memory where the site says nothing of them', async () => {
    const panel = await open('memory');
    panel.actions.keepDraft('goal:new', {words: 'Dormir'});
    assert.lengthOf(kept(), 0);
    assert.deepEqual((await open('memory')).store.get().drafts, {});
  });
});
