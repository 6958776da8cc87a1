import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readEnrolment} from '../../src/fhir/read-enrolment.ts';
import {readPlan} from '../../src/fhir/read-plan.ts';
import {asked, stage, subject, type Resource} from './read-stage.ts';

const plan = (id: string, more: Record<string, unknown> = {}): Resource => ({
  resourceType: 'CarePlan',
  id,
  status: 'active',
  intent: 'plan',
  title: 'Individualized services plan',
  subject,
  period: {start: '2026-05-22'},
  ...more,
});

const hosts: readonly [string, (params: URLSearchParams) => boolean, string][] = [
  ['takes states', () => true, 'CarePlan status=active,on-hold,draft,completed,unknown'],
  ['takes no states', (params) => !params.has('status'), 'CarePlan'],
  [
    'insists on the category of US Core',
    (params) => params.get('category') === 'assess-plan',
    'CarePlan category=assess-plan',
  ],
  [
    'insists on categories by code',
    (params) => params.get('category')?.includes('38717003') === true,
    'CarePlan category=38717003,734163000,736271009,736353004',
  ],
];

for (const [name, takes, shape] of hosts) {
  test(`a server that ${name} is asked so, and the next time at once`, async () => {
    const {client, run, signal, transport} = stage([plan('a')], (_, params) =>
      params && !takes(params) ? {status: 400} : null,
    );
    for (let time = 0; time < 2; time += 1) {
      const answer = await run(readPlan(client, signal));
      assert.equal(answer.ok && answer.value.view.value.plan?.id, 'a');
    }
    const [last, before] = asked(transport.requests).toReversed();
    assert.equal(last, shape);
    assert.ok(before === undefined || before === shape);
  });
}

test('a plan of somebody else is dropped, one that cannot be read is counted', async () => {
  const {client, run, signal, others} = stage([
    plan('a'),
    plan('b', {subject: {reference: 'Patient/other'}, title: 'ISP NOT-THIS-PERSON'}),
    plan('', {}),
  ]);
  const answer = await run(readPlan(client, signal));
  assert.ok(answer.ok);
  assert.deepEqual(others, ['CarePlan']);
  assert.equal(answer.value.view.value.otherActivePlans, 0);
  assert.deepEqual(answer.value.view.gaps, [{reason: 'quarantined', what: 'CarePlan', count: 1}]);
  assert.ok(!JSON.stringify(answer).includes('NOT-THIS-PERSON'));
});

test('only plans that the record names so give a period of enrolment', async () => {
  const {client, run, signal} = stage([
    plan('a'),
    plan('b', {title: 'Plan'}),
    plan('c', {period: {start: 'spring'}}),
  ]);
  const answer = await run(readPlan(client, signal));
  assert.deepEqual(answer.ok && answer.value.periods, [
    {source: 'CarePlan', start: '2026-05-22', status: 'active'},
  ]);
});

const episode = (id: string, more: Record<string, unknown>): Resource => ({
  resourceType: 'EpisodeOfCare',
  id,
  status: 'active',
  patient: subject,
  period: {start: '2026-02-16'},
  ...more,
});

test('enrolment is read from episodes of case management that have a date', async () => {
  const words = (text: string) => ({type: [{text}]});
  const {client, run, signal, others} = stage([
    episode('a', {type: [{coding: [{system: 'http://snomed.info/sct', code: '386230005'}]}]}),
    episode('b', {...words('Gestion de cas'), status: 'planned', period: {start: '2026-01-10'}}),
    episode('c', words('Physiotherapy')),
    episode('d', {...words('Case management'), period: {}}),
    episode('e', {...words('Case management'), status: undefined, period: {start: '2025'}}),
    episode('f', {...words('Case management'), patient: {reference: 'Patient/other'}}),
  ]);
  const answer = await run(readEnrolment(client, signal));
  assert.deepEqual(answer.ok && answer.value.periods.value, [
    {source: 'EpisodeOfCare', start: '2026-02-16', status: 'active'},
    {source: 'EpisodeOfCare', start: '2026-01-10', status: 'planned'},
    {source: 'EpisodeOfCare', start: '2025', status: 'unknown'},
  ]);
  assert.deepEqual(others, ['EpisodeOfCare']);
});
