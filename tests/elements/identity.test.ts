import {assert} from '@open-wc/testing';
import {html} from 'lit';
import {identityView} from '../../src/app/identity-view.ts';
import type {Patient} from '../../src/domain/patient.ts';
import type {IspIdentity} from '../../src/elements/panel/isp-identity.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {showElement, type Look} from './harness/stage.ts';
import {person} from './plan/plan-states.ts';

function show(patient: Patient | null, compact = false, look: Look = {}): Promise<IspIdentity> {
  const view = patient ? identityView(patient, '2026-11-22', look.language ?? 'en-CA') : null;
  return showElement(html`<isp-identity .view=${view} ?compact=${compact}></isp-identity>`, look);
}

const textOf = async (patient: Patient | null, compact = false, look: Look = {}): Promise<string> =>
  new Harness(await show(patient, compact, look)).text;

describe('isp-identity', () => {
  hasNoAxeFaults('a person', (look) => show(person, false, look));
  hasNoAxeFaults('on the way', (look) => show(null, false, look));
  hasNoAxeFaults('compact', (look) => show(person, true, look));

  const cases: readonly (readonly [what: string, patient: Patient, en: string, fr: string])[] = [
    [
      'family name in capitals, birth date and age, the last four of the identifier',
      person,
      'EXEMPLE, Marguerite Born 1951-03-14 (75 years) NAM …1419 ending in 1419',
      'EXEMPLE, Marguerite Naissance 1951-03-14 (75\u00a0ans) NAM …1419 se terminant par 1419',
    ],
    [
      'a name in one piece',
      {...person, family: null, given: null, nameText: 'Marguerite de l’Exemple', identifier: null},
      'Marguerite de l’Exemple Born 1951-03-14 (75 years)',
      'Marguerite de l’Exemple Naissance 1951-03-14 (75\u00a0ans)',
    ],
    [
      'nothing known',
      {...person, family: null, given: null, birthDate: null, identifier: null},
      'Name not recorded Birth date not recorded',
      'Nom non inscrit Date de naissance non inscrite',
    ],
    [
      'a birth year alone: no age that could be wrong',
      {...person, birthDate: '1951', identifier: null},
      'EXEMPLE, Marguerite Born 1951',
      'EXEMPLE, Marguerite Naissance 1951',
    ],
    [
      'a person who has died',
      {...person, deceased: true, deceasedAt: '2026-10-01', identifier: null},
      'EXEMPLE, Marguerite Deceased 2026-10-01 Born 1951-03-14 (at 75 years)',
      'EXEMPLE, Marguerite Décès\u00a0: 2026-10-01 Naissance 1951-03-14 (à 75\u00a0ans)',
    ],
  ];
  for (const [what, patient, en, fr] of cases) {
    it(`says in English and in French: ${what}`, async () => {
      assert.equal(await textOf(patient), en);
      assert.equal(await textOf(patient, false, {language: 'fr-CA'}), fr);
    });
  }

  it('never holds more of the identifier than its last four characters', async () => {
    const element = await show(person);
    assert.notInclude(element.shadowRoot?.innerHTML, 'EXEM5153');
  });

  it('says the name when it is compact too', async () => {
    assert.include(await textOf(person, true), 'EXEMPLE, Marguerite');
    assert.include(await textOf(person, true), '1951-03-14');
  });

  it('shows nobody while the person is being read', async () => {
    assert.equal(await textOf(null), 'Loading…');
  });
});
