import type {SmartClient, Transport} from '../fhir/transport.ts';
import {createFetchTransport, type TokenReason} from './fetch-transport.ts';
import type {Fetch} from './send.ts';

/**
 * A transport for a page that was launched with `fhirclient`: its server and its token, renewed by it where it can be.
 * The requests are the panel's own, so that no redirect is followed and nothing leaves the FHIR base. A server without
 * sign-in has no token at all.
 */
export function createClientTransport(client: SmartClient, fetch?: Fetch): Transport {
  const token = (): string | null => client.state.tokenResponse?.access_token ?? null;
  async function getToken(reason: TokenReason): Promise<string | null> {
    if (reason !== 'refresh') return token();
    // A client without a refresh token says so by rejecting: there is no newer token then.
    const renewed = await client.refresh().then(
      () => true,
      () => false,
    );
    return renewed ? token() : null;
  }
  return createFetchTransport({
    base: client.state.serverUrl,
    ...(fetch && {fetch}),
    ...(token() !== null && {getToken}),
  });
}
