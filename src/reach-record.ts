import type {RecordSource} from './elements/panel/panel-api.ts';
import type {Transport} from './fhir/transport.ts';
import {createBundleTransport} from './transport/bundle-transport.ts';
import {createClientTransport} from './transport/client-transport.ts';
import {createFetchTransport} from './transport/fetch-transport.ts';

/**
 * The transport for what a host has set on the panel in place of one: a bundle before a client, a client before a base
 * address with a token or a fetch of its own. Null when that is not enough to reach a record.
 */
export function reachRecord(source: RecordSource): Transport | null {
  const {bundle, client, fhirBase, getAccessToken, fetch} = source;
  if (bundle) return createBundleTransport(bundle);
  if (client) return createClientTransport(client, fetch ?? undefined);
  if (!fhirBase || !URL.canParse(fhirBase) || !(getAccessToken || fetch)) return null;
  return createFetchTransport({
    base: fhirBase,
    ...(getAccessToken && {getToken: getAccessToken}),
    ...(fetch && {fetch}),
  });
}
