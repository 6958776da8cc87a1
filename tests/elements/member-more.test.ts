import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import type {TeamMember} from '../../src/domain/care-team.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {action} from '../domain/actions.ts';
import {contact} from '../domain/follow-up/contacts.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {member, members, readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineLater();

const about = {
  phones: null,
  hours: 'Mon–Fri, 8:00 to 16:00',
  substitute: 'Marc, 819 555-0199',
  consent: null,
  limits: null,
};
const julie = {...members[1], slot: null, about} as TeamMember;
const popote = {...members[5], about: {...about, hours: null, substitute: null}} as TeamMember;

function withTeam(list: readonly TeamMember[], base: PanelState = usual()): PanelState {
  const ready = <T>(value: T) => ({status: 'ready', value, gaps: [], asOf: ''}) as const;
  const who = {kind: 'practitioner', reference: 'Practitioner/cm', name: null} as const;
  return {
    ...base,
    team: ready({members: list, teamIds: ['team']}),
    later: {
      contacts: ready([
        contact('a', '2026-11-10', {party: who}),
        contact('b', '2026-11-12', {party: {kind: 'text', reference: null, name: 'Rose Exemple'}}),
      ]),
      actions: ready([
        action('x', {who, due: '2026-12-05', what: {text: 'File the form', lang: null}}),
        action('y', {who, due: '2026-11-20', what: {text: 'Call the pharmacy', lang: null}, goalIds: ['g3']}),
        action('z', {who, state: 'completed'}),
      ]),
    },
  };
}

async function show(
  one: TeamMember,
  state: PanelState,
  look: Look = {},
  panel = fakePanel(state),
): Promise<Harness> {
  const element = await showElement(html`<isp-member-more .member=${one}></isp-member-more>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('.more')));
  await settled();
  return new Harness(element);
}

function recording(state: PanelState): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      const save = {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []} as const;
      panel.store.update((before) => ({...before, drafts: {}, saves: {...before.saves, [key]: save}}));
      return Promise.resolve();
    },
    keepDraft: (key, draft) =>
      panel.store.update((before) => ({...before, drafts: {...before.drafts, [key]: draft}})),
  });
  return panel;
}

describe('isp-member-more', () => {
  before(() => widen(420));

  const state = withTeam([julie, popote]);
  const conflict = {
    status: 'conflict',
    conflict: {
      what: 'fields',
      resource: 'CareTeam',
      fields: [{name: 'hours', base: about.hours, mine: 'At noon', theirs: 'In the evening'}],
      theirsAt: null,
      theirsBy: null,
    },
  } as const;
  const states = {
    said: state,
    form: {...state, drafts: {[`about:${julie.key}`]: {hours: 'At noon'}}},
    conflict: {...state, saves: {[`about:${julie.key}`]: conflict}},
  };
  for (const [name, one] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(julie, one, look)).element);
  }

  it('says the hours, the substitute, the last contact and what they carry', async () => {
    const more = await show(julie, state);
    assert.include(more.text, 'Hours: Mon–Fri, 8:00 to 16:00 Substitute: Marc, 819 555-0199');
    assert.include(more.text, 'Last contact 12 days ago, November 10, 2026');
    await more.unfold('2 actions to do');
    const [first, second] = more.parts('li').map(({textContent}) => textContent?.trim());
    assert.equal(first, 'Call the pharmacy, for “Keep my apartment”, overdue');
    assert.equal(second, 'File the form');
  });

  it('says that the consent of an outside partner is not recorded, and of nobody else', async () => {
    assert.include((await show(popote, state)).text, 'Consent to share not recorded');
    assert.notInclude((await show(julie, state)).text, 'Consent to share');
  });

  it('says nothing of contacts with a case manager, who makes them', async () => {
    assert.notInclude((await show({...julie, slot: 'case-manager'}, state)).text, 'contact');
  });

  it('says nothing of contacts that were not read', async () => {
    assert.notInclude((await show(julie, {...state, later: {}})).text, 'contact');
  });

  it('changes only what was typed, by keyboard', async () => {
    const panel = recording(state);
    const more = await show(julie, state, {}, panel);
    more.button('Change what the team says of Julie Fictive').focus();
    await press('Enter');
    const form = new Harness(await more.part('isp-member-about-form'));
    await until('the focus is there', () => form.hasFocus);
    await form.fill('Hours', ' At   noon ');
    await form.fill('Substitute', '');
    await form.choose('Role', 'Social worker');
    form.field('Hours').focus();
    await press('Enter');
    await settled();
    const coded = {system: 'http://snomed.info/sct', code: '106328005', display: 'Social worker'};
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'changeMember'),
      [
        'changeMember',
        julie.key,
        {hours: 'At noon', substitute: null, role: {coded, text: 'Social worker'}},
        'en-CA',
      ],
    );
    assert.include(more.focus, 'Change');
  });

  it('asks when two people changed the same thing', async () => {
    const panel = recording(states.conflict);
    const more = await show(julie, states.conflict, {}, panel);
    const shown = new Harness(await more.part('isp-conflict'));
    assert.include(shown.text, 'At noon');
    assert.include(shown.text, 'In the evening');
  });

  it('offers no change where none may be made', async () => {
    assert.deepEqual((await show(julie, withTeam([julie], readOnly()))).buttons, []);
    assert.deepEqual((await show({...julie, readOnly: 'subsetted'}, state)).buttons, []);
  });

  const crowd = Array.from({length: 40}, (_, at) =>
    member(`m${at}`, at % 7 === 0 ? null : `Marie-Philomène-Antoinette Larochelle de la Bruère ${at}`, {
      role: at % 5 === 0 ? null : {coded: null, text: 'Travailleuse sociale en centre de réadaptation'},
      reference: at % 3 === 0 ? null : `Practitioner/m${at}`,
      contacts: at % 2 === 0 ? [] : [{kind: 'phone', value: '819 555-0101 poste 23456', use: 'work'}],
      about: {...about, limits: 'Accompagne-aux-rendez-vous-mais-ne-transporte-personne-sans-préavis'},
    }),
  );
  for (const size of [0, 1, 12, 40]) {
    it(`fits a team of ${size} at every width, in both languages`, async () => {
      for (const width of widths) {
        await widen(width);
        for (const language of ['en-CA', 'fr-CA'] as const) {
          const team = withTeam(crowd.slice(0, size));
          const element = await showElement(
            html`<isp-care-team></isp-care-team>`,
            {language},
            fakePanel(team),
          );
          await settled();
          assert.isAtMost(element.scrollWidth, width, `${width} ${language}`);
          assert.equal(new Harness(element).parts('isp-member-more').length, size);
        }
      }
      await widen(420);
    });
  }
});
