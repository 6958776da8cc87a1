import {assert} from '@open-wc/testing';
import {fakeRecord, type FakeRecord} from '../helpers/fake-record.ts';
import type {PanelState} from '../../src/app/state.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {PanelHarness, type GoalsHarness} from './harness/panel-harness.ts';
import {press, settled, type, widen} from './harness/stage.ts';
import {
  conflicting,
  editing,
  empty,
  failing,
  goal,
  goals as people,
  readOnly,
  usual,
} from './plan/plan-states.ts';

const first = 'Know whom to call';

async function show(
  state: PanelState = usual(),
): Promise<{record: FakeRecord; goals: GoalsHarness; panel: PanelHarness}> {
  const record = fakeRecord(state);
  const panel = await PanelHarness.show(record);
  return {record, panel, goals: panel.goals};
}

describe('isp-goals', () => {
  before(() => widen(420));

  for (const [name, state] of Object.entries({usual, empty, failing, readOnly, editing})) {
    hasNoAxeFaults(name, async (look) => (await PanelHarness.show(fakeRecord(state()), look)).goals.element);
  }

  describe('the list', () => {
    it('has the open goals by rank, three of them in sight, and the closed ones folded', async () => {
      const three = usual();
      const {goals} = await show({
        ...three,
        goals: {
          status: 'ready',
          asOf: '',
          gaps: [],
          value: people.filter(({id}) => !['g4', 'g5'].includes(id)),
        },
      });
      assert.deepEqual(
        goals.goals.map(({words}) => words),
        [
          'Know whom to call when I cannot breathe at night, so I am not alone with it',
          'Retourner marcher au marché le samedi avec ma sœur',
          'Keep my apartment',
        ],
      );
      assert.deepEqual(goals.folds, ['2 closed']);
      assert.isFalse(goals.isUnfolded('2 closed'));
    });

    it('folds what comes after the third goal', async () => {
      const {goals} = await show();
      assert.deepEqual(goals.folds, ['2 more goals', '2 closed']);
      await goals.unfold('2 more goals');
      assert.include(goals.text, 'Understand my pills');
    });

    it('says state and progress apart, the target date in words, and when it has passed', async () => {
      const {goals} = await show();
      const {text} = goals.goal(first);
      assert.include(text, 'Target date October 31, 2026 (date passed)');
      assert.include(text, 'State Active');
      assert.include(text, 'Progress In progress');
    });

    it('shows closed goals with their reason', async () => {
      const {goals} = await show();
      await goals.unfold('2 closed');
      assert.include(goals.goal('Have the ramp').text, 'Completed, closed September 2, 2026');
      assert.include(goals.goal('Have the ramp').text, 'Reason Reached');
    });

    it('marks the person’s words with their language', async () => {
      const {goals} = await show();
      const words = goals.goal('Retourner').parts('[lang="fr-CA"]');
      assert.equal(words.length, 1);
    });

    it('says that there is none yet, instead of nothing', async () => {
      const {goals} = await show(empty());
      assert.include(goals.text, 'No goal recorded yet.');
    });

    it('is never shown as empty when it could not be read, and can be asked for again', async () => {
      const {goals, record} = await show(failing());
      assert.include(goals.text, 'The goals could not be read.');
      assert.notInclude(goals.text, 'No goal recorded');
      await goals.click('Try again');
      assert.deepEqual(record.asked.at(-1), ['refresh']);
    });
  });

  describe('adding a goal', () => {
    it('takes one line and Enter, and the focus goes to the new goal', async () => {
      const {goals, record} = await show();
      goals.add.field('New goal').focus();
      await type('Cook for my grandchildren');
      await press('Enter');
      assert.equal(record.written.goals, 1);
      assert.isTrue(goals.goal('Cook for my grandchildren').hasFocus);
      assert.equal(goals.add.field('New goal').value, '');
    });

    it('makes one goal of a double click', async () => {
      const {goals, record} = await show();
      record.hold();
      await goals.add.fill('New goal', 'Cook for my grandchildren');
      const add = goals.add.button('Add');
      add.click();
      add.click();
      await settled();
      assert.isTrue(goals.add.isOff('Saving'));
      goals.add.button('Saving').click();
      record.release();
      await settled();
      assert.equal(record.written.goals, 1);
    });

    it('keeps what was typed when the record cannot be reached, and says what to do', async () => {
      const {goals, record} = await show();
      record.answerWith({kind: 'offline'});
      await goals.add.fill('New goal', 'Cook for my grandchildren');
      await goals.add.click('Add');
      assert.equal(goals.add.field('New goal').value, 'Cook for my grandchildren');
      assert.match(goals.add.alerts.join(' '), /Not saved.*Check the network, then save again.*kept/u);
      assert.notEqual(goals.focus, 'nowhere');
      record.answerWith(null);
      await goals.add.click('Save again');
      assert.equal(record.written.goals, 1);
    });

    it('keeps what was typed when the language is switched', async () => {
      const {goals, panel} = await show();
      await goals.add.fill('New goal', 'Cook for my grandchildren');
      await panel.click('Français');
      assert.equal(goals.add.field('Nouvel objectif').value, 'Cook for my grandchildren');
      assert.include(panel.headings, 'Équipe de soins');
      assert.equal(panel.focus, 'English');
    });

    it('asks for words when there are none, at the field', async () => {
      const {goals, record} = await show();
      await goals.add.click('Add');
      assert.equal(record.written.goals, 0);
      assert.include(goals.add.saidOf('New goal'), 'Write the goal in the person’s words.');
      assert.isTrue(goals.add.hasFocus);
    });

    it('opens the whole form on demand, with what was typed, and back', async () => {
      const {goals} = await show();
      await goals.add.fill('New goal', 'Cook');
      await goals.add.click('More details');
      await goals.add.part('isp-goal-form');
      assert.equal(goals.add.field('Goal, in the person').value, 'Cook');
      assert.isTrue(goals.add.hasFocus);
    });

    it('is not offered where the record takes none, and the reason is said', async () => {
      const {goals} = await show(readOnly());
      assert.include(goals.text, 'No goal can be added here. The panel was opened for viewing only.');
      assert.isFalse(goals.hasButton('Add'));
      assert.isFalse(goals.hasButton('Edit'));
    });
  });

  describe('editing a goal', () => {
    it('opens the row as a form with the focus in it, saves, and gives the focus back to the goal', async () => {
      const {goals} = await show();
      await goals.goal(first).click('Edit');
      await goals.part('isp-goal-form');
      assert.isTrue(goals.hasFocus);
      assert.include(goals.focus, 'Goal, in the person’s words');
      await goals.fill('Goal, in the person', 'Know whom to call at night');
      await goals.choose('Progress', 'Improving');
      await goals.click('Save');
      const row = goals.goal('Know whom to call at night');
      assert.include(row.text, 'Progress Improving');
      assert.include(row.text, 'Saved 14:03');
      assert.isTrue(row.hasFocus);
    });

    it('saves with Ctrl and Enter from any field', async () => {
      const {goals} = await show();
      await goals.goal(first).click('Edit');
      await goals.part('isp-goal-form');
      await press('Control+a');
      await type('Call at night');
      await press('Control+Enter');
      assert.isTrue(goals.goal('Call at night').hasFocus);
    });

    it('closes with Escape when nothing was typed, and the focus goes back to Edit', async () => {
      const {goals} = await show();
      await goals.goal(first).click('Edit');
      await goals.part('isp-goal-form');
      await press('Escape');
      assert.include(goals.focus, 'Edit the goal: Know whom');
    });

    it('keeps what was typed at Escape, and asks before it is discarded', async () => {
      const {goals, record} = await show();
      await goals.goal(first).click('Edit');
      await goals.part('isp-goal-form');
      await type(' now');
      await press('Escape');
      assert.include(goals.text, 'Not saved yet.');
      await goals.click('Cancel');
      assert.include(goals.text, 'Discard what you typed?');
      assert.equal(goals.focus, 'Keep typing');
      await goals.click('Keep typing');
      assert.include(goals.field('Goal, in the person').value, ' now');
      await goals.click('Cancel');
      await goals.click('Discard');
      assert.deepEqual(record.store.get().drafts, {});
      assert.include(goals.focus, 'Edit the goal');
    });

    it('changes the state without closing, and tells where closing is', async () => {
      const {goals} = await show();
      await goals.goal(first).click('Edit');
      await goals.part('isp-goal-form');
      assert.include(goals.saidOf('State'), 'use Close in its row');
      await goals.choose('State', 'On hold');
      await goals.click('Save');
      assert.include(goals.goal(first).text, 'State On hold');
    });

    it('shows the record’s objection at its field, and every other one beside the save', async () => {
      const {goals} = await show(editing());
      await goals.part('isp-goal-form');
      assert.include(goals.saidOf('Target date'), 'Not a valid date.');
      assert.include(goals.alerts.join(' '), 'The chart is locked for coding.');
      assert.notInclude(goals.alerts.join(' '), 'Not a valid date.');
    });

    it('is not offered for an entry that this panel cannot show whole, and says why', async () => {
      const {goals} = await show();
      await goals.unfold('2 more goals');
      const row = goals.goal('Understand my pills');
      assert.isFalse(row.hasButton('Edit'));
      assert.include(row.text, 'Read only: the record adds something');
    });

    it('keeps a form that is being saved from being closed or changed', async () => {
      const {goals, record} = await show();
      await goals.goal(first).click('Edit');
      await goals.part('isp-goal-form');
      await goals.fill('Goal, in the person', 'Call');
      record.hold();
      await goals.click('Save');
      assert.isTrue(goals.isOff('Saving'));
      await goals.choose('Progress', 'Worsening');
      await press('Escape');
      record.release();
      await settled();
      assert.include(goals.goal('Call').text, 'Progress In progress');
    });
  });

  describe('closing a goal', () => {
    it('asks for the reason in one tap', async () => {
      const {goals, record} = await show();
      await goals.goal(first).click('Close');
      assert.equal(goals.focus, 'Reached');
      await goals.click('Reached');
      assert.deepEqual(goals.folds, ['1 more goal', '3 closed']);
      const closed = record.store.get().goals;
      const written = closed.status === 'ready' ? closed.value.find(({id}) => id === 'g1') : undefined;
      assert.include(written, {lifecycle: 'completed', statusReason: 'Reached', achievement: 'achieved'});
      assert.equal(goals.focus, 'Undo');
    });

    it('goes back with Escape, the focus on Close', async () => {
      const {goals} = await show();
      await goals.goal(first).click('Close');
      await press('Escape');
      assert.include(goals.focus, 'Close the goal');
    });

    it('leaves the question open when it could not be saved', async () => {
      const {goals, record} = await show();
      record.answerWith({kind: 'timeout'});
      await goals.goal(first).click('Close');
      await goals.click('Reached');
      assert.include(goals.alerts.join(' '), 'Not saved.');
      assert.isTrue(goals.hasButton('Reached'));
      assert.notEqual(goals.focus, 'nowhere');
    });
  });

  describe('what was typed for a goal that is gone', () => {
    it('stays in sight and can be used as a new goal', async () => {
      const {goals} = await show({...usual(), drafts: {'goal:gone': {words: 'Words of a removed goal'}}});
      assert.include(goals.keptWords.join(), 'Words of a removed goal');
      await goals.click('Use as a new goal');
      assert.equal(goals.add.field('New goal').value, 'Words of a removed goal');
      assert.deepEqual(goals.keptWords, []);
    });
  });
});

describe('two versions of one goal', () => {
  before(() => widen(420));

  hasNoAxeFaults(
    'conflict',
    async (look) => (await PanelHarness.show(fakeRecord(conflicting()), look)).goals.element,
  );

  it('stand side by side with what was before, nothing chosen', async () => {
    const {goals} = await show(conflicting());
    await goals.part('isp-conflict');
    const {text} = goals.goal(first);
    assert.include(text, 'Yours Know whom to call at night');
    assert.include(
      text,
      'In the record, changed 13:58 Know whom to call when I cannot breathe, day or night',
    );
    assert.include(text, 'Before both: Know whom to call when I cannot breathe at night');
    assert.deepEqual(
      goals.parts<HTMLInputElement>('input[type="radio"]').filter(({checked}) => checked),
      [],
    );
  });

  it('are not saved until every field is chosen', async () => {
    const {goals, record} = await show(conflicting());
    await goals.part('isp-conflict');
    await goals.click('Save my choice');
    assert.include(goals.text, 'Choose one version for each field.');
    assert.equal(record.store.get().saves['goal:g1']?.status, 'conflict');
    assert.notEqual(goals.focus, 'nowhere');
  });

  it('are settled field by field, and the focus goes to the goal', async () => {
    const {goals} = await show(conflicting());
    await goals.part('isp-conflict');
    await goals.take('Know whom to call at night');
    await goals.take('No change');
    await goals.click('Save my choice');
    assert.isTrue(goals.goal('Know whom to call at night').hasFocus);
  });

  it('leave the record’s version when it is chosen throughout', async () => {
    const {goals, record} = await show(conflicting());
    await goals.part('isp-conflict');
    await goals.take('day or night');
    await goals.take('No change');
    goals.button('Save my choice').focus();
    await goals.click('Save my choice');
    assert.deepEqual(record.store.get().drafts, {});
    assert.notEqual(goals.focus, 'nowhere');
  });

  it('take a third wording, which is kept through a change of language', async () => {
    const {goals, panel} = await show(conflicting());
    await goals.part('isp-conflict');
    await goals.take('Write another');
    await goals.fill('Another text', 'Call at any hour');
    await panel.click('Français');
    assert.equal(goals.field('Autre texte').value, 'Call at any hour');
  });

  it('appear in place of the form when the record answers so, with the focus and what was typed', async () => {
    const {goals, record} = await show();
    await goals.goal(first).click('Edit');
    await goals.part('isp-goal-form');
    await goals.fill('Goal, in the person', 'Know whom to call at night');
    const told = conflicting().saves['goal:g1'];
    assert.isDefined(told);
    record.answerWith(told);
    goals.button('Save').focus();
    await goals.click('Save');
    await goals.part('isp-conflict');
    assert.include(goals.goal(first).text, 'Yours Know whom to call at night');
    assert.include(goals.focus, 'Somebody else changed this goal meanwhile');
    assert.equal(record.store.get().drafts['goal:g1']?.['words'], 'Know whom to call at night');
  });

  it('are asked about before anything is sent when the goal changed under the form', async () => {
    const {goals, record} = await show();
    await goals.goal(first).click('Edit');
    await goals.part('isp-goal-form');
    await goals.fill('Goal, in the person', 'Mine');
    record.store.update((state) => ({
      ...state,
      goals: {status: 'ready', asOf: '', gaps: [], value: [goal('g1', 'Theirs', {version: '2', rank: 1})]},
    }));
    await settled();
    await goals.click('Save');
    await goals.part('isp-conflict');
    assert.include(goals.text, 'Mine');
    assert.include(goals.text, 'Theirs');
    assert.equal(record.store.get().saves['goal:g1'], undefined);
  });
});
