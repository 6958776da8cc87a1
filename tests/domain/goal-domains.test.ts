import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  asDomain,
  domainOf,
  DOMAIN_SYSTEM,
  goalDomains,
  type GoalDomain,
} from '../../src/domain/goal-domains.ts';
import type {Goal} from '../../src/domain/goal.ts';

const coded = (code: string, system: string | null = DOMAIN_SYSTEM) => ({system, code, display: null});
const rows: readonly (readonly [name: string, domain: Goal['domain'], expected: GoalDomain | null])[] = [
  ['none', null, null],
  ['the code of the project', {coded: coded('housing'), text: ''}, 'housing'],
  ['the code goes before the words', {coded: coded('housing'), text: 'Medication'}, 'housing'],
  ['a code of another system says nothing', {coded: coded('housing', 'urn:other'), text: ''}, null],
  ['but its words do', {coded: coded('x', 'urn:other'), text: 'Housing'}, 'housing'],
  ['a code of the project that it does not have', {coded: coded('moon'), text: 'Legal'}, 'legal'],
  ['English words, whatever their case', {coded: null, text: '  caregiver NEEDS '}, 'caregiver'],
  ['French words', {coded: null, text: 'Gestion des médicaments'}, 'medication'],
  ['other words', {coded: null, text: 'Dietary'}, null],
];
for (const [name, domain, expected] of rows) {
  test(`the domain of life of a goal: ${name}`, () => assert.equal(domainOf(domain), expected));
}

for (const name of Object.keys(goalDomains) as GoalDomain[]) {
  test(`a goal that is given the domain ${name} is read back with it, by its code and by its words`, () => {
    const written = asDomain(name, 'Mots de l’écran');
    assert.deepEqual(written, {
      coded: {system: DOMAIN_SYSTEM, code: name, display: goalDomains[name].display},
      text: 'Mots de l’écran',
    });
    assert.equal(domainOf(written), name);
    assert.equal(domainOf({coded: null, text: goalDomains[name].named}), name);
  });
}
