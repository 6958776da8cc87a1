import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {LaterState} from '../../src/app/later-state.ts';
import type {Appointment} from '../../src/domain/follow-up/appointment.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {fakePanel} from '../helpers/fake-panel.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {settled, showElement, widen, type Look} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

defineSections();
defineLater();

const one = (id: string, day: string, more: Partial<Appointment> = {}): Appointment => ({
  id,
  day,
  at: null,
  what: `Visit ${id}`,
  parties: [],
  agreed: true,
  ...more,
});
const list = [
  one('d', '2026-12-04'),
  one('a', '2026-11-24', {at: '2026-11-24T09:05:00-05:00', parties: ['Dr. Paul', 'Room 4'], agreed: false}),
  one('b', '2026-11-25', {what: null}),
  one('c', '2026-11-26'),
  one('x', '2026-11-21'),
];

async function show(appointments: LaterState['appointments'], look: Look = {}): Promise<Harness> {
  const state = {...usual(), later: {...(appointments && {appointments})}};
  const element = await showElement(html`<isp-appointments></isp-appointments>`, look, fakePanel(state));
  await until('it stands', () => Boolean(element.shadowRoot?.querySelector('section')));
  await settled();
  return new Harness(element);
}
const ready = (value: readonly Appointment[]) => ({status: 'ready', value, gaps: [], asOf: ''}) as const;
const problems = {
  offline: {kind: 'offline'},
  forbidden: {kind: 'forbidden', what: 'Appointment'},
  unsupported: {kind: 'unsupported', what: 'Appointment', why: 'server'},
} as const;
const failed = (kind: keyof typeof problems) => ({status: 'failed', problem: problems[kind]}) as const;

describe('isp-appointments', () => {
  before(() => widen(320));
  hasNoAxeFaults('some', async (look) => (await show(ready(list), look)).element);

  it('lists three, the next one first, with whom and where, and folds the others', async () => {
    const {text, folds} = await show(ready(list));
    assert.match(
      text,
      /November 24, 2026, 9:05\u00a0a\.m\., Visit a Dr\. Paul, Room 4, not confirmed yet.*November 25, 2026, reason not recorded.*Visit c/u,
    );
    assert.deepEqual(folds, ['1 more appointment']);
    assert.notInclude(text, 'Visit x');
  });

  it('says the time as French does', async () => {
    assert.include(
      (await show(ready(list), {language: 'fr-CA'})).text,
      '24 novembre 2026 à 9\u00a0h\u00a05, Visit a',
    );
  });

  for (const [name, state, said] of [
    ['none', ready([]), 'No appointment to come in the record.'],
    ['not allowed', failed('forbidden'), 'Your account may not read the appointments.'],
    ['not read', failed('offline'), 'The appointments could not be read.'],
    ['not kept', failed('unsupported'), 'This record system keeps no appointments that the panel can read.'],
  ] as const) {
    it(`says what there is: ${name}`, async () => {
      const shown = await show(state);
      await until('it is said', () => shown.text.includes(said) || shown.parts('isp-notice').length > 0);
    });
  }
});
