import type {Loaded} from '../domain/completeness.ts';
import type {ConsentRecord} from '../domain/follow-up/consent.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapConsent} from './map-consent.ts';
import {mapListed} from './map-listed.ts';
import {searchAll} from './search.ts';

/** Reads the consents to share; one that cannot be read is counted as such. */
export async function readConsents(
  client: FhirClient,
  zone: string,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly ConsentRecord[]>, Problem>> {
  const listed = await searchAll(client, 'Consent', [[['patient', client.patientId]]], signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Consent', ({resource}) => mapConsent(resource, zone));
  const consents = value.flatMap((one) => (one === 'other' ? [] : [one]));
  return ok({value: consents, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
