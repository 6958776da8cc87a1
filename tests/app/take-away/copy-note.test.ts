import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loadCopyLanguage} from '../../../src/elements/take-away/copy-language.ts';
import {copyNote} from '../../../src/elements/take-away/copy-note.ts';
import type {PanelState} from '../../../src/app/state.ts';
import type {TeamMember} from '../../../src/domain/care-team.ts';
import type {ConsentRecord} from '../../../src/domain/follow-up/consent.ts';
import {member} from '../../elements/plan/plan-states.ts';
import {referenceUse} from '../use-state.ts';
import {copyState} from './copy-state.ts';

async function noteOf(state: PanelState, language: 'en-CA' | 'fr-CA' = 'en-CA'): Promise<string> {
  return copyNote(state, await loadCopyLanguage(language, 'America/Toronto'));
}

describe('the chart as a note', () => {
  it('says everything in English', async () => {
    const lines = (await noteOf(copyState())).split('\n');
    for (const line of [
      'INDIVIDUALIZED SERVICES PLAN',
      'EXEMPLE, Marguerite, born 1951-03-14 (75 years), NAM ending in 1419',
      'Copy of November 22, 2026',
      '- 11 ED visits, 3 hospital stays, 14 hospital days',
      '- Last 6 months: 2 ED visits, 1 hospital stay, 2 hospital days',
      '- ED visits by site: A 10, B 1.',
      '- Visits at other hospitals may be missing.',
      '- What matters to the person: “Rester chez moi. / Voir mes petits-enfants.”',
      '- Housing: “Third floor, no lift”',
      '   - Call the physiotherapist, Julie Fictive, by December 5, 2026',
      '   - Walk to the corner, the person',
      '- Ask for a bus pass',
      '- Warning signs: Short of breath',
      '- After hours: 811',
    ]) {
      assert.ok(lines.includes(line), `${line}\n\n${lines.join('\n')}`);
    }
    assert.ok(
      lines.some((line) =>
        line.startsWith('- Julie Fictive, Nurse case manager, GMF de l’Exemple, 819-555-0101'),
      ),
    );
    assert.ok(lines.some((line) => line.includes('next review February 16, 2027')));
    assert.ok(!lines.some((line) => line.includes('See the dietitian')));
  });

  it('says of each member when they are there, who answers otherwise, and whether something may be shared', async () => {
    const asOf = '2026-11-22T14:03:00-05:00';
    const about = {
      phones: '1',
      hours: 'Mon to Fri',
      substitute: 'Rose,\n811',
      consent: 'All but health',
      limits: 'None',
    };
    const kitchen = member('k', 'Popote', {kind: 'organization', reference: 'Organization/k'});
    const record: ConsentRecord = {
      id: 'c1',
      version: '1',
      active: true,
      answer: 'no',
      parties: [{reference: 'Organization/k', name: null}],
      date: '2026-05-01',
      until: null,
      words: null,
      readOnly: null,
    };
    const noteWith = async (
      who: TeamMember,
      consents: PanelState['later']['consents'],
      language: 'en-CA' | 'fr-CA' = 'en-CA',
    ): Promise<readonly string[]> => {
      const state = copyState();
      const team = {status: 'ready', gaps: [], asOf, value: {members: [who], teamIds: ['team']}} as const;
      const later = {...state.later, ...(consents && {consents})};
      const lines = (await noteOf({...state, team, later}, language)).split('\n');
      return lines.slice(lines.findIndex((line) => line.startsWith(`- ${who.name}`)) + 1).filter(Boolean);
    };
    const ready = (value: readonly ConsentRecord[]) => ({status: 'ready', gaps: [], asOf, value}) as const;
    const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
    const own = ['  - Hours: Mon to Fri', '  - Substitute: Rose, / 811'];
    const told = '  - Consent to share: All but health';
    for (const [who, consents, lines] of [
      [{...kitchen, about}, ready([]), [...own, told]],
      // What the record holds as a consent comes before what the team was told once.
      [{...kitchen, about}, ready([record]), [...own, '  - Consent to share: no']],
      [{...kitchen, about}, failed, [...own, told, '  - The consents in the record could not be read.']],
      [kitchen, ready([]), ['  - Consent to share not recorded']],
      [kitchen, {status: 'loading'}, []],
      [member('md', 'Paul Inventé'), ready([]), []],
    ] as const) {
      assert.deepEqual(await noteWith(who, consents), lines);
    }
    assert.deepEqual(await noteWith({...kitchen, about}, ready([]), 'fr-CA'), [
      '  - Heures\u00a0: Mon to Fri',
      '  - En cas d’absence\u00a0: Rose, / 811',
      '  - Consentement au partage\u00a0: All but health',
    ]);
  });

  it('says the same in French, with the words of each in their language', async () => {
    const lines = (await noteOf(copyState(), 'fr-CA')).split('\n');
    for (const line of [
      'PLAN DE SERVICES INDIVIDUALISÉ',
      '- 11 visites à l’urgence, 3 hospitalisations, 14 jours d’hospitalisation',
      '- Ce qui compte pour la personne\u00a0: «\u00a0Rester chez moi. / Voir mes petits-enfants.\u00a0»',
      '   - Call the physiotherapist, Julie Fictive, échéance\u00a0: 5 décembre 2026',
      '- Signes d’alerte\u00a0: Short of breath',
    ]) {
      assert.ok(lines.includes(line), `${line}\n\n${lines.join('\n')}`);
    }
  });

  it('never gives a bare number that may be short', async () => {
    const gaps = [{reason: 'page-limit', what: 'Encounter'}] as const;
    const text = await noteOf(copyState({use: referenceUse({}, gaps)}));
    assert.match(text, /- at least 11 ED visits, at least 3 hospital stays/u);
    assert.doesNotMatch(text, /^- 11 ED/mu);
  });

  for (const [part, words] of [
    ['use', 'The use of services could not be read.'],
    ['plan', 'The plan could not be read.'],
    ['goals', 'The goals could not be read.'],
    ['team', 'The care team could not be read.'],
  ] as const) {
    it(`says what could not be read, instead of nothing: ${part}`, async () => {
      const failed = {status: 'failed', problem: {kind: 'offline'}} as const;
      const text = await noteOf(copyState({[part]: failed}));
      assert.ok(text.includes(words), text);
    });
  }

  it('keeps what somebody typed on its line: nothing can look like another part of the note', async () => {
    const state = copyState();
    assert.ok(state.goals.status === 'ready');
    const [first, ...rest] = state.goals.value;
    assert.ok(first);
    const hostile = {...first, words: {text: 'x\n\nCARE TEAM\r\n- Nobody', lang: null}};
    const text = await noteOf({...state, goals: {...state.goals, value: [hostile, ...rest]}});
    assert.equal(text.split('\n').filter((line) => line === 'CARE TEAM').length, 1);
    assert.ok(text.includes('“x / CARE TEAM / - Nobody”'));
  });
});
