import {parseSite, type ParsedSite} from '../config/site.ts';
import type {PanelConfig} from './browser-panel.ts';

/** How long a page waits for its settings: nothing is counted before it is known how. */
const waitMilliseconds = 10_000;

/** What `readSiteSource` needs of the page that it is on. */
export interface PageAddress {
  readonly baseURI: string;
  readonly origin: string;
}

/** What a host has set, and for what it leaves open the site file at an address of its page. */
export async function settleSite(
  config: PanelConfig,
  address: string,
  page: PageAddress,
): Promise<PanelConfig> {
  const {site, notices} = await readSiteSource(address, page);
  return {...site, ...config, notices: [...(config.notices ?? []), ...notices]};
}

/**
 * Reads a site file (`isp-site.json`) from an address on the page's own origin: no other origin, also by redirection, may
 * decide how something is counted. One that cannot be read leaves the defaults, with a notice. Never rejects.
 */
export async function readSiteSource(
  address: string,
  page: PageAddress,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<ParsedSite> {
  try {
    const url = new URL(address, page.baseURI);
    if (url.origin !== page.origin) return unreadable();
    const signal = AbortSignal.timeout(waitMilliseconds);
    const response = await fetch(url.href, {redirect: 'error', credentials: 'same-origin', signal});
    return response.ok ? parseSite(await response.json()) : unreadable();
  } catch {
    return unreadable();
  }
}

function unreadable(): ParsedSite {
  return {...parseSite({}), notices: [{path: 'config-src', kind: 'unreadable'}]};
}
