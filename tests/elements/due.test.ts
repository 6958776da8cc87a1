import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {LaterState} from '../../src/app/later-state.ts';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {PlanDetail} from '../../src/domain/plan-detail.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {action} from '../domain/actions.ts';
import {contact} from '../domain/follow-up/contacts.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, showPanel, widen, widths, type Look} from './harness/stage.ts';
import {member, readOnly, usual} from './plan/plan-states.ts';
import {useOf} from './use/use-states.ts';

defineSections();
defineLater();

const ready = <T>(value: T) => ({status: 'ready', value, gaps: [], asOf: ''}) as const;
const plan = {
  id: 'plan',
  status: 'active',
  start: '2026-05-22',
  end: null,
  reviewed: '2026-05-20',
  nextReview: null,
  consent: null,
  agreements: [],
} as unknown as PlanDetail;

const everything: LaterState = {
  contacts: ready([contact('c1', '2026-11-01', {next: {day: null, every: 14, text: null}})]),
  actions: ready([
    action('a', {
      due: '2026-11-20',
      what: {text: 'Call the pharmacy', lang: null},
      who: {kind: 'practitioner', reference: 'Practitioner/me', name: 'Moi'},
    }),
    action('b', {due: '2026-11-22', what: {text: 'File the form', lang: null}}),
    action('c', {due: '2026-12-05'}),
  ]),
  plan: ready({plan, crisis: null, rivals: []}),
  measures: ready([]),
};
const nothing: LaterState = {
  contacts: ready([]),
  actions: ready([]),
  plan: ready({plan: null, crisis: null, rivals: []}),
  measures: ready([]),
};

function withLater(later: LaterState, base: PanelState = usual()): PanelState {
  const use = useOf([]);
  return {...base, use, later, context: base.context && {...base.context, user: 'Practitioner/me'}};
}

async function show(state: PanelState, look: Look = {}, panel: Panel = fakePanel(state)): Promise<Harness> {
  const element = await showElement(html`<isp-due></isp-due>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('p')));
  await settled();
  return new Harness(element);
}

/** A record that confirms what is asked of it. */
function recording(before: PanelState): FakePanel {
  const panel: FakePanel = fakePanel(before, {
    wish: (key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      const save = {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []} as const;
      panel.store.update((now) => ({...now, saves: {...now.saves, [key]: save}}));
      return Promise.resolve();
    },
  });
  return panel;
}

describe('isp-due', () => {
  before(() => widen(420));

  const states = {due: withLater(everything), nothing: withLater(nothing), loading: withLater({})};
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  it('says the most urgent in one line and folds the rest, each with the act that settles it', async () => {
    const line = await show(states.due);
    assert.include(line.text, 'Call the pharmacy you, 2 days overdue');
    assert.deepEqual(line.folds, ['3 more due']);
    assert.isFalse(line.isUnfolded('3 more due'));
    assert.deepEqual(line.buttons, [
      'Mark as done: Call the pharmacy',
      'Accept: Call the pharmacy',
      'Hand over to somebody else: Call the pharmacy',
      'Go to the plan',
    ]);
    await line.unfold('3 more due');
    const rows = line.parts('li').map((row) => (row.textContent ?? '').replace(/\s+/gu, ' ').trim());
    assert.deepEqual(rows, [
      'Call the pharmacy you, 2 days overdue Done Accept Hand over Go to the plan',
      'Contact due November 15, 2026 last contact 21 days ago, November 1, 2026 Record a contact',
      'Review of the plan due last reviewed 186 days ago, May 20, 2026 Go to the plan',
      'File the form nobody named, due today Done Hand over Go to the plan',
    ]);
  });

  it('says the same in French', async () => {
    const line = await show(states.due, {language: 'fr-CA'});
    await line.unfold('3 autres choses à faire');
    assert.include(line.text, 'Contact à faire le 15 novembre 2026');
    assert.include(line.text, 'dernier contact il y a 21 jours, le 1er novembre 2026');
    assert.include(line.text, 'Révision du plan à faire dernière révision il y a 186 jours, le 20 mai 2026');
    assert.include(line.text, 'vous, 2 jours de retard');
  });

  const clocks = {
    'en-CA': [
      'No contact for 3 days since the discharge left the hospital November 19, 2026',
      'Contact due November 22, 2026 last contact 60 days ago, September 23, 2026',
      'Review of the plan due last reviewed 366 days ago, November 21, 2025',
    ],
    'fr-CA': [
      'Aucun contact depuis le congé, il y a 3 jours congé de l’hôpital le 19 novembre 2026',
      'Contact à faire le 22 novembre 2026 dernier contact il y a 60 jours, le 23 septembre 2026',
      'Révision du plan à faire dernière révision il y a 366 jours, le 21 novembre 2025',
    ],
  } as const;
  for (const language of ['en-CA', 'fr-CA'] as const) {
    it(`says each clock in words on the day that the site has set, and not a day before: ${language}`, async () => {
      const stay = {
        id: 's',
        class: 'IMP',
        start: '2026-11-16T09:00:00-05:00',
        end: '2026-11-19T11:00:00-05:00',
      };
      const later: LaterState = {
        ...nothing,
        contacts: ready([contact('c', '2026-09-23')]),
        plan: ready({plan: {...plan, reviewed: '2025-11-21'}, crisis: null, rivals: []}),
      };
      const state = {...withLater(later), use: useOf([stay])};
      const windows = (more: number): NonNullable<PanelState['followUp']> => ({
        dischargeContactDays: 3 + more,
        laterContactEveryDays: 60 + more,
        reviewAfterDays: 365 + more,
      });
      const due = await show({...state, followUp: windows(0)}, {language});
      for (const fold of due.folds) await due.unfold(fold);
      for (const said of clocks[language]) assert.include(due.text, said);
      const before = await show({...state, followUp: windows(1)}, {language});
      for (const fold of before.folds) await before.unfold(fold);
      for (const said of clocks[language]) assert.notInclude(before.text, said);
    });
  }

  it('counts an action of a position that the user holds as their own', async () => {
    const own = action('p', {
      due: '2026-11-21',
      what: {text: 'Sign the form', lang: null},
      who: {kind: 'practitioner', reference: 'PractitionerRole/r', name: 'Moi'},
    });
    const team = (holder: string): PanelState['team'] =>
      ready({members: [member('me', 'Moi', {reference: 'PractitionerRole/r', holder})], teamIds: ['t']});
    const state = withLater({...nothing, actions: ready([own])});
    const mine = await show({...state, team: team('Practitioner/me')});
    assert.include(mine.text, 'Sign the form you, 1 day overdue');
    const other = await show({...state, team: team('Practitioner/other')});
    assert.include(other.text, 'Sign the form Moi, 1 day overdue');
  });

  it('tells nothing due from not yet known, and from what could not be read', async () => {
    assert.include((await show(states.nothing)).text, 'Nothing is due today.');
    assert.notInclude((await show(states.loading)).text, 'Nothing is due');
    const failed = withLater({...nothing, contacts: {status: 'failed', problem: {kind: 'offline'}}});
    const {text} = await show(failed);
    assert.include(text, 'What is due cannot be told: not all could be read (contacts).');
    assert.notInclude(text, 'Nothing is due');
    const some = withLater({...everything, contacts: {status: 'failed', problem: {kind: 'offline'}}});
    assert.include((await show(some)).text, 'Not all could be read: contacts. Something else may be due.');
  });

  it('says nothing after a death', async () => {
    const state = states.due;
    if (state.patient.status !== 'ready') throw new Error('no patient');
    const died = {...state, patient: {...state.patient, value: {...state.patient.value, deceased: true}}};
    const element = await showElement(html`<isp-due></isp-due>`, {}, fakePanel(died));
    await settled();
    assert.equal(new Harness(element).text, '');
  });

  it('keeps to the windows of the site', async () => {
    const followUp = {reviewAfterDays: 186};
    const line = await show({...states.due, followUp});
    assert.notInclude(line.text, 'Review of the plan');
  });

  it('opens the form of a contact, and the focus goes there', async () => {
    const panel = await showPanel(fakePanel(withLater({...everything, actions: ready([])})));
    const whole = new Harness(panel);
    await until(
      'the parts stand',
      () => whole.parts('isp-contacts').length > 0 && whole.hasButton('Record a contact'),
    );
    await whole.click('Record a contact');
    const form = new Harness(await whole.part('isp-contact-form'));
    await until('the focus is in the form', () => form.hasFocus);
    assert.equal(whole.focus, 'Reached');
  });

  it('goes to the plan for what stands there', async () => {
    const panel = await showPanel(
      fakePanel(withLater({...everything, contacts: {status: 'failed', problem: {kind: 'offline'}}})),
    );
    const whole = new Harness(panel);
    await until('the line stands', () => whole.hasButton('Go to the plan'));
    await whole.click('Go to the plan');
    assert.equal(panel.shadowRoot?.activeElement?.id, 'plan');
  });

  it('marks an action as done with one click, and takes it back with another', async () => {
    const before = withLater({...nothing, actions: everything.actions as NonNullable<LaterState['actions']>});
    const panel: FakePanel = fakePanel(before, {
      wish: (key, name, ...args) => {
        (panel.asked as unknown[]).push([name, ...args]);
        const save = {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []} as const;
        panel.store.update((state) => ({...state, saves: {...state.saves, [key]: save}}));
        return Promise.resolve();
      },
    });
    const line = await show(before, {}, panel);
    await line.click('Mark as done: Call the pharmacy');
    await settled();
    assert.include(line.text, 'Done: Call the pharmacy');
    assert.equal(line.focus, 'Undo');
    await line.click('Undo');
    await settled();
    assert.deepEqual(panel.asked.slice(-2), [
      ['changeAction', 'task:a', {state: 'completed'}, 'en-CA'],
      ['changeAction', 'task:a', {state: 'requested', reason: null}, 'en-CA'],
    ]);
    assert.isTrue(line.hasFocus);
  });

  it('takes what is up to the user with one click, and takes that back with another', async () => {
    const panel = recording(withLater(everything));
    const line = await show(withLater(everything), {}, panel);
    await line.click('Accept: Call the pharmacy');
    await settled();
    assert.include(line.text, 'Accepted: Call the pharmacy');
    await line.click('Undo');
    await settled();
    assert.deepEqual(panel.asked.slice(-2), [
      ['changeAction', 'task:a', {state: 'accepted'}, 'en-CA'],
      ['changeAction', 'task:a', {state: 'requested', reason: null}, 'en-CA'],
    ]);
  });

  it('hands an action over with the reason; to nobody nothing is sent', async () => {
    const panel = recording(withLater(everything));
    const line = await show(withLater(everything), {}, panel);
    await line.click('Hand over to somebody else: Call the pharmacy');
    const form = new Harness(await line.part('isp-hand-over'));
    await until('the cursor is in the form', () => line.focus === 'To whom');
    await form.click('Hand over');
    assert.include(form.text, 'Choose to whom.');
    assert.isUndefined(panel.asked.find(([name]) => name === 'changeAction'));
    await form.choose('To whom', 'Somebody else…');
    await form.fill('Name of that person', 'Dre Roy');
    await form.fill('Why', 'On leave');
    await form.click('Hand over');
    await settled();
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'changeAction'),
      [
        'changeAction',
        'task:a',
        {who: {kind: 'text', reference: null, name: 'Dre Roy'}, reason: 'On leave'},
        'en-CA',
      ],
    );
    assert.equal(line.parts('isp-hand-over').length, 0);
    assert.isTrue(line.hasFocus);
  });

  hasNoAxeFaults('handing over', async (look) => {
    const line = await show({...withLater(everything), drafts: {'hand:task:a': {why: 'On leave'}}}, look);
    await line.part('isp-hand-over');
    return line.element;
  });

  it('offers no such click while something is typed about the action', async () => {
    const typed = {...withLater(everything), drafts: {'action:task:a': {what: 'Call another pharmacy'}}};
    const line = await show(typed);
    await line.unfold('3 more due');
    assert.isFalse(line.hasButton('Hand over to somebody else: Call the pharmacy'));
    assert.isFalse(line.hasButton('Mark as done: Call the pharmacy'));
    assert.isTrue(line.hasButton('Mark as done: File the form'));
  });

  it('never leaves the focus nowhere when nothing can be recorded', async () => {
    const panel = await showPanel(fakePanel(withLater({...everything, actions: ready([])}, readOnly())));
    const whole = new Harness(panel);
    await until(
      'the parts stand',
      () => whole.parts('isp-contacts').length > 0 && whole.hasButton('Record a contact'),
    );
    await whole.click('Record a contact');
    await settled();
    assert.equal(whole.focus, 'Follow-up');
  });

  it('has nothing wider than its panel', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const line = await show(states.due, {language});
        assert.isAtMost(line.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});
