import {endpointOrigins, webOrigin, withoutClosingSlash, type Issuer} from '../config/issuer.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {send, type Fetch} from '../transport/send.ts';
import {asObject, asObjects, asText, parseObject, type JsonObject} from './json.ts';
import type {LaunchProblem} from './launch-problem.ts';

/** Where to sign in, and what the server says it can. Absolute addresses on the site's own list. */
export interface Endpoints {
  readonly authorize: string;
  readonly token: string;
  /** OpenID issuer, when discovery names one. */
  readonly issuer: string | null;
  /** True when PKCE with S256 is advertised. */
  readonly s256: boolean;
  readonly capabilities: readonly string[];
}

/**
 * Reads the endpoints of an issuer: its SMART configuration, else the older extension of its CapabilityStatement
 * (SMART App Launch 2.2, discovery). Fails closed: without an authorize endpoint there is no launch.
 */
export async function discover(issuer: Issuer, fetch?: Fetch): Promise<Result<Endpoints, LaunchProblem>> {
  const base = withoutClosingSlash(issuer.iss);
  const configuration = await read(`${base}/.well-known/smart-configuration`, fetch);
  if (configuration && hasEndpoints(configuration)) return checked(configuration, issuer);
  const metadata = await read(`${base}/metadata`, fetch);
  if (!configuration && !metadata) return err({kind: 'unreachable'});
  return checked(oauthUris(metadata), issuer);
}

/** Checks endpoints against the site: also those that come out of a cache. */
export function checked(configuration: JsonObject, issuer: Issuer): Result<Endpoints, LaunchProblem> {
  if (!hasEndpoints(configuration)) return err({kind: 'no-endpoints'});
  const authorize = resolve(configuration['authorization_endpoint'], issuer);
  const token = resolve(configuration['token_endpoint'], issuer);
  if (authorize === null || token === null) return err({kind: 'foreign-endpoint'});
  const s256 = texts(configuration['code_challenge_methods_supported']).includes('S256');
  if (!s256 && issuer.pkce === 'required') return err({kind: 'no-pkce'});
  const capabilities = texts(configuration['capabilities']);
  return ok({authorize, token, issuer: asText(configuration['issuer']), s256, capabilities});
}

async function read(url: string, fetch: Fetch | undefined): Promise<JsonObject | null> {
  try {
    const headers = {Accept: 'application/json'};
    const signal = AbortSignal.timeout(10_000);
    const {status, text} = await send(url, {method: 'GET', headers, signal, fetch});
    return status >= 200 && status < 300 ? parseObject(text) : null;
  } catch {
    return null;
  }
}

function hasEndpoints(configuration: JsonObject): boolean {
  return ['authorization_endpoint', 'token_endpoint'].every((name) => asText(configuration[name]) !== null);
}

/** An endpoint may be relative to the FHIR base; it must lie on an origin that the site lists. */
function resolve(endpoint: unknown, issuer: Issuer): string | null {
  const base = `${withoutClosingSlash(issuer.iss)}/`;
  const text = asText(endpoint);
  if (text === null || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  url.hash = '';
  const origin = webOrigin(url.href);
  return origin !== null && endpointOrigins(issuer).includes(origin) ? url.href : null;
}

const smartExtension = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

function oauthUris(metadata: JsonObject | null): JsonObject {
  const uris: Record<string, unknown> = {};
  for (const rest of asObjects(metadata?.['rest'])) {
    for (const extension of asObjects(asObject(rest['security'])?.['extension'])) {
      if (extension['url'] !== smartExtension) continue;
      for (const uri of asObjects(extension['extension'])) {
        if (uri['url'] === 'authorize') uris['authorization_endpoint'] = uri['valueUri'];
        if (uri['url'] === 'token') uris['token_endpoint'] = uri['valueUri'];
      }
    }
  }
  return uris;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
