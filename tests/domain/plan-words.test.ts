import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lifecyclesAfter} from '../../src/domain/allowed-changes.ts';
import {closeGoal, closingReasons} from '../../src/domain/close-reasons.ts';
import {isOpenGoal, type Goal} from '../../src/domain/goal.ts';
import {err, ok} from '../../src/domain/result.ts';
import {roleOf, roles, rolesFor, type RoleKey} from '../../src/domain/roles.ts';

const OPEN: readonly Goal['lifecycle'][] = [
  'proposed',
  'planned',
  'accepted',
  'active',
  'on-hold',
  'unrecognized',
];
const CLOSED: readonly Goal['lifecycle'][] = ['completed', 'cancelled', 'rejected', 'entered-in-error'];

test('a goal is open until it is completed, cancelled, rejected or an error', () => {
  assert.deepEqual(
    OPEN.map((lifecycle) => isOpenGoal({lifecycle})),
    OPEN.map(() => true),
  );
  assert.deepEqual(
    CLOSED.map((lifecycle) => isOpenGoal({lifecycle})),
    CLOSED.map(() => false),
  );
});

test('no state is followed by itself, an error by nothing, and a closed goal can be taken up again', () => {
  for (const lifecycle of [...OPEN, ...CLOSED])
    assert.equal(
      lifecyclesAfter(lifecycle).some((next) => next === lifecycle),
      false,
      lifecycle,
    );
  assert.deepEqual(lifecyclesAfter('entered-in-error'), []);
  assert.deepEqual(lifecyclesAfter('completed'), ['active', 'entered-in-error']);
  assert.deepEqual(lifecyclesAfter('rejected'), ['proposed', 'entered-in-error']);
});

const closings: readonly [Goal['lifecycle'], (typeof closingReasons)[number], object][] = [
  ['active', 'reached', {lifecycle: 'completed', achievement: 'achieved'}],
  ['proposed', 'reached', {lifecycle: 'completed', achievement: 'achieved'}],
  ['active', 'not-possible', {lifecycle: 'cancelled', achievement: 'not-attainable'}],
  ['proposed', 'not-possible', {lifecycle: 'rejected', achievement: 'not-attainable'}],
  ['active', 'no-longer-matters', {lifecycle: 'cancelled'}],
  ['proposed', 'replaced', {lifecycle: 'rejected'}],
];
for (const [lifecycle, reason, expected] of closings) {
  test(`a goal that is ${lifecycle} and closed as ${reason}`, () => {
    assert.deepEqual(closeGoal(lifecycle, reason, 'why'), {statusReason: 'why', ...expected});
  });
}

test('the four reasons are offered in one order, what was hoped for first', () => {
  assert.deepEqual(closingReasons, ['reached', 'no-longer-matters', 'replaced', 'not-possible']);
});

test('every role is offered for one kind of member, the patient for none', () => {
  const offered = (['practitioner', 'relative', 'organization'] as const).flatMap(rolesFor);
  const all = Object.keys(roles) as RoleKey[];
  assert.deepEqual(offered.toSorted(), all.filter((key) => key !== 'patient').sort());
  assert.deepEqual(rolesFor('relative'), ['caregiver']);
  assert.deepEqual(rolesFor('organization'), ['community-partner', 'organization']);
});

const codes: readonly [string | null, RoleKey | null][] = [
  ['445451001', 'nurse-case-manager'],
  ['768832004', 'case-manager'],
  ['171M00000X', 'case-manager'],
  ['407542009', 'caregiver'],
  ['116154003', 'patient'],
  ['1', null],
  ['', null],
  [null, null],
];
for (const [code, expected] of codes) {
  test(`code ${code ?? 'none'} stands for ${expected ?? 'no role of the list'}`, () => {
    assert.equal(roleOf({system: null, code, display: null}), expected);
  });
}

test('no coding stands for no role', () => assert.equal(roleOf(null), null));

test('a result is one or the other', () => {
  assert.deepEqual(ok(1), {ok: true, value: 1});
  assert.deepEqual(err('x'), {ok: false, error: 'x'});
});
