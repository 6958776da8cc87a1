import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {Panel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import type {Enrolment} from '../../src/domain/follow-up/enrolment.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, widen, widths, type Look} from './harness/stage.ts';
import {emptyPlan} from './plan/plan-details-states.ts';
import {readOnly, usual} from './plan/plan-states.ts';

defineSections();
defineLater();

function enrolment(more: Partial<Enrolment> = {}): Enrolment {
  return {
    id: 'e1',
    version: '1',
    state: 'enrolled',
    date: '2026-05-22',
    reason: null,
    start: '2026-05-22',
    end: null,
    steps: [
      {state: 'invited', from: '2026-05-02', to: '2026-05-22'},
      {state: 'enrolled', from: '2026-05-22', to: null},
    ],
    readOnly: null,
    ...more,
  };
}

function withEnrolments(
  enrolments: PanelState['later']['enrolments'] | readonly Enrolment[],
  index: string | null = '2026-05-22',
  base: PanelState = usual(),
  plan = emptyPlan(),
): PanelState {
  const section = Array.isArray(enrolments)
    ? ({status: 'ready', value: enrolments as readonly Enrolment[], gaps: [], asOf: ''} as const)
    : (enrolments as PanelState['later']['enrolments']);
  const use = {status: 'ready', gaps: [], asOf: '', value: {proof: {index}}} as unknown as PanelState['use'];
  const details = {status: 'ready', value: {plan, crisis: null, rivals: []}, gaps: [], asOf: ''} as const;
  return {
    ...base,
    today: '2026-11-22',
    use,
    later: {plan: details, ...(section && {enrolments: section})},
  };
}

const unsupported = {
  status: 'failed',
  problem: {kind: 'unsupported', what: 'EpisodeOfCare', why: 'server'},
} as const;

async function show(state: PanelState, look: Look = {}, panel: Panel = fakePanel(state)): Promise<Harness> {
  const element = await showElement(html`<isp-enrolment></isp-enrolment>`, look, panel);
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('section')));
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
        drafts: {},
        saves: {...before.saves, [key]: {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []}},
      }));
      return Promise.resolve();
    },
  });
  return panel;
}

describe('isp-enrolment', () => {
  before(() => widen(420));

  const states = {
    enrolled: withEnrolments([enrolment()]),
    none: withEnrolments([], null, usual(), emptyPlan({status: 'unknown'})),
    form: {...withEnrolments([enrolment()]), drafts: {enrolment: {to: 'closed', reason: 'Moved'}}},
    'by the plan': withEnrolments(unsupported, '2026-04-22', readOnly()),
    offline: withEnrolments({status: 'failed', problem: {kind: 'offline'}}),
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).element);
  }

  const closed = enrolment({state: 'closed', date: '2026-11-20', reason: 'Déménagement', end: '2026-11-20'});
  const said: readonly (readonly [string, PanelState, string, string])[] = [
    ['enrolled', states.enrolled, 'Enrolled since May 22, 2026', 'Personne inscrite depuis le 22 mai 2026'],
    [
      'invited',
      withEnrolments([enrolment({state: 'invited', date: '2026-11-02', start: null})]),
      'Invited since November 2, 2026',
      'Personne invitée depuis le 2 novembre 2026',
    ],
    [
      'paused',
      withEnrolments([enrolment({state: 'paused', date: '2026-08-01', reason: null})]),
      'Paused since August 1, 2026 Reason not recorded',
      'Suivi en pause depuis le 1er août 2026 Raison non inscrite',
    ],
    [
      'closed',
      withEnrolments([closed]),
      'Closed on November 20, 2026 Reason: Déménagement',
      'Suivi terminé le 20 novembre 2026 Raison\u00a0: Déménagement',
    ],
    [
      'declined',
      withEnrolments([{...closed, state: 'declined', reason: 'Manque de temps'}]),
      'Declined on November 20, 2026 Reason: Manque de temps',
      'Invitation refusée le 20 novembre 2026 Raison\u00a0: Manque de temps',
    ],
    [
      'by the plan where the record keeps no enrolment',
      withEnrolments(unsupported, '2026-04-22'),
      'Enrolled since April 22, 2026 by the state of the plan',
      'Personne inscrite depuis le 22 avril 2026 selon l’état du plan',
    ],
    ['none at all', states.none, 'No enrolment in the record.', 'Aucune inscription au dossier.'],
  ];
  for (const [name, state, en, fr] of said) {
    it(`says how the person stands: ${name}`, async () => {
      assert.include((await show(state)).text, en);
      assert.include((await show(state, {language: 'fr-CA'})).text, fr);
    });
  }

  it('says from which day before and after are counted, and where it comes from', async () => {
    assert.include((await show(states.enrolled)).text, 'Index date May 22, 2026: before and after');
    assert.include(
      (await show(withEnrolments([], '2026-04-22'))).text,
      'Index date April 22, 2026, the start of the plan',
    );
    assert.include((await show(states.none)).text, 'No index date');
  });

  it('shows what went before', async () => {
    const section = await show(states.enrolled);
    await section.unfold('Before that');
    assert.include(section.text, 'Invited, May 2, 2026 – May 22, 2026');
  });

  it('records a state with its day and reason by keyboard; without a reason nothing is sent', async () => {
    const panel = recording(states.enrolled);
    const section = await show(states.enrolled, {}, panel);
    await section.click('Change the enrolment');
    assert.equal(section.focus, 'Pause');
    await section.click('Close');
    const form = new Harness(await section.part('isp-enrolment-form'));
    await until('the cursor is in the day', () => section.focus.startsWith('Since when'));
    await form.click('Close');
    assert.include(form.text, 'Say why.');
    assert.isUndefined(panel.asked.find(([name]) => name === 'changeEnrolment'));
    await form.click('Moved away');
    await form.fill('Since when', '2026-11-23');
    await form.click('Close');
    assert.include(form.text, 'This day has not come yet.');
    await form.fill('Since when', '2026-11-20');
    form.field('Why').focus();
    await press('Enter');
    await settled();
    assert.deepEqual(
      panel.asked.find(([name]) => name === 'changeEnrolment'),
      ['changeEnrolment', {state: 'closed', date: '2026-11-20', reason: 'Moved away'}, 'Case management'],
    );
    assert.isTrue(section.hasFocus);
  });

  it('says why nothing can be changed, and leads to the plan where that says it', async () => {
    const section = await show(states['by the plan']);
    assert.include(section.text, 'The enrolment cannot be changed here.');
    assert.isFalse(section.hasButton('Change the enrolment'));
    assert.isTrue(section.hasButton('Go to the plan'));
  });

  it('is never empty without a word', async () => {
    const section = await show(states.offline);
    assert.include(section.text, 'The enrolment could not be read.');
    assert.notInclude(section.text, 'No enrolment in the record.');
  });

  it('has nothing wider than its panel', async () => {
    for (const width of widths) {
      await widen(width);
      for (const language of ['en-CA', 'fr-CA'] as const) {
        const section = await show(states.form, {language});
        assert.isAtMost(section.element.scrollWidth, width, `${width} ${language}`);
      }
    }
    await widen(420);
  });
});
