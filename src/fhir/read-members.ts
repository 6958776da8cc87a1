import type {Gap} from '../domain/completeness.ts';
import type {ResourceName} from '../domain/problem.ts';
import type {FhirClient} from './client.ts';
import {isObject, textOf, type JsonObject} from './json.ts';
import {gapOfProblem} from './outcome.ts';
import {plainReference, type ReferenceIndex} from './references.ts';
import {searchPage} from './search.ts';

/** More than this for one person is a mistake of the record, not a team. */
const mostReads = 60;

/** Reads the resources of some references side by side, for the index; says what could not be read and why. */
export async function readMembers(
  client: FhirClient,
  references: readonly string[],
  index: ReferenceIndex,
  signal: AbortSignal,
): Promise<readonly Gap[]> {
  const gaps = await Promise.all(
    references.slice(0, mostReads).map(async (reference): Promise<Gap | null> => {
      const what = reference.split('/')[0] as ResourceName;
      const answer = await client.get(reference, {what, signal});
      if (answer.ok) {
        const {json} = answer.value;
        // An answer about somebody else is no answer.
        if (`${textOf(json['resourceType'])}/${textOf(json['id'])}` !== reference) return null;
        index.add([{resource: json, fullUrl: null, base: null}]);
        return null;
      }
      // What the record no longer has, nobody misses here.
      const {kind} = answer.error;
      if (kind === 'not-found' || kind === 'gone' || kind === 'cancelled') return null;
      return {reason: gapOfProblem(answer.error), what};
    }),
  );
  return gaps.filter((gap) => gap !== null);
}

/**
 * Finds the positions of practitioners, which is where their telephones stand (a Practitioner seldom has one). By
 * `Practitioner/id`; empty when the server does not say.
 */
export async function readPositions(
  client: FhirClient,
  practitioners: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly JsonObject[]>> {
  const positions = new Map<string, JsonObject[]>();
  if (practitioners.length === 0) return positions;
  const wanted = ['practitioner', practitioners.slice(0, mostReads).join(',')] as const;
  const page = await searchPage(client, 'PractitionerRole', [wanted], signal);
  for (const {resource} of page.ok ? page.value.matches : []) {
    const pointer = resource['practitioner'];
    const of = isObject(pointer) ? plainReference(textOf(pointer['reference'])) : null;
    if (of !== null && resource['active'] !== false)
      positions.set(of, [...(positions.get(of) ?? []), resource]);
  }
  return positions;
}
