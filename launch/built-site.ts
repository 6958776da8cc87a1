import type {ParsedSite} from '../src/smart.ts';

/**
 * The site as the build wrote it into this page (`pageData`): checked there, so that the page itself carries no schemas,
 * and with what could not be used of it. A page without one is an error of the build and may launch nothing.
 */
export function builtSite(page: Document): ParsedSite {
  const text = page.getElementById('isp-site')?.textContent ?? '';
  return JSON.parse(text) as ParsedSite;
}
