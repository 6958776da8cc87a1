import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  chosenChange,
  clashingFields,
  otherValue,
  shapeOf,
  versionOf,
  type FieldwiseConflict,
} from '../../src/app/conflict-fields.ts';
import type {ClashingField} from '../../src/app/state.ts';
import {goal} from '../elements/plan/plan-states.ts';

const field = (mine: unknown, theirs: unknown = null, base: unknown = null): ClashingField => ({
  name: 'one',
  base,
  mine,
  theirs,
});
const words = (text: string, lang: string | null = 'fr-CA') => ({text, lang});

const shapes: readonly (readonly [string, ClashingField, 'text' | 'date' | 'choice'])[] = [
  ['words', field(words('Marcher')), 'text'],
  ['words that are removed here', field(null, words('Marcher')), 'text'],
  ['a day', field('2026-11-22'), 'date'],
  ['a day that is removed by both, and was there', field(null, null, '2026-11-22'), 'date'],
  ['plain text', field('somebody'), 'text'],
  ['a month, which no day field can hold', field('2026-11'), 'text'],
  ['a list', field([{name: 'Rose'}]), 'choice'],
  ['nothing at all', field(null), 'choice'],
];
for (const [what, clash, shape] of shapes) {
  test(`${what}: ${shape}`, () => assert.equal(shapeOf(clash), shape));
}

test('what is written instead of both keeps the language of the words, and is trimmed', () => {
  assert.deepEqual(otherValue(field(words('Marcher')), ' Courir '), words('Courir'));
  assert.deepEqual(otherValue(field(null, words('Walk', 'en-CA')), 'Run'), words('Run', 'en-CA'));
  assert.equal(otherValue(field('a text'), ' other '), 'other');
  assert.equal(otherValue(field(words('Marcher')), '  '), null);
});

const ofGoal: FieldwiseConflict & {what: 'goal'} = {
  what: 'goal',
  base: goal('g1', 'Dormir'),
  mine: {words: words('Marcher'), dueDate: '2027-01-15', achievement: 'improving'},
  theirs: goal('g1', 'Lire', {version: '2', dueDate: '2027-02-01', lifecycle: 'unrecognized'}),
  fields: ['words', 'dueDate', 'lifecycle'],
};

test('a goal’s clashing fields hold what both began from; a state that nobody knows is none', () => {
  assert.deepEqual(
    clashingFields(ofGoal).map(({name, base, mine, theirs}) => [name, base, mine, theirs]),
    [
      ['words', words('Dormir', null), words('Marcher'), words('Lire', null)],
      ['dueDate', null, '2027-01-15', '2027-02-01'],
      ['lifecycle', 'active', null, null],
    ],
  );
});

test('what only this person changed is written as typed, beside what was chosen', () => {
  const change = chosenChange(ofGoal, {words: {other: words('Courir')}, dueDate: 'theirs'});
  assert.deepEqual(change, {words: words('Courir'), achievement: 'improving'});
  assert.deepEqual(chosenChange(ofGoal, {words: 'mine', dueDate: 'mine'}), ofGoal.mine);
});

test('another version of the record, or another text in it, is another conflict', () => {
  const fields = (theirs: string, theirsAt: string | null = null): FieldwiseConflict => ({
    what: 'fields',
    resource: 'CarePlan',
    fields: [field('mine', theirs)],
    theirsAt,
    theirsBy: null,
  });
  assert.equal(versionOf(fields('a')), versionOf(fields('a')));
  assert.notEqual(versionOf(fields('a')), versionOf(fields('b')));
  assert.notEqual(versionOf(fields('a')), versionOf(fields('a', '2026-11-22T14:03:00Z')));
});
