import {withoutClosingSlash, type Issuer} from '../config/issuer.ts';
import {checked, type Endpoints} from './endpoints.ts';
import {parseObject} from './json.ts';
import type {Page} from './page.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;
const nameOf = (issuer: Issuer) => `isp-endpoints:${withoutClosingSlash(issuer.iss)}`;

/**
 * Endpoints of an allow-listed issuer as read within the last 24 hours, or null. Addresses only, no data of a person.
 * They are checked against the site again, and before a code goes to the token endpoint it is compared with a fresh one.
 */
export function cachedEndpoints(page: Page, issuer: Issuer, now: number): Endpoints | null {
  try {
    const entry = parseObject(page.localStorage.getItem(nameOf(issuer)));
    const at = entry?.['at'];
    if (!entry || typeof at !== 'number' || at > now || now - at >= dayInMilliseconds) return null;
    const endpoints = checked(entry, issuer);
    return endpoints.ok ? endpoints.value : null;
  } catch {
    return null;
  }
}

/** Remembers freshly read endpoints; null forgets them. Does nothing where storage is blocked. */
export function rememberEndpoints(
  page: Page,
  issuer: Issuer,
  now: number,
  endpoints: Endpoints | null,
): void {
  try {
    if (endpoints === null) return page.localStorage.removeItem(nameOf(issuer));
    const entry = {
      at: now,
      authorization_endpoint: endpoints.authorize,
      token_endpoint: endpoints.token,
      issuer: endpoints.issuer,
      code_challenge_methods_supported: endpoints.s256 ? ['S256'] : [],
      capabilities: endpoints.capabilities,
    };
    page.localStorage.setItem(nameOf(issuer), JSON.stringify(entry));
  } catch {
    // Without a cache the next launch reads them again.
  }
}
