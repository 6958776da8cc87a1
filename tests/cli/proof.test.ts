import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {AS_OF, loadPeople} from '../../fixtures/people.ts';
import {configHash} from '../../src/config/config-hash.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {UseProof} from '../../src/domain/use-proof.ts';
import {bundleOf, file, resourcesOf, run, spawn} from './run.ts';
import {misfits} from './schema-check.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../docs/proof.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const reference = resourcesOf('reference');
const usual = ['count', 'b.json', '--as-of', AS_OF, '--index', '2026-05-22'];

async function proofOf(words: readonly string[], content: unknown): Promise<UseProof> {
  const {code, out, err} = await run(words, {'b.json': content});
  assert.deepEqual([code, err], [0, '']);
  return JSON.parse(out) as UseProof;
}

test('the reference patient has every number of the rule book', async () => {
  const {windows, criteria, excluded, alternatives, config, included} = await proofOf(
    usual,
    bundleOf(reference),
  );
  const {last12Months, last6Months, previous12Months, baseline, followUp} = windows;
  assert.deepEqual(last12Months, {
    from: '2025-11-23',
    to: '2026-11-22',
    edVisits: 11,
    stays: 3,
    hospitalDays: 14,
    leftWithoutBeingSeen: 1,
    scheduledEd: 1,
    observations: 0,
    shortStays: 0,
    ambulatory: last12Months.ambulatory,
    unclassified: 0,
    edVisitsBySite: {A: 10, B: 1},
    registrations: 12,
    registrationsBySite: {A: 11, B: 1},
    dateUncertain: 0,
    upcoming: 0,
    complete: true,
    gaps: [],
  });
  const three = ({edVisits, stays, hospitalDays}: UseProof['windows']['last6Months']): number[] => [
    edVisits,
    stays,
    hospitalDays,
  ];
  assert.deepEqual(three(last6Months), [2, 1, 2]);
  assert.deepEqual(three(previous12Months), [1, 0, 0]);
  assert.deepEqual(three(baseline!), [9, 2, 12]);
  assert.deepEqual([followUp!.edVisits, followUp!.elapsedMonths, followUp!.ofMonths], [2, 6, 6]);
  assert.deepEqual(criteria[0], {
    preset: 'qc-integrated',
    met: true,
    parts: [
      {measure: 'edVisits', value: 11, atLeast: 4, months: 12, met: true},
      {measure: 'stays', value: 3, atLeast: 3, months: 12, met: true},
    ],
  });
  assert.deepEqual(
    excluded.map(({resource, reason, rule}) => [resource, reason, rule]),
    [
      ['Encounter/e08', 'entered-in-error', 'R1'],
      ['Encounter/e09b', 'duplicate', 'R6'],
      ['Encounter/e10', 'cancelled', 'R1'],
      ['Encounter/e12', 'scheduled', 'R13'],
      ['Encounter/e20', 'not-yet', 'R1'],
    ],
  );
  assert.deepEqual(alternatives, {
    asConfigured: 11,
    registrations: 12,
    onePerDay: 10,
    withScheduled: 12,
    withoutLeftWithoutBeingSeen: 10,
    admittedDropped: 9,
  });
  assert.equal(included.find(({id}) => id === 'e16')?.registrations, 2);
  assert.deepEqual(config, {criterion: 'qc-integrated', hash: await configHash(defaultCountingConfig)});
});

test('the reference patient as of 2026-08-22 has 3 of 6 months and one visit', async () => {
  const {windows} = await proofOf(
    ['count', 'b.json', '--as-of', '2026-08-22', '--index=2026-05-22'],
    bundleOf(reference),
  );
  assert.deepEqual([windows.followUp?.elapsedMonths, windows.followUp?.edVisits], [3, 1]);
});

test('without --index the enrolment is found in the records', async () => {
  const episode = {
    resourceType: 'EpisodeOfCare',
    id: 'cm',
    status: 'active',
    type: [{text: 'Case management'}],
    patient: {reference: 'Patient/reference'},
    period: {start: '2026-04-01'},
  };
  const words = ['count', 'b.json', '--as-of', AS_OF];
  const own = await proofOf(words, bundleOf([...reference, episode]));
  assert.equal(own.index, '2026-04-01');
  const plan = {
    resourceType: 'CarePlan',
    id: 'isp',
    status: 'active',
    intent: 'plan',
    title: 'Plan de services individualisé',
    subject: {reference: 'Patient/reference'},
    period: {start: '2026-02-01'},
  };
  const visits = reference.filter(
    (resource) => 'resourceType' in resource && resource.resourceType !== 'CarePlan',
  );
  assert.equal((await proofOf(words, bundleOf([...visits, plan]))).index, '2026-02-01');
  const others = {...episode, patient: {reference: 'Patient/somebody'}};
  assert.equal((await proofOf(words, bundleOf([...visits, plan, others]))).index, '2026-02-01');
  assert.equal((await proofOf(words, bundleOf(visits))).index, null);
});

test('the proof of every synthetic person fits the published schema', async () => {
  for (const {slug, resources} of loadPeople()) {
    const {code, out, err} = await run(['count', 'b.json', '--as-of', AS_OF, '--patient', slug], {
      'b.json': bundleOf(resources),
    });
    assert.equal(code, 0, `${slug}: ${err}`);
    assert.deepEqual(misfits(JSON.parse(out), schema), [], slug);
  }
});

test('the schema refuses what is no proof', async () => {
  const proof = await proofOf(usual, bundleOf(reference));
  const broken: unknown[] = [
    {...proof, more: 1},
    {...proof, asOf: '2026-11'},
    {...proof, included: [{...proof.included[0], kind: 'er'}]},
    {...proof, included: [{...proof.included[0], resources: []}]},
    {...proof, windows: {...proof.windows, last6Months: null}},
    {...proof, windows: {...proof.windows, last6Months: {...proof.windows.last6Months, edVisits: -1}}},
    {...proof, alternatives: {}},
  ];
  for (const one of broken) assert.notDeepEqual(misfits(one, schema), []);
});

test('the same bytes twice, by two processes, and from a permuted bundle', async () => {
  const path = file('b.json', bundleOf(reference));
  const words = ['--as-of', AS_OF, '--index', '2026-05-22'];
  const first = spawn(['count', path, ...words]);
  assert.equal(first.code, 0, first.err);
  assert.equal(spawn(['count', path, ...words]).out, first.out);
  assert.equal(spawn(['count', '-', ...words], JSON.stringify(reference.toReversed())).out, first.out);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...reference], {minLength: reference.length}), async (permuted) => {
      const {out} = await run(['count', 'b.json', ...words], {'b.json': bundleOf(permuted)});
      assert.equal(out, first.out);
    }),
    {numRuns: 30, seed: 1},
  );
});
