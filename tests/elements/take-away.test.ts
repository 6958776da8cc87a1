import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {PanelState} from '../../src/app/state.ts';
import {defineLater} from '../../src/elements/panel/define-later.ts';
import {defineSections} from '../../src/elements/panel/define-sections.ts';
import {copyState, detail} from '../app/take-away/copy-state.ts';
import {action} from '../domain/actions.ts';
import type {IspPrintedCopy} from '../../src/elements/take-away/isp-printed-copy.ts';
import {fakePanel} from '../helpers/fake-panel.ts';
import {copiedBy} from './harness/clipboard.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {press, settled, showElement, widen, widths, type Look} from './harness/stage.ts';

defineSections();
defineLater();

async function show(state: PanelState, look: Look = {}): Promise<Harness> {
  const element = await showElement(html`<isp-take-away></isp-take-away>`, look, fakePanel(state));
  await until('the words are there', () => Boolean(element.shadowRoot?.querySelector('section')));
  await settled();
  return new Harness(element);
}

async function showSheet(state: PanelState, look: Look = {}): Promise<{section: Harness; copy: Harness}> {
  const section = await show(state, look);
  await section.click(look.language === 'fr-CA' ? 'Imprimer une copie…' : 'Print a copy…');
  const copy = new Harness(await section.part('isp-printed-copy'));
  await until('the paper stands', () => copy.parts('.sheet').length === 1);
  return {section, copy};
}

/** Ticks or unticks a box by its words. */
async function tick(copy: Harness, words: string): Promise<void> {
  const box = copy.field(words);
  box.click();
  await settled();
}

const paperOf = (copy: Harness): string =>
  (copy.parts<HTMLElement>('.sheet')[0]?.innerText ?? '').replaceAll(/\s+/gu, ' ');

function withPlan(more: Parameters<typeof detail>[0]): PanelState {
  const state = copyState();
  const {plan} = state.later;
  if (plan?.status !== 'ready') throw new Error('no plan');
  return {...state, later: {...state.later, plan: {...plan, value: {...plan.value, plan: detail(more)}}}};
}

/** Runs with another clipboard and another answer to the older command, and sets both back. */
async function withClipboard(
  clipboard: {writeText(text: string): Promise<void>},
  execCommand: () => boolean,
  run: () => Promise<void>,
): Promise<void> {
  const before = {
    clipboard: navigator.clipboard,
    execCommand: (document as {execCommand: unknown}).execCommand,
  };
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
  Object.defineProperty(document, 'execCommand', {configurable: true, value: execCommand});
  try {
    await run();
  } finally {
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: before.clipboard});
    Object.defineProperty(document, 'execCommand', {configurable: true, value: before.execCommand});
  }
}

/** What is selected in the box of the section, if there is one. */
function selectedIn(section: Harness): string {
  const [box] = section.parts<HTMLTextAreaElement>('textarea');
  return box?.value.slice(box.selectionStart, box.selectionEnd) ?? '';
}

describe('isp-take-away', () => {
  before(() => widen(420));

  hasNoAxeFaults('section', async (look) => (await show(copyState(), look)).element);
  hasNoAxeFaults('printed copy', async (look) => (await showSheet(copyState(), look)).section.element);
  hasNoAxeFaults('agenda', async (look) => {
    const {section, copy} = await showSheet(copyState(), look);
    const select = copy.parts<HTMLSelectElement>('#audience')[0];
    if (!select) throw new Error('no choice');
    select.value = 'agenda';
    select.dispatchEvent(new Event('change'));
    await until('the agenda stands', () => copy.parts('.sheet .expected').length === 1);
    return section.element;
  });

  it('copies the chart as a note where the clipboard may be used', async () => {
    const written = await copiedBy(async (sofar) => {
      const section = await show(copyState());
      await section.click('Copy as a note');
      await until('it is said', () => section.text.includes('Copied. Paste it where you need it.'));
      await section.choose('Language of the note', 'French');
      assert.notInclude(section.text, 'Copied.');
      await section.click('Copy as a note');
      await until('both are there', () => sofar.length === 2);
    });
    assert.include(written[0], '- 11 ED visits, 3 hospital stays, 14 hospital days');
    assert.include(written[1], '- 11 visites à l’urgence');
  });

  it('selects the note where nothing may be copied, so that it can be copied by hand', async () => {
    const {clipboard} = navigator;
    const {execCommand} = document as {execCommand: unknown};
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
    Object.defineProperty(document, 'execCommand', {configurable: true, value: () => false});
    try {
      const section = await show(copyState());
      await section.click('Copy as a note');
      await until('it is said', () => section.text.includes('press Ctrl+C'));
      const [box] = section.parts<HTMLTextAreaElement>('textarea');
      assert.include(box?.value ?? '', 'INDIVIDUALIZED SERVICES PLAN');
      assert.equal(box?.selectionEnd, box?.value.length);
    } finally {
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
      Object.defineProperty(document, 'execCommand', {configurable: true, value: execCommand});
    }
  });

  it('copies by the older command where the clipboard is refused, and says no more than that it is copied', async () => {
    const refused = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    let taken = '';
    const section = await show(copyState());
    await withClipboard(
      {writeText: refused},
      () => ((taken = selectedIn(section)), true),
      async () => {
        await section.click('Copy as a note');
        await until('it is said', () => section.text.includes('Copied. Paste it where you need it.'));
      },
    );
    assert.include(taken, 'INDIVIDUALIZED SERVICES PLAN');
    assert.deepEqual(section.parts('textarea'), []);
  });

  it('offers the note to be copied by hand while the page has no focus, and copies once it has', async () => {
    let isFocused = false;
    const written: string[] = [];
    const writeText = async (text: string) => {
      if (!isFocused) throw new DOMException('Document is not focused.', 'NotAllowedError');
      written.push(text);
    };
    const section = await show(copyState());
    await withClipboard(
      {writeText},
      () => false,
      async () => {
        await section.click('Copy as a note');
        await until('it is said', () => section.text.includes('press Ctrl+C'));
        assert.include(selectedIn(section), 'INDIVIDUALIZED SERVICES PLAN');
        assert.notInclude(section.text, 'Copied.');
        isFocused = true;
        await section.click('Copy as a note');
        await until('it is copied', () => section.text.includes('Copied. Paste it where you need it.'));
      },
    );
    assert.equal(written.length, 1);
    assert.deepEqual(section.parts('textarea'), []);
  });

  it('says why a file is not offered', async () => {
    const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
    const section = await show({...withPlan({nextReview: null}), use: failed});
    assert.isFalse(section.hasButton('Visits as a table (CSV)'));
    assert.isFalse(section.hasButton('Next review for a calendar (ICS)'));
    assert.include(section.text, 'the use of services was not read');
    assert.include(section.text, 'no day is planned for the next review');
  });

  for (const width of widths) {
    it(`fits ${width} pixels`, async () => {
      await widen(width);
      const {section} = await showSheet(copyState(), {language: 'fr-CA'});
      assert.isAtMost(section.element.scrollWidth, section.element.clientWidth);
      assert.isAtMost(document.documentElement.scrollWidth, width);
      await widen(420);
    });
  }
});

describe('isp-printed-copy', () => {
  before(() => widen(768));

  it('is the person’s first, in their language: no score, no count, no number, no clinical wording', async () => {
    const {copy} = await showSheet(copyState());
    const paper = paperOf(copy);
    assert.include(paper, 'Mon plan');
    assert.include(paper, 'Marguerite EXEMPLE');
    assert.include(paper, 'Ce qui compte pour moi');
    assert.include(
      paper,
      'Call the physiotherapist – Qui\u00a0: Julie Fictive, Date visée\u00a0: 5 décembre 2026'.replaceAll(
        '\u00a0',
        ' ',
      ),
    );
    assert.include(paper, 'Walk to the corner – Qui : moi');
    assert.include(paper, '819-555-0101');
    assert.include(paper, 'Nous allons revoir ce plan le 16 février 2027.');
    for (const not of ['1951', '1419', 'NAM', 'visite', 'Borg', '11']) {
      assert.notInclude(paper.replaceAll(/\d{3}-\d{3}-\d{4}|811/gu, ''), not);
    }
  });

  it('has own words in their own language', async () => {
    const {copy} = await showSheet(copyState());
    const own = copy.parts<HTMLElement>('.sheet .words').map(({lang, textContent}) => [lang, textContent]);
    assert.deepInclude(own, ['fr-CA', 'Retourner marcher au marché le samedi avec ma sœur']);
  });

  it('tells colleagues whose it is, the use of services and the clinical context', async () => {
    const {copy} = await showSheet(copyState());
    await copy.choose('For whom', 'The care team');
    await until('the paper is theirs', () => paperOf(copy).includes('Individualized services plan'));
    const paper = paperOf(copy);
    assert.include(paper, 'EXEMPLE, Marguerite, born 1951-03-14 (75 years), NAM ending in 1419');
    assert.include(paper, '11 ED visits, 3 hospital stays, 14 hospital days');
    assert.include(paper, 'Visits at other hospitals may be missing.');
    assert.include(paper, 'Housing');
  });

  it('is one page for a meeting of the clinic: what is due, the goals, who leads, and room for decisions', async () => {
    const {copy} = await showSheet(copyState());
    await copy.choose('For whom', 'A meeting of the clinic (one page)');
    await until('the sheet stands', () => paperOf(copy).includes('sheet for the clinic meeting'));
    const paper = paperOf(copy);
    for (const words of [
      '11 ED visits',
      'What is due',
      'Know whom to call',
      'Decided at the meeting',
      'By when',
    ])
      assert.include(paper, words);
    await until('it fits', () => copy.text.includes('It fits on one page.'));
    await copy.choose('Language', 'French');
    await until('the words have come', () =>
      paperOf(copy).includes('feuille pour la rencontre de la clinique'),
    );
    assert.include(paperOf(copy), 'Décidé à la rencontre');
  });

  it('is an agenda for the meeting with the person: who is expected, the points, room to write', async () => {
    const state = copyState({drafts: {'plan:meeting': {'here.Julie Fictive': 'excused'}}});
    const {actions} = state.later;
    if (actions?.status !== 'ready') throw new Error('no actions');
    const late = {...actions, value: [...actions.value, action('late', {due: '2026-11-20'})]};
    const {copy} = await showSheet({...state, later: {...state.later, actions: late}});
    await copy.choose('For whom', 'A meeting with the person');
    await until('the agenda stands', () => paperOf(copy).includes('agenda of the meeting'));
    const paper = paperOf(copy);
    let from = 0;
    for (const words of [
      'EXEMPLE, Marguerite, born 1951-03-14 (75 years)',
      'Date: Time and place:',
      'Expected Marguerite Exemple, the person',
      'What would you like us to talk about first?',
      'What matters to the person Rester chez moi.',
      'Goals Know whom to call',
      'Overdue actions Do late – by November 20, 2026 Needs Not recorded',
      'Crisis plan, to read back Warning signs Short of breath',
      'Next review February 16, 2027',
      'Decided at the meeting',
      'Notes',
    ]) {
      assert.include(paper.slice(from), words);
      from = paper.indexOf(words, from);
    }
    assert.match(paper, /Julie Fictive, Nurse case manager, [^,]+, excused/u);
    assert.notInclude(paper, 'ED visits');
    assert.include(copy.text, '“May be shared with the community kitchen”');
    await copy.fill('Day of the meeting', '2026-12-01');
    await until('the day is there', () => paperOf(copy).includes('Date: December 1, 2026'));
    await copy.choose('Language', 'French');
    await until('the words have come', () => paperOf(copy).includes('ordre du jour de la rencontre'));
    assert.include(paperOf(copy), 'Date : 1er décembre 2026');
    assert.include(paperOf(copy), 'absence motivée');
    assert.include(paperOf(copy), 'Plan de crise, à relire ensemble');
    await tick(copy, 'Needs');
    await until('it is off', () => !paperOf(copy).includes('Besoins'));
  });

  it('says on an agenda what is not recorded, and never that of what could not be read', async () => {
    const state = copyState();
    const {plan} = state.later;
    if (plan?.status !== 'ready' || state.goals.status !== 'ready') throw new Error('no plan');
    const value = {plan: detail({nextReview: null}), crisis: null, rivals: []};
    const bare = {
      ...state,
      goals: {...state.goals, value: []},
      later: {...state.later, plan: {...plan, value}},
    };
    const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
    const absent = [
      'No crisis plan',
      'No open goal recorded.',
      'No action is overdue.',
      'No day is planned.',
    ];
    for (const [shown, said, not] of [
      [bare, absent, ['could not be read']],
      [
        {...bare, plan: failed, goals: failed, team: failed, later: {plan: failed, actions: failed}},
        ['The plan could not be read.', 'The goals could not be read.', 'The actions could not be read.'],
        [...absent, 'Not recorded'],
      ],
    ] as const) {
      const {copy} = await showSheet(shown);
      await copy.choose('For whom', 'A meeting with the person');
      await until('the agenda stands', () => paperOf(copy).includes('agenda of the meeting'));
      for (const words of said) assert.include(paperOf(copy), words);
      for (const words of not) assert.notInclude(paperOf(copy), words);
    }
  });

  it('gives a partner nothing that no consent covers until it is chosen', async () => {
    const {copy} = await showSheet(withPlan({consent: null}));
    await copy.choose('For whom', 'A community partner');
    await until('it is said', () => copy.text.includes('records no consent to share'));
    assert.notInclude(paperOf(copy), 'What matters');
    assert.notInclude(paperOf(copy), 'Know whom to call');
    await tick(copy, 'Goals');
    await until('goals are there', () => paperOf(copy).includes('Know whom to call'));
    assert.notInclude(paperOf(copy), '1951');
    assert.notInclude(paperOf(copy), 'ED visits');
  });

  it('shows the recorded consent beside the choice', async () => {
    const {copy} = await showSheet(copyState());
    await copy.choose('For whom', 'A community partner');
    await until('it is said', () => copy.text.includes('“May be shared with the community kitchen”'));
    assert.include(paperOf(copy), 'Know whom to call');
  });

  it('leaves off what is taken off: a part, one goal', async () => {
    const {copy} = await showSheet(copyState());
    await tick(copy, 'What to do if things get worse');
    await tick(copy, 'Keep my apartment');
    await until('they are off', () => !paperOf(copy).includes('Keep my apartment'));
    assert.notInclude(paperOf(copy), 'Short of breath');
    assert.include(paperOf(copy), 'Know whom to call');
  });

  it('says how many pages it takes, and lets the text be larger', async () => {
    const {copy} = await showSheet(copyState());
    await tick(copy, 'People and phone numbers');
    await until('it fits', () => copy.text.includes('It fits on one page.'));
    const long = 'Une longue phrase. '.repeat(400);
    const {copy: second} = await showSheet(withPlan({matters: {text: long, lang: 'fr-CA'}}));
    await until('it does not', () => /It takes \d pages/u.test(second.text));
    await second.choose('Text size', 'Large (14 points)');
    await until('it is large', () => second.parts('.sheet.large').length === 1);
  });

  it('prints a document of its own, and takes it away again', async () => {
    const {section, copy} = await showSheet(copyState());
    const frame = copy.parts<HTMLIFrameElement>('iframe')[0];
    const view = frame?.contentWindow as Window;
    let printed = 0;
    view.print = () => void (printed += 1);
    await copy.click('Print');
    assert.equal(printed, 1);
    assert.include(frame?.contentDocument?.body.innerText ?? '', 'Mon plan');
    assert.equal(frame?.contentDocument?.documentElement.lang, 'fr-CA');
    await press('Escape');
    await until('it is closed', () => section.parts('isp-printed-copy').length === 0);
    assert.equal(section.focus, 'Print a copy…');
    assert.isFalse(frame?.isConnected);
  });

  it('never prints what was for another reader: what was chosen last is printed once, when it stands', async () => {
    const {copy} = await showSheet(copyState());
    await tick(copy, 'People and phone numbers');
    await until('it fits', () => copy.text.includes('It fits on one page.'));
    const view = copy.parts<HTMLIFrameElement>('iframe')[0]?.contentWindow;
    if (!view) throw new Error('no frame for the printer');
    const printed: string[] = [];
    const paper = (): string => view.document.body.innerText;
    view.print = () => void printed.push(paper());
    const [select] = copy.parts<HTMLSelectElement>('#audience');
    if (!select) throw new Error('no choice');
    select.value = 'agenda';
    select.dispatchEvent(new Event('change'));
    // The words of the other language are on their way: nothing stands, and nothing says how long it is.
    await (copy.element as IspPrintedCopy).updateComplete;
    assert.equal(paper(), '');
    assert.notInclude(copy.text, 'It fits on one page.');
    void copy.click('Print');
    await until('it is printed', () => printed.length > 0);
    await settled();
    assert.equal(printed.length, 1);
    assert.include(printed[0], 'agenda of the meeting');
  });
});
