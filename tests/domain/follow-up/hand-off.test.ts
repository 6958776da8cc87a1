import assert from 'node:assert/strict';
import {test} from 'node:test';
import {handOffs, workingDaysAfter} from '../../../src/domain/follow-up/hand-off.ts';
import {countUse} from '../../../src/domain/count-use.ts';
import {member} from '../../elements/plan/plan-states.ts';
import {action} from '../actions.ts';
import {ordinary} from '../records.ts';
import {referenceRecords} from '../reference-patient.ts';

const {included} = countUse({
  ...ordinary,
  records: referenceRecords,
  asOf: '2026-11-22',
  index: '2026-05-22',
});
const nurse = member('n', 'Line', {slot: 'case-manager'});
const hospital = member('h', 'Ann', {slot: 'hospital-case-manager'});
const today = '2026-11-22';
const said = (found: ReturnType<typeof handOffs>) =>
  found.map(
    ({slot, event, day, ongoing, due, who}) =>
      `${slot} ${event} ${day} ${ongoing ? 'now' : due} ${who?.name ?? '-'}`,
  );

test('the stay that goes on (e21) suggests something to both case managers', () => {
  assert.deepEqual(said(handOffs(included, [nurse, hospital], [], '2026-04-22', today)), [
    'case-manager stay 2026-11-20 now Line',
    'hospital-case-manager stay 2026-11-20 now Ann',
  ]);
});

test('a place that nobody holds is suggested to nobody by name', () => {
  assert.deepEqual(said(handOffs(included, [nurse, {...hospital, ended: true}], [], null, today)), [
    'case-manager stay 2026-11-20 now Line',
    'hospital-case-manager stay 2026-11-20 now -',
  ]);
});

test('what the last review has seen is not new', () => {
  assert.deepEqual(handOffs(included, [nurse], [], '2026-11-20', today), []);
});

test('what was accepted is not suggested again, to that person', () => {
  const mine = action('a', {
    what: {text: 'Call within 2 working days of discharge (stay of 2026-11-20)', lang: null},
    who: {kind: 'practitioner', reference: 'Practitioner/n', name: null},
  });
  assert.deepEqual(said(handOffs(included, [nurse, hospital], [mine], null, today)), [
    'hospital-case-manager stay 2026-11-20 now Ann',
  ]);
});

test('a visit of thirty-one days ago asks for no call any more', () => {
  const seen = (day: string) =>
    said(handOffs(included, [nurse], [], null, day)).filter((one) => one.includes('2026-09-30'));
  assert.deepEqual(seen('2026-10-30'), [
    'case-manager ed-visit 2026-09-30 2026-10-02 Line',
    'hospital-case-manager ed-visit 2026-09-30 2026-10-02 -',
  ]);
  assert.deepEqual(seen('2026-10-31'), []);
});

const days: readonly (readonly [string, string | null])[] = [
  ['2026-11-20', '2026-11-24'],
  ['2026-11-21', '2026-11-24'],
  ['2026-11-22', '2026-11-24'],
  ['2026-11-23', '2026-11-25'],
  ['2026-11-19', '2026-11-23'],
  ['2026-11', null],
];
for (const [day, expected] of days) {
  test(`two working days after ${day}`, () => assert.equal(workingDaysAfter(day, 2), expected));
}
