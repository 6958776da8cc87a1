import {assert} from '@open-wc/testing';
import {html} from 'lit';
import '../../src/summary.ts';
import type {PanelState} from '../../src/app/state.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {defineMeeting} from '../../src/elements/plan/define-meeting.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {ownWords, type WordChanges} from '../../src/i18n/own-words.ts';
import {copyState} from '../app/take-away/copy-state.ts';
import {fakePanel} from '../helpers/fake-panel.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import {copiedBy} from './harness/clipboard.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {clearStage, settled, showElement, until, widen, type Language, type Look} from './harness/stage.ts';
import {crisis, fullPlan, withPlan} from './plan/plan-details-states.ts';
import {usual} from './plan/plan-states.ts';
import {reference} from './use/use-states.ts';

defineSections();
defineLater();
defineElement('isp-meeting', defineMeeting());

const messages: WordChanges = {
  'en-CA': {
    plan: {heading: 'Coordinated care plan'},
    use: {heading: 'Services used'},
    takeAway: {heading: 'To take along', theirs: {use: 'Use in one line', due: 'Up next, on paper'}},
    layout: {leave: {heading: 'Wait, this is not saved'}},
  },
  'fr-CA': {
    plan: {heading: 'Plan de soins coordonnés'},
    use: {heading: 'Services utilisés'},
    takeAway: {heading: 'À emporter', theirs: {use: 'Usage en une ligne', due: 'À venir, sur papier'}},
    planDetails: {meeting: {readBack: 'Ce que nous avons dit'}},
  },
};

const wrong: WordChanges = {
  'fr-CA': {plan: {openGoals: 'objectifs', headin: 'Plan'}, problem: {signInAgain: 'x'}},
};

const paths = 'messages.fr-CA.plan.openGoals, messages.fr-CA.plan.headin, messages.fr-CA.problem';

async function show(state: PanelState, look: Look = {}): Promise<PanelHarness> {
  const panel = await PanelHarness.show(fakeRecord(state), look);
  await until('the later sections stand', () => panel.parts('isp-take-away').length === 1);
  await settled();
  return panel;
}

/** What the section of copies puts into the clipboard, in a language. */
async function copied(panel: PanelHarness, language: string): Promise<string> {
  const [note = ''] = await copiedBy(async (written) => {
    await panel.choose('Language of the note', language);
    await panel.click('Copy as a note');
    await until('the note is there', () => written.length === 1);
  });
  return note;
}

describe('words of the host', () => {
  before(() => widen(420));

  hasNoAxeFaults(
    'in place of the panel’s',
    async (look) => (await show(copyState(), {...look, messages})).element,
  );

  const expected: Readonly<Record<Language, readonly (readonly [own: string, plain: string])[]>> = {
    'en-CA': [
      ['Coordinated care plan', 'Plan'],
      ['Services used', 'Use of services'],
      ['To take along', 'Copy and print'],
    ],
    'fr-CA': [
      ['Plan de soins coordonnés', 'Plan'],
      ['Services utilisés', 'Utilisation des services'],
      ['À emporter', 'Copier et imprimer'],
    ],
  };

  for (const [language, words] of Object.entries(expected) as [Language, (typeof expected)[Language]][]) {
    it(`stand in the sections and in what comes later, in ${language}`, async () => {
      const panel = await show(copyState(), {language, messages});
      for (const [own, plain] of words) {
        assert.include(panel.headings, own);
        assert.notInclude(panel.headings, plain);
      }
      assert.deepEqual(panel.notices, []);
    });
  }

  it('stand there from the first: the panel’s own are not seen before', async () => {
    clearStage();
    const element = document.createElement('isp-panel');
    element.lang = 'en-CA';
    element.messages = {'en-CA': {panel: {refresh: 'Anew'}, plan: {heading: 'Coordinated care plan'}}};
    element.panel = fakeRecord(usual());
    document.body.append(element);
    const panel = new PanelHarness(element);
    const seen = new Set<string>();
    await until('the plan stands', () => {
      for (const words of ['Refresh', 'Anew', ...panel.headings])
        if (panel.text.includes(words)) seen.add(words);
      return panel.headings.includes('Coordinated care plan');
    });
    assert.isTrue(seen.has('Anew'));
    assert.isFalse(seen.has('Refresh'));
    assert.isFalse(seen.has('Plan'));
  });

  it('stand in a note and on paper of the other language', async () => {
    const panel = await show(copyState(), {messages});
    assert.match(await copied(panel, 'French'), /usage en une ligne/iu);
    assert.match(await copied(panel, 'English'), /use in one line/iu);

    await panel.click('Print a copy…');
    const copy = new Harness(await panel.part('isp-printed-copy'));
    await copy.choose('For', 'A meeting of the clinic (one page)');
    await copy.choose('Language', 'French');
    await until('the paper stands', () => copy.parts('.sheet').length === 1);
    const paper = (): string => copy.parts<HTMLElement>('.sheet')[0]?.textContent ?? '';
    assert.include(paper(), 'À venir, sur papier');

    panel.element.messages = {'fr-CA': {takeAway: {theirs: {due: 'Bientôt'}}}};
    await until('the paper has the new words', () => paper().includes('Bientôt'));
    assert.notInclude(paper(), 'À venir');
  });

  it('stand in what a meeting reads back in the person’s own language', async () => {
    const own = await ownWords(messages);
    const state = withPlan({plan: fullPlan, crisis}, {drafts: {'plan:meeting': {goal1: 'Marcher'}}});
    const element = await showElement(html`<isp-meeting></isp-meeting>`, {}, fakePanel(state), (words) =>
      own.over(words),
    );
    const meeting = new Harness(element);
    await until('the meeting stands', () => meeting.parts('nav button').length === 4);
    meeting.parts<HTMLElement>('nav button')[3]?.click();
    await until('the words have come', () => meeting.parts('.back').length === 1);
    assert.include(meeting.parts('.back')[0]?.textContent ?? '', 'Ce que nous avons dit');
  });

  it('stand in the question before the panel is left', async () => {
    const panel = await PanelHarness.show(fakePanel({...usual(), drafts: {'goal:new': {words: 'Cook'}}}), {
      messages,
    });
    const answer = panel.element.setContext({patient: 'p2'});
    await until('the question stands', () => panel.alerts.length > 0);
    assert.include(panel.alerts.join(' '), 'Wait, this is not saved');
    await panel.click('Stay here');
    assert.isFalse(await answer);
  });

  it('change at once, and go at once; what is typed and the place in it stay', async () => {
    const panel = await show(copyState());
    await panel.goals.add.fill('New goal', 'Cook for my');
    const field = panel.goals.add.field('New goal') as HTMLInputElement;
    field.focus();
    field.setSelectionRange(4, 7);
    for (const [words, heading] of [
      [messages, 'Coordinated care plan'],
      [{'en-CA': {plan: {heading: 'Plan of care'}}}, 'Plan of care'],
      [null, 'Plan'],
    ] as const) {
      panel.element.messages = words;
      await until('the words have changed', () => panel.headings.includes(heading));
      await settled();
      assert.equal(panel.goals.add.field('New goal'), field);
      assert.deepEqual([field.value, field.selectionStart, field.selectionEnd], ['Cook for my', 4, 7]);
      assert.isTrue(panel.goals.add.hasFocus);
    }
    assert.notInclude(panel.headings, 'Services used');
  });

  it('go with the language of the panel, and what is typed stays', async () => {
    const panel = await show(copyState(), {messages});
    await panel.goals.add.fill('New goal', 'Cook');
    await panel.click('Français');
    await until('it speaks French', () => panel.headings.includes('Plan de soins coordonnés'));
    assert.equal(panel.goals.add.field('Nouvel objectif').value, 'Cook');
    await panel.click('English');
    await until('it speaks English', () => panel.headings.includes('Coordinated care plan'));
  });

  it('are named by their paths where they could not be used, among the settings of the site', async () => {
    const panel = await PanelHarness.show(fakeRecord(usual()), {messages: wrong});
    panel.element.config = {notices: [{path: 'zone', kind: 'wrong-value'}]};
    await settled();
    assert.deepEqual(panel.notices, [
      `Some settings could not be used: zone, ${paths}. Defaults hold instead; tell technical support.`,
    ]);
    panel.element.messages = messages;
    panel.element.config = {};
    await until('the notice goes', () => panel.notices.length === 0);
  });

  it('are named in French as well', async () => {
    const panel = await PanelHarness.show(fakeRecord(usual()), {language: 'fr-CA', messages: wrong});
    assert.match(
      panel.notices.join('|'),
      /^Réglages qui n’ont pas pu être utilisés\s: messages\.fr-CA\.plan/u,
    );
  });

  it('are text, whatever stands in them', async () => {
    const heading = '<img src=x onerror=alert(1)>';
    const panel = await PanelHarness.show(fakeRecord(usual()), {messages: {'en-CA': {plan: {heading}}}});
    assert.include(panel.headings, heading);
    assert.deepEqual(panel.parts('img'), []);
  });

  it('are those of one panel: another one beside it has its own, or none', async () => {
    const first = await PanelHarness.show(fakeRecord(usual()), {messages});
    const beside = ['One more plan', null].map((heading) => {
      const element = document.createElement('isp-panel');
      element.lang = 'en-CA';
      element.messages = heading ? {'en-CA': {plan: {heading}}} : null;
      element.panel = fakeRecord(usual());
      document.body.append(element);
      return new PanelHarness(element);
    });
    const all = [first, ...beside];
    await until('all stand', () => all.every((panel) => panel.parts('isp-plan').length === 1));
    await settled();
    assert.deepEqual(
      all.map(({headings}) => headings.find((words) => /plan/iu.test(words))),
      ['Coordinated care plan', 'One more plan', 'Plan'],
    );
  });

  it('stand in the summary as well, and those that could not be used are named there', async () => {
    clearStage();
    const element = document.createElement('isp-summary');
    element.lang = 'en-CA';
    element.messages = {'en-CA': {use: {glance: {copy: 'Take the line'}, coverage: {other: 'None.'}}}};
    element.panel = fakePanel(reference());
    document.body.append(element);
    const summary = new Harness(element);
    await until('the line stands', () => summary.hasButton('Take the line'));
    assert.include(summary.text, 'could not be used: messages.en-CA.use.coverage.');
  });
});
