import {endpointOrigins, type Issuer} from '../config/issuer.ts';
import type {Site} from '../config/site.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {Fetch} from '../transport/send.ts';
import {exchangeCode} from './fhirclient.ts';
import {readIdToken} from './id-token.ts';
import {asText, type JsonObject} from './json.ts';
import type {LaunchProblem} from './launch-problem.ts';
import type {LaunchStore, OpenLaunch, PendingLaunch} from './launch-store.ts';
import type {Page} from './page.ts';
import {readContext, userReference} from './smart-context.ts';
import {openSession, type SmartSession} from './smart-session.ts';
import {postForm, tokensOf} from './token-endpoint.ts';
import type {Tokens} from './token-keeper.ts';

/** What belongs to one launch in one frame. */
export interface FrameLaunch {
  readonly page: Page;
  readonly site: Site;
  readonly store: LaunchStore;
  readonly key: string;
  readonly issuer: Issuer;
  readonly fetch: Fetch | undefined;
  readonly now: () => number;
}

/** Exchanges the code for tokens, checks whose they are, and opens the session. */
export async function exchange(
  frame: FrameLaunch,
  entry: PendingLaunch,
  code: string,
): Promise<Result<SmartSession, LaunchProblem>> {
  const {issuer, now} = frame;
  const exchanged = await exchangeCode(entry.oauth, code, (url, body) => postForm(url, body, frame.fetch));
  if (!exchanged.ok) {
    const {error} = exchanged;
    return err(error.kind === 'network' ? {kind: 'unreachable'} : {kind: 'no-token', error: error.error});
  }
  const response = exchanged.value;
  const user = readUser(response, entry, issuer, now());
  if (!user.ok) return user;
  const context = readContext(response, user.value);
  if (!context) return err({kind: 'no-patient'});
  const tokens = tokensOf(response, now());
  const launch: OpenLaunch = {
    phase: 'open',
    at: now(),
    iss: entry.iss,
    accessToken: tokens.access,
    expiresAt: tokens.expiresAt,
    // A server that does not say what it granted granted what was asked (RFC 6749, section 5.1).
    scopes: asText(response['scope']) ?? String(entry.oauth['scope']),
    context,
    wishes: entry.wishes,
  };
  return ok(openLaunch(frame, launch, tokens, String(entry.oauth['tokenUri'])));
}

/** The signed-in person; null when no id_token came. One that does not prove to be of this launch ends it. */
function readUser(
  response: JsonObject,
  entry: PendingLaunch,
  issuer: Issuer,
  now: number,
): Result<string | null, LaunchProblem> {
  const idToken = asText(response['id_token']);
  if (idToken === null) return ok(null);
  const claims = readIdToken(idToken, {
    issuer: entry.tokenIssuer,
    origins: endpointOrigins(issuer),
    clientId: issuer.clientId,
    nonce: entry.nonce,
    requireNonce: issuer.requireNonce,
    now,
  });
  return claims
    ? ok(userReference(claims['fhirUser'] ?? claims['profile']))
    : err({kind: 'identity-unproven'});
}

/** Opens the session of a launch that is signed in, or was before a reload. */
export function openLaunch(
  frame: FrameLaunch,
  launch: OpenLaunch,
  tokens: Tokens,
  tokenUri: string,
): SmartSession {
  const {page, site, store, key, issuer, fetch, now} = frame;
  const keep = site.persist === 'tab';
  if (!keep) store.remove(key);
  return openSession({
    page,
    key,
    launch,
    tokens,
    tokenUri,
    issuer,
    httpCache: site.httpCache,
    save: (entry) => void (keep && store.write(key, entry)),
    forget: () => store.remove(key),
    fetch,
    now,
  });
}
