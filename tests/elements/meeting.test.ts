import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import {definePlan} from '../../src/elements/plan/define-plan.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineMeeting} from '../../src/elements/plan/define-meeting.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {fakePanel, type FakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, widen, type Look} from './harness/stage.ts';
import {crisis, fullPlan, withPlan} from './plan/plan-details-states.ts';

defineSections();
defineElement('isp-plan-top', definePlan());
defineElement('isp-meeting', defineMeeting());

interface Shown {
  readonly meeting: Harness;
  readonly panel: FakePanel;
  readonly wishes: unknown[];
  readonly left: unknown[];
}

const draft = {goal1: 'Marcher', what1: 'Appeler', matters: 'Rester chez moi', 'done.goal1': 'x'};

async function show(
  state: PanelState,
  look: Look = {},
  status: 'saved' | 'failed' = 'saved',
): Promise<Shown> {
  const wishes: unknown[] = [];
  const left: unknown[] = [];
  const panel: FakePanel = fakePanel(state, {
    wish: (key, name, ...args) => {
      wishes.push([name, ...args]);
      panel.store.update((before) => ({
        ...before,
        drafts: status === 'saved' ? {} : before.drafts,
        saves: {
          [key]:
            status === 'saved'
              ? {status: 'saved', at: '2026-11-22T14:03:00Z', notes: []}
              : {status: 'failed', problem: {kind: 'timeout'}},
        },
      }));
      return Promise.resolve();
    },
  });
  const element = await showElement(
    html`<isp-meeting @isp-leave=${(event: Event) => left.push(event.type)}></isp-meeting>`,
    look,
    panel,
  );
  await until('the meeting stands', () => Boolean(element.shadowRoot?.querySelector('dialog[open]')));
  await settled();
  return {meeting: new Harness(element), panel, wishes, left};
}

describe('isp-meeting', () => {
  before(() => widen(360));

  const states = {
    plan: withPlan({plan: fullPlan, crisis}),
    'without a plan': withPlan({}),
    draft: withPlan({plan: fullPlan, crisis}, {drafts: {'plan:meeting': draft}}),
  };
  for (const [name, state] of Object.entries(states)) {
    hasNoAxeFaults(name, async (look) => (await show(state, look)).meeting.element);
    hasNoAxeFaults(`${name}, last screen`, async (look) => {
      const {meeting} = await show(state, look);
      meeting.element.shadowRoot?.querySelectorAll<HTMLElement>('nav button')[3]?.click();
      await settled();
      return meeting.element;
    });
  }

  it('says whose meeting it is on every screen, with the day of birth', async () => {
    const {meeting} = await show(states.plan);
    for (let screen = 0; screen < 4; screen += 1) {
      assert.include(meeting.text, 'Meeting with Marguerite Exemple, 1951-03-14');
      if (screen < 3) await meeting.click('Next');
    }
  });

  it('has four screens; the focus goes to the heading of each, and nothing is sent on the way', async () => {
    const {meeting, wishes} = await show(states.plan);
    for (const heading of ['Goals', 'Who does what', 'If things go wrong']) {
      await meeting.click('Next');
      assert.include(meeting.headings[0] ?? '', heading);
      assert.equal(meeting.element.shadowRoot?.activeElement?.localName, 'h2');
    }
    await meeting.click('Back');
    assert.include(meeting.text, 'Screen 3 of 4');
    assert.deepEqual(wishes, []);
  });

  it('keeps what is typed as a draft, across screens and when it is closed with Escape', async () => {
    const {meeting, panel, wishes, left} = await show(states.plan);
    await meeting.fill('What would you like us to talk about first?', 'Les escaliers');
    await meeting.choose('Marguerite Exemple', 'here');
    await meeting.click('Next');
    meeting.element.shadowRoot
      ?.querySelector('dialog')
      ?.dispatchEvent(new Event('cancel', {cancelable: true}));
    assert.deepEqual(left, ['isp-leave']);
    assert.deepEqual(panel.store.get().drafts['plan:meeting'], {
      first: 'Les escaliers',
      'here.Marguerite Exemple': 'here',
    });
    assert.deepEqual(wishes, []);
  });

  it('prints its agenda with what is typed so far; Escape closes the paper, not the meeting', async () => {
    const {meeting, left} = await show(
      withPlan({plan: fullPlan, crisis}, {drafts: {'plan:meeting': {first: 'Les escaliers'}}}),
    );
    const agenda = new Harness(await meeting.part('isp-meeting-agenda'));
    await agenda.click('Print the agenda…');
    const copy = new Harness(await agenda.part('isp-printed-copy'));
    await until('the paper stands', () => copy.parts('.sheet').length === 1);
    assert.include(copy.parts('.sheet')[0]?.textContent ?? '', 'agenda of the meeting');
    assert.include(copy.parts('.sheet')[0]?.textContent ?? '', 'Les escaliers');
    await press('Escape');
    await until('the paper is closed', () => agenda.parts('isp-printed-copy').length === 0);
    assert.deepEqual(left, []);
    assert.equal(agenda.focus, 'Print the agenda…');
  });

  it('reads back in the person’s own language what was agreed', async () => {
    const {meeting} = await show(
      withPlan(
        {plan: fullPlan, crisis},
        {drafts: {'plan:meeting': {...draft, due1: '2026-12-05', nextReview: '2027-05-01'}}},
      ),
    );
    meeting.element.shadowRoot?.querySelectorAll<HTMLElement>('nav button')[3]?.click();
    await until('the words have come', () => meeting.text.includes('Relire ensemble'));
    const [back] = meeting.parts('.back');
    assert.equal(back?.getAttribute('lang'), 'fr-CA');
    assert.include(back?.textContent ?? '', 'Appeler');
    assert.include(back?.textContent ?? '', '5 décembre 2026');
    assert.include(back?.textContent ?? '', '1er mai 2027');
    assert.include(back?.textContent ?? '', 'Je prends ma pompe bleue.');
  });

  it('saves everything at the end, and closes when the record has confirmed', async () => {
    const {meeting, wishes, left} = await show(states.draft);
    for (let screen = 0; screen < 3; screen += 1) await meeting.click('Next');
    assert.include(meeting.text, '1 of 3 saved');
    await meeting.click('Save the rest');
    assert.deepEqual(wishes, [
      ['saveMeeting', 'plan:meeting', {present: 'Present:', excused: 'Excused:', first: 'First:'}, 'en-CA'],
    ]);
    assert.deepEqual(left, ['isp-leave']);
  });

  it('stays open with everything typed when the record does not confirm', async () => {
    const {meeting, panel, left} = await show(states.draft, {}, 'failed');
    for (let screen = 0; screen < 3; screen += 1) await meeting.click('Next');
    await meeting.click('Save the rest');
    assert.deepEqual(left, []);
    assert.deepEqual(panel.store.get().drafts['plan:meeting'], draft);
    assert.include(meeting.alerts.join(' '), 'What you typed is kept.');
  });

  it('sends nothing when nothing was typed, and says so', async () => {
    const {meeting, wishes} = await show(states.plan);
    for (let screen = 0; screen < 3; screen += 1) await meeting.click('Next');
    await meeting.click('Save everything');
    assert.deepEqual(wishes, []);
    assert.include(meeting.text, 'Nothing was typed yet.');
  });

  it('is discarded only after a second step', async () => {
    const {meeting, panel, left} = await show(states.draft);
    await meeting.click('Discard the meeting');
    assert.deepEqual(panel.store.get().drafts['plan:meeting'], draft);
    await meeting.click('Discard');
    assert.deepEqual(panel.store.get().drafts, {});
    assert.deepEqual(left, ['isp-leave']);
  });
});
