import {assert} from '@open-wc/testing';
import {defineSections} from '../../../src/elements/panel/define-sections.ts';
import {findLayoutFaults} from '../../journeys/layout-faults.ts';
import {hasNoAxeFaults} from '../harness/every-look.ts';
import {smallTargets, tinyText} from '../harness/faults.ts';
import {settled, textOf, until} from '../harness/page.ts';
import {languages, widen, widths} from '../harness/stage.ts';
import {UseHarness} from './use-harness.ts';
import {reference, useStates, withUse, useOf} from './use-states.ts';

defineSections();

/** Opens a row, the criteria, the proof and the folds, so that what is in them is looked at too. */
async function openAll(use: UseHarness): Promise<void> {
  for (const button of use.parts<HTMLButtonElement>('button[aria-expanded="false"]')) {
    if (!button.matches('.row') || button === use.rows[0]) button.click();
  }
  for (const line of use.parts<HTMLElement>('summary')) line.click();
  await until('all parts stand', () => use.parts('isp-counting-proof .parts, .parts').length > 0);
  await settled();
  scrollTo(0, 0);
}

describe('isp-use', () => {
  after(() => widen(1024));

  for (const [name, state] of Object.entries(useStates)) {
    hasNoAxeFaults(name, async (look) => (await UseHarness.show(state(), look)).element);
  }
  hasNoAxeFaults('everything open', async (look) => {
    const use = await UseHarness.show(reference(), look);
    await openAll(use);
    return use.element;
  });

  for (const width of widths) {
    for (const language of languages) {
      for (const [name, state] of Object.entries(useStates)) {
        it(`has no sideways scroll, cut or covered text, no small target: ${width} px, ${language}, ${name}`, async () => {
          await widen(width);
          const use = await UseHarness.show(state(), {language});
          if (name === 'reference') await openAll(use);
          assert.deepEqual(findLayoutFaults(), []);
          assert.deepEqual(smallTargets(use.element), []);
          assert.deepEqual(tinyText(use.element), []);
        });
      }
    }
  }

  describe('the numbers', () => {
    const cases = [
      [
        'of the reference patient',
        reference(),
        ['11 ED visits 2 1', '3 hospital stays 1 0', '14 hospital days 2 0'],
      ],
      [
        'while older months are read',
        reference({}, [{reason: 'loading', what: 'Encounter'}]),
        [
          'at least 11 ED visits at least 2 at least 1',
          'at least 3 hospital stays at least 1 not available',
          'at least 14 hospital days at least 2 not available',
        ],
      ],
      [
        'of an empty history',
        withUse(useOf([])),
        ['0 ED visits 0 0', '0 hospital stays 0 0', '0 hospital days 0 0'],
      ],
      [
        'of a history that could not be read at all',
        withUse({...useOf([], {gaps: [{reason: 'failed'}]}), gaps: [{reason: 'failed', what: 'Encounter'}]}),
        [
          'not available ED visits not available not available',
          'not available hospital stays not available not available',
          'not available hospital days not available not available',
        ],
      ],
    ] as const;
    for (const [name, state, figures] of cases) {
      it(name, async () => {
        await widen(1024);
        assert.deepEqual((await UseHarness.show(state)).figures, figures);
      });
    }

    it('in French, with one and none in the singular', async () => {
      const use = await UseHarness.show(reference(), {language: 'fr-CA'});
      assert.deepEqual(use.figures, [
        '11 visites à l’urgence 2 1',
        '3 hospitalisations 1 0',
        '14 jours d’hospitalisation 2 0',
      ]);
      const one = await UseHarness.show(withUse(useOf([{id: 'a', start: '2026-09-30'}])), {
        language: 'fr-CA',
      });
      assert.equal(one.figures[0], '1 visite à l’urgence 1 0');
      assert.equal(one.figures[1], '0 hospitalisation 0 0');
    });
  });

  it('says where the records start, and what unclassified contacts look like', async () => {
    const use = await UseHarness.show(
      reference({gaps: []}, [{reason: 'records-start', what: 'Encounter', since: '2026-03-01'}]),
    );
    assert.include(use.text, 'The records of this system start on March 1, 2026.');
    const unclassified = await UseHarness.show((useStates['unclassified'] as typeof reference)());
    assert.include(unclassified.text, '1 unclassified contact looks like an ED visit.');
  });

  it('says what is new since the last review', async () => {
    const use = await UseHarness.show(reference());
    assert.include(use.text, 'Since the plan was reviewed on April 22, 2026: 6 ED visits, 2 hospital stays.');
    assert.notInclude((await UseHarness.show(withUse(useOf([]), null))).text, 'Since the plan');
  });

  it('says the criterion, and each of them with its card', async () => {
    const use = await UseHarness.show(reference());
    assert.include(use.text, 'Meets the programme criterion (integrated case management, Québec).');
    await use.click('All criteria');
    await until('the criteria stand', () => use.folds.some((line) => line.startsWith('Met')));
    const lines = use.folds.filter((line) => /^(Met|Not met|Cannot)/.test(line));
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['Met', 'Met', 'Cannot', 'Met', 'Met'],
    );
    await use.unfold(lines[0] as string);
    assert.include(use.text, 'Period 2025-11-23 to 2026-11-22, both days included');
    assert.include(use.text, 'Set by the configuration of your site (sha256:test)');
  });

  it('shows before and after as raw counts with the guard sentence, no percent, no arrow', async () => {
    const use = await UseHarness.show(reference());
    const section = use.parts('section[aria-labelledby="before-after"]')[0] as HTMLElement;
    const said = textOf(section);
    assert.include(said, '6 months to enrolment on May 22, 2026 9 ED visits');
    assert.include(said, 'After enrolment, 6 of 6 months 2 ED visits');
    assert.include(
      said,
      'A lower number after enrolment can be natural change; it does not show that the programme worked.',
    );
    assert.notMatch(said, /%|→|↓|↑|percent/u);
    const early = await UseHarness.show(reference({asOf: '2026-08-22'}));
    assert.include(early.text, 'After enrolment, 3 of 6 months 1 ED visit');
  });

  it('draws patterns from five visits on only', async () => {
    const use = await UseHarness.show(reference());
    await use.unfold('Where, why and when');
    assert.include(use.text, 'Time unknown: 1 ED visit.');
    const [sites] = use.parts('.tally');
    assert.equal(textOf(sites as Element), 'Site A 10 B 1');
    const week = use.parts('.week tbody tr').map(textOf);
    assert.equal(week[4], 'Friday 0 1 2');
    const four = await UseHarness.show(
      withUse(useOf([1, 2, 3, 4].map((n) => ({id: `v${n}`, start: `2026-0${n}-10T10:00:00-05:00`})))),
    );
    await four.unfold('Where, why and when');
    assert.include(four.text, '4 ED visits in 12 months. Fewer than five: no pattern is drawn from them.');
    assert.equal(four.parts('table.week').length, 0);
  });

  it('says how long it took from discharge to a contact, or that it cannot be told', async () => {
    const contact = {id: 'c', class: 'AMB', start: '2026-06-02T10:00:00-04:00'};
    const stay = {
      id: 's',
      class: 'IMP',
      start: '2026-05-10T09:27:00-04:00',
      end: '2026-05-13T11:00:00-04:00',
    };
    const told = await UseHarness.show(withUse(useOf([stay, contact])));
    await told.unfold('From discharge');
    assert.include(told.text, 'Hospital stay, discharged May 13, 2026 20 days');
    assert.include(
      told.text,
      '1 of 1 without a contact within 7 days; 0 of 1 without a contact within 30 days.',
    );
    const inFrench = await UseHarness.show(withUse(useOf([stay, contact])), {language: 'fr-CA'});
    await inFrench.unfold('Du congé');
    assert.include(inFrench.text, 'Hospitalisation, congé le 13 mai 2026 20\u00a0jours');
    assert.include(inFrench.text, '1 sur 1 sans contact dans les 7\u00a0jours');
    const untold = await UseHarness.show(withUse(useOf([stay])));
    await untold.unfold('From discharge');
    assert.include(untold.text, 'No clinic or home contact is recorded in this system');
  });

  it('asks again when it could not be read, and not when it may not be', async () => {
    const failed = await UseHarness.show((useStates['failed'] as typeof reference)());
    await failed.click('Try again');
    assert.deepEqual(
      failed.panel.asked.map(([name]) => name),
      ['refresh'],
    );
    const forbidden = await UseHarness.show((useStates['forbidden'] as typeof reference)());
    assert.isFalse(forbidden.hasButton('Try again'));
  });
});
