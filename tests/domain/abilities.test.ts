import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eachAbility, typeOf, writableTypes} from '../../src/domain/abilities.ts';

test('there is an ability for creating and for changing each kind of record, and each is asked for once', () => {
  const asked: string[] = [];
  const abilities = eachAbility((act, type) => {
    asked.push(`${act}${type}`);
    return type === 'Goal' && act === 'update' ? {allowed: true} : {allowed: false, why: 'scope'};
  });
  const expected = writableTypes.flatMap((type) => [`create${type}`, `update${type}`]);
  assert.deepEqual(asked, expected);
  assert.deepEqual(Object.keys(abilities), expected);
  assert.deepEqual(abilities.updateGoal, {allowed: true});
  assert.deepEqual(abilities.createGoal, {allowed: false, why: 'scope'});
});

test('an act names its kind of record', () => {
  assert.equal(typeOf('createGoal'), 'Goal');
  assert.equal(typeOf('updateCareTeam'), 'CareTeam');
});
