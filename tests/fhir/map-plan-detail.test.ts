import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mapPlanDetail} from '../../src/fhir/map-plan-detail.ts';

const read = (more: object): ReturnType<typeof mapPlanDetail> =>
  mapPlanDetail(
    {
      resourceType: 'CarePlan',
      id: 'isp',
      status: 'active',
      intent: 'plan',
      subject: {reference: 'Patient/p1'},
      ...more,
    },
    'America/Toronto',
  );

test('a plan names its goals in its order and its author, as far as it says them', () => {
  const plan = read({
    goal: [{reference: 'Goal/g2'}, {reference: 'Goal/g1'}, {display: 'no address'}],
    author: {reference: 'Practitioner/n1', display: 'Line Fictive'},
  });
  assert.deepEqual(plan?.goalIds, ['g2', 'g1']);
  assert.deepEqual(plan.author, {reference: 'Practitioner/n1', display: 'Line Fictive'});
});

for (const [name, author, expected] of [
  ['nobody', undefined, null],
  ['a text', 'Line', null],
  ['a name alone', {display: 'Line'}, {reference: null, display: 'Line'}],
] as const) {
  test(`an author that is ${name}`, () => assert.deepEqual(read({author})?.author, expected));
}
