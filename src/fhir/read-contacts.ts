import type {Loaded} from '../domain/completeness.ts';
import type {Contact} from '../domain/follow-up/contact.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapContact, type ContactContext} from './map-contact.ts';
import {mapListed} from './map-listed.ts';
import {searchAll, type Params} from './search.ts';

/** Reads the contacts of case management; one that cannot be read is counted as such, other messages are not. */
export async function readContacts(
  client: FhirClient,
  context: ContactContext,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly Contact[]>, Problem>> {
  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [[patient, ['_count', '100']], [patient]];
  const listed = await searchAll(client, 'Communication', recipes, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Communication', ({resource, base}) =>
    mapContact(resource, context, base),
  );
  const contacts = value.flatMap((one) => (one === 'other' || one.mistaken ? [] : [one]));
  return ok({value: contacts, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
