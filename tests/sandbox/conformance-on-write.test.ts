import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {JsonObject} from '../../sandbox/json.ts';
import {client, issue, newGoal, withSandbox} from './sandbox-session.ts';

const use = withSandbox();
const plan = (more: JsonObject = {}): JsonObject => ({
  resourceType: 'CarePlan',
  status: 'active',
  intent: 'plan',
  subject: {reference: 'Patient/anna'},
  ...more,
});
const team = (more: JsonObject = {}): JsonObject => ({
  resourceType: 'CareTeam',
  status: 'active',
  subject: {reference: 'Patient/anna'},
  ...more,
});

/** What is wrong, and the element that the answer must name. */
const WRONG: readonly [what: string, body: JsonObject, expression: string][] = [
  ['a required element is missing', {...newGoal(), description: undefined}, 'Goal.description'],
  ['an element that Goal does not have', newGoal({mood: 'good'}), 'Goal.mood'],
  ['a code outside a required binding', newGoal({lifecycleStatus: 'wild'}), 'Goal.lifecycleStatus'],
  ['a list where there is one', newGoal({description: [{text: 'x'}]}), 'Goal.description'],
  ['a day that does not exist', newGoal({startDate: '2026-02-30'}), 'Goal.startDate'],
  ['a time without a zone', team({period: {start: '2026-01-01T10:00:00'}}), 'CareTeam.period.start'],
  ['an empty text', newGoal({statusReason: ''}), 'Goal.statusReason'],
  ['an empty list', newGoal({note: []}), 'Goal.note'],
  [
    'a reference to a type that is not allowed',
    newGoal({expressedBy: {reference: 'Encounter/e1'}}),
    'Goal.expressedBy',
  ],
  ['a plan without intent', {...plan(), intent: undefined}, 'CarePlan.intent'],
  [
    'an organization for somebody who is no practitioner (ctm-1)',
    team({participant: [{member: {reference: 'Patient/anna'}, onBehalfOf: {display: 'CLSC'}}]}),
    'CareTeam.participant',
  ],
  [
    'a contained resource that nobody refers to',
    team({contained: [{resourceType: 'Practitioner', id: 'x'}]}),
    'CareTeam.contained',
  ],
];

for (const [what, body, expression] of WRONG) {
  test(`422 for ${what}, naming ${expression}; nothing is written`, async () => {
    const ask = client(use());
    const type = String(body.resourceType);
    const before = use().store.count(type, 'anna');
    const answer = await ask('POST', type, {body});
    assert.equal(answer.status, 422, answer.text);
    const issues = (answer.body.issue ?? []) as JsonObject[];
    const places = issues.map((one) => String((one.expression as string[] | undefined)?.[0]));
    assert.ok(
      places.some((place) => place.startsWith(expression)),
      `${places.join()} ${String(issue(answer).details)}`,
    );
    assert.equal(use().store.count(type, 'anna'), before);
  });
}

test('an update is held to the same, and an id that is not its own is refused', async () => {
  const ask = client(use());
  const {body} = await ask('POST', 'Goal', {body: newGoal()});
  const path = `Goal/${String(body.id)}`;
  const headers = {'If-Match': 'W/"1"'};
  assert.equal((await ask('PUT', path, {body: {...body, lifecycleStatus: 'wild'}, headers})).status, 422);
  assert.equal((await ask('PUT', path, {body: {...body, id: 'other'}, headers})).status, 400);
  assert.equal((await ask('PUT', path, {body: plan({id: String(body.id)}), headers})).status, 400);
  assert.equal((await ask('POST', 'Goal', {body: '{"resourceType":'})).status, 400);
  assert.equal((await ask('POST', 'Goal', {body: newGoal(), type: 'text/plain'})).status, 415);
  assert.equal((await ask('GET', path)).body.meta && (await ask('GET', `${path}/_history`)).body.total, 1);
});
