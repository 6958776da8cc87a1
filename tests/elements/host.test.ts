import {assert} from '@open-wc/testing';
import type {PanelState} from '../../src/app/state.ts';
import type {PanelMode} from '../../src/elements/panel/panel-api.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {smallTargets} from './harness/faults.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {elementsBelow, textOf} from './harness/page.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {settled, showPanel, until, widen} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

// What a host can set, ask and hear beyond the chart itself.

const transport = {request: () => Promise.reject(new Error('Nothing is asked for in these tests.'))};
const read: PanelState = {...usual(), use: {status: 'failed', problem: {kind: 'timeout'}}};
const typed: PanelState = {...read, drafts: {'goal:new': {words: 'Cook'}}};

const sectionTags = [
  'isp-headlines',
  'isp-due',
  'isp-crisis',
  'isp-plan',
  'isp-use',
  'isp-care-team',
  'isp-later',
];

async function show(state: PanelState, change: (panel: PanelHarness['element']) => void = () => undefined) {
  const fake = fakeRecord(state);
  const panel = new PanelHarness(await showPanel(fake));
  change(panel.element);
  await settled();
  return {panel, fake};
}

/** The sections that stand in a panel, in the order of the page. */
function sectionsOf({element}: PanelHarness): readonly string[] {
  const root = element.shadowRoot;
  return root ? [...root.querySelectorAll(sectionTags.join())].map(({localName}) => localName) : [];
}

/** A panel that a host has given a patient. */
async function hosted(): Promise<{panel: PanelHarness; fake: FakePanel}> {
  const fake = fakePanel(read);
  const panel = await PanelHarness.show(fake);
  panel.element.transport = transport;
  panel.element.patient = 'p1';
  await settled();
  fake.store.update((state) => ({...read, context: state.context}));
  await settled();
  return {panel, fake};
}

/** Whether the panel asks if what is typed may be left. */
function isAsked(panel: PanelHarness): boolean {
  return panel.alerts.some((words) => words.includes('Something you typed is not saved'));
}

async function asked(panel: PanelHarness): Promise<void> {
  await until('the question stands', () => isAsked(panel));
  await settled();
}

describe('the modes of a panel', () => {
  before(() => widen(420));

  for (const mode of ['compact', 'ed', 'patient'] as const) {
    hasNoAxeFaults(mode, async ({language = 'en-CA', theme = 'light'}) => {
      const element = await showPanel(fakeRecord(read), {language, theme});
      element.mode = mode;
      element.closable = true;
      await settled();
      return element;
    });
  }

  const orders: Readonly<Record<PanelMode, readonly string[]>> = {
    full: ['isp-headlines', 'isp-due', 'isp-plan', 'isp-use', 'isp-care-team', 'isp-later'],
    readonly: ['isp-headlines', 'isp-due', 'isp-plan', 'isp-use', 'isp-care-team', 'isp-later'],
    compact: ['isp-headlines', 'isp-due', 'isp-plan'],
    ed: ['isp-headlines', 'isp-care-team', 'isp-use', 'isp-plan'],
    patient: ['isp-crisis', 'isp-plan', 'isp-care-team'],
  };
  for (const [mode, order] of Object.entries(orders)) {
    it(`${mode} shows ${order.join(', ')}`, async () => {
      const {panel} = await show(read, (element) => (element.mode = mode as PanelMode));
      assert.deepEqual(sectionsOf(panel), order);
    });
  }

  it('targets stay large enough when more is brought onto the screen', async () => {
    const {panel} = await show(read, (element) => (element.density = 'compact'));
    assert.deepEqual(smallTargets(panel.element), []);
  });

  it('one that is not known shows the whole panel', async () => {
    const {panel} = await show(read, (element) => element.setAttribute('mode', 'other'));
    assert.deepEqual(sectionsOf(panel), orders.full);
  });

  it('a host can have one section alone, with whose chart it is above', async () => {
    const {panel} = await show(read, (element) => (element.sections = 'use'));
    assert.deepEqual(sectionsOf(panel), ['isp-use']);
    assert.include(panel.identity, 'EXEMPLE, Marguerite');
    assert.isFalse(panel.hasButton('Plan'));
  });

  it('or some of them, in the order of the mode; names that nobody knows are none', async () => {
    const {panel} = await show(read, (element) => (element.sections = 'care-team plan lunch'));
    assert.deepEqual(sectionsOf(panel), ['isp-plan', 'isp-care-team']);
    panel.element.sections = 'lunch';
    await settled();
    assert.deepEqual(sectionsOf(panel), orders.full);
  });

  it('the short panel becomes the whole one by its button', async () => {
    const {panel} = await show(read, (element) => (element.mode = 'compact'));
    await panel.click('Show the whole panel');
    assert.deepEqual(sectionsOf(panel), orders.full);
    assert.isFalse(panel.hasButton('Show the whole panel'));
  });

  it('a section that the short panel leaves out is shown when it is gone to', async () => {
    const {panel} = await show(read, (element) => (element.mode = 'compact'));
    await panel.click('Team');
    assert.deepEqual(sectionsOf(panel), orders.full);
    assert.equal(panel.element.shadowRoot?.activeElement?.id, 'care-team');
  });

  it('leads the person who reads it to no counts of visits', async () => {
    const {panel} = await show(read, (element) => (element.mode = 'patient'));
    assert.isFalse(panel.hasButton('Use'));
  });

  for (const mode of ['readonly', 'patient'] as const) {
    it(`${mode} opens the chart to be read only, also when it is set before the panel stands in a page`, async () => {
      const fake = fakePanel(read);
      const element = document.createElement('isp-panel');
      element.panel = fake;
      element.transport = transport;
      element.mode = mode;
      element.patient = 'p1';
      // The chart is opened before the panel has drawn anything.
      await Promise.resolve();
      const opened = fake.asked.find(([name]) => name === 'open');
      assert.deepInclude(opened?.[1], {patientId: 'p1', readonly: true});
    });
  }

  it('opens the chart anew only when another mode takes the right to change it', async () => {
    const {panel, fake} = await hosted();
    const opened = () => fake.asked.filter(([name]) => name === 'open').length;
    panel.element.mode = 'ed';
    await settled();
    assert.equal(opened(), 1);
    panel.element.mode = 'patient';
    await settled();
    assert.equal(opened(), 2);
  });
});

describe('the intent of a launch', () => {
  const intended = (intent: string): PanelState => ({
    ...read,
    context: read.context && {...read.context, intent},
  });
  for (const [intent, place] of [
    ['isp-edit', 'plan'],
    ['utilization', 'use'],
    ['care-team', 'care-team'],
  ] as const) {
    it(`${intent} leads to ${place} once everything is read`, async () => {
      const {panel, fake} = await show({...intended(intent), goals: {status: 'loading'}});
      assert.isNull(panel.element.shadowRoot?.activeElement);
      fake.store.update((state) => ({...state, goals: read.goals}));
      await until('the section has the focus', () => panel.element.shadowRoot?.activeElement?.id === place);
    });
  }

  it('contact-log opens the form of a contact as soon as it stands', async () => {
    const {panel} = await show(intended('contact-log'));
    const stands = (tag: string) =>
      [...elementsBelow(panel.element.shadowRoot ?? document.body)].some((one) => one.matches(tag));
    await until('the form stands', () => stands('isp-contact-form'));
  });

  it('that nobody knows leads nowhere', async () => {
    const {panel} = await show(intended('order-lunch'));
    assert.isNull(panel.element.shadowRoot?.activeElement);
  });
});

describe('what a host asks of a panel', () => {
  it('setContext opens the other chart at once when nothing is typed', async () => {
    const {panel, fake} = await hosted();
    assert.isTrue(await panel.element.setContext({patient: 'p2', encounter: 'e2'}));
    assert.notInclude(panel.text, 'EXEMPLE');
    await settled();
    assert.deepInclude(fake.asked.findLast(([name]) => name === 'open')?.[1], {
      patientId: 'p2',
      encounterId: 'e2',
    });
  });

  it('setContext asks the person first when something is typed, and stays when they stay', async () => {
    const {panel, fake} = await hosted();
    fake.store.update((state) => ({...state, drafts: typed.drafts}));
    const answer = panel.element.setContext({patient: 'p2'});
    await asked(panel);
    assert.include(panel.alerts.join(' '), 'Another chart is about to open.');
    assert.equal(panel.element.shadowRoot?.activeElement?.id, 'stay');
    await panel.click('Stay here');
    assert.isFalse(await answer);
    assert.equal(panel.element.patient, 'p1');
    assert.isFalse(isAsked(panel));
  });

  it('setContext opens the other chart when the person says so', async () => {
    const {panel, fake} = await hosted();
    fake.store.update((state) => ({...state, drafts: typed.drafts}));
    const answer = panel.element.setContext({patient: 'p2'});
    await asked(panel);
    await panel.click('Open the other chart');
    assert.isTrue(await answer);
    assert.equal(panel.element.patient, 'p2');
  });

  it('a question of one patient does not stand above another one', async () => {
    const {panel, fake} = await hosted();
    fake.store.update((state) => ({...state, drafts: typed.drafts}));
    const answer = panel.element.setContext({patient: 'p2'});
    await asked(panel);
    panel.element.patient = 'p3';
    assert.isFalse(await answer);
    await settled();
    assert.isFalse(isAsked(panel));
    assert.equal(panel.element.patient, 'p3');
  });

  it('a patient that the host has set meanwhile is not overruled by an earlier wish', async () => {
    const {panel} = await hosted();
    const answer = panel.element.setContext({patient: 'p2'});
    panel.element.patient = 'p3';
    assert.isFalse(await answer);
    assert.equal(panel.element.patient, 'p3');
  });

  it('flush waits for what is being saved', async () => {
    const {panel, fake} = await show(read);
    fake.hold();
    await panel.goals.add.fill('New goal', 'Cook');
    await panel.goals.add.click('Add');
    let flushed: boolean | null = null;
    const flushing = panel.element.flush().then((safe) => (flushed = safe));
    await settled();
    assert.isNull(flushed);
    fake.release();
    await flushing;
    assert.isTrue(flushed);
  });

  it('flush says that something is typed and was never sent', async () => {
    const {panel} = await show(typed);
    assert.isFalse(await panel.element.flush());
  });

  it('print opens the choice of copies, also from the short panel', async () => {
    const {panel} = await show(read, (element) => (element.mode = 'compact'));
    await panel.element.print();
    const stands = () =>
      [...elementsBelow(panel.element.shadowRoot ?? document.body)].some(
        ({localName}) => localName === 'isp-printed-copy',
      );
    await until('the choice of copies stands', stands);
  });

  it('exportBundle asks the record, and is null where not all can be read', async () => {
    const {panel, fake} = await show(read);
    assert.isNull(await panel.element.exportBundle());
    assert.deepEqual(fake.asked.at(-1), ['exportPlan']);
  });

  it('the abilities can be read, and are nobody’s without a chart', async () => {
    const {panel, fake} = await show(read);
    assert.isTrue(panel.element.abilities?.createGoal.allowed);
    fake.close();
    assert.isNull(panel.element.abilities);
  });
});

describe('what a host hears of a panel', () => {
  it('that the person is done, by a button that only a host which offers it has', async () => {
    const {panel} = await show(read);
    assert.isFalse(panel.hasButton('Close and go back'));
    let done = 0;
    panel.element.addEventListener('isp-done', () => (done += 1));
    panel.element.closable = true;
    await settled();
    await panel.click('Close and go back');
    await until('it was told', () => done === 1);
  });

  it('not that the person is done while something typed would be lost, before they have said so', async () => {
    const {panel} = await show(typed, (element) => (element.closable = true));
    let done = 0;
    panel.element.addEventListener('isp-done', () => (done += 1));
    await panel.click('Close and go back');
    await asked(panel);
    assert.equal(done, 0);
    await panel.click('Close without saving');
    await until('it was told', () => done === 1);
  });

  it('that an appointment is to be booked, only where it has said that it opens that', async () => {
    const nothing = {status: 'ready', asOf: '', gaps: [], value: []} as const;
    const later = {appointments: nothing, contacts: nothing};
    const {panel} = await show({...read, later});
    const line = () =>
      panel.parts('isp-appointments').some((one) => textOf(one).includes('No appointment to come'));
    await until('the appointments stand', line);
    assert.isFalse(panel.hasButton('Book an appointment'));
    const offering = await show({...read, later}, (element) => (element.activities = 'appointment-book'));
    await until('it is offered', () => offering.panel.hasButton('Book an appointment'));
    const told: string[] = [];
    offering.panel.element.addEventListener('isp-navigate', (event) => {
      told.push(event.activity);
      assert.isTrue(event.cancelable);
    });
    await offering.panel.click('Book an appointment');
    assert.deepEqual(told, ['appointment-book']);
  });

  it('that abilities, drafts and conflicts have changed', async () => {
    const {panel, fake} = await show(read);
    const told: unknown[] = [];
    const {element} = panel;
    element.addEventListener('isp-ability-change', ({abilities}) => told.push(abilities.createGoal.allowed));
    element.addEventListener('isp-draft', ({places}) => told.push(places));
    element.addEventListener('isp-conflict', ({what}) => told.push(what));
    fake.store.update((state) => ({
      ...state,
      abilities: {...state.abilities, createGoal: {allowed: false, why: 'scope'}},
    }));
    fake.store.update((state) => ({...state, drafts: typed.drafts}));
    fake.store.update((state) => ({...state, drafts: {}}));
    const conflict = {what: 'member', mine: {reason: null, until: null}, theirs: null} as never;
    fake.store.update((state) => ({...state, saves: {'member:x': {status: 'conflict', conflict}}}));
    assert.deepEqual(told, [false, ['goal:new'], [], 'member:x']);
  });

  it('for its audit trail what was opened and saved, with ids and places alone', async () => {
    const fake = fakeRecord({...read, patient: {status: 'loading'}});
    const panel = await PanelHarness.show(fake);
    const told: unknown[] = [];
    panel.element.addEventListener('isp-audit', (event) => {
      const {act, patient, user, what} = event;
      assert.deepEqual(
        Object.keys(event).toSorted(),
        ['act', 'isTrusted', 'patient', 'user', 'what'].toSorted(),
      );
      told.push([act, patient, user, what]);
    });
    fake.store.update((state) => ({...state, patient: read.patient}));
    await settled();
    await panel.goals.add.fill('New goal', 'Cook');
    await panel.goals.add.click('Add');
    assert.deepEqual(told, [
      ['opened', 'p1', null, null],
      ['saved', 'p1', null, 'goal:new'],
    ]);
  });

  it('that the session is over', async () => {
    const {panel, fake} = await show(read);
    let told = 0;
    panel.element.addEventListener('isp-token-needed', () => (told += 1));
    fake.store.update((state) => ({...state, halted: {kind: 'signed-out'}}));
    fake.store.update((state) => ({...state, draftsOfOtherPatients: 1}));
    assert.equal(told, 1);
  });
});
