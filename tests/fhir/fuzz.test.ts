import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countUse} from '../../src/domain/count-use.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {EncounterRecord} from '../../src/domain/encounter-record.ts';
import {choosePlan} from '../../src/fhir/choose-plan.ts';
import {contactsOf} from '../../src/fhir/contacts.ts';
import {mapCarePlan} from '../../src/fhir/map-care-plan.ts';
import {mapCareTeam} from '../../src/fhir/map-care-team.ts';
import {mapEncounter} from '../../src/fhir/map-encounter.ts';
import {mapGoal} from '../../src/fhir/map-goal.ts';
import {mapPatient} from '../../src/fhir/map-patient.ts';
import {mergeTeams} from '../../src/fhir/merge-teams.ts';
import {isMistake} from '../../src/fhir/map-care-team.ts';
import {ReferenceIndex} from '../../src/fhir/references.ts';
import {AS_OF, loadPeople, type FixtureResource} from '../../fixtures/people.ts';
import {mutateResource} from '../../fixtures/mutate.ts';

const zone = 'America/Toronto';
/** What a broken program shows; no synthetic person but the one full of traps has such words. */
const broken = /undefined|\bNaN\b|Invalid Date|\[object /;

/** Every text of a value with its place. */
function texts(value: unknown, place = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${place}.${key}`));
}

function assertShowable(value: unknown, seed: string): void {
  for (const [place, leaf] of texts(value)) {
    assert.ok(leaf !== undefined, `${seed}: ${place} is undefined`);
    if (typeof leaf === 'number') assert.ok(Number.isFinite(leaf), `${seed}: ${place} is ${leaf}`);
    if (typeof leaf === 'string') assert.doesNotMatch(leaf, broken, `${seed}: ${place}`);
    assert.ok(['string', 'number', 'boolean', 'object'].includes(typeof leaf), `${seed}: ${place}`);
  }
}

function samples(type: string, count: number): readonly (readonly [string, FixtureResource])[] {
  const all = loadPeople()
    .filter(({slug}) => slug !== 'many-visits')
    .flatMap(({resources}) => resources)
    .filter((one) => one.resourceType === type && !broken.test(JSON.stringify(one)));
  return Array.from({length: count}, (_, n) => {
    const seed = `${type} ${n}`;
    const original = all[n % all.length];
    assert.ok(original, `no ${type}`);
    return [seed, mutateResource(original, seed)] as const;
  });
}

/** A mapper may refuse a resource; what it gives back can be shown. Says how many it read. */
function readAll(type: string, count: number, map: (resource: FixtureResource) => unknown): number {
  let read = 0;
  for (const [seed, resource] of samples(type, count)) {
    const value = map(resource);
    if (value === null) continue;
    read += 1;
    assertShowable(value, seed);
  }
  return read;
}

const index = new ReferenceIndex();
index.add(
  loadPeople()
    .flatMap(({resources}) => resources)
    .map((one) => ({resource: one as never, fullUrl: null, base: null})),
);
const context = {patientId: 'reference', today: AS_OF, zone, index, positions: new Map(), base: null};

const mappers: readonly [string, (resource: FixtureResource) => unknown][] = [
  ['Patient', mapPatient],
  ['Goal', mapGoal],
  ['CarePlan', (one) => mapCarePlan(one)],
  ['CareTeam', (one) => mapCareTeam(one, context)],
  ['Encounter', (one) => mapEncounter(one as never)],
  ['RelatedPerson', (one) => contactsOf(one as never, AS_OF, zone)],
];

for (const [type, map] of mappers) {
  test(`500 broken resources of type ${type} throw nothing and show nothing broken`, () => {
    const read = readAll(type, 500, map);
    // Lenient: most of a broken resource can still be shown.
    assert.ok(read > 350, `${read} of 500 could be read`);
  });
}

test('what is known of a member may be as broken as the team', () => {
  for (const [seed, team] of samples('CareTeam', 120)) {
    const members = ['Practitioner', 'PractitionerRole', 'RelatedPerson', 'Organization', 'Patient'];
    const around = new ReferenceIndex();
    around.add(
      members
        .flatMap((type) => samples(type, 8))
        .map(([, one]) => ({resource: mutateResource(one, seed) as never, fullUrl: null, base: null})),
    );
    const record = mapCareTeam(team, {...context, index: around});
    if (record) assertShowable(mergeTeams([record, record]), seed);
    assert.equal(typeof isMistake(team as never), 'boolean');
  }
});

test('a choice among broken plans is a plan or none', () => {
  const records = samples('CarePlan', 60).flatMap(([, one]) => mapCarePlan(one) ?? []);
  for (let from = 0; from < records.length; from += 3) {
    assertShowable(choosePlan(records.slice(from, from + 3)), `plans from ${from}`);
  }
});

test('500 histories with broken visits are counted without a throw, and no number is broken', () => {
  const records = samples('Encounter', 1500).flatMap(([, one]) => mapEncounter(one as never) ?? []);
  for (let run = 0; run < 500; run += 1) {
    const some: EncounterRecord[] = records.slice((run * 3) % 1200, ((run * 3) % 1200) + 12);
    const proof = countUse({
      records: some,
      patientId: 'reference',
      deceasedAt: run % 5 === 0 ? '2026-09' : null,
      asOf: AS_OF,
      index: run % 2 === 0 ? '2026-05-22' : null,
      zone,
      config: defaultCountingConfig,
      configHash: 'sha256:0',
      gaps: [],
    });
    assertShowable(proof, `history ${run}`);
  }
});
