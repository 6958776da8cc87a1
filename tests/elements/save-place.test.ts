import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import type {WritableType} from '../../src/domain/abilities.ts';
import {withNotes} from '../../src/fhir/abilities.ts';
import {noAbilities} from '../../src/app/initial-state.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {IspSavePlace} from '../../src/elements/panel/isp-save-place.ts';
import type {SaveRequestEvent} from '../../src/elements/panel/save-request-event.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, widen, type Look} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

defineSections();
defineElement('isp-save-place', IspSavePlace);

const refused = noAbilities('server');
const inNotes = withNotes({...refused, createDocumentReference: {allowed: true}}, false);
const inHand = withNotes(refused, true);
const unfiled = {text: 'the plan', bundle: '{"resourceType":"Bundle"}', taken: false};
const inPart = withNotes({...usual().abilities, createDocumentReference: {allowed: true}}, false, [
  'CareTeam',
]);
const states = {
  part: {...usual(), abilities: inPart},
  note: {...usual(), abilities: inNotes},
  offer: {...usual(), abilities: refused},
  hand: {...usual(), abilities: inHand, unfiled},
} as const satisfies Record<string, PanelState>;

async function show(
  state: PanelState,
  look: Look = {},
  panel: FakePanel = fakePanel(state),
): Promise<Harness> {
  const element = await showElement(html`<isp-save-place></isp-save-place>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('p')));
  await settled();
  return new Harness(element);
}

describe('isp-save-place', () => {
  before(() => widen(360));

  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  it('says beforehand that the plan is kept as a note, in both languages', async () => {
    assert.include((await show(states.note)).text, 'kept as a note in Documents');
    assert.include(
      (await show(states.note, {language: 'fr-CA'})).text,
      'conservé comme note dans les documents',
    );
  });

  it('says nothing where the record takes the plan itself, or the panel is for viewing only', async () => {
    for (const abilities of [usual().abilities, noAbilities('read-only'), noAbilities('unknown')]) {
      const state = {...usual(), abilities};
      const element = await showElement(html`<isp-save-place></isp-save-place>`, {}, fakePanel(state));
      await settled();
      assert.equal(new Harness(element).text, '');
    }
  });

  it('says which part goes where, where the record takes a part of the plan', async () => {
    assert.include((await show(states.part)).text, 'The rest is kept as a note in Documents');
    assert.include(
      (await show(states.part, {language: 'fr-CA'})).text,
      'Le reste est conservé comme note dans les documents',
    );
  });

  it('says beside a form where that very record goes, whatever becomes of the plan', async () => {
    const beside = async (state: PanelState, saves: WritableType, look: Look = {}): Promise<string> => {
      const place = html`<isp-save-place short .saves=${saves}></isp-save-place>`;
      const element = await showElement(place, look, fakePanel(state));
      await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('p')));
      return new Harness(element).text;
    };
    const native = {
      createCommunication: {allowed: true},
      createTask: {allowed: false, why: 'server'},
    } as const;
    const noted = {...states.note, abilities: {...inNotes, ...native}};
    assert.equal(await beside(usual(), 'Goal'), 'Goes into the record.');
    assert.equal(await beside(usual(), 'Goal', {language: 'fr-CA'}), 'Sera versé au dossier.');
    assert.equal(await beside(noted, 'Goal'), 'Kept as a note in Documents.');
    assert.equal(await beside(noted, 'Task'), 'Kept as a note in Documents.');
    assert.equal(await beside(noted, 'Communication'), 'Goes into the record.');
    assert.equal(await beside(states.part, 'Goal'), 'Goes into the record.');
    assert.equal(await beside(states.part, 'CareTeam'), 'Kept as a note in Documents.');
  });

  it('offers to write in hand where nothing is taken, and begins with it', async () => {
    const panel = fakePanel(states.offer);
    const place = await show(states.offer, {}, panel);
    assert.include(place.text, 'Nothing is filed.');
    place.button('Write the plan here').click();
    await settled();
    assert.deepEqual(panel.asked.at(-1), ['wish', 'hand', 'writeInHand']);
  });

  it('says that what is in hand is filed nowhere, and lets it be taken away', async () => {
    const panel = fakePanel(states.hand);
    const place = await show(states.hand, {}, panel);
    assert.include(place.text, 'filed nowhere');
    assert.include(place.text, 'closing the panel loses it');
    place.button('Download the plan').click();
    await settled();
    assert.deepEqual(panel.asked.at(-1), ['wish', 'hand', 'planTaken']);
  });

  it('tells the host of the plan, once, and takes it for taken when the host has filed it', async () => {
    const told: SaveRequestEvent[] = [];
    const listen = (event: SaveRequestEvent): void => {
      told.push(event);
      event.preventDefault();
    };
    document.addEventListener('isp-save-request', listen);
    try {
      const panel = fakePanel(states.hand);
      await show(states.hand, {}, panel);
      assert.deepEqual(
        told.map(({text, bundle}) => [text, bundle]),
        [[unfiled.text, unfiled.bundle]],
      );
      assert.deepEqual(panel.asked.at(-1), ['wish', 'hand', 'planTaken']);
      panel.store.update((state) => ({...state, today: '2026-11-23'}));
      await settled();
      assert.equal(told.length, 1);
    } finally {
      document.removeEventListener('isp-save-request', listen);
    }
  });
});
