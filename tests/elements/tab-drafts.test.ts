import {assert} from '@open-wc/testing';
import {createBrowserPanel} from '../../src/app/browser-panel.ts';
import type {Panel} from '../../src/app/panel.ts';
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

  it('stay in memory where the site says nothing of them', async () => {
    const panel = await open('memory');
    panel.actions.keepDraft('goal:new', {words: 'Dormir'});
    assert.lengthOf(kept(), 0);
    assert.deepEqual((await open('memory')).store.get().drafts, {});
  });
});
