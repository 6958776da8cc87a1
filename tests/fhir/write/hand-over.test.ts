import assert from 'node:assert/strict';
import {test} from 'node:test';
import {canAccept, handOverOf} from '../../../src/app/action-draft.ts';
import type {Action} from '../../../src/domain/action.ts';
import {handOverLine} from '../../../src/fhir/write/action-elements.ts';
import {editActivity} from '../../../src/fhir/write/edit-activity.ts';
import {editTask} from '../../../src/fhir/write/edit-task.ts';
import {parseRaw, toPlain, toRaw, type RawObject} from '../../../src/fhir/write/raw-json.ts';

const by = {today: '2026-11-22', now: '2026-11-22T15:00:00.000Z', user: 'Practitioner/n1'};
const roy = {kind: 'practitioner', reference: 'Practitioner/d1', name: 'Dre Roy'} as const;
const kept = [
  {
    authorReference: {reference: 'Practitioner/n1'},
    time: by.now,
    text: 'Line Fictive → Dre Roy: On leave',
  },
];

test('who handed a Task to whom, and why, stays in it', () => {
  const task = parseRaw(
    '{"resourceType":"Task","owner":{"reference":"Practitioner/n1","display":"Line Fictive"}}',
  );
  assert.ok(task);
  editTask(task, {who: roy, reason: 'On leave'}, by);
  const json = toPlain(task) as {note: unknown; owner: unknown};
  assert.deepEqual(json.note, kept);
  assert.deepEqual(json.owner, {reference: 'Practitioner/d1', display: 'Dre Roy'});
});

test('who handed an action of the plan to whom stays in it too', () => {
  const activity = parseRaw('{"detail":{"performer":[{"display":"Line Fictive"}]}}');
  assert.ok(activity);
  editActivity(activity, {who: roy, reason: 'On leave'}, by, 'fr-CA');
  assert.deepEqual((toPlain(activity) as {progress: unknown}).progress, kept);
});

test('where nobody had it, or nobody else gets it, nothing is handed over', () => {
  const from = (value: object): RawObject => toRaw(value as never) as RawObject;
  assert.equal(handOverLine(undefined, roy, null), null);
  assert.equal(handOverLine(from({}), roy, null), null);
  assert.equal(handOverLine(from({display: 'Dre Roy'}), roy, ''), null);
  assert.equal(handOverLine(from({reference: 'Practitioner/x'}), null, null), 'Practitioner/x → –');
  assert.equal(handOverLine(from({display: 'A'}), {...roy, name: null}, ''), 'A → Practitioner/d1');
  assert.equal(handOverLine(from({display: 'A'}), {kind: 'text', reference: null, name: null}, ''), null);
});

test('an action that somebody had accepted waits for the one who gets it', () => {
  const action = (state: Action['state'], kind: 'task' | 'activity' = 'task') =>
    ({state, place: {kind}}) as Action;
  const people = [{value: 'Practitioner/d1', owner: roy}];
  assert.deepEqual(handOverOf(action('accepted'), {who: 'Practitioner/d1', why: ' On leave '}, people), {
    who: roy,
    reason: 'On leave',
    state: 'requested',
  });
  assert.deepEqual(handOverOf(action('in-progress'), {who: 'other', other: 'CLSC'}, people), {
    who: {kind: 'text', reference: null, name: 'CLSC'},
  });
  assert.deepEqual(handOverOf(action('accepted', 'activity'), {who: 'Practitioner/d1'}, people), {who: roy});
  assert.deepEqual(
    [
      canAccept(action('requested')),
      canAccept(action('accepted')),
      canAccept(action('requested', 'activity')),
    ],
    [true, false, false],
  );
});
