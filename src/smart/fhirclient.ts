import {authorize, ready, type Environment} from 'fhirclient/lib/smart.js';
import {TransportError, type TransportResponse} from '../fhir/transport.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {decodeBase64Url, encodeBase64Url} from './base64url.ts';
import type {Endpoints} from './endpoints.ts';
import {arrange} from './fhirclient-fetch.ts';
import {asObject, asText, parseObject, type JsonObject} from './json.ts';

/** What fhirclient keeps between `authorize` and `ready`: addresses, the state key and the PKCE verifier. */
export type OAuthState = JsonObject;

export interface AuthorizationRequest {
  readonly iss: string;
  readonly endpoints: Endpoints;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly launch: string | null;
  readonly stateKey: string;
  readonly nonce: string;
}

/**
 * Asks fhirclient for the authorization address. It gets a clean page address (its own reading of URL parameters would
 * let a link replace the configuration), a state key of 122 random bits, endpoints that were already checked, and a
 * memory of its own; nothing is stored and nothing is sent.
 */
export async function prepareAuthorization(
  request: AuthorizationRequest,
): Promise<{readonly url: string; readonly state: OAuthState}> {
  const {iss, endpoints, stateKey, launch} = request;
  const memory = new Map<string, unknown>();
  const done = arrange(`${iss.replace(/\/*$/, '')}/.well-known/smart-configuration`, () =>
    Promise.resolve(
      Response.json({
        authorization_endpoint: endpoints.authorize,
        token_endpoint: endpoints.token,
        code_challenge_methods_supported: ['S256'],
      }),
    ),
  );
  const address = await authorize(environment(request.redirectUri, memory), {
    iss,
    clientId: request.clientId,
    scope: request.scope,
    redirectUri: request.redirectUri,
    ...(launch === null ? {} : {launch}),
    stateKey,
    pkceMode: 'required',
    completeInTarget: true,
    noRedirect: true,
  }).finally(done);
  const state = asObject(memory.get(stateKey)) ?? {};
  const prefix = `${String(state['authorizeUri'])}?`;
  const parameters = new URLSearchParams(String(address).slice(prefix.length));
  parameters.set('nonce', request.nonce);
  const url = new URL(endpoints.authorize);
  // fhirclient appends its parameters with `?` even to an endpoint that has a query.
  for (const [name, value] of parameters) url.searchParams.set(name, value);
  url.search = url.search.replaceAll('+', '%20');
  return {url: url.href, state: {...state, authorizeUri: endpoints.authorize, tokenUri: endpoints.token}};
}

/** Why the code was not exchanged. `error` is the OAuth code of the token endpoint. */
export type ExchangeFailure =
  {readonly kind: 'network'} | {readonly kind: 'refused'; readonly error: string | null};

/** Lets fhirclient exchange the code for a token response. `post` sends a form to the token endpoint. */
export async function exchangeCode(
  state: OAuthState,
  code: string,
  post: (url: string, body: string) => Promise<TransportResponse>,
): Promise<Result<JsonObject, ExchangeFailure>> {
  const key = String(state['key']);
  const tokenUri = String(state['tokenUri']);
  let failure: ExchangeFailure = {kind: 'refused', error: null};
  const done = arrange(tokenUri, async (body) => {
    try {
      const {status, text} = await post(tokenUri, body ?? '');
      failure = {kind: 'refused', error: asText(parseObject(text)?.['error'])};
      const empty = status === 204 || status === 205 || status === 304;
      return new Response(empty ? null : text, {status, headers: {'content-type': 'application/json'}});
    } catch (error) {
      if (error instanceof TransportError) failure = {kind: 'network'};
      throw error;
    }
  });
  try {
    const environment_ = environment(String(state['redirectUri']), new Map([[key, state]]));
    // fhirclient puts the code into the form as it is.
    const client = await ready(environment_, {code: encodeURIComponent(code), stateKey: key});
    const response = asObject(client.state.tokenResponse);
    return response && asText(response['access_token']) !== null ? ok(response) : err(failure);
  } catch {
    return err(failure);
  } finally {
    done();
  }
}

function environment(pageAddress: string, memory: Map<string, unknown>): Environment {
  return {
    options: {fullSessionStorageSupport: false, replaceBrowserHistory: false},
    security: {generatePKCEChallenge},
    fhir: null,
    getUrl: () => new URL(pageAddress),
    getStorage: () => ({
      get: (key) => Promise.resolve(memory.get(key) ?? null),
      set: (key, value) => Promise.resolve(memory.set(key, value)).then(() => value),
      unset: (key) => Promise.resolve(memory.delete(key)),
    }),
    redirect: () => {
      throw new Error('fhirclient must not navigate');
    },
    // Called for the expiry of tokens that look like a JWT; those that are none must not end the launch.
    atob: (text) => {
      const decoded = decodeBase64Url(text);
      return parseObject(decoded) && decoded !== null ? decoded : 'null';
    },
  };
}

/** PKCE with S256 (RFC 7636): the verifier stays here, its hash travels. */
async function generatePKCEChallenge(): Promise<{codeChallenge: string; codeVerifier: string}> {
  const codeVerifier = encodeBase64Url(crypto.getRandomValues(new Uint8Array(64)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return {codeVerifier, codeChallenge: encodeBase64Url(new Uint8Array(hash))};
}
