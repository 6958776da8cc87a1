import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {goalIdsOf, goalOrderRules} from '../../../src/fhir/write/edit-goal-order.ts';
import {toPlain, toRaw, type RawObject} from '../../../src/fhir/write/raw-json.ts';

const goal = (id: string) => ({reference: `Goal/${id}`});

describe('the order of the goals of a plan', () => {
  const read = (json: unknown, seen = ['a', 'b', 'c']) => goalOrderRules(seen).read(json as never);

  it('is that of those the person saw', () => {
    const json = {id: 'p', meta: {versionId: '3'}, goal: [goal('b'), goal('new'), goal('a')]};
    assert.deepEqual(read(json), {id: 'p', version: '3', order: ['b', 'a']});
  });

  it('is read without a version, and without goals', () => {
    assert.deepEqual(read({id: 'p', meta: 'x'}), {id: 'p', version: null, order: []});
    assert.deepEqual(read({id: 'p'}), {id: 'p', version: null, order: []});
  });

  it('is nothing of what is no plan', () => {
    for (const json of [null, 'x', {}, {id: 7}]) assert.equal(read(json), null);
  });

  it('names goals alone, whatever stands in the list', () => {
    const list = [goal('a'), {reference: 'Task/t'}, {reference: '#inside'}, {display: 'x'}, 'x', null];
    assert.deepEqual(goalIdsOf(list), ['a']);
    assert.deepEqual(goalIdsOf(undefined), []);
  });

  const cases: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
    ['two changed', ['a', 'b', 'c'], ['b', 'a', 'c'], ['b', 'a', 'c']],
    ['one that a colleague added keeps its place', ['a', 'new', 'b'], ['b', 'a'], ['b', 'new', 'a']],
    ['one that the plan does not list is put last', ['a'], ['b', 'a'], ['b', 'a']],
    ['nothing to order', ['a', 'b'], [], ['a', 'b']],
    ['an empty plan', [], ['a', 'b'], ['a', 'b']],
  ];
  for (const [name, before, order, after] of cases) {
    it(`is put: ${name}`, () => {
      const plan = toRaw({resourceType: 'CarePlan', goal: before.map(goal)}) as RawObject;
      goalOrderRules(order).apply(plan, {order});
      assert.deepEqual(goalIdsOf((toPlain(plan) as {goal: unknown}).goal), after);
    });
  }
});
