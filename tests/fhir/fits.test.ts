import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {manyEncounters} from '../../fixtures/large.ts';
import {encounter} from '../../src/fhir/schema/encounter.ts';
import {fits} from '../../src/fhir/schema/fits.ts';
import {z} from '../../src/fhir/schema/zod.ts';

const isEncounter = fits(encounter);

test('an ordinary Encounter fits as it is', () => {
  for (const one of manyEncounters(50)) assert.ok(isEncounter(one), one.id);
});

/** Every place of a JSON value, the outermost first. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function put(value: unknown, [key, ...rest]: readonly string[], into: unknown): unknown {
  if (key === undefined) return into;
  if (Array.isArray(value))
    return value.map((inner, place) => (String(place) === key ? put(inner, rest, into) : inner));
  const members = value as Readonly<Record<string, unknown>>;
  return {...members, [key]: put(members[key], rest, into)};
}

test('the check says yes exactly when the schema does, whatever stands wherever', () => {
  const [ordinary] = manyEncounters(1);
  const places = placesOf(ordinary);
  let yes = 0;
  let no = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.oneof(fc.jsonValue(), fc.constant('')), (place, wrong) => {
      const mutated = put(ordinary, place, wrong);
      const right = z.safeParse(encounter, mutated).success;
      if (right) yes += 1;
      else no += 1;
      assert.equal(isEncounter(mutated), right);
    }),
    {numRuns: 3000},
  );
  assert.ok(yes > 100 && no > 100, `${yes} yes, ${no} no`);
});

test('a schema that no plain check can be made of is a mistake that shows at once', () => {
  assert.throws(() => fits(z.union([z.string(), z.boolean()])), /union/);
  assert.throws(() => fits(z.string().check(z.maxLength(3))), /max_length/);
});
