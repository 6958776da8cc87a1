import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {JsonObject} from '../../src/fhir/json.ts';
import {mapCarePlan} from '../../src/fhir/map-care-plan.ts';
import {reviewedOf} from '../../src/fhir/plan-review.ts';
import {loadPerson} from '../../fixtures/people.ts';

const activity = (text: string, end: string, more: JsonObject = {}): JsonObject => ({
  detail: {status: 'completed', code: {text}, scheduledPeriod: {end}, ...more},
});

describe('the last review of a plan', () => {
  const cases: readonly (readonly [string, readonly JsonObject[], string | null])[] = [
    ['a completed review', [activity('Review of the plan', '2026-04-22')], '2026-04-22'],
    ['in French', [activity('Révision du plan', '2026-04-22')], '2026-04-22'],
    ['named by the word alone', [activity('Review', '2026-04-22')], '2026-04-22'],
    ['of the PSI', [activity('Révision annuelle du PSI', '2026-04-22')], '2026-04-22'],
    [
      'the newest of several',
      [activity('Plan review', '2026-04-22'), activity('Plan review', '2025-04-22')],
      '2026-04-22',
    ],
    [
      'by its start when it has no end',
      [activity('Review', '', {scheduledPeriod: {start: '2026-04-22T10:00:00-04:00'}})],
      '2026-04-22',
    ],
    [
      'by the display of a code',
      [
        activity('', '', {
          code: {coding: [{display: 'Review of care plan'}]},
          scheduledPeriod: {end: '2026-04-22'},
        }),
      ],
      '2026-04-22',
    ],
    ['none that is planned', [activity('Review', '2026-04-22', {status: 'scheduled'})], null],
    ['none of the medication', [activity('Medication review', '2026-04-22')], null],
    ['none of a month', [activity('Review', '2026-04')], null],
    ['none without a date', [activity('Review', '')], null],
    ['none where there is nothing', [], null],
  ];
  for (const [name, activities, day] of cases) {
    it(name, () => assert.equal(reviewedOf({activity: activities}), day));
  }

  it('does not stumble over anything else', () => {
    assert.equal(
      reviewedOf({activity: ['x', {detail: 3}, {detail: {status: 'completed', code: 'review'}}]}),
      null,
    );
  });

  it('of the reference patient is 2026-04-22', () => {
    const plan = loadPerson('reference').resources.find(({resourceType}) => resourceType === 'CarePlan');
    assert.equal(mapCarePlan(plan)?.plan.reviewed, '2026-04-22');
  });
});
