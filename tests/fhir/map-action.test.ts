import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';
import fc from 'fast-check';
import type {Action} from '../../src/domain/action.ts';
import {mapActivities, mapTask, taskIdsOf} from '../../src/fhir/map-action.ts';
import type {JsonObject} from '../../src/fhir/json.ts';

const zone = 'America/Toronto';
const base = 'https://fhir.example/r4/';

const task = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  resourceType: 'Task',
  id: 't1',
  meta: {versionId: '4'},
  status: 'requested',
  intent: 'plan',
  description: 'Appeler le transport adapté',
  for: {reference: 'Patient/p1'},
  ...more,
});

const mapped = (more: Record<string, unknown> = {}): Action | undefined =>
  mapTask(task(more), zone, base)?.action;

test('a Task with everything', () => {
  assert.deepEqual(
    mapped({
      _description: {
        extension: [{url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'fr-CA'}],
      },
      code: {coding: [{system: 'urn:isp-panel:action', code: 'navigation'}]},
      owner: {reference: `${base}Practitioner/n1/_history/2`, display: 'Julie Fictive'},
      restriction: {period: {end: '2026-11-21T02:00:00Z'}},
      statusReason: {text: 'Waiting for the form'},
      basedOn: [{reference: 'CarePlan/plan'}],
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
          valueReference: {reference: 'Goal/g1'},
        },
      ],
    }),
    {
      key: 'task:t1',
      place: {kind: 'task', id: 't1'},
      version: '4',
      what: {text: 'Appeler le transport adapté', lang: 'fr-CA'},
      who: {kind: 'practitioner', reference: 'Practitioner/n1', name: 'Julie Fictive'},
      // Nine in the evening in Toronto.
      due: '2026-11-20',
      category: 'navigation',
      state: 'requested',
      reason: 'Waiting for the form',
      goalIds: ['g1'],
      doneOn: null,
      isReview: false,
      readOnly: null,
    },
  );
});

describe('one field of a Task', () => {
  const cases: readonly (readonly [string, Record<string, unknown>, Partial<Action>])[] = [
    ['words of the code', {description: undefined, code: {text: 'Fax'}}, {what: {text: 'Fax', lang: null}}],
    ['no words at all', {description: undefined}, {what: {text: '', lang: null}}],
    [
      'the person',
      {owner: {reference: 'Patient/p1'}},
      {who: {kind: 'patient', reference: 'Patient/p1', name: null}},
    ],
    [
      'an organization',
      {owner: {reference: 'Organization/o', display: 'CLSC'}},
      {who: {kind: 'organization', reference: 'Organization/o', name: 'CLSC'}},
    ],
    [
      'free text',
      {owner: {display: 'the neighbour'}},
      {who: {kind: 'text', reference: null, name: 'the neighbour'}},
    ],
    [
      'somebody of no known type',
      {owner: {reference: 'Device/d'}},
      {who: {kind: 'unknown', reference: 'Device/d', name: null}},
    ],
    ['nobody', {owner: {}}, {who: null}],
    ['a month', {restriction: {period: {end: '2026-12'}}}, {due: '2026-12'}],
    ['no date', {restriction: {period: {end: 'soon'}}}, {due: null}],
    ['a broken restriction', {restriction: 'soon'}, {due: null}],
    ['a state of R5', {status: 'pending-review'}, {state: 'unrecognized'}],
    ['no state', {status: undefined}, {state: 'unrecognized'}],
    [
      'done, by its period',
      {status: 'completed', executionPeriod: {end: '2026-11-18'}, lastModified: '2026-11-20T10:00:00-05:00'},
      {doneOn: '2026-11-18'},
    ],
    [
      'done, by its last change',
      {status: 'completed', lastModified: '2026-11-20T10:00:00-05:00'},
      {doneOn: '2026-11-20'},
    ],
    ['not done', {lastModified: '2026-11-20T10:00:00-05:00'}, {doneOn: null}],
    ['a goal as focus', {focus: {reference: 'Goal/g2'}}, {goalIds: ['g2']}],
    ['a goal of another system', {focus: {reference: 'https://other.example/Goal/g2'}}, {goalIds: []}],
    ['category in words', {code: {text: 'Autogestion'}}, {category: 'self-management'}],
    [
      'a category of another system',
      {code: {coding: [{system: 'urn:x', code: 'navigation'}]}},
      {category: null},
    ],
    [
      'a review by code',
      {code: {coding: [{system: 'urn:isp-panel:action', code: 'review'}]}},
      {isReview: true},
    ],
    ['a review by words', {description: 'Révision du PSI'}, {isReview: true}],
    ['no review of medication', {description: 'Medication review'}, {isReview: false}],
    ['a modifier', {modifierExtension: [{url: 'urn:x'}]}, {readOnly: 'modifier-extension'}],
  ];
  for (const [name, more, expected] of cases) {
    it(name, () => {
      const found = mapped(more);
      for (const [field, value] of Object.entries(expected)) {
        assert.deepEqual(found?.[field as keyof Action], value);
      }
    });
  }
});

const plan = (...activity: readonly unknown[]): JsonObject =>
  ({resourceType: 'CarePlan', id: 'plan', meta: {versionId: '7'}, activity}) as unknown as JsonObject;

describe('activities of a plan', () => {
  it('say themselves what is to be done', () => {
    const detail = {
      kind: 'Task',
      code: {coding: [{system: 'urn:isp-panel:action', code: 'coordination'}]},
      status: 'not-started',
      description: 'Call the pharmacy',
      goal: [{reference: 'Goal/g1'}],
      scheduledPeriod: {end: '2026-12-05'},
      performer: [{reference: 'Practitioner/n1', display: 'Julie'}, {display: 'somebody else'}],
    };
    const activity = {id: 'a1', detail};
    const [action] = mapActivities(plan(activity), zone, base);
    assert.deepEqual(action, {
      key: 'activity:plan:a1',
      place: {kind: 'activity', planId: 'plan', elementId: 'a1', print: JSON.stringify(activity)},
      version: '7',
      what: {text: 'Call the pharmacy', lang: null},
      who: {kind: 'practitioner', reference: 'Practitioner/n1', name: 'Julie'},
      due: '2026-12-05',
      category: 'coordination',
      state: 'not-started',
      reason: null,
      goalIds: ['g1'],
      doneOn: null,
      isReview: false,
      readOnly: null,
    });
  });

  it('have keys of their own even when they are the same in every word', () => {
    const same = {detail: {status: 'not-started', description: 'Call'}};
    const keys = mapActivities(
      plan(same, same, {detail: {status: 'completed', description: 'Call'}}),
      zone,
      base,
    );
    assert.equal(new Set(keys.map(({key}) => key)).size, 3);
  });

  it('that only refer are no actions themselves', () => {
    const references = plan(
      {reference: {reference: 'Task/t1'}},
      {reference: {reference: 'Appointment/a'}},
      'x',
    );
    assert.deepEqual(mapActivities(references, zone, base), []);
    assert.deepEqual(taskIdsOf(references, base), ['t1']);
    assert.deepEqual(taskIdsOf(plan({reference: {reference: 'https://other.example/Task/t1'}}), base), []);
  });

  it('of a plan that may not be edited may not be either', () => {
    const locked = {...plan({detail: {status: 'not-started'}}), implicitRules: 'urn:x'};
    assert.equal(mapActivities(locked, zone, base)[0]?.readOnly, 'implicit-rules');
    const modified = plan({modifierExtension: [], detail: {status: 'not-started'}});
    assert.equal(mapActivities(modified, zone, base)[0]?.readOnly, 'modifier-extension');
  });
});

test('whatever a record says, reading it throws nothing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          'status',
          'owner',
          'code',
          'restriction',
          'extension',
          'basedOn',
          'focus',
          'description',
          'executionPeriod',
          'activity',
        ),
        fc.jsonValue(),
      ),
      (more) => {
        mapTask(task(more), zone, base);
        mapActivities({id: 'plan', activity: [{detail: more}, more]} as unknown as JsonObject, zone, base);
      },
    ),
  );
});
