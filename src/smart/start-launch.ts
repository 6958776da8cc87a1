import {findIssuer, type Issuer} from '../config/issuer.ts';
import type {Site} from '../config/site.ts';
import {ok, type Result} from '../domain/result.ts';
import type {Fetch} from '../transport/send.ts';
import {cachedEndpoints, rememberEndpoints} from './endpoint-cache.ts';
import {discover, type Endpoints} from './endpoints.ts';
import {prepareAuthorization} from './fhirclient.ts';
import {readLaunchAddress} from './launch-address.ts';
import type {LaunchProblem} from './launch-problem.ts';
import {launchStore, type LaunchStore} from './launch-store.ts';
import {isFramed, isFramedByStranger, type Page} from './page.ts';
import {requestedScopes, scopesVersion} from './scopes.ts';

export interface LaunchOptions {
  /** Redirect address relative to the launch page; registered with the record system. */
  readonly redirect?: string;
  readonly fetch?: Fetch;
  readonly now?: () => number;
}

/**
 * Begins an EHR launch, or a standalone one where the address has no `launch`: sends the browser to the authorization
 * server of an allow-listed issuer. Resolves with null once the browser is on its way, else with why it is not; before
 * the issuer is known to be on the list nothing is sent.
 */
export async function startLaunch(
  page: Page,
  site: Site,
  options: LaunchOptions = {},
): Promise<LaunchProblem | null> {
  const now = options.now ?? Date.now;
  const address = readLaunchAddress(page.location.href);
  if (!address.ok) return address.error;
  const {iss, launch, wishes} = address.value;
  const issuer = findIssuer(site.issuers, iss);
  if (!issuer) return {kind: 'unknown-issuer'};
  if (isFramedByStranger(page, site.frameAncestors)) return {kind: 'framed-by-stranger'};
  if (!hasWebCrypto()) return {kind: 'not-secure'};
  const store = launchStore(page, now());
  const stateKey = crypto.randomUUID();
  if (!store.write(stateKey, {phase: 'spent', at: now()})) {
    return {kind: 'storage-blocked', framed: isFramed(page)};
  }
  const cached = cachedEndpoints(page, issuer, now());
  const fresh = discover(issuer, options.fetch);
  const found: Result<Endpoints, LaunchProblem> = cached ? ok(cached) : await fresh;
  if (!found.ok) {
    store.remove(stateKey);
    return found.error;
  }
  const endpoints = found.value;
  if (!cached) rememberEndpoints(page, issuer, now(), endpoints);
  const nonce = crypto.randomUUID();
  const {url, state} = await prepareAuthorization({
    iss,
    endpoints,
    clientId: issuer.clientId,
    scope: scopeFor(issuer, site, endpoints, launch !== null),
    redirectUri: redirectAddress(page, options.redirect ?? 'index.html'),
    launch,
    stateKey,
    nonce,
  });
  store.write(stateKey, {
    phase: 'pending',
    at: now(),
    iss,
    oauth: state,
    nonce,
    tokenIssuer: endpoints.issuer,
    verified: !cached,
    wishes,
  });
  page.location.assign(url);
  if (cached) await verifyOnTheWay({page, issuer, store, stateKey, cached, fresh, now});
  return null;
}

interface Verification {
  readonly page: Page;
  readonly issuer: Issuer;
  readonly store: LaunchStore;
  readonly stateKey: string;
  readonly cached: Endpoints;
  readonly fresh: Promise<Result<Endpoints, LaunchProblem>>;
  readonly now: () => number;
}

/**
 * While the browser is already leaving, the fresh endpoints mostly still arrive; then the redirect page need not read
 * them again before it sends the code.
 */
async function verifyOnTheWay(verification: Verification): Promise<void> {
  const {page, issuer, store, stateKey, cached, fresh, now} = verification;
  const read = await fresh;
  if (!read.ok) return;
  rememberEndpoints(page, issuer, now(), read.value);
  const entry = store.read(stateKey);
  if (entry?.phase !== 'pending' || read.value.token !== cached.token) return;
  store.write(stateKey, {...entry, verified: true});
}

function scopeFor(issuer: Issuer, site: Site, endpoints: Endpoints, ehrLaunch: boolean): string {
  const {capabilities} = endpoints;
  return requestedScopes({
    version: scopesVersion(issuer.scopesVersion, capabilities),
    write: site.features.write,
    ehrLaunch,
    online: capabilities.length === 0 || capabilities.includes('permission-online'),
  });
}

function redirectAddress(page: Page, redirect: string): string {
  const url = new URL(redirect, page.location.href);
  url.search = '';
  url.hash = '';
  return url.href;
}

function hasWebCrypto(): boolean {
  return typeof globalThis.crypto?.subtle === 'object' && typeof globalThis.crypto.randomUUID === 'function';
}
