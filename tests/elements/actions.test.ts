import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {Action, ActionChange} from '../../src/domain/action.ts';
import {defineActions} from '../../src/elements/actions/define-actions.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {smallTargets} from './harness/faults.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, type, widen, widths, type Look} from './harness/stage.ts';
import {action, actions, withActions} from './plan/action-states.ts';
import {empty, readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineElement('isp-actions', defineActions());

const asOf = '2026-11-22T14:03:00Z';

async function show(state: PanelState, look: Look = {}, panel: Panel = fakePanel(state)): Promise<Harness> {
  const element = await showElement(html`<isp-actions></isp-actions>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('section')));
  await settled();
  return new Harness(element);
}

/** A record that does what is asked of it, or refuses it. */
function recording(state: PanelState, refuse = false): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      asked.push([name, ...args]);
      if (refuse) {
        panel.store.update((before) => ({
          ...before,
          saves: {...before.saves, [key]: {status: 'failed', problem: {kind: 'offline'}}},
        }));
        return Promise.resolve();
      }
      panel.store.update((before) => {
        const {[key]: _old, ...drafts} = before.drafts;
        const saves = {...before.saves, [key]: {status: 'saved', at: asOf, notes: []} as const};
        return {...withActions(changed(before, name, args), before), drafts, saves};
      });
      return Promise.resolve();
    },
  });
  const asked = panel.asked as unknown[];
  return panel;
}

function changed(state: PanelState, name: string, args: readonly unknown[]): readonly Action[] {
  const known = state.later.actions?.status === 'ready' ? state.later.actions.value : [];
  if (name === 'addAction') {
    const {what, ...change} = args[0] as ActionChange;
    return [...known, action('new', what?.text ?? '', change as Partial<Action>)];
  }
  const [key, change] = args as [string, Partial<Action>];
  return known.map((one) => (one.key === key ? {...one, ...change} : one));
}

const wishes = (panel: FakePanel): readonly (readonly unknown[])[] =>
  panel.asked.filter(([name]) => name === 'addAction' || name === 'changeAction');

const row = (section: Harness, words: string): Harness => {
  const found = section.parts('isp-action-row').find((one) => new Harness(one).text.includes(words));
  assert.isDefined(found, `no action “${words}” in: ${section.text}`);
  return new Harness(found);
};

describe('isp-actions', () => {
  before(() => widen(420));

  const states = {
    usual: withActions(actions),
    none: withActions([]),
    forbidden: withActions('forbidden'),
    form: {...withActions(actions), drafts: {'action:task:t1': {who: 'other', other: 'Ana'}}},
    ending: {...withActions(actions), drafts: {'action:task:t1': {ending: 'not-needed'}}},
    add: {...withActions(actions), drafts: {'action:new': {what: 'Call', due: '2026-12-01'}}},
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  it('counts them as they stand, overdue first and those without a date last', async () => {
    const section = await show(withActions(actions));
    assert.include(section.text, 'Actions 1 overdue, 1 due today, 1 later, 1 without a date, 1 done');
    const open = section.parts('isp-action-row').map((one) => new Harness(one).text.slice(0, 12));
    assert.deepEqual(open, ['Call the pha', 'Fill out the', 'Walk to the ', 'Trouver un l']);
  });

  it('says M8 to the letter, in both languages', async () => {
    const four = actions.filter(({key}) => ['task:t1', 'task:t2', 'task:t3', 'task:t4'].includes(key));
    assert.include((await show(withActions(four))).text, '1 overdue, 1 due today, 1 later, 1 done');
    const french = await show(withActions(four), {language: 'fr-CA'});
    assert.include(french.text, '1 en retard, 1 pour aujourd’hui, 1 plus tard, 1 faite');
  });

  it('says who, by when, what kind, how it stands and for which goal', async () => {
    const section = await show(withActions(actions));
    assert.include(
      row(section, 'Call').text,
      'Who Julie Fictive Due November 20, 2026, 2 days overdue Kind Coordination',
    );
    assert.include(row(section, 'Call').text, 'For Understand my pills');
    assert.include(row(section, 'Fill out').text, 'November 22, 2026, today');
    assert.include(
      row(section, 'Walk').text,
      'Who The person Due December 5, 2026 Kind Self-management State Under way',
    );
    assert.include(row(section, 'Trouver').text, 'Who nobody named yet Due no date');
    await section.unfold('2 done or not to be done');
    assert.include(row(section, 'Send').text, 'Done November 12, 2026');
    assert.include(row(section, 'Order').text, 'State Not to be done Reason No longer needed');
  });

  it('keeps the words of each in their own language', async () => {
    const section = await show(withActions(actions));
    assert.equal(row(section, 'Trouver').parts('[lang]')[0]?.getAttribute('lang'), 'fr-CA');
  });

  for (const [state, said] of [
    ['forbidden', 'Your account may not read the actions.'],
    ['offline', 'The actions could not be read.'],
    ['loading', 'Reading the actions…'],
  ] as const) {
    it(`is never empty without a word: ${state}`, async () => {
      const section = await show(withActions(state));
      assert.include(section.text, said);
      assert.notInclude(section.text, 'No action yet');
    });
  }

  it('marks one as done with one click, and takes it back with another', async () => {
    const panel = recording(withActions(actions));
    const section = await show(withActions(actions), {}, panel);
    await row(section, 'Call').click('Mark as done: Call the pharmacy');
    await settled();
    assert.deepEqual(wishes(panel), [['changeAction', 'task:t1', {state: 'completed'}, 'en-CA']]);
    assert.equal(section.focus, 'Undo');
    assert.include(section.text, 'Done: Call the pharmacy about the pill organizer Undo');
    await press('Enter');
    await settled();
    assert.deepEqual(wishes(panel)[1], [
      'changeAction',
      'task:t1',
      {state: 'requested', reason: null},
      'en-CA',
    ]);
    assert.isFalse(section.hasButton('Undo'));
    assert.isTrue(section.hasFocus);
  });

  it('offers to take it back for ten seconds, and keeps the focus in the section when the offer goes', async () => {
    const late: (() => void)[] = [];
    const real = window.setTimeout;
    window.setTimeout = ((run: () => void, ms: number) =>
      ms === 10_000 ? late.push(run) : real(run, ms)) as typeof window.setTimeout;
    try {
      const panel = recording(withActions(actions));
      const section = await show(withActions(actions), {}, panel);
      await row(section, 'Call').click('Mark as done');
      await settled();
      assert.isTrue(section.hasButton('Undo'));
      assert.lengthOf(late, 1);
      late[0]?.();
      await settled();
      assert.isFalse(section.hasButton('Undo'));
      assert.isTrue(section.hasFocus);
      assert.lengthOf(wishes(panel), 1);
    } finally {
      window.setTimeout = real;
    }
  });

  it('asks in one tap why something will not be done', async () => {
    const panel = recording(withActions(actions));
    const section = await show(withActions(actions), {}, panel);
    await row(section, 'Fill out').click('Drop the action');
    assert.equal(section.focus, 'No longer needed');
    assert.lengthOf(wishes(panel), 0);
    await row(section, 'Fill out').click('The person does not want it');
    await settled();
    const change = {state: 'cancelled', reason: 'The person does not want it'};
    assert.deepEqual(wishes(panel), [['changeAction', 'task:t2', change, 'en-CA']]);
    assert.isTrue(section.hasButton('Undo'));
  });

  it('hands one over to another person of the team, or to anybody by name', async () => {
    const panel = recording(withActions(actions));
    const section = await show(withActions(actions), {}, panel);
    await row(section, 'Call').click('Hand over to somebody else');
    await settled();
    assert.equal(section.focus, 'Who does it');
    const form = new Harness(await section.part('isp-action-form'));
    await form.choose('Who does it', 'Awa Imaginaire');
    await form.click('Save');
    await settled();
    const who = {kind: 'practitioner', reference: 'Practitioner/sw', name: 'Awa Imaginaire'};
    assert.deepEqual(wishes(panel), [['changeAction', 'task:t1', {who}, 'en-CA']]);
    assert.isTrue(section.hasFocus);
    await row(section, 'Fill out').click('Hand over to somebody else');
    const second = new Harness(await section.part('isp-action-form'));
    await second.choose('Who does it', 'Somebody else…');
    await second.click('Save');
    assert.include(second.text, 'Write the name, or choose somebody from the list.');
    await second.fill('Name of that person', 'Popote');
    await second.click('Save');
    await settled();
    const other = {kind: 'text', reference: null, name: 'Popote'};
    assert.deepEqual(wishes(panel)[1], ['changeAction', 'task:t2', {who: other}, 'en-CA']);
  });

  it('adds one by keyboard alone in one line', async () => {
    const panel = recording(withActions([]));
    const section = await show(withActions([]), {}, panel);
    section.field('New action').focus();
    await type('Call Ana');
    await press('Enter');
    await settled();
    const change = {what: {text: 'Call Ana', lang: 'en-CA'}};
    assert.deepEqual(wishes(panel), [['addAction', change, 'en-CA']]);
    assert.include(section.text, 'Call Ana');
    assert.isTrue(section.hasFocus);
  });

  it('begins a navigation action from an idea, and asks who next', async () => {
    const panel = recording(withActions([]));
    const section = await show(withActions([]), {language: 'fr-CA'}, panel);
    await section.unfold('Idées pour s’orienter dans les services');
    await section.click('Organiser le transport vers un rendez-vous');
    await settled();
    assert.equal(section.focus, 'Qui le fait');
    const form = new Harness(await section.part('isp-action-form'));
    await form.choose('Qui le fait', 'La personne');
    await form.fill('Pour quand', '2026-12-01');
    await form.choose('Pour quel objectif', 'Keep my apartment');
    await form.click('Enregistrer');
    await settled();
    assert.deepEqual(wishes(panel)[0]?.[1], {
      what: {text: 'Organiser le transport vers un rendez-vous', lang: 'fr-CA'},
      who: {kind: 'patient', reference: 'Patient/p1', name: null},
      due: '2026-12-01',
      category: 'navigation',
      goalIds: ['g3'],
    });
  });

  it('keeps what was typed when the record cannot be reached, and sends the same again', async () => {
    const panel = recording(withActions(actions), true);
    const section = await show(withActions(actions), {}, panel);
    await row(section, 'Walk').click('Edit the action');
    const form = new Harness(await section.part('isp-action-form'));
    await form.fill('What is to be done', 'Walk to the park');
    await form.click('Save');
    await settled();
    assert.include(form.alerts.join(), 'Not saved.');
    assert.equal(form.field('What is to be done').value, 'Walk to the park');
    await form.click('Save again');
    const [first, second] = wishes(panel);
    assert.deepEqual(second, first);
  });

  it('tells the words of the record beside the field that they concern', async () => {
    const issue = {
      severity: 'error',
      code: 'value',
      text: 'The date lies in the past.',
      expressions: ['Task.restriction.period.end'],
    } as const;
    const section = await show({
      ...withActions(actions),
      drafts: {'action:task:t1': {due: '2020-01-01'}},
      saves: {'action:task:t1': {status: 'failed', problem: {kind: 'rejected', issues: [issue]}}},
    });
    const form = new Harness(await section.part('isp-action-form'));
    assert.include(form.saidOf('By when'), 'The date lies in the past.');
  });

  it('names the fields of somebody else that were kept', async () => {
    const notes = [{kind: 'merged', fields: ['due', 'who']}] as const;
    const section = await show({
      ...withActions(actions),
      saves: {'action:task:t1': {status: 'saved', at: asOf, notes}},
    });
    assert.include(
      row(section, 'Call').text,
      'Somebody else’s change was kept beside yours: by when and who.',
    );
  });

  it('shows two versions of the same field, chooses none, and writes what was chosen', async () => {
    const who = {kind: 'text', reference: null, name: 'Rose'} as const;
    const conflict = {
      what: 'fields',
      resource: 'Task',
      theirsAt: asOf,
      theirsBy: null,
      fields: [
        {name: 'due', base: '2026-11-20', mine: '2026-12-01', theirs: '2026-12-09'},
        {name: 'who', base: null, mine: who, theirs: {...who, kind: 'patient', name: null}},
      ],
    } as const;
    const state: PanelState = {
      ...withActions(actions),
      drafts: {'action:task:t1': {due: '2026-12-01', who: 'other', other: 'Rose'}},
      saves: {'action:task:t1': {status: 'conflict', conflict}},
    };
    const panel = recording(state);
    const section = await show(state, {}, panel);
    const view = new Harness(await section.part('isp-conflict'));
    assert.include(view.text, 'Somebody else changed this action meanwhile');
    assert.include(view.text, 'In the record, changed 09:03 December 9, 2026');
    assert.include(view.text, 'The person');
    await view.click('Save my choice');
    assert.isUndefined(panel.asked.find(([name]) => name === 'settle'));
    for (const [name, place] of [
      ['due', 0],
      ['who', 1],
    ] as const) {
      view.parts<HTMLInputElement>(`input[name="${name}"]`)[place]?.click();
      await settled();
    }
    await view.click('Save my choice');
    await settled();
    const wanted = {due: 'mine', who: 'theirs'};
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'settle'),
      ['settle', 'action:task:t1', wanted],
    );
    assert.isTrue(section.hasFocus);
  });

  it('takes up again what was given up', async () => {
    const panel = recording(withActions(actions));
    const section = await show(withActions(actions), {}, panel);
    await section.unfold('2 done');
    await row(section, 'Order').click('Take up again');
    await settled();
    const change = {state: 'in-progress', reason: null};
    assert.deepEqual(wishes(panel), [['changeAction', 'task:t6', change, 'en-CA']]);
    assert.isTrue(section.hasFocus);
  });

  it('says why nothing can be changed or added, and shows what there is', async () => {
    const section = await show(withActions(actions, readOnly()));
    assert.include(
      section.text,
      'Actions can be read but not changed here. The panel was opened for viewing only.',
    );
    assert.include(section.text, 'No action can be added here.');
    assert.isFalse(section.hasButton('Mark as done'));
  });

  it('says that a plan is needed where the record has no Tasks', async () => {
    const state = withActions([], empty());
    const no = {allowed: false, why: 'server'} as const;
    const section = await show({...state, abilities: {...state.abilities, createTask: no}});
    assert.include(section.text, 'The record keeps actions inside a plan, and there is no plan yet.');
    assert.isFalse(section.hasField('New action'));
  });

  it('keeps what was typed for an action that is gone, to be used or discarded', async () => {
    const state = {...withActions(actions), drafts: {'action:task:gone': {what: 'Call the notary'}}};
    const panel = recording(state);
    const section = await show(state, {}, panel);
    assert.include(section.text, 'Call the notary');
    await section.click('Use as a new action');
    assert.deepEqual(panel.store.get().drafts, {'action:new': {what: 'Call the notary'}});
  });

  it('shows nothing of an action of which the record reverses the meaning but that it is read only', async () => {
    const section = await show(withActions([action('t9', 'Do not call', {readOnly: 'modifier-extension'})]));
    assert.include(row(section, 'Do not call').text, 'Read only');
    assert.isFalse(section.hasButton('Mark as done'));
  });

  it('has nothing wider than its panel and nothing too small to be hit', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        for (const state of [states.usual, states.form, states.add]) {
          const section = await show(state, {language});
          assert.isAtMost(section.element.scrollWidth, width, `${width} ${language}`);
          assert.deepEqual(smallTargets(section.element), []);
        }
      }
    }
    await widen(420);
  });

  it('is given the same state as the rest of the plan', async () => {
    assert.include((await show(usual())).text, 'Reading the actions…');
  });
});
