import {assert} from '@open-wc/testing';
import '../../src/summary.ts';
import type {PanelState} from '../../src/app/state.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {smallTargets} from './harness/faults.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {clearStage, settled, until, widen, type Look} from './harness/stage.ts';
import {reference} from './use/use-states.ts';
import {usual} from './plan/plan-states.ts';

const failing: PanelState = {...reference(), use: {status: 'failed', problem: {kind: 'timeout'}}};
const wrongPatient: PanelState = {...reference(), halted: {kind: 'other-patient', what: 'Patient'}};

async function show(state: PanelState, look: Look = {}): Promise<{summary: Harness; fake: FakePanel}> {
  clearStage();
  const fake = fakePanel(state);
  fake.store.update(() => state);
  const element = document.createElement('isp-summary');
  element.lang = look.language ?? 'en-CA';
  element.theme = look.theme ?? 'light';
  element.panel = fake;
  document.body.append(element);
  await until('it stands', () => element.shadowRoot?.querySelector('.panel > *') !== null);
  if (!state.halted)
    await until('the line stands', () => element.shadowRoot?.querySelector('isp-headlines:defined') !== null);
  await settled();
  return {summary: new Harness(element), fake};
}

describe('isp-summary', () => {
  before(() => widen(320));

  for (const [name, state] of Object.entries({reference: reference(), failing, wrongPatient})) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).summary.element);
  }

  it('says who it is, the state of the plan, the use of services and whom to call', async () => {
    const {summary} = await show(reference());
    assert.match(
      summary.text,
      /EXEMPLE, Marguerite.*Active plan.*11 ED visits.*3 hospital stays.*Julie Fictive/u,
    );
  });

  it('in French', async () => {
    const {summary} = await show(reference(), {language: 'fr-CA'});
    assert.match(summary.text, /EXEMPLE, Marguerite.*Plan actif.*11 visites à l’urgence/u);
  });

  it('can be read at 320 px: nothing is cut off, and what can be pressed is large enough', async () => {
    for (const language of ['en-CA', 'fr-CA'] as const) {
      const {summary} = await show(reference(), {language});
      const {element} = summary;
      assert.isAtMost(element.scrollWidth, 320);
      assert.isAtMost(document.documentElement.scrollWidth, 320);
      assert.deepEqual(smallTargets(element), []);
    }
  });

  it('says of a part that could not be read that it could not, with its name', async () => {
    const {summary} = await show(failing);
    assert.notInclude(summary.text, 'ED visits');
    assert.match(summary.text, /Use The record took too long to answer/u);
  });

  it('shows nothing of a record that is another patient’s', async () => {
    const {summary} = await show(wrongPatient);
    assert.notInclude(summary.text, 'EXEMPLE');
  });

  it('offers no crisis plan, which it does not read', async () => {
    const {summary} = await show(reference());
    assert.deepEqual(summary.parts('isp-crisis'), []);
  });

  it('says that it is practice, as long as another day is taken for today', async () => {
    const {summary} = await show(reference());
    assert.notInclude(summary.text, 'Practice.');
    (summary.element as HTMLElementTagNameMap['isp-summary']).config = {practiceDate: '2026-11-22'};
    await settled();
    assert.include(
      summary.text,
      'Practice. The people are invented, and today is taken to be November 22, 2026.',
    );
  });

  it('takes everything of the former patient away in the same instant', async () => {
    const {summary, fake} = await show(reference());
    fake.close();
    assert.notInclude(summary.text, 'EXEMPLE');
    assert.notInclude(summary.text, 'Julie Fictive');
  });

  it('tells when everything of the line has its answer', async () => {
    const {summary, fake} = await show({...usual(), use: {status: 'loading'}});
    const told: boolean[] = [];
    summary.element.addEventListener('isp-loaded', ({complete}) => told.push(complete));
    fake.store.update((state) => ({...state, use: reference().use}));
    assert.equal(told.length, 1);
  });

  it('reads a file by itself', async () => {
    clearStage();
    const element = document.createElement('isp-summary');
    element.lang = 'en-CA';
    element.bundle = {
      resourceType: 'Bundle',
      entry: [{resource: {resourceType: 'Patient', id: 'p1', name: [{family: 'Inventée', given: ['Léa']}]}}],
    };
    element.patient = 'p1';
    document.body.append(element);
    const summary = new Harness(element);
    await until('the person stands', () => summary.text.includes('INVENTÉE, Léa'));
    await until('the line stands', () => summary.text.includes('0 ED visits'));
    element.dispose();
    await settled();
    assert.notInclude(summary.text, 'INVENTÉE');
  });
});
