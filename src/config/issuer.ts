/** One record system that the panel is registered with. */
export interface Issuer {
  /** The `iss` of its launches, exactly as it sends it; only a closing slash may differ. */
  readonly iss: string;
  /** The client id of the registration. Public clients have no secret. */
  readonly clientId: string;
  /** Base of all FHIR requests, without a closing slash; the `iss` when not given. */
  readonly fhirBase: string;
  /** Origins on which its authorize and token endpoints may lie, besides that of `iss`. */
  readonly tokenOrigins: readonly string[];
  /** Scope syntax: as the server says (`permission-v2`), or fixed. */
  readonly scopesVersion: 'auto' | 'v1' | 'v2';
  /** `unadvertised`: the server does S256 without saying so. The challenge is sent in both cases. */
  readonly pkce: 'required' | 'unadvertised';
  /** False for a server that leaves `nonce` out of its id_token; a wrong nonce is refused all the same. */
  readonly requireNonce: boolean;
}

/** The issuer of an `iss` value, or null. Exact text, apart from one closing slash: no default, no pattern. */
export function findIssuer(issuers: readonly Issuer[], iss: string): Issuer | null {
  return issuers.find((issuer) => sameBase(issuer.iss, iss)) ?? null;
}

/** Origins on which an issuer's authorize and token endpoints may lie. */
export function endpointOrigins(issuer: Issuer): readonly string[] {
  return [...new Set([new URL(issuer.iss).origin, ...issuer.tokenOrigins])];
}

/** The origin of an address that may be used at all (https, or http on this very machine), else null. */
export function webOrigin(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  // A URL may have `*` or `;` in its host, which mean something else in a Content-Security-Policy.
  if (!/^([a-z0-9._-]+|\[[0-9a-f:]+\])$/u.test(url.hostname)) return null;
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url.origin : null;
}

/** The text without one closing slash. */
export function withoutClosingSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

/** Whether two bases are the same text, apart from one closing slash. */
export function sameBase(one: string, other: string): boolean {
  return withoutClosingSlash(one) === withoutClosingSlash(other);
}
