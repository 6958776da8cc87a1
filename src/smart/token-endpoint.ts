import {TransportError, type TransportResponse} from '../fhir/transport.ts';
import {send, type Fetch} from '../transport/send.ts';
import {asText, parseObject, type JsonObject} from './json.ts';
import type {Renewal, Tokens} from './token-keeper.ts';

/** Sends a form to the token endpoint. A simple request: no preflight. */
export function postForm(url: string, body: string, fetch?: Fetch): Promise<TransportResponse> {
  return send(url, {
    method: 'POST',
    headers: {Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded'},
    body,
    signal: AbortSignal.timeout(20_000),
    fetch,
  });
}

/** The tokens of a token response that came at `now`; a missing `expires_in` means that nobody knows. */
export function tokensOf(response: JsonObject, now: number): Tokens {
  const seconds = Number(response['expires_in']);
  return {
    access: asText(response['access_token']) ?? '',
    refresh: asText(response['refresh_token']),
    issuedAt: now,
    expiresAt: Number.isFinite(seconds) && seconds > 0 ? now + seconds * 1000 : null,
  };
}

export interface RefreshOptions {
  readonly tokenUri: string;
  readonly clientId: string;
  readonly patientId: string;
  readonly now: () => number;
  readonly fetch?: Fetch | undefined;
}

/**
 * Renews the access (RFC 6749, section 6). Only `invalid_grant` ends the session; no answer and server trouble do not.
 * A token for another patient is never used.
 */
export async function refreshTokens(refreshToken: string, options: RefreshOptions): Promise<Renewal> {
  const form = new URLSearchParams({grant_type: 'refresh_token', refresh_token: refreshToken});
  // Public clients have nothing else to say who they are.
  form.set('client_id', options.clientId);
  let answer: TransportResponse;
  try {
    answer = await postForm(options.tokenUri, form.toString(), options.fetch);
  } catch (error) {
    if (error instanceof TransportError) return {kind: 'later'};
    throw error;
  }
  const response = parseObject(answer.text);
  if (answer.status >= 200 && answer.status < 300) {
    if (!response || asText(response['access_token']) === null) return {kind: 'later'};
    const patient = asText(response['patient'])?.replace(/^Patient\//, '');
    if (patient !== undefined && patient !== options.patientId) return {kind: 'ended', why: 'other-patient'};
    return {kind: 'renewed', tokens: tokensOf(response, options.now())};
  }
  if (response?.['error'] === 'invalid_grant') return {kind: 'ended', why: 'revoked'};
  return answer.status >= 500 || answer.status === 429 || answer.status === 408
    ? {kind: 'later'}
    : {kind: 'never'};
}
