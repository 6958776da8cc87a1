import type {Gap} from '../domain/completeness.ts';
import type {Contact} from '../domain/follow-up/contact.ts';
import type {FhirClient} from './client.ts';
import type {JsonObject} from './json.ts';
import {encounterContactId, mapContactEncounter} from './map-contact-encounter.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import {belongsTo, type Found} from './references.ts';
import {searchPage} from './search.ts';

/** Ids asked for at a time, and reads of single ones at most. */
const atOnce = 40;
const mostReads = 60;

/** What was read, and what could not be. */
export interface EncounterContacts {
  readonly contacts: readonly Contact[];
  readonly gaps: readonly Gap[];
}

/**
 * Reads the Encounters that the history showed to be contacts of case management, whole: by their ids, and one by one
 * where the server does not search so. What belongs to somebody else is dropped.
 */
export async function readContactEncounters(
  client: FhirClient,
  ids: readonly string[],
  zone: string,
  signal: AbortSignal,
): Promise<EncounterContacts> {
  const found = new Map<string, JsonObject>();
  const reasons = new Set<Gap['reason']>();
  const take = (entry: Found): void => {
    const id = entry.resource['id'];
    if (typeof id !== 'string' || !ids.includes(id) || entry.resource['resourceType'] !== 'Encounter') return;
    if (belongsTo(client.patientId, entry) === 'same') found.set(id, entry.resource);
  };
  const packs = Array.from({length: Math.ceil(ids.length / atOnce)}, (_, at) =>
    ids.slice(at * atOnce, (at + 1) * atOnce),
  );
  await Promise.all(
    packs.map(async (pack) => {
      const params = [
        ['patient', client.patientId],
        ['_id', pack.join(',')],
      ] as const;
      const page = await searchPage(client, 'Encounter', params, signal);
      if (page.ok) for (const entry of page.value.matches) take(entry);
    }),
  );
  const left = ids.filter((id) => !found.has(id));
  if (left.length > mostReads) reasons.add('page-limit');
  await Promise.all(
    left.slice(0, mostReads).map(async (id) => {
      const answer = await client.get(`Encounter/${encodeURIComponent(id)}`, {what: 'Encounter', signal});
      if (answer.ok) take({resource: answer.value.json, fullUrl: null, base: null});
      else reasons.add(gapOfProblem(answer.error));
    }),
  );
  const read = [...found.values()].map((one) => mapContactEncounter(one, client.patientId, zone));
  const lost = read.filter((one) => one === null).length;
  return {
    contacts: read.flatMap((one) => (one === null || one === 'other' || one.mistaken ? [] : [one])),
    gaps: [
      ...[...reasons].map((reason): Gap => ({reason, what: 'Encounter'})),
      ...(lost > 0 ? [{reason: 'quarantined', what: 'Encounter', count: lost} as const] : []),
    ],
  };
}

/** Ids of Encounters that are not among these contacts yet. */
export function unreadEncounters(ids: readonly string[], contacts: readonly Contact[]): readonly string[] {
  const known = new Set(contacts.map(({id}) => id));
  return ids.filter((id) => !known.has(encounterContactId(id)));
}
