import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {Measure} from '../../src/domain/measures/measure.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineLater();

function score(instrument: Measure['instrument'], value: number, date: string, parts = {}): Measure {
  const id = `${instrument}-${date}`;
  const by = 'Line Fictive';
  return {id, version: '1', instrument, score: value, parts, date, by, mistaken: false, readOnly: null};
}

/** K6 of 15 at the start and of 9 late for six months; CONECT-6 with two of six; IMSA under its cut-off. */
const recorded: readonly Measure[] = [
  score('k6', 15, '2026-05-20'),
  score('k6', 9, '2026-12-28'),
  score('conect-6', 2, '2026-05-21', {health: 1, pain: 0, income: 1}),
  score('imsa', 18, '2026-05-21'),
  score('vr-12-pcs', 42.5, '2024-06-01'),
];

function withMeasures(
  measures: readonly Measure[] | 'loading' | 'forbidden' | 'offline',
  index: string | null = '2026-05-22',
  base: PanelState = usual(),
): PanelState {
  const section =
    measures === 'loading'
      ? ({status: 'loading'} as const)
      : measures === 'forbidden'
        ? ({status: 'failed', problem: {kind: 'forbidden', what: 'Observation'}} as const)
        : measures === 'offline'
          ? ({status: 'failed', problem: {kind: 'offline'}} as const)
          : ({status: 'ready', value: measures, gaps: [], asOf: '2027-01-10T14:03:00Z'} as const);
  const use = {status: 'ready', gaps: [], asOf: '', value: {proof: {index}}} as unknown as PanelState['use'];
  return {...base, today: '2027-01-10', use, later: {measures: section}};
}

async function show(state: PanelState, look: Look = {}, panel: Panel = fakePanel(state)): Promise<Harness> {
  const element = await showElement(html`<isp-measures></isp-measures>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('section')));
  await settled();
  return new Harness(element);
}

/** A record that confirms what is asked of it. */
function recording(state: PanelState): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      asked.push([name, ...args]);
      panel.store.update((before) => ({
        ...before,
        drafts: {},
        saves: {...before.saves, [key]: {status: 'saved', at: '2027-01-10T14:03:00Z', notes: []}},
      }));
      return Promise.resolve();
    },
  });
  const asked = panel.asked as unknown[];
  return panel;
}

describe('isp-measures', () => {
  before(() => widen(420));

  const states = {
    recorded: withMeasures(recorded),
    none: withMeasures([]),
    forbidden: withMeasures('forbidden'),
    offline: withMeasures('offline'),
    form: {...withMeasures(recorded), drafts: {'measure:new': {instrument: 'conect-6', 'part.pain': '1'}}},
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  it('shows each score with its limits, its cut-off, its day, who recorded it, and whether it is late', async () => {
    const section = await show(withMeasures(recorded));
    for (const details of section.parts<HTMLDetailsElement>('details')) details.open = true;
    const {text} = section;
    assert.include(text, 'At the start 15/24 (>\u00a012) cut-off met, May 20, 2026, by Line Fictive');
    assert.include(text, '9/24');
    assert.include(text, 'December 28, 2026, late, by Line Fictive');
    assert.include(text, '2/6 (≥\u00a02) cut-off met');
    assert.include(text, '18/60 (≥\u00a019) cut-off not met');
    assert.include(text, '42.5 (T-score)');
    assert.include(text, 'More than 12 months old.');
  });

  it('says the same in French', async () => {
    const section = await show(withMeasures(recorded), {language: 'fr-CA'});
    for (const details of section.parts<HTMLDetailsElement>('details')) details.open = true;
    const {text} = section;
    assert.include(text, '15/24 (>\u00a012) seuil atteint');
    assert.include(text, '28 décembre 2026, en retard, par Line Fictive');
    assert.include(text, '18/60 (≥\u00a019) seuil non atteint');
    assert.include(text, '42,5 (score T)');
  });

  it('says what is not done, due and to come', async () => {
    const due = {...withMeasures([score('k6', 15, '2026-05-20')]), today: '2026-12-01'};
    const {text} = await show(due);
    assert.include(text, 'Due by December 22, 2026: K6.');
    assert.include(text, 'At 6 months due by December 22, 2026');
    assert.include(text, 'At 12 months from April 22, 2027');
    const late = await show({...due, today: '2027-01-10'});
    assert.include(late.text, 'At 6 months not done');
  });

  it('shows the newest score when nobody knows when the programme began', async () => {
    const {text} = await show(withMeasures(recorded, null));
    assert.include(text, 'The record does not say when the programme began');
    assert.include(text, '9/24 (>\u00a012) cut-off not met, December 28, 2026');
  });

  for (const [state, said] of [
    ['forbidden', 'Your account may not read the measures.'],
    ['offline', 'The measures could not be read.'],
    ['loading', 'Reading the measures…'],
  ] as const) {
    it(`is never empty without a word: ${state}`, async () => {
      const shown = await show(withMeasures(state));
      await until('it is said', () => shown.text.includes(said) || shown.parts('isp-notice').length > 0);
      assert.notInclude(shown.text, 'No score in the record yet.');
    });
  }

  it('records a score by keyboard, checked before it is sent', async () => {
    const panel = recording(withMeasures([]));
    const section = await show(withMeasures([]), {}, panel);
    await section.click('Record a score');
    const form = new Harness(await section.part('isp-measure-form'));
    assert.equal(section.focus, 'Instrument');
    await form.choose('Instrument', 'K6, psychological distress');
    await form.fill('Score', '25');
    await form.click('Record');
    assert.include(form.text, 'This is outside the limits of the instrument.');
    await form.fill('Score', '9');
    await press('Enter');
    await settled();
    const wish = panel.asked.find(([name]) => name === 'addMeasure');
    assert.deepEqual(wish, [
      'addMeasure',
      {instrument: 'k6', score: 9, parts: {}, date: '2027-01-10'},
      'K6, psychological distress',
    ]);
    assert.isTrue(section.hasButton('Record a score'));
  });

  it('adds up the six answers of CONECT-6 by itself', async () => {
    const panel = recording(withMeasures([]));
    const section = await show(withMeasures([]), {}, panel);
    await section.click('Record a score');
    const form = new Harness(await section.part('isp-measure-form'));
    await form.choose('Instrument', 'CONECT-6, complexity of needs');
    assert.isFalse(form.hasField('Score'));
    for (const name of ['Unmet needs', 'Low income']) {
      form.field(name).click();
      await settled();
    }
    assert.include(form.text, 'Total: 2 of 6');
    await form.click('Record');
    await settled();
    const [, measure] = panel.asked.find(([name]) => name === 'addMeasure') ?? [];
    assert.deepInclude(measure as object, {instrument: 'conect-6', score: 2});
  });

  it('marks a score as entered by mistake in two steps, and the focus stays in the section', async () => {
    const panel = recording(withMeasures(recorded));
    const section = await show(withMeasures(recorded), {}, panel);
    for (const details of section.parts<HTMLDetailsElement>('details')) details.open = true;
    const label = 'Mark 15 of May 20, 2026 as entered by mistake';
    await section.click(label);
    assert.equal(section.focus, 'Keep it');
    assert.isUndefined(panel.asked.find(([name]) => name === 'withdrawMeasure'));
    await section.click('Yes, by mistake');
    await settled();
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'withdrawMeasure'),
      ['withdrawMeasure', 'k6-2026-05-20'],
    );
    assert.isTrue(section.hasFocus);
  });

  it('says why nothing can be recorded', async () => {
    const section = await show(withMeasures(recorded, '2026-05-22', readOnly()));
    assert.include(section.text, 'Scores cannot be recorded here.');
    assert.isFalse(section.hasButton('Record a score'));
  });

  it('has nothing wider than its panel', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const section = await show(states.form, {language});
        assert.isAtMost(section.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});
