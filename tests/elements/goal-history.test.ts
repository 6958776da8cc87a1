import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import {defineGoals} from '../../src/elements/goals/define-goals.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, type Look} from './harness/stage.ts';
import {goal, usual} from './plan/plan-states.ts';

defineSections();
defineElement('isp-goal-order', defineGoals());

const now = goal('g1', 'Marcher au marché', {
  version: '3',
  words: {text: 'Marcher au marché', lang: 'fr-CA'},
  dueDate: '2027-01-15',
  achievement: 'improving',
});
const at = (n: number): string => `2026-0${n}-01T15:00:00Z`;
const versions = [
  {at: at(3), goal: now},
  {at: at(2), goal: {...now, version: '2', achievement: null}},
  {at: at(1), goal: {...now, version: '1', achievement: null, dueDate: null}},
];
type Histories = NonNullable<PanelState['later']['goalHistories']>;
const ready = (value: Histories[string] extends infer T ? (T extends {value: infer V} ? V : never) : never) =>
  ({status: 'ready', value, gaps: [], asOf: ''}) as const;

async function show(
  histories: Histories | undefined,
  look: Look = {},
  open = true,
): Promise<{part: Harness; panel: FakePanel}> {
  const state = usual();
  const panel = fakePanel({...state, later: {...state.later, ...(histories && {goalHistories: histories})}});
  const element = await showElement(html`<isp-goal-history .goal=${now}></isp-goal-history>`, look, panel);
  const part = new Harness(element);
  await until('the words are there', () => /Hist/.test(element.shadowRoot?.textContent ?? ''));
  if (open) element.shadowRoot?.querySelector('button')?.click();
  await settled();
  return {part, panel};
}

describe('isp-goal-history', () => {
  const states = {
    steps: {g1: ready(versions)},
    alone: {g1: ready(versions.slice(0, 1))},
    none: {g1: {status: 'failed', problem: {kind: 'not-found', what: 'Goal'}}},
    loading: {g1: {status: 'loading'}},
  } as const;
  for (const [name, histories] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(histories, look)).part.element);
  }

  it('is asked for only when somebody wants it', async () => {
    const {part, panel} = await show(undefined, {}, false);
    assert.deepEqual(panel.asked, []);
    assert.isTrue(part.hasButton('History of the goal: Marcher au marché'));
    await part.click('History of the goal: Marcher au marché');
    assert.deepEqual(panel.asked, [['wish', 'history:g1', 'readGoalHistory', 'g1']]);
  });

  it('tells each change with its day, the newest first, in the words of the screen', async () => {
    const {part} = await show(states.steps);
    assert.match(
      part.text,
      /March 1, 2026 progress: Improving \(before: nothing\).*February 1, 2026 target date: January 15, 2027 \(before: nothing\)/u,
    );
    assert.equal(part.focus, 'What became of this goal');
    await part.click('Hide the history');
    assert.notInclude(part.text, 'March 1, 2026');
    const french = await show(states.steps, {language: 'fr-CA'});
    assert.include(french.part.text, 'avant\u00a0: rien');
  });

  it('tells which linked conditions came and went, each by its name, in both languages', async () => {
    const [third, second, first] = versions;
    if (!third || !second || !first) throw new Error('no versions');
    const copd = {conditionId: 'c1', name: 'COPD'};
    const linked = {...second, goal: {...second.goal, conditions: [copd, {conditionId: 'c2', name: null}]}};
    const histories = {g1: ready([third, linked, first])};
    const {part} = await show(histories);
    assert.match(
      part.text,
      /March 1, 2026 progress: [^)]+\) linked condition removed: COPD linked condition removed: without a name in the record February 1, 2026 target date: [^)]+\) linked condition added: COPD/u,
    );
    const french = (await show(histories, {language: 'fr-CA'})).part.text;
    assert.include(french, 'problème de santé lié ajouté\u00a0: COPD');
    assert.include(french, 'problème de santé lié retiré\u00a0: sans nom au dossier');
  });

  it('says that nothing changed, and, where the record keeps no versions, what is known all the same', async () => {
    assert.include((await show(states.alone)).part.text, 'Nothing has changed since it was recorded.');
    const {part} = await show(states.none);
    assert.include(part.text, 'The record gives no earlier versions of this goal.');
    assert.include(part.text, 'begun April 22, 2026; active since April 22, 2026.');
    assert.include((await show({g1: ready([])})).part.text, 'gives no earlier versions');
  });

  it('reads again after a save, whose version is not among those that were read', async () => {
    const {panel} = await show({g1: ready(versions.slice(1))});
    assert.deepEqual(panel.asked, [['wish', 'history:g1', 'readGoalHistory', 'g1']]);
  });
});
