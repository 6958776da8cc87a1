import {endpointOrigins, findIssuer, type Issuer} from '../config/issuer.ts';
import type {Site} from '../config/site.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {Fetch} from '../transport/send.ts';
import {rememberEndpoints} from './endpoint-cache.ts';
import {discover} from './endpoints.ts';
import {exchange, openLaunch, type FrameLaunch} from './exchange.ts';
import {readRedirectAnswer, type RedirectAnswer} from './launch-address.ts';
import type {LaunchProblem} from './launch-problem.ts';
import {
  cleanAddress,
  isLaunchKey,
  launchKey,
  launchStore,
  type LaunchStore,
  type PendingLaunch,
} from './launch-store.ts';
import {isFramed, isFramedByStranger, type Page} from './page.ts';
import type {SmartSession} from './smart-session.ts';

export interface CompletionOptions {
  readonly fetch?: Fetch;
  readonly now?: () => number;
}

type Outcome = Result<SmartSession, LaunchProblem>;

/**
 * Completes the launch of this frame on the redirect address: exchanges the code, or after a reload takes up the
 * frame's own session again. `code` and `state` are out of the address before anything else happens. The launch key is
 * kept in the frame's history entry, so that two charts in one tab never take each other's session.
 */
export async function completeLaunch(
  page: Page,
  site: Site,
  options: CompletionOptions = {},
): Promise<Outcome> {
  const now = options.now ?? Date.now;
  const answer = readRedirectAnswer(page.location.href);
  const state = answer.ok ? (answer.value?.state ?? null) : null;
  const key = state !== null && isLaunchKey(state) ? state : null;
  const store = launchStore(page, now());
  // An address with an answer never falls back to an earlier launch of this frame.
  cleanAddress(page, answer.ok && answer.value === null ? launchKey(page) : key);
  if (!answer.ok) return answer;
  if (isFramedByStranger(page, site.frameAncestors)) return err({kind: 'framed-by-stranger'});
  if (answer.value === null) return resume(page, site, store, {...options, now});
  const entry = key === null ? null : store.read(key);
  const issuer = entry?.phase === 'pending' ? findIssuer(site.issuers, entry.iss) : null;
  if (key === null || entry?.phase !== 'pending' || !issuer) {
    if (!storageWorks(store)) return err({kind: 'storage-blocked', framed: isFramed(page)});
    return err({kind: 'unknown-launch'});
  }
  // Used from here on, whatever comes of it: a second answer with this state is refused.
  store.write(key, {phase: 'spent', at: now()});
  return takeAnswer({page, site, store, key, issuer, fetch: options.fetch, now}, entry, answer.value);
}

/** Takes what the authorization server answered to one launch: an error becomes words, a code is exchanged. */
export async function takeAnswer(
  frame: FrameLaunch,
  entry: PendingLaunch,
  answer: RedirectAnswer,
): Promise<Outcome> {
  const {page, issuer, now} = frame;
  if (answer.kind === 'error') {
    const {error, description, uri} = answer;
    return err({kind: 'refused', error, description, uri: listedAddress(uri, issuer)});
  }
  const mixedUp = answer.iss !== null && entry.tokenIssuer !== null && answer.iss !== entry.tokenIssuer;
  if (mixedUp) return err({kind: 'foreign-endpoint'});
  if (!entry.verified) {
    const fresh = await discover(issuer, frame.fetch);
    if (!fresh.ok) return fresh;
    if (fresh.value.token !== entry.oauth['tokenUri']) {
      rememberEndpoints(page, issuer, now(), null);
      return err({kind: 'foreign-endpoint'});
    }
  }
  return exchange(frame, entry, answer.code);
}

function resume(
  page: Page,
  site: Site,
  store: LaunchStore,
  {fetch, now}: {readonly fetch?: Fetch; readonly now: () => number},
): Outcome {
  const key = launchKey(page);
  const launch = key === null ? null : store.read(key);
  if (key === null || launch?.phase !== 'open') return err({kind: 'not-launched'});
  const issuer = findIssuer(site.issuers, launch.iss);
  if (!issuer) return err({kind: 'unknown-issuer'});
  if (launch.expiresAt !== null && launch.expiresAt <= now()) {
    store.remove(key);
    return err({kind: 'expired'});
  }
  const {accessToken: access, expiresAt, at: issuedAt} = launch;
  const frame = {page, site, store, key, issuer, fetch, now};
  return ok(openLaunch(frame, launch, {access, refresh: null, issuedAt, expiresAt}, ''));
}

/** An address of an error that may be shown as a link: only on an origin that the site lists. */
function listedAddress(uri: string | null, issuer: Issuer): string | null {
  if (uri === null || !URL.canParse(uri)) return null;
  const {origin, href} = new URL(uri);
  return endpointOrigins(issuer).includes(origin) ? href : null;
}

function storageWorks(store: LaunchStore): boolean {
  const probe = crypto.randomUUID();
  const works = store.write(probe, {phase: 'spent', at: Number.MAX_SAFE_INTEGER});
  store.remove(probe);
  return works;
}
