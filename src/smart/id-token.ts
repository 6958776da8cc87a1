import {decodeBase64Url} from './base64url.ts';
import {asText, parseObject, type JsonObject} from './json.ts';

/** What an id_token is held against. */
export interface IdTokenExpectation {
  /** The `issuer` of discovery; null when it said none. */
  readonly issuer: string | null;
  /** Where issuers may lie when discovery named none. */
  readonly origins: readonly string[];
  readonly clientId: string;
  readonly nonce: string;
  readonly requireNonce: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Clocks of hospital workstations differ from the server's. */
const clockSkewSeconds = 300;

/**
 * The claims of an id_token of this very launch, else null (OpenID Connect Core 3.1.3.7). Its signature is not checked:
 * it came straight from the token endpoint over TLS.
 */
export function readIdToken(token: string, expected: IdTokenExpectation): JsonObject | null {
  const [, payload, signature] = token.split('.');
  const claims = signature === undefined ? null : parseObject(decodeBase64Url(payload ?? ''));
  if (!claims) return null;
  const nonce = claims['nonce'];
  const valid =
    isIssuer(asText(claims['iss']), expected) &&
    isAudience(claims, expected.clientId) &&
    typeof claims['exp'] === 'number' &&
    claims['exp'] + clockSkewSeconds > expected.now / 1000 &&
    (nonce === expected.nonce || (nonce === undefined && !expected.requireNonce));
  return valid ? claims : null;
}

function isIssuer(iss: string | null, {issuer, origins}: IdTokenExpectation): boolean {
  if (iss === null) return false;
  if (issuer !== null) return iss.replace(/\/$/, '') === issuer.replace(/\/$/, '');
  return URL.canParse(iss) && origins.includes(new URL(iss).origin);
}

function isAudience(claims: JsonObject, clientId: string): boolean {
  const aud = claims['aud'];
  if (!Array.isArray(aud)) return aud === clientId;
  const party = claims['azp'];
  return aud.includes(clientId) && (party === clientId || (party === undefined && aud.length === 1));
}
