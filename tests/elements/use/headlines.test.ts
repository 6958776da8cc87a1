import {assert} from '@open-wc/testing';
import {glanceView} from '../../../src/app/glance-view.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {defineSections} from '../../../src/elements/panel/define-sections.ts';
import {edLine} from '../../../src/elements/use/ed-line.ts';
import {loadLocalization, type Language} from '../../../src/i18n/index.ts';
import {fakePanel} from '../../helpers/fake-panel.ts';
import {Harness} from '../harness/harness.ts';
import {settled, until} from '../harness/page.ts';
import {PanelHarness} from '../harness/panel-harness.ts';
import {usual} from '../plan/plan-states.ts';
import {reference, useOf, withUse} from './use-states.ts';

defineSections();

async function line(state: PanelState, language: Language = 'en-CA'): Promise<string> {
  const {messages, format} = await loadLocalization(language, 'America/Toronto');
  return edLine(glanceView(state), messages, format);
}

async function show(state: PanelState): Promise<Harness> {
  const panel = fakePanel(state);
  panel.store.update(() => state);
  const shown = await PanelHarness.show(panel);
  await until('the headlines stand', () => shown.hasButton('Copy as one line'));
  return new Harness(shown.parts('isp-headlines')[0] as HTMLElement);
}

/** Runs with a clipboard that answers in a given way. */
async function withClipboard(
  write: (text: string) => Promise<void>,
  run: () => Promise<void>,
): Promise<void> {
  const real = navigator.clipboard;
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: write}});
  try {
    await run();
  } finally {
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: real});
  }
}

describe('the line to copy', () => {
  it('holds the plan and its review, visits by site, stays, what matters and whom to call', async () => {
    assert.equal(
      await line(reference()),
      'Active plan, reviewed 2026-04-22. 11 ED visits / 12 months (A 10, B 1), 3 stays. ' +
        'In hospital now since 2026-11-20, A. ' +
        'What matters: “Staying home with my cat, and seeing my sister on Saturdays”. ' +
        'Call Julie Fictive, 819-555-0101 poste 234.',
    );
  });

  it('in French', async () => {
    assert.equal(
      await line(reference(), 'fr-CA'),
      'Plan actif, révisé le 2026-04-22. 11 visites à l’urgence / 12\u00a0mois (A 10, B 1), 3 hospitalisations. ' +
        'À l’hôpital depuis le 2026-11-20, A. ' +
        'Ce qui compte\u00a0: «\u00a0Staying home with my cat, and…\u00a0». ' +
        'Appeler Julie Fictive, 819-555-0101 poste 234.',
    );
  });

  it('says at least, and since when the records go back', async () => {
    const state = reference({}, [{reason: 'records-start', what: 'Encounter', since: '2026-03-01'}]);
    assert.include(
      await line(state),
      ' At least 11 ED visits / 12 months (A 10, B 1), at least 3 stays (records start 2026-03-01).',
    );
  });

  it('says not available, never 0, when nothing could be read', async () => {
    assert.include(
      await line(withUse({status: 'failed', problem: {kind: 'timeout'}})),
      'ED visits and stays not available.',
    );
    const none = {...useOf([], {gaps: [{reason: 'failed'}]})};
    assert.include(await line(withUse(none)), 'ED visits and stays not available.');
    const visits = useOf([{id: 'a', start: '2026-05-01'}], {gaps: [{reason: 'failed'}]});
    assert.include(
      await line(withUse(visits)),
      'At least 1 ED visit / 12 months, hospital stays not available.',
    );
  });

  it('says that there is no plan only when that is known', async () => {
    const none = {
      ...reference(),
      plan: {...usual().plan, value: {plan: null, otherActivePlans: 0}},
    } as PanelState;
    assert.match(await line(none), /^No individualized services plan in the record\. 11 ED/);
    assert.match(await line({...reference(), plan: {status: 'loading'}}), /^11 ED visits/);
  });

  it('has at most 240 characters, whatever the words, and never a phone number cut', async () => {
    const long = 'Vivre chez moi sans crainte '.repeat(20);
    const state = reference();
    if (state.plan.status !== 'ready' || state.team.status !== 'ready') throw new Error('not ready');
    const plan = {
      ...state.plan,
      value: {...state.plan.value, plan: {...state.plan.value.plan!, whatMatters: long}},
    };
    const members = state.team.value.members.map((member) =>
      member.slot === 'case-manager'
        ? {...member, name: 'Marie-Antoinette de l’Exemple '.repeat(10)}
        : member,
    );
    const team = {...state.team, value: {...state.team.value, members}};
    for (const language of ['en-CA', 'fr-CA'] as const) {
      const text = await line({...state, plan, team}, language);
      assert.isAtMost(text.length, 240);
      assert.include(text, '819-555-0101 poste 234');
      assert.include(text, '11 ');
    }
  });
});

describe('isp-headlines', () => {
  it('shows the plan, the use, where the person is and whom to call, with the number to dial', async () => {
    const headlines = await show(reference());
    assert.match(headlines.text, /Active plan, reviewed April 22, 2026 \(214 days ago\)/);
    assert.match(headlines.text, /11 ED visits, 3 hospital stays in 12 months/);
    assert.match(headlines.text, /In hospital now A since November 20, 2026/);
    assert.equal(headlines.parts<HTMLAnchorElement>('a')[0]?.getAttribute('href'), 'tel:8195550101;ext=234');
  });

  it('copies the line, and shows what was copied until it is no longer true', async () => {
    const copied: string[] = [];
    const write = (text: string): Promise<void> => {
      copied.push(text);
      return Promise.resolve();
    };
    await withClipboard(write, async () => {
      const headlines = await show(reference());
      await headlines.click('Copy as one line');
      await until('it is said', () => headlines.text.includes('Copied:'));
      assert.deepEqual(copied, [await line(reference())]);
      assert.include(headlines.text, `Copied: ${copied[0]}`);
    });
  });

  it('copies by the older command when the clipboard is refused', async () => {
    const {execCommand} = document as {execCommand: (command: string) => boolean};
    const asked: string[] = [];
    document.execCommand = (command: string): boolean => {
      asked.push(command);
      return true;
    };
    try {
      await withClipboard(
        () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
        async () => {
          const headlines = await show(reference());
          await headlines.click('Copy as one line');
          await until('it is said', () => headlines.text.includes('Copied:'));
          assert.deepEqual(asked, ['copy']);
          assert.isFalse(headlines.hasField('Copy'));
        },
      );
    } finally {
      document.execCommand = execCommand;
    }
  });

  it('leaves the text selected in a box when nothing else works', async () => {
    const {execCommand} = document as {execCommand: (command: string) => boolean};
    document.execCommand = () => false;
    try {
      await withClipboard(
        () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
        async () => {
          const headlines = await show(reference());
          await headlines.click('Copy as one line');
          await until('the box stands', () => headlines.hasField('Copy'));
          await settled();
          const box = headlines.field('Copy') as HTMLTextAreaElement;
          assert.equal(box.value, await line(reference()));
          assert.deepEqual([box.selectionStart, box.selectionEnd], [0, box.value.length]);
          assert.include(headlines.text, 'The text is selected');
        },
      );
    } finally {
      document.execCommand = execCommand;
    }
  });
});
