import {findIssuer, type Issuer} from '../config/issuer.ts';
import type {Site} from '../config/site.ts';
import {ok, type Result} from '../domain/result.ts';
import type {Fetch} from '../transport/send.ts';
import {cachedEndpoints, rememberEndpoints} from './endpoint-cache.ts';
import {discover, type Endpoints} from './endpoints.ts';
import {prepareAuthorization} from './fhirclient.ts';
import {readLaunchAddress, type LaunchAddress} from './launch-address.ts';
import type {LaunchProblem} from './launch-problem.ts';
import {launchStore, type LaunchStore, type PendingLaunch} from './launch-store.ts';
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
 * the issuer is known to be on the list nothing is sent. Where the site has people sign in in a window of its own
 * (`authMode`), the browser goes to the redirect page, which opens that window on a click.
 */
export async function startLaunch(
  page: Page,
  site: Site,
  options: LaunchOptions = {},
): Promise<LaunchProblem | null> {
  const now = options.now ?? Date.now;
  const address = readLaunchAddress(page.location.href);
  if (!address.ok) return address.error;
  const issuer = findIssuer(site.issuers, address.value.iss);
  if (!issuer) return {kind: 'unknown-issuer'};
  if (isFramedByStranger(page, site.frameAncestors)) return {kind: 'framed-by-stranger'};
  if (!hasWebCrypto()) return {kind: 'not-secure'};
  const redirect = redirectAddress(page, options.redirect ?? 'index.html');
  const store = launchStore(page, now());
  const stateKey = crypto.randomUUID();
  const inWindow = site.authMode === 'popup';
  if (inWindow || !store.write(stateKey, {phase: 'spent', at: now()})) {
    if (!inWindow && site.authMode === 'redirect') return {kind: 'storage-blocked', framed: isFramed(page)};
    // The redirect page may reach what the panel needs, and stays while somebody signs in in a window of its own.
    page.location.assign(windowLaunchAddress(redirect, address.value));
    return null;
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
  const {url, pending} = await prepareLaunch(
    {site, issuer, endpoints, redirect, now},
    address.value,
    stateKey,
  );
  store.write(stateKey, {...pending, verified: !cached});
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

/** What the request for a code is made of. */
interface LaunchGrounds {
  readonly site: Site;
  readonly issuer: Issuer;
  readonly endpoints: Endpoints;
  readonly redirect: string;
  readonly now: () => number;
}

/** Makes the address at which somebody signs in, and what is needed to take the answer. Sends and stores nothing. */
export async function prepareLaunch(
  {site, issuer, endpoints, redirect, now}: LaunchGrounds,
  {iss, launch, wishes}: LaunchAddress,
  stateKey: string,
): Promise<{readonly url: string; readonly pending: PendingLaunch}> {
  const nonce = crypto.randomUUID();
  const {url, state: oauth} = await prepareAuthorization({
    iss,
    endpoints,
    clientId: issuer.clientId,
    scope: scopeFor(issuer, site, endpoints, launch !== null),
    redirectUri: redirect,
    launch,
    stateKey,
    nonce,
  });
  const tokenIssuer = endpoints.issuer;
  return {
    url,
    pending: {phase: 'pending', at: now(), iss, oauth, nonce, tokenIssuer, verified: true, wishes},
  };
}

function scopeFor(issuer: Issuer, site: Site, endpoints: Endpoints, ehrLaunch: boolean): string {
  const {capabilities} = endpoints;
  return requestedScopes({
    version: scopesVersion(issuer.scopesVersion, capabilities),
    write: site.features.write,
    ehrLaunch,
    online: capabilities.length === 0 || capabilities.includes('permission-online'),
    appState: capabilities.includes('smart-app-state'),
  });
}

/** An address of the site's own folder, without a query. */
export function redirectAddress(page: Page, redirect: string): string {
  const url = new URL(redirect, page.location.href);
  url.search = '';
  url.hash = '';
  return url.href;
}

/** The redirect page with what was checked of a launch address, and nothing else of it. */
function windowLaunchAddress(redirect: string, {iss, launch, wishes}: LaunchAddress): string {
  const url = new URL(redirect);
  for (const [name, value] of Object.entries({iss, launch, ...wishes}))
    if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

/** False on a page without https, where there is nothing to make a PKCE challenge with. */
export function hasWebCrypto(): boolean {
  return typeof globalThis.crypto?.subtle === 'object' && typeof globalThis.crypto.randomUUID === 'function';
}
