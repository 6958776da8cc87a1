import {assert} from '@open-wc/testing';
import type {PanelState} from '../../src/app/state.ts';
import {fakeRecord, type FakeRecord} from '../helpers/fake-record.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {PanelHarness, type TeamHarness} from './harness/panel-harness.ts';
import {press, settled, type, widen} from './harness/stage.ts';
import {conflicting, editing, empty, failing, readOnly, usual} from './plan/plan-states.ts';

async function show(
  state: PanelState = usual(),
): Promise<{record: FakeRecord; team: TeamHarness; panel: PanelHarness}> {
  const record = fakeRecord(state);
  const panel = await PanelHarness.show(record);
  return {record, panel, team: panel.team};
}

/** Opens the form of a new member. */
async function add(team: TeamHarness, by = 'Add a member'): Promise<void> {
  await team.click(by);
  await team.part('isp-member-form');
}

describe('isp-care-team', () => {
  before(() => widen(420));

  for (const [name, state] of Object.entries({usual, empty, failing, readOnly, editing, conflicting})) {
    hasNoAxeFaults(name, async (look) => (await PanelHarness.show(fakeRecord(state()), look)).team.element);
  }

  describe('the list', () => {
    it('always has the two places of case managers, named or not', async () => {
      const {team} = await show();
      assert.include(team.slots[0], 'Case manager Julie Fictive Nurse case manager, GMF de l’Exemple');
      assert.include(team.slots[1], 'Hospital case manager No hospital case manager named');
      assert.isTrue(team.hasButton('Add the hospital case manager'));
    });

    it('says in French that no hospital case manager is named, with the place to add one', async () => {
      const panel = await PanelHarness.show(fakeRecord(usual()), {language: 'fr-CA'});
      assert.include(panel.team.slots[1], 'Aucun gestionnaire de cas désigné en centre hospitalier');
      assert.include(panel.team.slots[1], 'Ajouter');
    });

    it('has both places when nobody is recorded', async () => {
      const {team} = await show(empty());
      assert.include(team.text, 'No care team in the record yet.');
      assert.include(team.slots[0], 'No case manager named');
      assert.include(team.slots[1], 'No hospital case manager named');
    });

    it('lists professionals first, then services, relatives, and the person last', async () => {
      const {team} = await show();
      assert.deepEqual(
        team.members.map(({name}) => name),
        [
          'Julie Fictive',
          'Dr. Paul Inventé',
          'Awa Imaginaire',
          'Popote roulante du Quartier',
          'Rose Exemple',
          'Marguerite Exemple',
        ],
      );
    });

    it('says a role in the language of the screen', async () => {
      const {team, panel} = await show();
      assert.include(team.member('Awa Imaginaire').text, 'Social worker');
      await panel.click('Français');
      assert.include(team.member('Awa Imaginaire').text, 'Travailleuse sociale ou travailleur social');
    });

    it('calls a number with its extension, writes to an address, and shows other text as text', async () => {
      const {team} = await show();
      assert.deepEqual(team.member('Julie Fictive').links, [
        'tel:8195550101;ext=234',
        'mailto:julie.fictive@exemple.test',
      ]);
      assert.deepEqual(team.member('Dr. Paul Inventé').links, ['tel:+18195550102']);
      const meals = team.member('Popote roulante du Quartier');
      assert.deepEqual(meals.links, []);
      assert.include(meals.text, 'see the website');
    });

    it('says that no phone is in the record, instead of nothing', async () => {
      const {team} = await show();
      assert.include(team.member('Awa Imaginaire').text, 'No phone in the record');
    });

    it('folds past members and says when and why they left', async () => {
      const {team} = await show();
      assert.deepEqual(team.folds, ['1 past member']);
      await team.unfold('1 past member');
      const {text} = team.member('Marc Ancien');
      assert.include(text, 'ended August 31, 2026');
      assert.include(text, 'Reason: Left the position');
      assert.isFalse(team.member('Marc Ancien').hasButton('End'));
    });

    it('says what is missing when some entries could not be read', async () => {
      const {team} = await show(failing());
      assert.include(team.text, 'This list may be incomplete.');
      assert.include(team.text, '2 records could not be read and are left out.');
    });

    it('is never shown as empty when it could not be read', async () => {
      const {team} = await show({...usual(), team: {status: 'failed', problem: {kind: 'timeout'}}});
      assert.include(team.text, 'The care team could not be read.');
      assert.notInclude(team.text, 'No care team');
    });

    it('offers nothing that cannot be done, and says why', async () => {
      const {team} = await show(readOnly());
      assert.include(
        team.text,
        'The team can be read but not changed here. The panel was opened for viewing only.',
      );
      assert.deepEqual(team.buttons, []);
    });
  });

  describe('adding a member', () => {
    it('is done by keyboard alone, and the focus goes to the new member', async () => {
      const {team, record} = await show();
      team.button('Add a member').focus();
      await press('Enter');
      await team.part('isp-member-form');
      assert.include(team.focus, 'Name');
      await type('Léa Nouvelle');
      await team.choose('Role', 'Pharmacist');
      team.field('Name').focus();
      await press('Enter');
      assert.equal(record.written.members, 1);
      assert.isTrue(team.member('Léa Nouvelle').hasFocus);
      assert.include(team.member('Léa Nouvelle').text, 'Pharmacist');
    });

    it('fills the hospital’s place from its own button, with the role chosen', async () => {
      const {team} = await show();
      await add(team, 'Add the hospital case manager');
      await team.fill('Name', 'Omar Inventé');
      await team.click('Add to the team');
      assert.include(team.slots[1], 'Omar Inventé');
    });

    it('asks for name and role at their fields, and goes to the first one', async () => {
      const {team, record} = await show();
      await add(team);
      await team.click('Add to the team');
      assert.include(team.saidOf('Name'), 'Write the name.');
      assert.include(team.saidOf('Role'), 'Choose a role.');
      assert.include(team.focus, 'Name');
      assert.equal(record.written.members, 0);
    });

    it('objects to a phone that holds no number', async () => {
      const {team, record} = await show();
      await add(team);
      await team.fill('Name', 'Léa Nouvelle');
      await team.choose('Role', 'Nurse');
      await team.fill('Phone', 'ask the desk');
      await team.click('Add to the team');
      assert.include(team.saidOf('Phone'), 'This holds no phone number.');
      assert.equal(record.written.members, 0);
    });

    it('offers only roles that fit, and another one in words', async () => {
      const {team} = await show();
      await add(team);
      await team.choose('Kind', 'Relative');
      const role = team.field('Role') as HTMLSelectElement;
      assert.notInclude(
        [...role.options].map(({text}) => text.trim()),
        'Pharmacist',
      );
      assert.isFalse(team.hasField('Organization'));
      await team.choose('Role', 'Other role');
      await team.fill('Other role', 'Neighbour');
      await team.fill('Name', 'Rosaire Voisin');
      await team.click('Add to the team');
      assert.include(team.member('Rosaire Voisin').text, 'Neighbour');
    });

    it('makes one member of a double click', async () => {
      const {team, record} = await show();
      await add(team);
      await team.fill('Name', 'Léa Nouvelle');
      await team.choose('Role', 'Nurse');
      record.hold();
      const save = team.button('Add to the team');
      save.click();
      save.click();
      await settled();
      assert.isTrue(team.isOff('Saving'));
      record.release();
      await settled();
      assert.equal(record.written.members, 1);
    });

    it('keeps what was typed when it fails and when the language is switched', async () => {
      const {team, record, panel} = await show();
      await add(team);
      await team.fill('Name', 'Léa Nouvelle');
      await team.choose('Role', 'Nurse');
      record.answerWith({kind: 'busy', retryAfterSeconds: 20});
      await team.click('Add to the team');
      assert.match(team.alerts.join(' '), /Not saved.*Try again in 20 seconds.*kept/u);
      assert.notEqual(team.focus, 'nowhere');
      await panel.click('Français');
      assert.equal(team.field('Nom').value, 'Léa Nouvelle');
      assert.match(team.alerts.join(' '), /Non enregistré.*Réessayez dans 20\s+secondes/u);
    });

    it('goes back to where it was opened from', async () => {
      const {team} = await show();
      await add(team, 'Add the hospital case manager');
      await team.click('Cancel');
      assert.equal(team.focus, 'Add the hospital case manager');
    });
  });

  describe('ending a membership', () => {
    it('takes two steps: the last day, today at first, and a reason; the member stays among the past ones', async () => {
      const {team, record} = await show();
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      assert.include(team.text, 'The person stays in the list of past members.');
      assert.equal(team.field('Last day').value, '2026-11-22');
      assert.include(team.focus, 'Reason');
      await team.choose('Reason', 'Left the position');
      await team.click('End the membership');
      assert.deepEqual(team.folds, ['2 past members']);
      const {team: after} = record.store.get();
      const ended = after.status === 'ready' ? after.value.members.find(({key}) => key === 'team#md') : null;
      assert.deepInclude(ended, {ended: true, until: '2026-11-22', endReason: 'Left the position'});
      assert.equal(team.focus, 'Undo');
      assert.include(team.text, 'No longer on the team: Dr. Paul Inventé');
    });

    it('can be taken back for ten seconds, as a write of its own, with the focus on who came back', async () => {
      const {team, record} = await show();
      const before = record.store.get().team;
      const member = before.status === 'ready' && before.value.members.find(({key}) => key === 'team#md');
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      await team.choose('Reason', 'Left the position');
      await team.click('End the membership');
      await team.click('Undo');
      const end = {date: '2026-11-22', reason: 'Left the position'};
      assert.deepEqual(record.asked.at(-1), ['wish', 'member:team#md', 'takeBackEnd', member, end]);
      assert.isFalse(team.hasButton('Undo'));
    });

    it('is not done without a reason', async () => {
      const {team, record} = await show();
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      await team.click('End the membership');
      assert.include(team.saidOf('Reason'), 'Choose a reason.');
      assert.include(team.focus, 'Reason');
      assert.equal(record.store.get().saves['member:team#md'], undefined);
    });

    it('asks for words when the reason is another one', async () => {
      const {team} = await show();
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      await team.choose('Reason', 'Other reason');
      await team.click('End the membership');
      assert.include(team.saidOf('Other reason'), 'Write the reason.');
    });

    it('refuses a day before the membership began', async () => {
      const {team} = await show();
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      await team.choose('Reason', 'Left the position');
      await team.fill('Last day', '2026-01-01');
      await team.click('End the membership');
      assert.include(team.saidOf('Last day'), 'before the membership began, April 22, 2026');
    });

    it('is called off with Escape, the focus back on End', async () => {
      const {team} = await show();
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      await press('Escape');
      assert.equal(team.focus, 'End the membership of Dr. Paul Inventé');
    });

    it('shows both versions when somebody else ended it meanwhile, and chooses neither', async () => {
      const {team, record} = await show();
      await team.member('Dr. Paul Inventé').click('End');
      await team.part('isp-member-end-form');
      await team.choose('Reason', 'Left the position');
      const told = conflicting().saves['member:team#md'];
      assert.isDefined(told);
      record.answerWith(told);
      await team.click('End the membership');
      const {text} = team.member('Dr. Paul Inventé');
      assert.include(text, 'Yours ended November 22, 2026. Reason: Left the position');
      assert.include(text, 'In the record now ended November 20, 2026. Reason: Retired');
      assert.include(team.focus, 'Somebody else changed this membership meanwhile');
      await team.click('Keep what is in the record');
      assert.deepEqual(record.store.get().drafts, {});
      assert.notEqual(team.focus, 'nowhere');
    });
  });
});
