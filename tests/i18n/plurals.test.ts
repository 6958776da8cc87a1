import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createFormat} from '../../src/i18n/format.ts';
import {createPlural} from '../../src/i18n/plural.ts';
import {catalogues} from './catalogue.ts';

const cases: readonly (readonly [language: 'en-CA' | 'fr-CA', n: number, expected: string])[] = [
  ['en-CA', 0, '0 visits'],
  ['en-CA', 1, '1 visit'],
  ['en-CA', 2, '2 visits'],
  ['en-CA', 1.5, '1.5 visits'],
  ['en-CA', 21, '21 visits'],
  ['en-CA', 1_000_000, '1,000,000 visits'],
  ['fr-CA', 0, '0 visite'],
  ['fr-CA', 1, '1 visite'],
  ['fr-CA', 1.5, '1,5 visite'],
  ['fr-CA', 2, '2 visites'],
  ['fr-CA', 21, '21 visites'],
  ['fr-CA', 1_000_000, '1\u00a0000\u00a0000 visites'],
  ['fr-CA', 2_000_000, '2\u00a0000\u00a0000 visites'],
];

for (const [language, n, expected] of cases) {
  test(`${n} in ${language} is written “${expected}”`, () => {
    const plural = createPlural(language);
    const number = createFormat(language, 'America/Toronto').number(n);
    const noun = language === 'fr-CA' ? plural(n, 'visite', 'visites') : plural(n, 'visit', 'visits');
    // Node writes the narrow no-break space in some versions: both are right.
    assert.equal(`${number} ${noun}`.replaceAll('\u202f', '\u00a0'), expected);
  });
}

test('the headline nouns are in the form of their number, in both languages', () => {
  const {use: en} = catalogues['en-CA'];
  const {use: fr} = catalogues['fr-CA'];
  assert.deepEqual(
    [0, 1, 2].map((n) => [en.edVisits(n), en.stays(n), en.hospitalDays(n)]),
    [
      ['ED visits', 'hospital stays', 'hospital days'],
      ['ED visit', 'hospital stay', 'hospital day'],
      ['ED visits', 'hospital stays', 'hospital days'],
    ],
  );
  assert.deepEqual(
    [0, 1, 2].map((n) => [fr.edVisits(n), fr.stays(n), fr.hospitalDays(n)]),
    [
      ['visite à l’urgence', 'hospitalisation', 'jour d’hospitalisation'],
      ['visite à l’urgence', 'hospitalisation', 'jour d’hospitalisation'],
      ['visites à l’urgence', 'hospitalisations', 'jours d’hospitalisation'],
    ],
  );
});

test('closed goals and past members agree with their number', () => {
  const {plan: en, team: enTeam} = catalogues['en-CA'];
  const {plan: fr, team: frTeam} = catalogues['fr-CA'];
  assert.equal(en.closedGoals(2), '2 closed');
  assert.equal(fr.closedGoals(1), '1 objectif fermé');
  assert.equal(fr.closedGoals(2), '2 objectifs fermés');
  assert.equal(en.openGoals(0), '0 open goals');
  assert.equal(fr.openGoals(0), '0 objectif ouvert');
  assert.equal(enTeam.past(1), '1 past member');
  assert.equal(frTeam.past(2), '2 anciens membres');
});
