import {assert} from '@open-wc/testing';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import {messages as en} from '../../src/i18n/en/index.ts';
import {messages as fr} from '../../src/i18n/fr/index.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {clearStage, press, settled, until, widen} from './harness/stage.ts';
import {empty, failing, loading, person, usual} from './plan/plan-states.ts';

const transport = {request: () => Promise.reject(new Error('Nothing is asked for in these tests.'))};
const nobody: PanelState = {...usual(), context: null, patient: {status: 'loading'}};
const signedOut: PanelState = {...usual(), halted: {kind: 'signed-out'}};
const wrongPatient: PanelState = {...usual(), halted: {kind: 'other-patient', what: 'Patient'}};
const verifying: PanelState = {...usual(), verifying: true};
const unverified: PanelState = {...usual(), verifying: true, halted: {kind: 'offline'}};
const drafts: PanelState = {...usual(), draftsOfOtherPatients: 2, ignoredOtherPatient: 1};

/** A panel that a host has given a patient. */
async function hosted(): Promise<{panel: PanelHarness; fake: FakePanel}> {
  const fake = fakePanel(usual());
  const panel = await PanelHarness.show(fake);
  panel.element.transport = transport;
  panel.element.patient = 'p1';
  await settled();
  fake.store.update((state) => ({...usual(), context: state.context}));
  await settled();
  return {panel, fake};
}

describe('isp-panel', () => {
  before(() => widen(420));

  for (const [name, state] of Object.entries({
    usual: usual(),
    empty: empty(),
    loading: loading(),
    failing: failing(),
    nobody,
    signedOut,
    wrongPatient,
    verifying,
    drafts,
  })) {
    hasNoAxeFaults(name, async (look) => (await PanelHarness.show(fakeRecord(state), look)).element);
  }

  it('shows, in this order, who it is, the plan, the use of services and the team', async () => {
    const panel = await PanelHarness.show(fakeRecord(usual()));
    assert.match(panel.text, /EXEMPLE, Marguerite.*Plan.*Use of services.*Care team/u);
    assert.include(panel.text, 'As of 14:03');
  });

  it('says what to do when no patient is open', async () => {
    const panel = await PanelHarness.show(fakeRecord(nobody));
    assert.include(panel.text, 'No patient is open. Open the panel from a chart.');
  });

  describe('another patient', () => {
    it('takes everything of the former one away in the same instant', async () => {
      const {panel} = await hosted();
      assert.include(panel.text, 'Know whom to call');
      panel.element.patient = 'p2';
      // Nothing was awaited: what is looked at here is what the next frame would show.
      assert.notInclude(panel.text, 'Exemple');
      assert.notInclude(panel.text, 'EXEMPLE');
      assert.notInclude(panel.text, 'Know whom to call');
      assert.notInclude(panel.text, 'Julie Fictive');
    });

    it('is opened once, with what the host has set by then', async () => {
      const {panel, fake} = await hosted();
      panel.element.patient = 'p2';
      panel.element.encounter = 'e2';
      panel.element.user = 'Practitioner/x';
      await settled();
      const opened = fake.asked.filter(([name]) => name === 'open');
      assert.equal(opened.length, 2);
      assert.deepInclude(opened[1]?.[1], {patientId: 'p2', encounterId: 'e2', user: 'Practitioner/x'});
    });

    it('has a generation of its own, so that nothing of the old one comes back with it', async () => {
      const {panel, fake} = await hosted();
      const before = fake.store.get().context?.generation ?? 0;
      panel.element.patient = 'p2';
      await settled();
      assert.isAbove(fake.store.get().context?.generation ?? 0, before);
    });

    it('does not inherit an open form or what was typed in it', async () => {
      const {panel, fake} = await hosted();
      await panel.goals.goal('Know whom').click('Edit');
      await panel.goals.part('isp-goal-form');
      await panel.team.click('Add the hospital case manager');
      await panel.team.part('isp-member-form');
      panel.element.patient = 'p2';
      await settled();
      fake.store.update((state) => ({...usual(), context: state.context}));
      await until('the team stands', () => panel.team.members.length > 0);
      assert.deepEqual(panel.goals.parts('isp-goal-form'), []);
      assert.deepEqual(panel.team.parts('isp-member-form'), []);
    });

    it('does not inherit them either when the host opens it in a panel of its own', async () => {
      const {panel, fake} = await hosted();
      await panel.team.click('Add the hospital case manager');
      await panel.team.part('isp-member-form');
      fake.open({
        transport,
        patientId: 'p2',
        encounterId: null,
        user: null,
        needPatientBanner: true,
        intent: null,
        scopes: null,
        readonly: false,
      });
      assert.notInclude(panel.text, 'EXEMPLE');
      fake.store.update((state) => ({...usual(), context: state.context}));
      await until('the team stands', () => panel.team.members.length > 0);
      assert.deepEqual(panel.team.parts('isp-member-form'), []);
    });

    it('is told how many texts of others are kept, never which', async () => {
      const panel = await PanelHarness.show(fakeRecord(drafts));
      assert.include(panel.notices.join(' '), 'You have 2 unsaved texts for another patient.');
      assert.include(panel.notices.join(' '), '1 record was ignored: another patient’s.');
    });

    it('of a session that is taken away leaves nothing', async () => {
      const {panel} = await hosted();
      panel.element.transport = null;
      assert.notInclude(panel.text, 'EXEMPLE');
      await settled();
      assert.include(panel.text, 'No patient is open.');
    });
  });

  describe('when it is not certain whose chart it is', () => {
    it('shows nothing of the patient while that is being verified', async () => {
      const panel = await PanelHarness.show(fakeRecord(verifying));
      assert.equal(panel.text, 'Making sure that this is still the same patient’s chart…');
    });

    it('shows nothing when it could not be verified, and lets it be tried again', async () => {
      const record = fakeRecord(unverified);
      const panel = await PanelHarness.show(record);
      assert.notInclude(panel.text, 'EXEMPLE');
      assert.include(panel.text, 'The panel has stopped');
      await panel.click('Try again');
      assert.deepEqual(record.asked.at(-1), ['verifyPatient']);
    });

    it('shows nothing of a record that is another patient’s, and offers no second try', async () => {
      const panel = await PanelHarness.show(fakeRecord(wrongPatient));
      assert.notInclude(panel.text, 'EXEMPLE');
      assert.include(panel.alerts.join(' '), 'another person’s data');
      assert.deepEqual(panel.buttons, []);
    });

    it('brings everything back, with what was typed, once it is verified', async () => {
      const record = fakeRecord({...verifying, drafts: {'goal:new': {words: 'Cook'}}});
      const panel = await PanelHarness.show(record);
      record.store.update((state) => ({...state, verifying: false}));
      await until('the goals stand again', () => panel.parts('isp-goals').length > 0);
      await settled();
      assert.equal(panel.goals.add.field('New goal').value, 'Cook');
    });
  });

  it('leaves what was read and typed when the session ends, says so, and saves nothing more', async () => {
    const record = fakeRecord({...signedOut, drafts: {'goal:new': {words: 'Cook'}}});
    const panel = await PanelHarness.show(record);
    assert.include(panel.alerts.join(' '), 'Your session has ended.');
    await until('the goals stand', () => panel.parts('isp-goal-add').length === 1);
    assert.equal(panel.goals.add.field('New goal').value, 'Cook');
    assert.isTrue(panel.goals.add.isOff('Add'));
    assert.include(panel.goals.add.whyOf('Add'), 'The session is over');
    await panel.goals.add.click('Add');
    assert.equal(record.written.goals, 0);
  });

  for (const [language, {problem}] of [
    ['en-CA', en],
    ['fr-CA', fr],
  ] as const) {
    it(`does not send people back to the chart where the host offers to sign in again (${language})`, async () => {
      const {words, signInAgain} = problem;
      const {toDo} = words['signed-out'];
      const saves = {'goal:new': {status: 'failed', problem: {kind: 'signed-out'}}} as const;
      const drafts = {'goal:new': {words: 'Cook'}};
      const panel = await PanelHarness.show(fakeRecord({...signedOut, drafts, saves}), {language});
      assert.include(panel.notices[0] ?? '', toDo);
      const button = document.createElement('button');
      button.slot = 'session';
      button.textContent = 'Xyz';
      panel.element.append(button);
      await settled();
      assert.include(panel.notices[0] ?? '', signInAgain);
      assert.notInclude(panel.text, toDo);
      button.remove();
      await settled();
      assert.include(panel.notices[0] ?? '', toDo);
    });
  }

  describe('for the host', () => {
    it('hands on that nothing may be changed, also when that is said later', async () => {
      const {panel, fake} = await hosted();
      panel.element.readonly = true;
      await settled();
      const opened = fake.asked.filter(([name]) => name === 'open');
      assert.deepInclude(opened.at(-1)?.[1], {patientId: 'p1', readonly: true});
    });

    it('makes the identity line smaller for a host that shows its own, never absent', async () => {
      const base = usual();
      const context = base.context && {...base.context, needPatientBanner: false};
      const panel = await PanelHarness.show(fakeRecord({...base, context}));
      assert.include(panel.identity, 'EXEMPLE, Marguerite');
    });

    it('says whether it can be closed without losing words', async () => {
      const record = fakeRecord(usual());
      const panel = await PanelHarness.show(record);
      const told: boolean[] = [];
      panel.element.addEventListener('isp-dirty-change', ({dirty}) => told.push(dirty));
      assert.isTrue(panel.element.canClose());
      await panel.goals.add.fill('New goal', 'Cook');
      assert.isFalse(panel.element.canClose());
      await panel.goals.add.click('Add');
      assert.isTrue(panel.element.canClose());
      assert.deepEqual(told, [true, false]);
    });

    it('tells what was saved, by its place and nothing of the person', async () => {
      const record = fakeRecord(usual());
      const panel = await PanelHarness.show(record);
      const told: string[] = [];
      panel.element.addEventListener('isp-saved', ({what}) => told.push(what));
      await panel.goals.add.fill('New goal', 'Cook');
      await panel.goals.add.click('Add');
      assert.deepEqual(told, ['goal:new']);
    });

    it('lets the host call by itself', async () => {
      const panel = await PanelHarness.show(fakePanel(usual()));
      const told: string[] = [];
      panel.element.addEventListener('isp-contact', (event) => {
        told.push(event.address);
        event.preventDefault();
      });
      const follows: boolean[] = [];
      addEventListener('click', (event) => follows.push(!event.defaultPrevented), {once: true});
      const headlines = new Harness(await panel.part('isp-headlines'));
      headlines.parts<HTMLAnchorElement>('a')[0]?.click();
      assert.deepEqual(told, ['tel:8195550101;ext=234']);
      assert.deepEqual(follows, [false]);
    });

    it('tells when everything has settled and what is missing', async () => {
      const fake = fakePanel(loading());
      const panel = await PanelHarness.show(fake);
      const told: boolean[] = [];
      panel.element.addEventListener('isp-loaded', ({complete}) => told.push(complete));
      fake.store.update((state) => ({
        ...usual(),
        context: state.context,
        use: {status: 'failed', problem: {kind: 'timeout'}},
      }));
      await settled();
      assert.deepEqual(told, [false]);
      assert.equal(panel.spoken, 'The chart is loaded in part.');
    });

    it('tells of a section that failed by its kind, without data of the patient', async () => {
      const fake = fakePanel(loading());
      const panel = await PanelHarness.show(fake);
      const told: unknown[] = [];
      panel.element.addEventListener('isp-error', (event) => told.push([event.section, event.problem]));
      fake.store.update((state) => ({...state, goals: {status: 'failed', problem: {kind: 'timeout'}}}));
      assert.deepEqual(told, [['goals', {kind: 'timeout'}]]);
    });

    it('tells of records that belonged to somebody else', async () => {
      const fake = fakePanel(usual());
      const panel = await PanelHarness.show(fake);
      const told: number[] = [];
      panel.element.addEventListener('isp-context-mismatch', ({ignored}) => told.push(ignored));
      fake.store.update((state) => ({...state, ignoredOtherPatient: 1}));
      assert.deepEqual(told, [1]);
    });

    it('forgets the patient when it is disposed of', async () => {
      const {panel, fake} = await hosted();
      panel.element.dispose();
      await settled();
      assert.deepEqual(fake.asked.at(-1), ['close']);
      assert.include(panel.text, 'No patient is open.');
    });
  });

  it('tells a second save as well as the first', async () => {
    const record = fakeRecord(usual());
    const panel = await PanelHarness.show(record);
    const told: string[] = [];
    panel.onSpoken((words) => told.push(words.trim()));
    for (const words of ['One', 'Two']) {
      await panel.goals.add.fill('New goal', words);
      await panel.goals.add.click('Add');
    }
    assert.deepEqual(told, ['Saved.', 'Saved.']);
  });

  it('goes to a section by its name, and the next Tab is inside it', async () => {
    const panel = await PanelHarness.show(fakeRecord(usual()));
    panel.button('Team').focus();
    await press('Enter', 'Tab');
    assert.isTrue(panel.team.hasFocus);
  });

  it('speaks the language of the page, also when that changes', async () => {
    const panel = await PanelHarness.show(fakeRecord(usual()));
    panel.element.lang = '';
    document.documentElement.lang = 'fr';
    await until('the words are French', () => panel.headings.includes('Équipe de soins'));
    document.documentElement.lang = 'en';
    await until('the words are English', () => panel.headings.includes('Care team'));
  });

  it('writes the time in the zone of the panel’s site', async () => {
    const panel = await PanelHarness.show(fakeRecord({...usual(), zone: 'America/St_Johns'}));
    assert.include(panel.text, 'As of 15:33');
  });

  it('does not see another panel on the page', async () => {
    const one = await PanelHarness.show(fakeRecord(usual()));
    const other = document.createElement('isp-panel');
    other.panel = fakeRecord({
      ...usual(),
      patient: {
        status: 'ready',
        asOf: '2026-11-22T14:03:00-05:00',
        gaps: [],
        value: {...person, family: 'Autre'},
      },
      goals: {status: 'ready', asOf: '2026-11-22T14:03:00-05:00', gaps: [], value: []},
    });
    document.body.append(other);
    await settled();
    const two = new PanelHarness(other);
    assert.include(two.identity, 'AUTRE');
    assert.notInclude(two.text, 'Know whom to call');
    assert.include(one.identity, 'EXEMPLE');
    await two.goals.add.fill('New goal', 'Cook');
    assert.equal(one.goals.add.field('New goal').value, '');
  });

  it('leaves no listener behind when 50 panels come and go', async () => {
    clearStage();
    let listeners = 0;
    const counted = (panel: Panel): Panel => ({
      ...panel,
      store: {
        get: panel.store.get,
        subscribe(listener) {
          listeners += 1;
          const end = panel.store.subscribe(listener);
          return () => {
            listeners -= 1;
            end();
          };
        },
      },
    });
    const onPage = listenersOfPage();
    for (let round = 0; round < 50; round += 1) {
      const element = document.createElement('isp-panel');
      element.panel = counted(fakePanel(usual()));
      document.body.append(element);
      await element.updateComplete;
      if (round === 0) await until('the panel stands', () => listeners > 1);
      element.remove();
      element.dispose();
    }
    await settled();
    assert.equal(listeners, 0);
    assert.equal(onPage.end(), 0);
  });

  it('comes back with its state when it is moved to another place', async () => {
    const record = fakeRecord(usual());
    const panel = await PanelHarness.show(record);
    const place = document.createElement('main');
    panel.element.remove();
    record.store.update((state) => ({...state, draftsOfOtherPatients: 3}));
    document.body.append(place);
    place.append(panel.element);
    await settled();
    assert.include(panel.notices.join(' '), '3 unsaved texts');
    assert.include(panel.identity, 'EXEMPLE');
  });
});

/** Counts the listeners that stay on the document and the window. */
function listenersOfPage(): {end(): number} {
  let count = 0;
  const targets = [document, window] as const;
  const originals = targets.map(
    (target) => [target, target.addEventListener, target.removeEventListener] as const,
  );
  for (const target of targets) {
    const {addEventListener, removeEventListener} = target;
    target.addEventListener = (...args: Parameters<typeof addEventListener>): void => {
      count += 1;
      addEventListener.apply(target, args);
    };
    target.removeEventListener = (...args: Parameters<typeof removeEventListener>): void => {
      count -= 1;
      removeEventListener.apply(target, args);
    };
  }
  return {
    end() {
      for (const [target, add, remove] of originals) {
        target.addEventListener = add;
        target.removeEventListener = remove;
      }
      return count;
    },
  };
}
