import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import type {Action} from '../../src/domain/action.ts';
import type {PlanDetail} from '../../src/domain/plan-detail.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {action} from '../domain/actions.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {member, readOnly, usual} from './plan/plan-states.ts';
import {reference} from './use/use-states.ts';

defineSections();
defineLater();

const ready = <T>(value: T) => ({status: 'ready', value, gaps: [], asOf: ''}) as const;
const agreements = [
  {name: 'Marguerite Exemple', way: 'verbal', date: null},
  {name: 'Dr. Paul Inventé', way: 'signed', date: null},
];
const plan = {status: 'active', needs: {text: 'Transport', lang: null}, agreements} as unknown as PlanDetail;

/** The reference patient, in hospital now (e21), whose team has a nurse and a hospital case manager. */
function later(actions: readonly Action[] = [], base: PanelState = usual()): PanelState {
  const {use, plan: known} = reference();
  const hospital = member('h', 'Ann Inventée', {slot: 'hospital-case-manager'});
  const team = base.team.status === 'ready' ? base.team.value : {members: [], teamIds: []};
  const partners = team.members.filter(({kind}) => kind !== 'organization');
  return {
    ...base,
    use,
    plan: known,
    team: ready({...team, members: [...partners, hospital]}),
    later: {
      actions: ready(actions),
      measures: ready([]),
      contacts: ready([]),
      plan: ready({plan, crisis: null, rivals: []}),
    },
  };
}

async function show(
  tag: 'isp-hand-off' | 'isp-fidelity',
  state: PanelState,
  look: Look = {},
  panel = fakePanel(state),
): Promise<Harness> {
  const content =
    tag === 'isp-hand-off' ? html`<isp-hand-off></isp-hand-off>` : html`<isp-fidelity></isp-fidelity>`;
  const element = await showElement(content, look, panel);
  await until('it stands', () => Boolean(element.shadowRoot?.querySelector('section')));
  await settled();
  return new Harness(element);
}

function recording(state: PanelState): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      const save = {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []} as const;
      panel.store.update((before) => ({...before, saves: {...before.saves, [key]: save}}));
      return Promise.resolve();
    },
  });
  return panel;
}

const calling = 'Call within 2 working days of discharge (stay of 2026-11-20)';

/** Two visits beside the stay: after many visits the suggestions of the newest one are enough to see. */
function laterAfterThree(): PanelState {
  const state = later();
  if (state.use.status !== 'ready') throw new Error('no use of services');
  const {proof} = state.use.value;
  const [first] = proof.included.filter(({kind}) => kind === 'ed-visit');
  if (!first) throw new Error('no visit');
  const more = ['2026-11-10', '2026-11-15'].map((day) => {
    const start = `${day}T10:00:00-05:00`;
    return {...first, id: `v${day}`, localDate: day, start, end: `${day}T12:00:00-05:00`, flags: []};
  });
  const value = {...state.use.value, proof: {...proof, included: [...proof.included, ...more]}};
  return {...state, use: {...state.use, value}};
}

describe('isp-hand-off', () => {
  before(() => widen(420));
  hasNoAxeFaults('after a stay', async (look) => (await show('isp-hand-off', later(), look)).element);

  it('shows what follows the newest visit, and folds the rest', async () => {
    const shown = await show('isp-hand-off', laterAfterThree());
    assert.deepEqual(shown.folds, ['4 more, after earlier visits']);
    assert.lengthOf(shown.parts('section > ul > li'), 2);
    const [fold] = shown.parts<HTMLDetailsElement>('details');
    if (fold) fold.open = true;
    await settled();
    assert.lengthOf(shown.parts('details li'), 4);
  });

  it('says in French what is suggested to both', async () => {
    const {text} = await show('isp-hand-off', later(), {language: 'fr-CA'});
    assert.include(
      text,
      'Appeler dans les 2 jours ouvrables suivant le congé (hospitalisation du 2026-11-20)',
    );
    assert.include(text, 'Aviser la clinique du congé');
  });

  it('suggests something to both case managers, and writes nothing by itself', async () => {
    const panel = recording(later());
    const shown = await show('isp-hand-off', later(), {}, panel);
    assert.include(shown.text, 'Nothing is written until you accept it.');
    assert.include(shown.text, `${calling} Julie Fictive (case manager), day of discharge not known yet`);
    assert.include(shown.text, 'Ann Inventée (hospital case manager)');
    assert.deepEqual(panel.asked, []);
  });

  it('writes one action when it is accepted, under a key of its own, and the focus stays', async () => {
    const panel = recording(later());
    const shown = await show('isp-hand-off', later(), {}, panel);
    await shown.click(`Accept for Julie Fictive: ${calling}`);
    await settled();
    const [wish, ...others] = panel.asked;
    assert.deepEqual(others, []);
    assert.equal(wish?.[0], 'addAction');
    assert.deepEqual(wish?.[1], {
      what: {text: calling, lang: 'en-CA'},
      who: {kind: 'practitioner', reference: 'Practitioner/cm', name: 'Julie Fictive'},
      due: null,
      category: 'coordination',
    });
    assert.match(String(wish?.[3]), /^action:hand-off:.*:case-manager$/u);
    assert.notInclude(shown.text, calling);
    assert.isTrue(shown.hasFocus);
  });

  it('puts a suggestion aside without writing anything', async () => {
    const panel = recording(later());
    const shown = await show('isp-hand-off', later(), {}, panel);
    await shown.click(`Not needed for Julie Fictive: ${calling}`);
    assert.notInclude(shown.text, calling);
    assert.deepEqual(panel.asked, []);
  });

  it('suggests nothing that is an action already, and says the same in French', async () => {
    const who = {kind: 'practitioner', reference: 'Practitioner/cm', name: null} as const;
    const state = later([action('a', {who, what: {text: calling, lang: 'en-CA'}})]);
    const shown = await show('isp-hand-off', state, {language: 'fr-CA'});
    assert.notInclude(shown.text, 'Appeler dans les 2 jours ouvrables');
    assert.include(
      shown.text,
      'Aviser la clinique du congé et de ce qui est prévu (hospitalisation du 2026-11-20)',
    );
  });

  it('says why nothing can be accepted', async () => {
    const shown = await show('isp-hand-off', later([], readOnly()));
    assert.include(shown.text, 'No action can be added here.');
  });

  it('fits every width', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const shown = await show('isp-hand-off', later(), {language});
        assert.isAtMost(shown.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});

describe('isp-fidelity', () => {
  hasNoAxeFaults('steps', async (look) => (await show('isp-fidelity', later(), look)).element);

  it('counts the steps and names the missing one', async () => {
    const shown = await show('isp-fidelity', later());
    assert.include(shown.text, '5 of 6. Missing: a community partner on the team.');
    const french = await show('isp-fidelity', later(), {language: 'fr-CA'});
    assert.include(french.text, '5 sur 6. Il manque\u00a0: partenaire communautaire dans l’équipe.');
  });

  it('says what could not be read instead of calling it missing', async () => {
    const state = later();
    const shown = await show('isp-fidelity', {
      ...state,
      team: {status: 'failed', problem: {kind: 'offline'}},
    });
    assert.include(shown.text, 'at least 3 of 6. Could not be read: ');
  });
});
