import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {manyEncounters} from '../../fixtures/large.ts';
import {mutateResource} from '../../fixtures/mutate.ts';
import type {Concept} from '../../src/domain/text.ts';
import type {JsonObject} from '../../src/fhir/json.ts';
import {mapEncounter} from '../../src/fhir/map-encounter.ts';
import {Shared} from '../../src/fhir/shared.ts';

test('a record says the same, whatever it shares with others', () => {
  const shared = new Shared();
  const broken = manyEncounters(300).map((visit, seed) =>
    seed % 2 === 0 ? visit : mutateResource(visit, seed),
  );
  const history = JSON.parse(JSON.stringify(broken)) as JsonObject[];
  for (const one of history) assert.deepEqual(mapEncounter(one, shared), mapEncounter(one));
});

test('records that say the same thing in the same words hold it once', () => {
  const shared = new Shared();
  const [visit] = manyEncounters(1);
  const copy = (): JsonObject => JSON.parse(JSON.stringify(visit)) as JsonObject;
  const [a, b] = [mapEncounter(copy(), shared), mapEncounter(copy(), shared)];
  assert.ok(a && b);
  for (const part of ['class', 'types', 'reasons', 'serviceProvider', 'locations', 'priority'] as const)
    assert.equal(a[part], b[part], part);
});

test('what differs in anything is never taken for the same', () => {
  const text = fc.option(fc.constantFrom('a', 'b'));
  const coded = fc.record({system: text, code: text, display: text}, {noNullPrototype: true});
  const concept: fc.Arbitrary<Concept> = fc.record(
    {codings: fc.array(coded, {maxLength: 2}), text},
    {noNullPrototype: true},
  );
  fc.assert(
    fc.property(fc.array(concept, {maxLength: 60}), fc.array(coded, {maxLength: 60}), (concepts, codings) => {
      const shared = new Shared();
      for (const one of concepts) assert.deepEqual(shared.concept(one), one);
      for (const one of codings) assert.deepEqual(shared.coded(one), one);
      for (const {system: reference, display} of codings)
        assert.deepEqual(shared.pointer({reference, display}), {reference, display});
    }),
  );
});
