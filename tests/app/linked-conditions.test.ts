import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clashOf, goalChange, goalValues, withField} from '../../src/app/goal-draft.ts';
import {conditionChoices, linkedNames, withCondition} from '../../src/app/linked-conditions.ts';
import type {LinkedCondition} from '../../src/domain/goal.ts';
import {mapGoal} from '../../src/fhir/map-goal.ts';

const copd = {conditionId: 'c1', name: 'COPD'};
const unnamed = {conditionId: 'c2', name: null};
const elsewhere = {conditionId: null, name: 'Diabetes'};
const recorded: readonly LinkedCondition[] = [copd, elsewhere, unnamed];
const problems = [
  {id: 'c8', name: 'Asthma'},
  {id: 'c1', name: 'COPD'},
  {id: 'c7', name: 'Diabetes'},
];
const offered = (value = recorded, list = problems) =>
  conditionChoices(recorded, value, list).map(({id, name, chosen}) => `${chosen ? '+' : '-'} ${id} ${name}`);
const choice = (id: string, value = recorded) => {
  const found = conditionChoices(recorded, value, problems).find((one) => one.id === id);
  assert.ok(found);
  return found;
};

test('what is linked is offered first, whether it is listed or not; nothing is offered under a name twice', () => {
  assert.deepEqual(offered(), ['+ c1 COPD', '+ c2 null', '- c8 Asthma']);
  assert.deepEqual(offered(recorded, []), ['+ c1 COPD', '+ c2 null']);
  assert.deepEqual(offered(recorded, [{id: 'c2', name: 'Gout'}]), ['+ c1 COPD', '+ c2 Gout']);
});

test('a choice keeps its place when it is taken', () => {
  const taken = withCondition(recorded, recorded, choice('c8'));
  assert.deepEqual(taken, [...recorded, {conditionId: 'c8', name: 'Asthma'}]);
  assert.deepEqual(offered(taken), ['+ c1 COPD', '+ c2 null', '+ c8 Asthma']);
  assert.deepEqual(offered(taken, []), ['+ c1 COPD', '+ c2 null', '+ c8 Asthma']);
});

test('there and back is no change; what points elsewhere is never taken off', () => {
  for (const id of ['c1', 'c2', 'c8']) {
    const there = withCondition(recorded, recorded, choice(id));
    assert.ok(there.includes(elsewhere));
    assert.deepEqual(withCondition(recorded, there, choice(id, there)), recorded, id);
  }
});

test('names stand once', () => {
  assert.deepEqual(linkedNames([...recorded, {conditionId: null, name: 'COPD'}]), ['COPD', 'Diabetes']);
  assert.deepEqual(linkedNames(null), []);
});

const goal = mapGoal({
  resourceType: 'Goal',
  id: 'g1',
  addresses: [{reference: 'Condition/c1', display: 'COPD'}],
});
assert.ok(goal);
const asTyped = (value: readonly object[]) =>
  withField({}, 'conditions', JSON.stringify(value), goalValues(goal, 'en-CA').conditions);

test('a draft asks for the conditions that were chosen, and for none where all were taken off', () => {
  const asthma = {conditionId: 'c8', name: 'Asthma'};
  assert.deepEqual(goalChange(goal, asTyped([copd, asthma]), 'en-CA'), {conditions: [copd, asthma]});
  assert.deepEqual(goalChange(goal, asTyped([]), 'en-CA'), {conditions: null});
  assert.deepEqual(asTyped([copd]), {});
});

test('conditions that the record has got since the form was opened are shown before they are written over', () => {
  const theirs = {...goal, conditions: [copd, {conditionId: 'c7', name: 'Diabetes'}]};
  const clash = clashOf(theirs, asTyped([]), 'en-CA');
  assert.deepEqual(clash?.fields, ['conditions']);
  assert.deepEqual(clash?.base.conditions, [copd]);
  const other = clashOf(
    {...theirs, words: {text: 'New', lang: null}},
    {words: 'A', 'was.words': 'B'},
    'en-CA',
  );
  assert.deepEqual(other?.base.conditions, theirs.conditions);
  assert.equal(
    clashOf({...goal, conditions: null}, {words: 'A', 'was.words': 'B'}, 'en-CA')?.base.conditions,
    null,
  );
});
