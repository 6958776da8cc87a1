import {z} from '../fhir/schema/zod.ts';
import {isPlainObject, Reader, type SiteNotice} from './reader.ts';

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

const text = z.string().check(z.minLength(1), z.maxLength(512));
const baseUrl = z.string().check(z.refine((value) => isBase(value)));
const originText = z.string().check(z.refine((value) => webOrigin(value) === value));

/** Reads the allow-list. One that cannot be read, or comes twice, is left out: what is doubtful is not trusted. */
export function parseIssuers(list: readonly unknown[], notices: SiteNotice[]): readonly Issuer[] {
  const issuers: Issuer[] = [];
  for (const [index, raw] of list.entries()) {
    const path = `issuers[${index}]`;
    if (!isPlainObject(raw)) {
      notices.push({path, kind: 'wrong-value'});
      continue;
    }
    const reader = new Reader(raw, path, notices);
    const iss = reader.value('iss', baseUrl, '');
    const clientId = reader.value('clientId', text, '');
    const issuer: Issuer = {
      iss,
      clientId,
      fhirBase: withoutClosingSlash(reader.value('fhirBase', baseUrl, iss)),
      tokenOrigins: reader.items('tokenOrigins', originText),
      scopesVersion: reader.value('scopesVersion', z.enum(['auto', 'v1', 'v2']), 'auto'),
      pkce: reader.value('pkce', z.enum(['required', 'unadvertised']), 'required'),
      requireNonce: reader.value('requireNonce', z.boolean(), true),
    };
    reader.finish();
    const known = issuers.some((other) => sameBase(other.iss, iss));
    if (iss === '' || clientId === '' || known) notices.push({path, kind: 'wrong-value'});
    else issuers.push(issuer);
  }
  return issuers;
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
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url.origin : null;
}

/** The text without one closing slash. */
export function withoutClosingSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

function sameBase(one: string, other: string): boolean {
  return withoutClosingSlash(one) === withoutClosingSlash(other);
}

/** A base is written the way a browser normalizes it, so that comparing text is comparing places. */
function isBase(address: string): boolean {
  if (webOrigin(address) === null || /[?#]/.test(address)) return false;
  return withoutClosingSlash(new URL(address).href) === withoutClosingSlash(address);
}
