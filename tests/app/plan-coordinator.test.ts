import assert from 'node:assert/strict';
import {test} from 'node:test';
import {canBeNamed, coordinatorChoices, coordinatorOf, pointerTo} from '../../src/app/plan-coordinator.ts';
import {member} from '../elements/plan/plan-states.ts';

const manager = member('cm', 'Julie Fictive', {slot: 'case-manager'});
const physician = member('md', 'Paul Inventé');
const position = member('role', 'Awa Imaginaire', {
  reference: 'PractitionerRole/r1',
  holder: 'Practitioner/awa',
});
const inWords = member('words', 'Rose Exemple', {kind: 'text', reference: null});
const gone = member('gone', 'Luc Parti', {ended: true});
const team = [physician, manager, position, inWords, gone];
const by = (reference: string | null, display: string | null) => ({author: {reference, display}});

for (const [what, plan, name, key, isNamed] of [
  [
    'whom the plan names, by the team’s own name',
    by('Practitioner/md', 'Old name'),
    'Paul Inventé',
    'team#md',
    true,
  ],
  ['who holds the position on the team', by('Practitioner/awa', null), 'Awa Imaginaire', 'team#role', true],
  ['somebody named in words alone', by(null, 'Rose Exemple'), 'Rose Exemple', 'team#words', true],
  ['words that nobody on the team bears', by(null, 'Zoé Ailleurs'), 'Zoé Ailleurs', null, true],
  [
    'words that a known person of the same name bears, who may be another',
    by(null, 'Paul Inventé'),
    'Paul Inventé',
    null,
    true,
  ],
  ['somebody who is not on the team', by('Practitioner/x', 'Zoé Ailleurs'), 'Zoé Ailleurs', null, true],
  ['somebody who has left the team', by('Practitioner/gone', null), 'Luc Parti', null, true],
  // Whom the plan names is known to be somebody else: the case manager is not said to be it.
  ['somebody without a name', by('Practitioner/x', null), null, null, true],
  ['an author of whom nothing can be read', by(null, null), null, null, true],
  ['the case manager where the plan names nobody', {}, 'Julie Fictive', 'team#cm', false],
] as const) {
  test(`the coordinator is ${what}`, () => {
    const found = coordinatorOf(plan, team);
    assert.deepEqual([found?.name, found?.member?.key ?? null, found?.isNamed], [name, key, isNamed]);
  });
}

test('nobody coordinates a plan that names nobody, of a team without a case manager', () => {
  assert.equal(coordinatorOf({author: null}, [physician, {...manager, ended: true}]), null);
});

test('everybody of today with a name can be chosen, each once, but not who is named already', () => {
  const more = [
    ...team,
    member('md2', 'Paul Inventé', {reference: 'Practitioner/md'}),
    member('self', 'Marguerite', {kind: 'patient', reference: 'Patient/p1'}),
    member('nameless', null),
    member('other-team', 'Équipe B', {kind: 'team', reference: 'CareTeam/b'}),
  ];
  const keys = (plan: Parameters<typeof coordinatorOf>[0]) =>
    coordinatorChoices(plan, more).map(({key}) => key);
  assert.deepEqual(keys({}), ['team#md', 'team#cm', 'team#role', 'team#words']);
  assert.deepEqual(keys(by('Practitioner/md', null)), ['team#cm', 'team#role', 'team#words']);
  assert.deepEqual(keys(by('Practitioner/awa', null)), ['team#md', 'team#cm', 'team#words']);
  assert.deepEqual(keys(by(null, 'Rose Exemple')), ['team#md', 'team#cm', 'team#role']);
});

test('who stands in the team alone is named in words', () => {
  const name = 'Rose';
  for (const reference of [null, '#c1', 'urn:uuid:1', 'https://other.example/Practitioner/1', 'CareTeam/1'])
    assert.deepEqual(pointerTo({reference, name}), {reference: null, display: name});
  for (const reference of ['Practitioner/1', 'PractitionerRole/1', 'RelatedPerson/1', 'Organization/1'])
    assert.deepEqual(pointerTo({reference, name}), {reference, display: name});
});

test('whom a plan names by an identifier alone cannot be named again, anybody else and nobody can', () => {
  assert.equal(canBeNamed(by(null, null)), false);
  for (const plan of [by('Practitioner/1', null), by(null, 'Rose'), {author: null}, {}])
    assert.ok(canBeNamed(plan));
});
