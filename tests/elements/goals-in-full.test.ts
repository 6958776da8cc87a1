import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {Goal, GoalChange} from '../../src/domain/goal.ts';
import type {GoalRating, RatingKind} from '../../src/domain/goal-rating.ts';
import {defineGoals} from '../../src/elements/goals/define-goals.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {smallTargets} from './harness/faults.ts';
import {Harness} from './harness/harness.ts';
import {GoalsHarness} from './harness/panel-harness.ts';
import {press, settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {goal, usual} from './plan/plan-states.ts';

defineSections();
defineElement('isp-goal-order', defineGoals());

const asOf = '2026-11-22T14:03:00Z';

function rating(goalId: string, kind: RatingKind, value: number, date = '2026-11-01'): GoalRating {
  const id = `${goalId}-${kind}-${date}`;
  return {id, version: '1', goalId, kind, value, source: 'patient', date, mistaken: false};
}

const ratings: readonly GoalRating[] = [
  rating('g1', 'attainment', -1, '2026-05-01'),
  rating('g1', 'attainment', 0),
  rating('g1', 'importance', 8),
  rating('g1', 'confidence', 3),
  rating('g3', 'attainment', -2),
];

const linked = [
  {conditionId: 'c1', name: 'COPD'},
  {conditionId: null, name: 'Diabetes'},
];

const problemList = {
  status: 'ready',
  gaps: [],
  asOf,
  value: [
    {id: 'c9', name: 'Depression'},
    {id: 'c1', name: 'COPD'},
    {id: 'c7', name: 'Diabetes'},
  ],
} as const;

function rated(base: PanelState = usual()): PanelState {
  const barriers = {text: 'Les escaliers', lang: 'fr-CA'};
  const known = base.goals.status === 'ready' ? base.goals.value : [];
  return {
    ...base,
    goals: {
      status: 'ready',
      gaps: [],
      asOf,
      value: known.map((one) => (one.id === 'g1' ? {...one, barriers, conditions: linked} : one)),
    },
    later: {...base.later, ratings: {status: 'ready', value: ratings, gaps: [], asOf}},
  };
}

async function show(
  state: PanelState,
  look: Look = {},
  panel: Panel = fakePanel(state),
): Promise<GoalsHarness> {
  const element = await showElement(html`<isp-goals></isp-goals>`, look, panel);
  await settled();
  return new GoalsHarness(element);
}

/** A record that does what is asked of it. */
function recording(state: PanelState): FakePanel {
  const done = (key: string): void =>
    panel.store.update((before) => ({
      ...before,
      saves: {...before.saves, [key]: {status: 'saved', at: asOf, notes: []}},
    }));
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      asked.push([name, ...args]);
      done(key);
      if (name === 'rankGoals') panel.actions.keepDraft(key, {});
      return Promise.resolve();
    },
    changeGoal: (id, change: GoalChange) => {
      asked.push(['changeGoal', id, change]);
      panel.store.update((before) => {
        if (before.goals.status !== 'ready') return before;
        const value = before.goals.value.map((one) =>
          one.id === id
            ? {...one, ...(change as object), lifecycleCode: change.lifecycle ?? one.lifecycleCode}
            : one,
        );
        const {[`goal:${id}`]: _old, ...drafts} = before.drafts;
        return {...before, drafts, goals: {...before.goals, value}};
      });
      done(`goal:${id}`);
      return Promise.resolve();
    },
  });
  const asked = panel.asked as unknown[];
  return panel;
}

const asked = (panel: FakePanel, name: string): readonly (readonly unknown[])[] =>
  panel.asked.filter(([one]) => one === name);

describe('goals in full', () => {
  before(() => widen(420));

  const states = {
    rated: rated(),
    asking: {...rated(), drafts: {'rating:g1': {attainment: '1', confidence: '5'}}},
    order: {...rated(), drafts: {'order:goals': {order: 'g2,g1,g3'}}},
    linking: {
      ...rated(),
      later: {...rated().later, problemList},
      drafts: {'goal:g1': {conditions: '[]', 'was.conditions': JSON.stringify(linked)}},
    },
    editing: {...rated(), drafts: {'goal:g1': {barriers: 'La marche', 'was.barriers': 'Les escaliers'}}},
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  it('says how much a goal matters, how sure the person is, where it stands and what stands in the way', async () => {
    const {text} = (await show(rated())).goal('Know whom to call');
    assert.include(text, 'In the way Les escaliers');
    assert.include(text, 'Conditions COPD, Diabetes');
    assert.include(text, 'Where it stands Goal reached');
    assert.include(text, 'Important to the person 8 of 10 Sure to get there 3 of 10');
    assert.include(text, 'What would raise it?');
  });

  it('never shows a number below zero, in either language', async () => {
    for (const [language, words] of [
      ['en-CA', 'Worse than when we began'],
      ['fr-CA', 'Moins bien qu’au début'],
    ] as const) {
      const {text} = (await show(rated(), {language})).goal('Keep my apartment');
      assert.include(text, words);
      assert.notMatch(text, /[-−]\d(?!\d{3})/u);
    }
  });

  it('records what the person says, each answer for itself, and keeps what was not saved', async () => {
    const panel = recording(rated());
    const goals = await show(rated(), {}, panel);
    await goals.click('How it is going: Keep my apartment');
    assert.include(goals.focus, 'Much better than the goal');
    const form = goals.goal('Keep my apartment');
    await form.take('Better than the goal');
    await form.choose('How sure are you', '4');
    await form.click('Record');
    await settled();
    assert.deepEqual(asked(panel, 'rateGoal'), [
      ['rateGoal', 'g3', 'attainment', 1],
      ['rateGoal', 'g3', 'confidence', 4],
    ]);
    assert.deepEqual(panel.store.get().drafts, {});
    assert.isTrue(goals.hasFocus);
  });

  it('puts the goals in another order by buttons, and one save writes it', async () => {
    const panel = recording(rated());
    const goals = await show(rated(), {}, panel);
    await goals.click('Change the order');
    assert.equal(goals.focus, 'What comes first for the person');
    await goals.click('Up: Retourner marcher');
    assert.include(goals.focus, 'Down: Retourner marcher');
    assert.lengthOf(asked(panel, 'rankGoals'), 0);
    await goals.click('Save the order');
    await settled();
    assert.deepEqual(asked(panel, 'rankGoals'), [['rankGoals', ['g2', 'g1', 'g3', 'g4', 'g5']]]);
    assert.isTrue(goals.hasFocus);
  });

  it('says that there is no plan for the order only where the record was read and has none', async () => {
    const said = 'there is no plan yet';
    const none = {status: 'ready', value: {plan: null, otherActivePlans: 0}, gaps: [], asOf} as const;
    assert.include((await show({...rated(), plan: none})).text, said);
    const gaps = [{reason: 'failed', what: 'CarePlan'}] as const;
    assert.notInclude((await show({...rated(), plan: {...none, gaps}})).text, said);
    const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
    assert.notInclude((await show({...rated(), plan: failed})).text, said);
  });

  it('moves a goal by keyboard, says where it is now, and the focus goes with it', async () => {
    const goals = await show(rated(), {}, recording(rated()));
    await goals.click('Change the order');
    const order = new Harness(await goals.part('isp-goal-order'));
    order.button('Up: Keep my apartment').focus();
    await press('Alt+ArrowUp');
    await press('Alt+ArrowUp');
    assert.include(order.focus, 'Keep my apartment');
    assert.include(order.text, 'Now 1 of 5');
    assert.isTrue(order.isOff('Up: Keep my apartment'));
    await press('Alt+ArrowUp');
    assert.include(order.text, 'Now 1 of 5');
  });

  it('asks before an order is thrown away only when it differs', async () => {
    const goals = await show(rated(), {}, recording(rated()));
    await goals.click('Change the order');
    await goals.click('Up: Keep my apartment');
    await goals.click('Down: Keep my apartment');
    await goals.click('Cancel');
    assert.isTrue(goals.hasButton('Change the order'));
    await goals.click('Change the order');
    await goals.click('Up: Keep my apartment');
    await goals.click('Cancel');
    assert.include(goals.text, 'Discard what you typed?');
  });

  it('shows two orders when a colleague gave another one', async () => {
    const conflict = {
      what: 'fields',
      resource: 'CarePlan',
      theirsAt: asOf,
      theirsBy: null,
      fields: [
        {name: 'order', base: ['g1', 'g2', 'g3'], mine: ['g2', 'g1', 'g3'], theirs: ['g3', 'g1', 'g2']},
      ],
    } as const;
    const goals = await show({
      ...rated(),
      drafts: {'order:goals': {order: 'g2,g1,g3'}},
      saves: {'order:goals': {status: 'conflict', conflict}},
    });
    const view = new Harness(await goals.part('isp-conflict'));
    assert.include(view.text, 'Somebody else changed the order meanwhile');
    assert.include(view.text, '1. Keep my apartment 2. Know whom to call');
  });

  it('writes the domain in the words that were chosen, and what stands in the way', async () => {
    const panel = recording(rated());
    const goals = await show(rated(), {language: 'fr-CA'}, panel);
    await goals.click('Modifier l’objectif\u00a0: Keep my apartment');
    const form = new Harness(await goals.part('isp-goal-form'));
    await form.choose('Domaine de vie', 'Logement');
    await form.fill('Ce qui fait obstacle', 'Le loyer');
    await form.click('Enregistrer');
    await settled();
    const coded = {system: 'urn:isp-panel:goal-domain', code: 'housing', display: 'Housing'};
    assert.deepEqual(asked(panel, 'changeGoal')[0]?.[2], {
      domain: {coded, text: 'Logement'},
      barriers: {text: 'Le loyer', lang: 'fr-CA'},
    });
  });

  it('keeps a domain that is none of ours, and says it as it stands', async () => {
    const state = usual();
    const own = goal('g9', 'Swim', {domain: {coded: null, text: 'Sport'}});
    const goals = await show({...state, goals: {status: 'ready', gaps: [], asOf, value: [own]}});
    await goals.click('Edit the goal: Swim');
    const form = new Harness(await goals.part('isp-goal-form'));
    assert.equal(form.field('Domain of life').value, 'Sport');
  });

  for (const {language, edit, foldName, save, kept} of [
    {
      language: 'en-CA',
      edit: 'Edit the goal: Know whom to call',
      foldName: 'Conditions that this goal is about',
      save: 'Save',
      kept: 'Also linked, and kept as it is: Diabetes.',
    },
    {
      language: 'fr-CA',
      edit: 'Modifier l’objectif\u00a0: Know whom to call',
      foldName: 'Problèmes de santé visés par cet objectif',
      save: 'Enregistrer',
      kept: 'Aussi lié, et laissé tel quel\u00a0: Diabetes.',
    },
  ] as const) {
    it(`links conditions of the problem list by name, read once it is opened (${language})`, async () => {
      const panel = recording(rated());
      const reads = () => asked(panel, 'readProblemList').length;
      const goals = await show(rated(), {language}, panel);
      await goals.click(edit);
      const form = new Harness(await goals.part('isp-goal-form'));
      const fold = form.folds.find((line) => line.startsWith(foldName)) ?? '';
      assert.include(fold, 'COPD, Diabetes');
      assert.equal(reads(), 0);
      await form.unfold(fold);
      assert.equal(reads(), 1);
      panel.store.update((state) => ({...state, later: {...state.later, problemList}}));
      await settled();
      assert.include(form.text, kept);
      const boxes = (): readonly string[] =>
        form
          .parts<HTMLInputElement>('input[type="checkbox"]')
          .map((box) => `${box.checked ? '+' : '-'} ${box.labels?.[0]?.textContent.trim() ?? ''}`);
      assert.deepEqual(boxes(), ['+ COPD', '- Depression']);
      // Each stands on one line beside its box.
      for (const label of form.parts('.choices label')) assert.isBelow(label.offsetHeight, 40);
      for (const box of form.parts<HTMLInputElement>('input[type="checkbox"]')) {
        box.click();
        await settled();
      }
      assert.deepEqual(boxes(), ['- COPD', '+ Depression']);
      await form.click(save);
      await settled();
      assert.deepEqual(asked(panel, 'changeGoal')[0]?.[2], {
        conditions: [
          {conditionId: null, name: 'Diabetes'},
          {conditionId: 'c9', name: 'Depression'},
        ],
      });
      assert.equal(reads(), 1);
    });
  }

  it('keeps what is linked where the problem list cannot be read, and says so', async () => {
    const state = rated();
    const failed = {status: 'failed', problem: {kind: 'forbidden', what: 'Condition'}} as const;
    const goals = await show({...states.linking, later: {...state.later, problemList: failed}});
    const form = new Harness(await goals.part('isp-goal-form'));
    assert.include(form.text, 'The problem list could not be read. What is linked stays.');
    assert.include(form.text, 'COPD');
  });

  it('offers no links where goals are kept in a note, which has no place for them', async () => {
    const via = {allowed: true, via: 'note'} as const;
    const state = states.editing;
    const goals = await show({...state, abilities: {...state.abilities, updateGoal: via}});
    const form = new Harness(await goals.part('isp-goal-form'));
    assert.isTrue(form.hasField('What stands in the way'));
    assert.deepEqual(form.folds, []);
  });

  it('shows by name which conditions each of two people has linked', async () => {
    const [base] = rated().goals.status === 'ready' ? (rated().goals as {value: readonly Goal[]}).value : [];
    assert.isDefined(base);
    if (!base) return;
    const theirs = {...base, version: '9', conditions: [{conditionId: 'c9', name: 'Depression'}]};
    const conflict = {what: 'goal', base, mine: {conditions: null}, theirs, fields: ['conditions']} as const;
    const goals = await show({
      ...rated(),
      drafts: {[`goal:${base.id}`]: {conditions: '[]'}},
      saves: {[`goal:${base.id}`]: {status: 'conflict', conflict}},
    });
    const view = new Harness(await goals.part('isp-conflict'));
    assert.include(view.text, 'Depression');
    assert.lengthOf(view.parts('input[type="radio"]'), 2);
  });

  it('takes back the closing of a goal for ten seconds', async () => {
    const panel = recording(rated());
    const goals = await show(rated(), {}, panel);
    await goals.click('Close the goal: Keep my apartment');
    await goals.click('No longer matters to the person');
    await settled();
    assert.equal(goals.focus, 'Undo');
    await press('Enter');
    await settled();
    const [closing, back] = asked(panel, 'changeGoal').map(([, , change]) => change);
    assert.deepInclude(closing as object, {lifecycle: 'cancelled'});
    assert.deepEqual(back, {lifecycle: 'on-hold', statusReason: null});
    assert.isTrue(goals.hasFocus);
  });

  it('has nothing wider than its panel and nothing too small to be hit', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        for (const state of [states.asking, states.order, states.editing, states.linking]) {
          const goals = await show(state, {language});
          assert.isAtMost(goals.element.scrollWidth, width, `${width} ${language}`);
          assert.deepEqual(smallTargets(goals.element), []);
        }
      }
    }
    await widen(420);
  });
});
