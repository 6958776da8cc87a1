import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  currentEnrolment,
  enrolmentAfter,
  enrolmentFaults,
  enrolmentOfPlan,
  enrolmentStates,
  isResting,
  needsReason,
  type Enrolment,
} from '../../../src/domain/follow-up/enrolment.ts';

const one = (
  id: string,
  state: Enrolment['state'],
  date: string | null,
  start: string | null = null,
): Enrolment => ({
  id,
  version: '1',
  state,
  date,
  reason: null,
  start,
  end: null,
  steps: [],
  readOnly: null,
});

test('the enrolment that goes on counts before one that is over, then the one that began last', () => {
  const rows: readonly (readonly [readonly Enrolment[], string | undefined])[] = [
    [[], undefined],
    [[one('a', 'closed', '2026-05-01'), one('b', 'enrolled', '2025-01-01')], 'b'],
    [[one('a', 'invited', '2026-05-01'), one('b', 'enrolled', '2026-06-01')], 'b'],
    [[one('a', 'declined', '2026-05-01'), one('b', 'closed', null, '2024-06-01')], 'a'],
    [[one('b', 'paused', null), one('a', 'paused', null)], 'a'],
  ];
  for (const [all, id] of rows) assert.equal(currentEnrolment(all)?.id, id);
});

test('each state leads to those that can follow; after the end a new enrolment begins', () => {
  assert.deepEqual(enrolmentAfter(null), ['invited', 'enrolled', 'declined']);
  assert.deepEqual(enrolmentAfter('closed'), enrolmentAfter(null));
  assert.deepEqual(enrolmentAfter('invited'), ['enrolled', 'waiting', 'declined']);
  assert.deepEqual(enrolmentAfter('enrolled'), ['paused', 'closed']);
  assert.deepEqual(enrolmentAfter('paused'), ['enrolled', 'closed']);
  assert.deepEqual(enrolmentStates.filter(needsReason), ['paused', 'closed', 'declined']);
  assert.deepEqual(enrolmentStates.filter(isResting), ['paused', 'closed', 'declined']);
});

test('without an enrolment the state of the plan says how the person stands, with its reason and day', () => {
  const reason = {text: 'Déménagement', lang: 'fr-CA'};
  const at = (status: Parameters<typeof enrolmentOfPlan>[0]['status']) =>
    enrolmentOfPlan({status, start: '2026-05-22T08:00:00-04:00', end: '2026-11-02', reason});
  assert.deepEqual(at('draft'), {state: 'invited', date: '2026-05-22', reason: null});
  assert.deepEqual(at('active'), {state: 'enrolled', date: '2026-05-22', reason: null});
  assert.deepEqual(at('on-hold'), {state: 'paused', date: null, reason: 'Déménagement'});
  assert.deepEqual(at('completed'), {state: 'closed', date: '2026-11-02', reason: 'Déménagement'});
  assert.deepEqual(at('revoked'), {state: 'closed', date: '2026-11-02', reason: 'Déménagement'});
  assert.equal(at('unknown'), null);
  assert.equal(at('entered-in-error'), null);
  assert.deepEqual(enrolmentOfPlan({status: 'completed', start: null, end: null, reason: null}), {
    state: 'closed',
    date: null,
    reason: null,
  });
});

test('a day is asked for, not one to come, and a reason where something ends or rests', () => {
  const at = (state: Enrolment['state'], date: string, reason = '') =>
    enrolmentFaults({state, date, reason}, '2026-11-22');
  assert.deepEqual(at('enrolled', '2026-11-22'), []);
  assert.deepEqual(at('enrolled', ''), ['date missing']);
  assert.deepEqual(at('enrolled', '2026-11-23'), ['date future']);
  assert.deepEqual(at('closed', '2026-11-22', ' '), ['reason missing']);
  assert.deepEqual(at('closed', '2026-11-22', 'Déménagement'), []);
});
