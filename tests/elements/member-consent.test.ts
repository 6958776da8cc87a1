import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {TeamMember} from '../../src/domain/care-team.ts';
import {eachAbility} from '../../src/domain/abilities.ts';
import type {ConsentRecord} from '../../src/domain/follow-up/consent.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {member, readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineLater();

const popote = member('popote', 'Popote roulante', {kind: 'organization', reference: 'Organization/o1'});
const yes: ConsentRecord = {
  id: 'c1',
  version: '1',
  active: true,
  answer: 'yes',
  parties: [{reference: 'Organization/o1', name: 'Popote roulante'}],
  date: '2026-05-22',
  until: '2027-05-22',
  words: 'Goals only',
  readOnly: null,
};

function withConsents(
  consents: PanelState['later']['consents'] | readonly ConsentRecord[],
  base = usual(),
): PanelState {
  const section = Array.isArray(consents)
    ? ({status: 'ready', value: consents as readonly ConsentRecord[], gaps: [], asOf: ''} as const)
    : (consents as NonNullable<PanelState['later']['consents']>);
  return {...base, today: '2026-11-22', later: {consents: section}};
}

async function show(
  state: PanelState,
  look: Look = {},
  panel: Panel = fakePanel(state),
  who: TeamMember = popote,
): Promise<Harness> {
  const element = await showElement(
    html`<isp-member-consent .member=${who}></isp-member-consent>`,
    look,
    panel,
  );
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('p, button')));
  await settled();
  return new Harness(element);
}

/** A record that confirms what is asked of it. */
function recording(state: PanelState): FakePanel {
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      (panel.asked as unknown[]).push([name, ...args]);
      panel.store.update((before) => ({
        ...before,
        saves: {...before.saves, [key]: {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []}},
      }));
      return Promise.resolve();
    },
  });
  return panel;
}

describe('isp-member-consent', () => {
  before(() => widen(420));

  const key = `consent:${popote.key}`;
  const states = {
    yes: withConsents([yes]),
    none: withConsents([]),
    form: {...withConsents([]), drafts: {[key]: {answer: 'yes', words: 'Goals'}}},
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  const said: readonly (readonly [string, PanelState, string, string])[] = [
    [
      'yes',
      states.yes,
      'Consent to share: yes, until May 22, 2027 Goals only',
      'Consentement au partage\u00a0: oui, jusqu’au 22 mai 2027',
    ],
    [
      'no',
      withConsents([{...yes, answer: 'no'}]),
      'Consent to share: no',
      'Consentement au partage\u00a0: non',
    ],
    [
      'ended',
      withConsents([{...yes, until: '2026-11-01'}]),
      'Consent to share ended November 1, 2026',
      'a pris fin le 1er novembre 2026',
    ],
    [
      'withdrawn',
      withConsents([{...yes, active: false}]),
      'withdrawn, or not given yet',
      'retiré, ou pas encore donné',
    ],
    ['neither', withConsents([{...yes, answer: null}]), 'does not say yes or no', 'ni oui ni non'],
    ['not recorded', states.none, 'Consent to share not recorded', 'Consentement au partage non inscrit'],
    [
      'not read',
      withConsents({status: 'failed', problem: {kind: 'offline'}}),
      'The consents in the record could not be read.',
      'Les consentements du dossier n’ont pas pu être lus.',
    ],
  ];
  for (const [name, state, en, fr] of said) {
    it(`says the state of consent: ${name}`, async () => {
      assert.include((await show(state)).text, en);
      assert.include((await show(state, {language: 'fr-CA'})).text, fr);
    });
  }

  it('records what was said, checked before it is sent', async () => {
    const panel = recording(states.none);
    const shown = await show(states.none, {}, panel);
    await shown.click('Record consent to share');
    const form = new Harness(await shown.part('isp-consent-form'));
    assert.include(form.text, 'Kept as a consent in the record.');
    await form.click('Record');
    assert.include(form.text, 'Say yes or no.');
    await form.take('Yes');
    await form.fill('Until', '2026-01-01');
    await form.click('Record');
    assert.include(form.text, 'This day has passed.');
    assert.isUndefined(panel.asked.find(([name]) => name === 'recordConsent'));
    await form.fill('Until', '2027-01-31');
    await form.fill('What may be shared', 'Goals');
    await form.click('Record');
    await settled();
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'recordConsent'),
      ['recordConsent', popote.key, {answer: 'yes', until: '2027-01-31', words: 'Goals'}],
    );
    assert.isTrue(shown.hasFocus);
  });

  it('says where it goes when the record takes no consent, and keeps it with the member', async () => {
    const abilities = eachAbility((_act, type) =>
      type === 'Consent' ? {allowed: false, why: 'server'} : {allowed: true},
    );
    const state = {...withConsents([]), abilities};
    const panel = recording(state);
    const shown = await show(state, {}, panel);
    await shown.click('Record consent to share');
    const form = new Harness(await shown.part('isp-consent-form'));
    assert.include(form.text, 'This record system takes no consents from apps');
    await form.take('Yes');
    await form.fill('Until', '2027-01-31');
    await form.fill('What may be shared', 'Goals');
    await form.click('Record');
    await settled();
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'changeMember'),
      ['changeMember', popote.key, {consent: 'yes, until 2027-01-31. Goals'}, 'en-CA'],
    );
  });

  it('offers nothing where nothing can be written', async () => {
    const shown = await show(withConsents([], readOnly()));
    assert.isFalse(shown.hasButton('Record consent'));
  });

  it('has nothing wider than its panel', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const shown = await show(states.form, {language});
        assert.isAtMost(shown.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});
