import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Conflict} from '../../src/app/state.ts';
import {IspConflict} from '../../src/elements/shared/isp-conflict.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {settled, showElement, widen, type Look} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

defineElement('isp-conflict', IspConflict);

// Two versions of a record that is no goal: words, a day and a list.

const words = (text: string) => ({text, lang: 'fr-CA'});

const clash: Conflict & {what: 'fields'} = {
  what: 'fields',
  resource: 'CarePlan',
  fields: [
    {name: 'needs', base: null, mine: words('Un médecin'), theirs: words('Une infirmière')},
    {name: 'nextReview', base: '2027-01-04', mine: '2027-03-01', theirs: '2027-02-01'},
    {name: 'agreements', base: [], mine: [{name: 'Rose'}], theirs: [{name: 'Luc'}]},
  ],
  theirsAt: '2026-11-22T19:03:00Z',
  theirsBy: 'Line Fictive',
};

interface Shown {
  readonly view: Harness<IspConflict>;
  readonly sent: unknown[];
}

async function show(look: Look = {}, conflict = clash): Promise<Shown> {
  const sent: unknown[] = [];
  const element = await showElement<IspConflict>(
    html`<isp-conflict
      .conflict=${conflict}
      .words=${{
        heading: 'The plan was changed',
        labels: {needs: 'Needs', nextReview: 'Next review', agreements: 'Agreed by'},
        show: (name: string, value: unknown) =>
          name === 'agreements' ? (value as {name: string}[]).map((one) => one.name).join(', ') : null,
      }}
      @isp-draft=${(event: Event & {draft: object}) => {
        (event.target as IspConflict).draft = event.draft as IspConflict['draft'];
      }}
      @isp-submit=${(event: Event & {value: unknown}) => sent.push(event.value)}
    ></isp-conflict>`,
    look,
    fakePanel(usual()),
  );
  return {view: new Harness(element), sent};
}

describe('isp-conflict, of any record', () => {
  before(() => widen(420));

  hasNoAxeFaults('fields of a plan', async (look) => (await show(look)).view.element);

  it('shows each field by its name, both values in words, when and by whom, and what was there before', async () => {
    const {view} = await show();
    assert.deepEqual(view.headings, ['The plan was changed']);
    assert.include(view.text, 'Un médecin');
    assert.include(view.text, 'Une infirmière');
    assert.include(view.text, 'In the record, changed 14:03, Line Fictive');
    assert.include(view.text, 'March 1, 2027');
    assert.include(view.text, 'Before both: January 4, 2027');
    assert.include(view.text, 'Before both: Empty');
    assert.include(view.text, 'Luc');
  });

  it('chooses nothing by itself, and says which field is still open', async () => {
    const {view, sent} = await show();
    await view.click('Save my choice');
    assert.deepEqual(sent, []);
    assert.include(view.text, 'Choose one version for each field.');
    assert.equal(view.element.shadowRoot?.activeElement?.getAttribute('name'), 'needs');
  });

  it('gives the choices by field; a text written instead keeps its language, a list can only be chosen', async () => {
    const {view, sent} = await show();
    const cards = (name: string) => [
      ...view.element.shadowRoot!.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
    ];
    assert.deepEqual(
      ['needs', 'nextReview', 'agreements'].map((name) => cards(name).length),
      [3, 3, 2],
    );
    cards('needs')[2]?.click();
    cards('nextReview')[1]?.click();
    cards('agreements')[0]?.click();
    await settled();
    await view.fill('Another text: Needs', 'Les deux');
    await view.click('Save my choice');
    assert.deepEqual(sent, [{needs: {other: words('Les deux')}, nextReview: 'theirs', agreements: 'mine'}]);
  });

  it('lets go of what was chosen when yet another version turns up', async () => {
    const {view, sent} = await show();
    for (const input of view.element.shadowRoot!.querySelectorAll<HTMLInputElement>('.mine input'))
      input.click();
    await settled();
    view.element.conflict = {...clash, theirsAt: '2026-11-22T19:09:00Z'};
    await settled();
    await view.click('Save my choice');
    assert.deepEqual(sent, []);
  });
});
