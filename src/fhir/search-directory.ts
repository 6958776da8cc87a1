import type {NewMember} from '../domain/care-team.ts';
import {leastLetters, type DirectoryEntry} from '../domain/directory.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {conceptOf} from './concept-text.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {nameOf} from './person-name.ts';
import {isOwn, readPositions} from './read-members.ts';
import {belongsTo, type Found} from './references.ts';
import {concept} from './schema/types.ts';
import {readLenient} from './schema/lenient.ts';
import {searchFirst, type Params} from './search.ts';

/** More than this nobody reads while typing. */
const most = 8;

const types = {
  practitioner: 'Practitioner',
  organization: 'Organization',
  relative: 'RelatedPerson',
} as const;

/**
 * Looks in the record system's own directory for professionals and organizations whose name has these letters, or for the
 * relatives of this patient. Professionals come with their position (PractitionerRole) where the server has one.
 */
export async function searchDirectory(
  client: FhirClient,
  text: string,
  kind: NewMember['kind'],
  signal: AbortSignal,
): Promise<Result<readonly DirectoryEntry[], Problem>> {
  const wanted = text.trim();
  if (wanted.length < leastLetters) return ok([]);
  const type = types[kind];
  const name = ['name', wanted] as const;
  const recipes: readonly Params[] =
    kind === 'relative' ? [[['patient', client.patientId]]] : [[name, ['_count', String(most)]], [name]];
  const page = await searchFirst(client, type, recipes, signal, `${type} by name`);
  if (!page.ok) return page;
  const all = page.value.matches.filter((found) => isOffered(client, found, wanted)).slice(0, most);
  const references = all.flatMap(({resource}) => referenceTo(resource) ?? []);
  const {positions} =
    kind === 'practitioner' && references.length > 0
      ? await readPositions(client, references, signal)
      : {positions: new Map<string, readonly JsonObject[]>()};
  return ok(all.flatMap(({resource}) => entryOf(resource, positions) ?? []));
}

/** Somebody active, of this patient when a relative, whose name has every word that was typed. */
function isOffered(client: FhirClient, found: Found, wanted: string): boolean {
  const {resource} = found;
  if (resource['active'] === false || !isOwn(client, found)) return false;
  if (resource['resourceType'] === 'RelatedPerson' && belongsTo(client.patientId, found) !== 'same')
    return false;
  const name = plain(nameOf(resource) ?? '');
  return plain(wanted)
    .split(' ')
    .every((word) => name.includes(word));
}

function entryOf(
  resource: JsonObject,
  positions: ReadonlyMap<string, readonly JsonObject[]>,
): DirectoryEntry | null {
  const reference = referenceTo(resource);
  const name = nameOf(resource);
  if (reference === null || name === null) return null;
  const at = positions.get(reference) ?? [];
  // With several positions nobody knows which one is meant.
  const [position = null] = at.length === 1 ? at : [];
  const place = position?.['organization'];
  const roles = [
    ...items(position?.['code'] ?? null),
    ...items(resource['resourceType'] === 'RelatedPerson' ? (resource['relationship'] ?? null) : null),
  ].flatMap((one) => (isObject(one) ? (conceptOf(readLenient(concept, one)?.value) ?? []) : []));
  const [role] = roles;
  const tellers = [resource, ...at];
  return {
    reference,
    name,
    role: role ? {coded: role.codings[0] ?? null, text: role.text} : null,
    organization: isObject(place ?? null) ? textOf((place as JsonObject)['display']) : null,
    hasPhone: tellers.some(({telecom}) =>
      items(telecom ?? null).some(
        (one) => isObject(one) && one['system'] === 'phone' && textOf(one['value']) !== null,
      ),
    ),
  };
}

function referenceTo(resource: JsonObject): string | null {
  const [type, id] = [textOf(resource['resourceType']), textOf(resource['id'])];
  return type !== null && id !== null && /^[A-Za-z0-9\-.]{1,64}$/u.test(id) ? `${type}/${id}` : null;
}

/** Without case and accents: people are looked for as they are typed. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}
