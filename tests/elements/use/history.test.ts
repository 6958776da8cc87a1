import {assert} from '@open-wc/testing';
import {defineSections} from '../../../src/elements/panel/define-sections.ts';
import {panelAround} from '../../../src/elements/panel/panel-around.ts';
import {focused, settled, textOf, until} from '../harness/page.ts';
import {press, widen} from '../harness/stage.ts';
import {UseHarness} from './use-harness.ts';
import {many, reference, useOf, withUse} from './use-states.ts';

defineSections();

const said = (use: UseHarness): string => use.walk.getAttribute('aria-valuetext') ?? '';

describe('the drawing and the list', () => {
  before(() => widen(1024));

  it('hold the same 14 events: 11 ED visits and 3 stays', async () => {
    const use = await UseHarness.show(reference());
    const names = use.rows.map(textOf);
    assert.equal(names.length, 14);
    assert.equal(names.filter((name) => name.includes('ED visit')).length, 11);
    assert.equal(names.filter((name) => name.includes('Hospital stay')).length, 3);
    // One of the shapes is the arrow of the stay that goes on.
    assert.equal(use.marks.length, 14 + 1);
    assert.equal(use.walk.getAttribute('aria-valuemax'), '14');
  });

  it('are walked through by one tab stop and arrow keys; Enter leads to the row', async () => {
    const use = await UseHarness.show(reference());
    use.walk.focus();
    await press('End');
    assert.match(said(use), /^2026-11-20 15:00, Hospital stay, A, 2 days so far$/);
    await press('ArrowLeft');
    assert.match(said(use), /^2026-09-30, ED visit, A$/);
    await press('Home', 'ArrowRight');
    assert.match(said(use), /^2026-01-09 20:05, ED visit, A, 7\sh\s10$/u);
    await press('Enter');
    assert.equal(focused(), use.row('Jan 9'));
    assert.isTrue(use.row('Jan 9').closest('li')?.classList.contains('picked'));
  });

  for (const [language, home, from] of [
    ['en-CA', 'Home', 'Emergency department'],
    ['fr-CA', 'Domicile', 'Urgence'],
  ] as const) {
    it(`say where somebody came from and went by the code, in the reader’s language: ${language}`, async () => {
      const use = await UseHarness.show(
        withUse(
          useOf([
            {
              id: 's',
              class: 'IMP',
              start: '2026-09-28 10:00',
              end: '2026-09-30 10:00',
              admit: {code: 'emd', display: 'From accident/emergency department'},
              disposition: {code: 'home', display: 'Home'},
            },
          ]),
        ),
        {language},
      );
      assert.include(textOf(use.rows[0]!), home);
      use.rows[0]!.click();
      await until('the details stand', () => use.text.includes(from));
      assert.notInclude(use.text, 'accident');
      if (language === 'fr-CA') assert.notInclude(use.text, 'Home');
    });
  }

  it('show 24 months when asked', async () => {
    const use = await UseHarness.show(reference());
    await use.click('24 months');
    assert.equal(use.rows.length, 15);
    assert.equal(use.walk.getAttribute('aria-valuemax'), '15');
  });

  it('show two years from before and after, and come into sight', async () => {
    const use = await UseHarness.show(reference());
    await use.click('Show two years on the timeline');
    assert.equal(use.walk.getAttribute('aria-valuemax'), '15');
    assert.equal(focused(), use.walk);
  });

  it('the list has one tab stop, and arrow keys move in it', async () => {
    const use = await UseHarness.show(reference());
    assert.equal(use.rows.filter(({tabIndex}) => tabIndex === 0).length, 1);
    use.rows[0]?.focus();
    await press('ArrowDown', 'ArrowDown');
    assert.equal(focused(), use.rows[2]);
    await press('End');
    assert.equal(focused(), use.rows[13]);
    await press('ArrowDown');
    assert.equal(focused(), use.rows[13], 'it stays on the last one');
    await press('Home', 'ArrowUp');
    assert.equal(focused(), use.rows[0]);
    assert.equal(use.rows.filter(({tabIndex}) => tabIndex === 0).length, 1);
  });

  it('filters by lane', async () => {
    const use = await UseHarness.show(reference());
    await use.click('Hospital 3');
    assert.equal(use.rows.length, 3);
    await use.click('All 14');
    assert.equal(use.rows.length, 14);
  });

  it('searches the whole history and says so', async () => {
    const use = await UseHarness.show(reference());
    await use.fill('Search', '2025-11');
    assert.equal(use.rows.length, 2);
    assert.include(use.text, '2 contacts found in the whole history.');
    await use.fill('Search', 'no such word');
    assert.include(use.text, 'Nothing found in the whole history.');
  });

  it('never says “whole history” while it is being read', async () => {
    const state = reference();
    if (state.use.status !== 'ready') throw new Error('not ready');
    const reading = {...state, use: {...state.use, value: {...state.use.value, historyComplete: false}}};
    const use = await UseHarness.show(reading);
    await use.fill('Search', 'no such word');
    assert.include(use.text, 'Nothing found in what has been read.');
  });

  it('opens a row to its details, and goes on to what it is linked to', async () => {
    const use = await UseHarness.show(reference());
    use.row('Feb 14').click();
    await until(
      'the details stand',
      () => use.parts('isp-visit-detail dl').length > 0 || use.text.includes('Linked'),
    );
    assert.include(use.text, 'Counted as ED visit, by class EMER; then admitted.');
    assert.include(use.text, 'R7 An ED visit followed by an admission counts as both.');
    assert.include(use.text, 'Encounter/e04');
    await use.click('2026-02-15 06:00, Hospital stay, A, 9 days');
    assert.equal(focused(), use.row('Feb 15'));
  });

  it('opens a record of a visit in the record system, where its host has said that it does that', async () => {
    const use = await UseHarness.show(reference());
    const host = panelAround(use.element);
    if (!host) throw new Error('no panel');
    const told: (readonly [string, string | null, boolean])[] = [];
    host.addEventListener('isp-navigate', ({activity, reference: of, cancelable}) =>
      told.push([activity, of, cancelable]),
    );
    use.row('Feb 14').click();
    const button = 'Open in the record: Encounter/e04';
    await until('the details stand', () => use.text.includes('Encounter/e04'));
    host.activities = 'appointment-book';
    await settled();
    assert.isFalse(use.hasButton(button));
    host.activities = 'appointment-book open-record';
    await until('it is offered', () => use.hasButton(button));
    await use.click(button);
    assert.deepEqual(told, [['open-record', 'Encounter/e04', true]]);
    await assert.isAccessible(host);
  });

  it('goes to a month, and opens what lies before the period', async () => {
    const use = await UseHarness.show(reference());
    await use.choose('Go to a month', 'November 2025');
    assert.include(textOf(focused()), 'Nov 23');
    await use.click('Earlier: 1 contact');
    await use.click('November 2025');
    assert.equal(use.rows.length, 15);
  });

  it('draws the newest 150 rows, the others when asked or printed', async () => {
    const use = await UseHarness.show(withUse(many(365)));
    const drawn = use.rows.length;
    assert.isAtMost(drawn, 150);
    assert.isAbove(drawn, 100);
    dispatchEvent(new Event('beforeprint'));
    assert.equal(use.element.isConnected && use.rows.length, 365);
    dispatchEvent(new Event('afterprint'));
    assert.equal(use.rows.length, drawn);
    await use.click('Show all');
    await settled();
    assert.equal(use.rows.length, 365);
    assert.isFalse(use.hasButton('Show all'));
  });

  it('keeps what is open and typed when the history goes on', async () => {
    const use = await UseHarness.show(withUse(many(40)));
    await use.fill('Search', 'Saint-Exemple');
    const before = use.rows.length;
    use.panel.store.update((state) => ({...state, use: many(60)}));
    await settled();
    assert.isAbove(use.rows.length, before);
    assert.equal((use.field('Search') as HTMLInputElement).value, 'Saint-Exemple');
  });
});

describe('how this was counted', () => {
  before(() => widen(1024));

  async function opened(): Promise<UseHarness> {
    const use = await UseHarness.show(reference());
    await use.click('How this was counted');
    await until('the proof stands', () => use.hasButton('Download'));
    return use;
  }

  it('lists 11 visits, four left out with their reasons, and what other definitions count (M2, B3)', async () => {
    const use = await opened();
    assert.includeMembers(
      [...use.headings],
      ['Counted: ED visits 11', 'Counted: hospital stays 3', 'Not counted 4'],
    );
    assert.include(use.text, '2 registrations, Encounter/e16, Encounter/e17 R8');
    const others = use.parts('.others li').map((line) => textOf(line).split(' ')[0]);
    assert.deepEqual(others, ['11', '12', '10', '12', '10', '9']);
  });

  it('opens from the number that it proves (R22)', async () => {
    const use = await UseHarness.show(reference());
    await use.click('3 hospital stays: how this was counted');
    await until('the list has the focus', () => textOf(focused()) === 'Counted: hospital stays 3');
    await use.click('11 ED visits: how this was counted');
    await until('the list has the focus', () => textOf(focused()) === 'Counted: ED visits 11');
  });

  it('hands the proof over as a file that holds exactly it', async () => {
    const use = await opened();
    const made: Blob[] = [];
    const {createObjectURL} = URL;
    let name = '';
    const onClick = (event: Event): void => {
      const link = event.composedPath()[0] as HTMLAnchorElement;
      if (!link.download) return;
      name = link.download;
      event.preventDefault();
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (): void {
      this.addEventListener('click', onClick);
      this.dispatchEvent(new MouseEvent('click', {cancelable: true}));
    };
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return createObjectURL(blob);
    };
    try {
      await use.click('Download');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const {use: section} = use.panel.store.get();
    const proof = section.status === 'ready' ? section.value.proof : null;
    assert.deepEqual(JSON.parse((await made[0]?.text()) ?? ''), JSON.parse(JSON.stringify(proof)));
    assert.equal(name, 'use-of-services-2026-11-22.json');
  });
});
