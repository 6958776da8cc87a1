import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readActions, type ActionsOptions} from '../../src/fhir/read-actions.ts';
import type {JsonObject} from '../../src/fhir/json.ts';
import type {Answer} from './fake-transport.ts';
import {asked, stage, type Resource} from './read-stage.ts';

const mine = {for: {reference: 'Patient/p1'}, status: 'requested', intent: 'plan'};
const task = (id: string, more: Record<string, unknown> = {}): Resource => ({
  resourceType: 'Task',
  id,
  description: id,
  ...mine,
  ...more,
});

const plan = (...activity: readonly unknown[]): ActionsOptions['plan'] => ({
  json: {resourceType: 'CarePlan', id: 'plan', activity} as unknown as JsonObject,
  base: null,
});
const refers = (id: string) => ({reference: {reference: `Task/${id}`}});
const says = (description: string) => ({detail: {status: 'not-started', description}});

async function read(
  resources: readonly Resource[],
  options: Partial<ActionsOptions> = {},
  special?: () => Answer | null,
) {
  const {client, run, signal, transport, others} = stage(resources, special);
  const whole = {plan: plan(), goalIds: [], zone: 'America/Toronto', hasTasks: true, ...options};
  const answer = await run(readActions(client, whole, signal));
  const value = answer.ok ? answer.value : null;
  const words = value?.value.map(({what}) => what.text);
  return {answer, words, gaps: value?.gaps, asked: asked(transport.requests), others};
}

describe('the actions of a plan', () => {
  it('are its activities, the Tasks it refers to, and those that name it or a goal', async () => {
    const found = await read(
      [
        task('referred'),
        task('based', {basedOn: [{reference: 'CarePlan/plan'}]}),
        task('focus', {focus: {reference: 'Goal/g1'}}),
        task('work of somebody'),
        task('other plan', {basedOn: [{reference: 'CarePlan/other'}]}),
        task('other goal', {focus: {reference: 'Goal/unknown'}}),
      ],
      {plan: plan(refers('referred'), says('in the plan')), goalIds: ['g1']},
    );
    assert.deepEqual(found.words, ['in the plan', 'referred', 'based', 'focus']);
    assert.deepEqual(found.gaps, []);
    assert.deepEqual(found.asked, ['Task _count=100']);
  });

  it('of somebody else are dropped, and those of nobody are counted', async () => {
    const found = await read([
      task('theirs', {for: {reference: 'Patient/p2'}, basedOn: [{reference: 'CarePlan/plan'}]}),
      task('nobody', {for: undefined, basedOn: [{reference: 'CarePlan/plan'}]}),
    ]);
    assert.deepEqual(found.words, []);
    assert.deepEqual(found.others, ['Task']);
    assert.deepEqual(found.gaps, [{reason: 'quarantined', what: 'Task', count: 1}]);
  });

  it('that the plan refers to and nobody finds are a gap', async () => {
    const found = await read([], {plan: plan(refers('lost'))});
    assert.deepEqual(found.gaps, [{reason: 'failed', what: 'Task'}]);
  });

  it('are not asked for where the server has no Tasks', async () => {
    const found = await read([], {plan: plan(says('in the plan')), hasTasks: false});
    assert.deepEqual([found.words, found.gaps, found.asked], [['in the plan'], [], []]);
    const referring = await read([], {plan: plan(refers('t')), hasTasks: false});
    assert.deepEqual(referring.gaps, [{reason: 'failed', what: 'Task'}]);
  });

  it('without a plan are the Tasks of the goals', async () => {
    const found = await read([task('goal', {focus: {reference: 'Goal/g1'}}), task('none')], {
      plan: null,
      goalIds: ['g1'],
    });
    assert.deepEqual(found.words, ['goal']);
  });
});

describe('a server that does not give Tasks', () => {
  const cases: readonly (readonly [number, boolean, string | null])[] = [
    [404, false, null],
    [400, false, null],
    [501, false, null],
    [404, true, 'failed'],
    [403, false, 'forbidden'],
    [500, false, 'failed'],
  ];
  for (const [status, referred, reason] of cases) {
    it(`with ${status}${referred ? ' though the plan refers to one' : ''}: ${reason ?? 'nothing is missing'}`, async () => {
      const options = {plan: plan(says('in the plan'), ...(referred ? [refers('t')] : []))};
      const found = await read([], options, () => ({status}));
      assert.deepEqual(found.words, ['in the plan']);
      assert.deepEqual(found.gaps, reason === null ? [] : [{reason, what: 'Task'}]);
    });
  }
});
