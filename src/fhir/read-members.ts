import type {Gap} from '../domain/completeness.ts';
import type {ResourceName} from '../domain/problem.ts';
import type {FhirClient} from './client.ts';
import {isObject, textOf, type JsonObject} from './json.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import {belongsTo, plainReference, type Found, type ReferenceIndex} from './references.ts';
import {searchPage} from './search.ts';

/** More than this for one person is a mistake of the record, not a team. */
const mostReads = 60;

/** Answers that say that there is nothing to read, which nobody misses. */
const nothing = ['not-found', 'gone', 'cancelled'];
/** Answers of a server that does not do this search at all. */
const noSearch = [...nothing, 'rejected', 'unsupported', 'unreadable'];

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
        // Filed under what it says it is: an answer about another resource answers nothing here.
        const found = {resource: answer.value.json, fullUrl: null, base: null};
        if (isOwn(client, found)) index.add([found]);
        return null;
      }
      return nothing.includes(answer.error.kind) ? null : {reason: gapOfProblem(answer.error), what};
    }),
  );
  return gaps.filter((gap) => gap !== null);
}

/** False for a relative of another patient and for another patient, who are reported: nothing of them is shown. */
export function isOwn(client: FhirClient, found: Found): boolean {
  const {resource} = found;
  const isOther =
    (resource['resourceType'] === 'Patient' && resource['id'] !== client.patientId) ||
    (resource['resourceType'] === 'RelatedPerson' && belongsTo(client.patientId, found) === 'other');
  if (isOther) client.reportOtherPatient(resource['resourceType'] as ResourceName);
  return !isOther;
}

export interface Positions {
  readonly positions: ReadonlyMap<string, readonly JsonObject[]>;
  readonly gaps: readonly Gap[];
}

/**
 * Finds the positions of practitioners, which is where their telephones stand (a Practitioner seldom has one). By
 * `Practitioner/id`.
 */
export async function readPositions(
  client: FhirClient,
  practitioners: readonly string[],
  signal: AbortSignal,
): Promise<Positions> {
  const positions = new Map<string, JsonObject[]>();
  const wanted = ['practitioner', practitioners.slice(0, mostReads).join(',')] as const;
  const page = await searchPage(client, 'PractitionerRole', [wanted], signal);
  const missed = page.ok || noSearch.includes(page.error.kind) ? null : gapOfProblem(page.error);
  for (const {resource} of page.ok ? page.value.matches : []) {
    const pointer = resource['practitioner'];
    const of = isObject(pointer) ? plainReference(textOf(pointer['reference'])) : null;
    if (of !== null && resource['active'] !== false)
      positions.set(of, [...(positions.get(of) ?? []), resource]);
  }
  return {positions, gaps: missed === null ? [] : [{reason: missed, what: 'PractitionerRole'}]};
}
