import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isUser, mayActFor, type TeamMember} from '../../src/domain/care-team.ts';

const person = 'Practitioner/nurse';
const position = 'PractitionerRole/nurse-at-clinic';

const users: readonly (readonly [
  name: string,
  member: Pick<TeamMember, 'reference' | 'holder'>,
  expected: boolean,
])[] = [
  ['named as a person', {reference: person}, true],
  ['named by a position that they hold', {reference: position, holder: person}, true],
  ['another person', {reference: 'Practitioner/physician'}, false],
  ['a position that another holds', {reference: position, holder: 'Practitioner/physician'}, false],
  ['a position of which nobody knows who holds it', {reference: position}, false],
  ['given in words', {reference: null}, false],
];
for (const [name, member, expected] of users) {
  test(`the signed-in user on the team: ${name}`, () => {
    assert.equal(isUser(member, person), expected);
  });
}

const acting: readonly (readonly [
  name: string,
  member: Pick<TeamMember, 'kind' | 'reference'>,
  expected: boolean,
])[] = [
  ['a professional of the directory', {kind: 'practitioner', reference: person}, true],
  ['a professional inside the team', {kind: 'practitioner', reference: '#nurse'}, true],
  ['a professional given in words', {kind: 'text', reference: null}, true],
  ['a position of the directory, which says it itself', {kind: 'practitioner', reference: position}, false],
  ['a relative', {kind: 'relative', reference: 'RelatedPerson/son'}, false],
  ['a relative given in words', {kind: 'relative', reference: null}, false],
  ['an organization', {kind: 'organization', reference: '#clinic'}, false],
];
for (const [name, member, expected] of acting) {
  test(`for whom a member acts (ctm-1) can be said of: ${name}`, () => {
    assert.equal(mayActFor(member), expected);
  });
}
