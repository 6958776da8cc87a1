import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import type {DirectoryEntry} from '../../src/domain/directory.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, type, widen, type Look} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

defineSections();
defineLater();

const found: readonly DirectoryEntry[] = [
  {
    reference: 'Practitioner/a',
    name: 'Hélène Fictive',
    role: {coded: {system: 'http://snomed.info/sct', code: '46255001', display: null}, text: null},
    organization: 'Pharmacie Modèle',
    hasPhone: true,
  },
  {
    reference: 'Practitioner/b',
    name: 'Hélène Autre',
    role: {coded: null, text: 'Art therapist'},
    organization: null,
    hasPhone: false,
  },
];

/** A record that finds these two for whatever is typed. */
function record(answers: (text: string) => readonly DirectoryEntry[] | null = () => found): FakePanel {
  const panel: FakePanel = fakePanel(usual(), {
    wish: (_key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      const [text, kind] = args as unknown as [string, 'practitioner'];
      const list = answers(text);
      const directory = list
        ? ({status: 'ready', value: {text, kind, found: list}, gaps: [], asOf: ''} as const)
        : ({status: 'failed', problem: {kind: 'offline'}} as const);
      panel.store.update((before) => ({...before, later: {...before.later, directory}}));
      return Promise.resolve();
    },
    addMember: (member) => {
      (panel.asked as unknown[]).push(['addMember', member]);
      return Promise.resolve();
    },
    keepDraft: (key, draft) =>
      panel.store.update((before: PanelState) => ({...before, drafts: {...before.drafts, [key]: draft}})),
  });
  return panel;
}

async function show(panel: FakePanel, look: Look = {}): Promise<Harness> {
  const element = await showElement(html`<isp-care-team></isp-care-team>`, look, panel);
  const team = new Harness(element);
  await settled();
  await team.click(look.language === 'fr-CA' ? 'Ajouter un membre' : 'Add a member');
  await team.part('isp-member-form');
  return team;
}

const added = (panel: FakePanel) => panel.asked.find(([name]) => name === 'addMember')?.[1];

describe('somebody of the record’s own directory', () => {
  before(() => widen(420));
  hasNoAxeFaults('found', async (look) => {
    const team = await show(record(), look);
    await type('hél');
    await until('they are found', () => team.parts('li button').length > 1);
    return team.element;
  });

  it('is found while the name is typed, chosen by keyboard, and added by reference', async () => {
    const panel = record();
    const team = await show(panel);
    await until('the focus is there', () => team.focus.startsWith('Name'));
    await type('hél');
    await until('they are found', () => team.text.includes('2 found in the record'));
    assert.include(team.text, 'Hélène Fictive Pharmacist, Pharmacie Modèle');
    assert.include(team.text, 'Hélène Autre Art therapist, No phone in the record');
    await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
    await settled();
    assert.equal(team.field('Name').value, 'Hélène Fictive');
    assert.equal(team.field('Organization').value, 'Pharmacie Modèle');
    assert.isFalse(team.hasField('Phone'));
    assert.isTrue(team.focus.startsWith('Role'));
    await team.click('Add to the team');
    assert.deepEqual(added(panel), {
      name: 'Hélène Fictive',
      kind: 'practitioner',
      role: {
        coded: {system: 'http://snomed.info/sct', code: '46255001', display: 'Pharmacist'},
        text: 'Pharmacist',
      },
      organization: 'Pharmacie Modèle',
      phone: null,
      reference: 'Practitioner/a',
    });
  });

  it('keeps a role that only the record knows, in words', async () => {
    const panel = record();
    const team = await show(panel);
    await team.fill('Name', 'hél');
    await until('they are found', () => team.text.includes('2 found'));
    await team.click('Choose Hélène Autre');
    await team.click('Add to the team');
    assert.deepInclude(added(panel) as object, {
      role: {coded: null, text: 'Art therapist'},
      reference: 'Practitioner/b',
    });
  });

  it('is no longer meant once another name is typed', async () => {
    const panel = record();
    const team = await show(panel);
    await team.fill('Name', 'hél');
    await until('they are found', () => team.text.includes('2 found'));
    await team.click('Choose Hélène Fictive');
    await team.fill('Name', 'Hélène Tremblay');
    await team.click('Add to the team');
    assert.notProperty(added(panel), 'reference');
    assert.deepInclude(added(panel) as object, {name: 'Hélène Tremblay'});
  });

  it('says that nobody was found, and that the record could not be searched; the name can be added in words', async () => {
    const none = await show(record(() => []));
    await none.fill('Name', 'xyz');
    await until('it is said', () => none.text.includes('Nobody of this name in the record: added in words.'));
    const failed = await show(record(() => null));
    await failed.fill('Name', 'xyz');
    await until('it is said', () =>
      failed.text.includes('The record could not be searched: added in words.'),
    );
  });
});
