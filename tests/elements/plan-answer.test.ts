import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import {roles} from '../../src/domain/roles.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {emptyPlan} from './plan/plan-details-states.ts';
import {member, readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineLater();

function forPhysician(base: PanelState = usual(), plan = emptyPlan()): PanelState {
  const role = {coded: roles['family-physician'].coded, text: 'Family physician'};
  const members = [
    member('n1', 'Line Fictive', {slot: 'case-manager'}),
    member('d1', 'Dre Anne Roy', {role}),
  ];
  return {
    ...base,
    today: '2026-11-22',
    context: base.context && {...base.context, user: 'Practitioner/d1'},
    team: {status: 'ready', value: {members, teamIds: ['team']}, gaps: [], asOf: ''},
    later: {plan: {status: 'ready', value: {plan, crisis: null, rivals: []}, gaps: [], asOf: ''}},
  };
}

async function show(state: PanelState, look: Look = {}, panel: Panel = fakePanel(state)): Promise<Harness> {
  const element = await showElement(html`<isp-plan-answer></isp-plan-answer>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('p')));
  await settled();
  return new Harness(element);
}

describe('isp-plan-answer', () => {
  before(() => widen(420));

  const agreed = emptyPlan({agreements: [{name: 'Dre Anne Roy', way: null, date: '2026-11-20'}]});
  hasNoAxeFaults('asked', async (look) => (await show(forPhysician(), look)).element);
  hasNoAxeFaults('agreed', async (look) => (await show(forPhysician(usual(), agreed), look)).element);

  it('takes one click to agree', async () => {
    const state = forPhysician();
    const panel = fakePanel(state);
    const asked = await show(state, {}, panel);
    assert.include(asked.text, 'Do you agree with the plan?');
    await asked.click('I agree');
    assert.deepEqual(panel.asked, [['wish', 'plan:answer', 'agreeToPlan', 'Dre Anne Roy', 'en-CA']]);
    assert.isTrue(asked.hasFocus);
  });

  it('takes one click to say that there is a question, which becomes an action of the case manager', async () => {
    const state = forPhysician();
    const panel = fakePanel(state);
    const asked = await show(state, {}, panel);
    await asked.click('I have a question');
    const who = {kind: 'practitioner', reference: 'Practitioner/n1', name: 'Line Fictive'};
    const rest = {who, due: '2026-11-22', category: 'coordination'};
    const text = 'Dre Anne Roy has a question about the plan: call';
    assert.deepEqual(panel.asked.at(-1), [
      'wish',
      'question',
      'addAction',
      {what: {text, lang: 'en-CA'}, ...rest},
      'en-CA',
      'question',
    ]);
    await asked.fill('Your question', 'Who renews the pills?');
    await asked.click('I have a question');
    const [, , , change] = panel.asked.at(-1) ?? [];
    assert.deepEqual(change, {
      what: {text: 'Dre Anne Roy asks about the plan: Who renews the pills?', lang: 'en-CA'},
      ...rest,
    });
  });

  it('says that the physician agreed, in English and in French', async () => {
    const state = forPhysician(usual(), agreed);
    assert.include((await show(state)).text, 'You agreed with the plan on November 20, 2026.');
    const french = await show(state, {language: 'fr-CA'});
    assert.include(french.text, 'Vous avez donné votre accord au plan le 20 novembre 2026.');
    assert.isFalse(french.hasButton('Je suis d’accord'));
    assert.isTrue(french.hasButton('J’ai une question'));
  });

  it('is not there for others, nor where nothing can be written', async () => {
    for (const state of [usual(), forPhysician(readOnly())]) {
      const element = await showElement(html`<isp-plan-answer></isp-plan-answer>`, {}, fakePanel(state));
      await settled();
      assert.equal(new Harness(element).text, '');
    }
  });

  it('has nothing wider than its panel', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const shown = await show(forPhysician(), {language});
        assert.isAtMost(shown.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});
