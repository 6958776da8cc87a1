import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {Contact} from '../../src/domain/follow-up/contact.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {contact} from '../domain/follow-up/contacts.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, type, widen, widths, type Look} from './harness/stage.ts';
import {readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineLater();

const log: readonly Contact[] = [
  contact('c1', '2026-11-10', {
    at: '2026-11-10T15:10:00-05:00',
    goalIds: ['g1', 'gone'],
    note: {text: 'Dort assis depuis dimanche.', lang: 'fr-CA'},
    next: {day: '2026-11-24', every: 14, text: 'Bring the pills'},
    by: {reference: 'Practitioner/cm', name: null},
  }),
  contact('c2', '2026-11-02', {reached: false, by: {reference: 'Practitioner/me', name: 'Moi'}}),
  contact('c3', '2026-10-20', {
    mode: 'home',
    party: {kind: 'relative', reference: 'Practitioner/sis', name: null},
    readOnly: 'modifier-extension',
  }),
  contact('c4', '2026-10-01', {mode: null, party: {kind: 'text', reference: null, name: 'Popote'}}),
  contact('c5', '2026-08-01'),
];

function withContacts(
  contacts: readonly Contact[] | 'loading' | 'forbidden' | 'offline' | 'unsupported',
  base: PanelState = usual(),
): PanelState {
  const problem = {
    forbidden: {kind: 'forbidden', what: 'Communication'},
    offline: {kind: 'offline'},
    unsupported: {kind: 'unsupported', what: 'Communication', why: 'server'},
  } as const;
  const section =
    contacts === 'loading'
      ? ({status: 'loading'} as const)
      : typeof contacts === 'string'
        ? ({status: 'failed', problem: problem[contacts]} as const)
        : ({status: 'ready', value: contacts, gaps: [], asOf: '2026-11-22T14:03:00Z'} as const);
  const context = base.context && {...base.context, user: 'Practitioner/me'};
  return {...base, context, later: {contacts: section}};
}

async function show(state: PanelState, look: Look = {}, panel: Panel = fakePanel(state)): Promise<Harness> {
  const element = await showElement(html`<isp-contacts></isp-contacts>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('section')));
  await settled();
  return new Harness(element);
}

/** A record that confirms what is asked of it, or does not answer. */
function recording(state: PanelState, answers = true): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      const save = answers
        ? ({status: 'saved', at: '2026-11-22T14:03:00Z', notes: []} as const)
        : ({status: 'failed', problem: {kind: 'offline'}} as const);
      panel.store.update((before) => ({
        ...before,
        drafts: answers ? {} : before.drafts,
        saves: {...before.saves, [key]: save},
      }));
      return Promise.resolve();
    },
    keepDraft: (key, draft) =>
      panel.store.update((before) => ({...before, drafts: {...before.drafts, [key]: draft}})),
  });
  return panel;
}

const call = {
  mode: 'phone',
  reached: true,
  party: {kind: 'patient', reference: 'Patient/p1', name: null},
  day: '2026-11-22',
  goalIds: [],
  note: null,
  next: null,
};

describe('isp-contacts', () => {
  before(() => widen(420));

  const states = {
    recorded: withContacts(log),
    none: withContacts([]),
    forbidden: withContacts('forbidden'),
    offline: withContacts('offline'),
    form: {
      ...withContacts(log),
      drafts: {'contact:new': {mode: 'video', party: 'other', partyName: 'Léa', nextDay: '2026-12-01'}},
    },
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  it('says when the last contact was and when the next is due, in English and in French', async () => {
    const next = {day: null, every: 14, text: null};
    const state = withContacts([
      contact('a', '2026-10-01'),
      contact('b', '2026-10-20'),
      contact('c', '2026-11-10', {next}),
    ]);
    assert.include(
      (await show(state)).text,
      'Last contact 12 days ago (November 10, 2026), next due November 24, 2026, every 14 days.',
    );
    assert.include(
      (await show(state, {language: 'fr-CA'})).text,
      'Dernier contact il y a 12 jours (10 novembre 2026), prochain le 24 novembre 2026, aux 14 jours.',
    );
  });

  it('lists contacts by month with whom, about what, by whom and what comes next, attempts apart', async () => {
    const section = await show(withContacts(log));
    const {text} = section;
    assert.include(
      text,
      'Last contact 12 days ago (November 10, 2026), next planned November 24, 2026, every 14 days.',
    );
    assert.include(text, '1 contact in 30 days, 3 contacts in 90 days');
    assert.include(text, 'Phone 1, Home visit 1, Way not recorded 1, 1 attempt that reached nobody.');
    assert.include(text, 'November 2026 1 contact');
    assert.include(text, 'October 2026 2 contacts');
    assert.include(text, 'Nov 10 Phone, with the person Dort assis depuis dimanche.');
    assert.include(text, 'About: Know whom to call when I cannot breathe at night');
    assert.include(text, 'Next contact November 24, 2026. Contact every 14 days. Next: Bring the pills');
    assert.include(text, 'by Julie Fictive');
    assert.include(text, 'Nov 2 Phone, not reached, for the person by you');
    assert.include(text, 'Home visit, with Rose Exemple');
    assert.include(text, 'Way not recorded, with Popote');
    assert.deepEqual(section.folds, ['1 older month']);
    const [note] = section.parts('.note');
    assert.equal(note?.lang, 'fr-CA');
  });

  it('says that the name of somebody is not known, rather than nothing', async () => {
    const party = {kind: 'relative', reference: 'RelatedPerson/gone', name: null} as const;
    const unnamed = [
      contact('c', '2026-11-10', {party}),
      contact('d', '2026-11-09', {party, reached: false}),
    ];
    const {text} = await show(withContacts(unnamed));
    assert.include(text, 'Phone, with somebody whose name is not known here');
    assert.include(text, 'not reached, for somebody whose name is not known here');
    const inFrench = await show(withContacts(unnamed), {language: 'fr-CA'});
    assert.include(inFrench.text, 'Téléphone, avec quelqu’un dont le nom n’est pas connu ici');
  });

  it('says that these are no visits to clinics', async () => {
    const {text} = await show(withContacts(log));
    assert.include(text, 'Contacts of the case manager are not counted among the visits to clinics.');
  });

  for (const [state, said] of [
    ['forbidden', 'Your account may not read the contacts.'],
    ['offline', 'The contacts could not be read.'],
    ['loading', 'Reading the contacts…'],
    ['unsupported', 'keeps no contacts that the panel can read. Write the contact as a note in the chart.'],
  ] as const) {
    it(`is never empty without a word: ${state}`, async () => {
      const shown = await show(withContacts(state));
      await until('it is said', () => shown.text.includes(said) || shown.parts('isp-notice').length > 0);
      assert.notInclude(shown.text, 'No contact of case management in the record yet.');
    });
  }

  it('records a contact in three clicks', async () => {
    const panel = recording(withContacts(log));
    const section = await show(withContacts(log), {}, panel);
    let clicks = 0;
    const count = (): void => void (clicks += 1);
    document.addEventListener('click', count, true);
    await section.click('Phone');
    const form = new Harness(await section.part('isp-contact-form'));
    await form.take('Reached');
    await form.click('Record the contact');
    document.removeEventListener('click', count, true);
    assert.equal(clicks, 3);
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'addContact'),
      ['addContact', call, 'en-CA'],
    );
    assert.isFalse(section.hasButton('Record the contact'));
    assert.include(section.text, 'Saved');
    assert.equal(section.focus, 'Phone');
  });

  for (const way of ['tabs to the button', 'Ctrl + Enter'] as const) {
    it(`records a contact with a note in at most 20 keys besides the note: ${way}`, async () => {
      const panel = recording(withContacts(log));
      const section = await show(withContacts(log), {}, panel);
      section.button('Phone').focus();
      let keys = 0;
      const count = ({key}: KeyboardEvent): void => void (keys += key === 'Control' ? 0 : 1);
      document.addEventListener('keydown', count, true);
      await press('Enter');
      const form = new Harness(await section.part('isp-contact-form'));
      await until('the focus is there', () => form.hasFocus);
      await press(' ', 'Tab');
      document.removeEventListener('keydown', count, true);
      await type('Sleeps better.');
      document.addEventListener('keydown', count, true);
      if (way === 'Ctrl + Enter') await press('Control+Enter');
      else {
        while (section.focus !== 'Record the contact' && keys < 40) await press('Tab');
        await press('Enter');
      }
      document.removeEventListener('keydown', count, true);
      await settled();
      assert.isAtMost(keys, 20);
      assert.deepEqual(
        panel.asked.find(([name]) => name === 'addContact'),
        ['addContact', {...call, note: {text: 'Sleeps better.', lang: 'en-CA'}}, 'en-CA'],
      );
    });
  }

  it('asks for the outcome instead of guessing it', async () => {
    const panel = recording(withContacts([]));
    const section = await show(withContacts([]), {}, panel);
    await section.click('Home visit');
    const form = new Harness(await section.part('isp-contact-form'));
    await form.click('Record the contact');
    assert.include(form.text, 'Say whether somebody was reached.');
    assert.equal(section.focus, 'Reached');
    assert.isUndefined(panel.asked.find(([name]) => name === 'addContact'));
  });

  it('records with whom, about which goal, what comes next, and another day', async () => {
    const panel = recording(withContacts([]));
    const section = await show(withContacts([]), {}, panel);
    await section.click('In person');
    const form = new Harness(await section.part('isp-contact-form'));
    await form.take('Not reached');
    await form.choose('With whom', 'Somebody else…');
    await form.click('Record the contact');
    assert.include(form.saidOf('Name'), 'Write the name.');
    await form.fill('Name', 'Léa');
    await form.choose('About which goal', 'Keep my apartment');
    await form.fill('What comes next', 'Call again');
    await form.fill('Next contact', '2026-12-01');
    await form.fill('Day of the contact', '2026-11-21');
    await form.choose('Contact every', '7 days');
    await form.choose('How', 'Video');
    await form.click('Record the contact');
    assert.deepEqual(panel.asked.find(([name]) => name === 'addContact')?.[1], {
      mode: 'video',
      reached: false,
      party: {kind: 'text', reference: null, name: 'Léa'},
      day: '2026-11-21',
      goalIds: ['g3'],
      note: null,
      next: {day: '2026-12-01', every: 7, text: 'Call again'},
    });
  });

  it('keeps what was typed when the record does not answer', async () => {
    const panel = recording(withContacts([]), false);
    const section = await show(withContacts([]), {}, panel);
    await section.click('Phone');
    const form = new Harness(await section.part('isp-contact-form'));
    await form.take('Reached');
    await form.fill('Note', 'Sleeps better.');
    await form.click('Record the contact');
    assert.include(section.alerts.join(), 'Not saved');
    assert.equal(form.field('Note').value, 'Sleeps better.');
  });

  it('shows what was typed although the contacts could not be read', async () => {
    const typed = {...withContacts('offline'), drafts: {'contact:new': {note: 'Half a sentence'}}};
    const section = await show(typed);
    const form = new Harness(await section.part('isp-contact-form'));
    assert.equal(form.field('Note').value, 'Half a sentence');
  });

  it('marks a contact as entered by mistake in two steps; one that may not be changed offers nothing', async () => {
    const panel = recording(withContacts(log));
    const section = await show(withContacts(log), {}, panel);
    assert.isFalse(section.hasButton('Mark the contact of October 20, 2026'));
    await section.click('Mark the contact of November 10, 2026 (Phone) as entered by mistake');
    assert.equal(section.focus, 'Keep it');
    assert.isUndefined(panel.asked.find(([name]) => name === 'withdrawContact'));
    await section.click('Yes, by mistake');
    await settled();
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'withdrawContact'),
      ['withdrawContact', 'c1', 'en-CA'],
    );
    assert.isTrue(section.hasFocus);
  });

  it('says why nothing can be recorded, and what to do instead', async () => {
    const section = await show(withContacts(log, readOnly()));
    assert.include(section.text, 'Contacts cannot be recorded here.');
    assert.include(section.text, 'Write the contact as a note in the chart.');
    assert.isFalse(section.hasButton('Phone'));
  });

  it('has nothing wider than its panel', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const section = await show(states.form, {language});
        await section.part('isp-contact-form');
        assert.isAtMost(section.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});
