import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import {definePlan} from '../../src/elements/plan/define-plan.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {smallTargets} from './harness/faults.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, widen, type Look} from './harness/stage.ts';
import {crisis, emptyPlan, fullPlan, withPlan} from './plan/plan-details-states.ts';
import {readOnly} from './plan/plan-states.ts';

defineSections();
defineElement('isp-plan-top', definePlan());

interface Shown {
  readonly line: Harness;
  readonly panel: FakePanel;
  readonly wishes: unknown[];
}

async function show(state: PanelState, look: Look = {}, confirms = true): Promise<Shown> {
  const wishes: unknown[] = [];
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      wishes.push([name, ...args]);
      panel.store.update((before) => ({
        ...before,
        drafts: confirms ? {} : before.drafts,
        saves: {
          [key]: confirms
            ? {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []}
            : {status: 'failed', problem: {kind: 'timeout'}},
        },
      }));
      return Promise.resolve();
    },
  });
  const element = await showElement(html`<isp-crisis></isp-crisis>`, look, panel);
  await until('the words are there', () => (element.shadowRoot?.childElementCount ?? 0) > 0);
  await settled();
  return {line: new Harness(element), panel, wishes};
}

describe('isp-crisis', () => {
  before(() => widen(360));

  const states = {
    full: withPlan({plan: fullPlan, crisis}),
    none: withPlan({plan: fullPlan}),
    'without a plan': withPlan({}),
    form: withPlan({plan: fullPlan, crisis}, {drafts: {'plan:crisis': {signs: 'Enflures'}}}),
    forbidden: withPlan('forbidden'),
    offline: withPlan('offline'),
    loading: withPlan('loading'),
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).line.element);
    it(`is never blank: ${name}`, async () => {
      for (const language of ['en-CA', 'fr-CA'] as const) {
        assert.notEqual((await show(state, {language})).line.text.trim(), '');
      }
    });
  }

  it('has no target too small to tap', async () => {
    assert.deepEqual(smallTargets((await show(states.full)).line.element), []);
  });

  it('says for the emergency department what to do before anything is tapped, in its own language', async () => {
    const {line} = await show(states.full);
    const [words] = line.parts('summary span');
    assert.equal(words?.textContent?.trim(), 'Parlez-moi lentement et laissez-moi m’asseoir.');
    assert.equal(words?.getAttribute('lang'), 'fr-CA');
    await line.unfold('Crisis plan');
    assert.include(line.text, 'Je prends ma pompe bleue.');
    assert.include(line.text, 'Not recorded: after hours');
  });

  it('says in words that there is none, and offers to write one where a plan stands', async () => {
    assert.include((await show(states.none)).line.text, 'No crisis plan');
    assert.deepEqual((await show(states.none)).line.buttons, ['Write a crisis plan']);
    const {line} = await show(states['without a plan'], {language: 'fr-CA'});
    assert.include(line.text, 'Aucun plan de crise');
    assert.deepEqual(line.buttons, []);
  });

  it('does not call it none when part of the plans could not be read', async () => {
    const state = withPlan({plan: fullPlan});
    const {plan} = state.later;
    const gaps = [{reason: 'failed', what: 'CarePlan'}] as const;
    const {line} = await show({...state, later: {...state.later, plan: {...plan!, gaps} as never}});
    assert.include(line.text, 'No crisis plan among what could be read');
  });

  it('writes the first one, and nothing when nothing was said', async () => {
    const {line, wishes} = await show(states.none);
    await line.click('Write a crisis plan');
    await until('the form stands', () => line.hasField('Warning signs'));
    await settled();
    assert.include(line.focus, 'Warning signs');
    await line.click('Save');
    assert.deepEqual(wishes, []);
    assert.include(line.text, 'Write at least one thing.');
    await line.fill('In the emergency department', 'Let me sit up');
    await line.click('Save');
    assert.deepEqual(wishes, [
      ['changeCrisisPlan', 'plan:crisis', {department: {text: 'Let me sit up', lang: 'en-CA'}}, 'en-CA'],
    ]);
  });

  it('keeps what was typed when the record does not answer', async () => {
    const {line, panel} = await show(states.form, {}, false);
    await line.click('Save');
    assert.equal(line.field('Warning signs').value, 'Enflures');
    assert.deepEqual(panel.store.get().drafts['plan:crisis'], {signs: 'Enflures'});
    assert.include(line.alerts.join(' '), 'What you typed is kept.');
  });

  it('stays readable after the plan is closed, and where nothing can be changed it says why', async () => {
    const over = await show(withPlan({plan: emptyPlan({status: 'completed'}), crisis}));
    await over.line.unfold('Crisis plan');
    assert.include(over.line.text, 'Je prends ma pompe bleue.');
    const {line} = await show({...states.full, abilities: readOnly().abilities});
    await line.unfold('Crisis plan');
    assert.include(line.text, 'The crisis plan can be read but not changed here.');
    assert.deepEqual(line.buttons, []);
  });
});
