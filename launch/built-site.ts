import type {Site} from '../src/smart.ts';

/**
 * The site as the build wrote it into this page: checked there, so that the page itself carries no schemas. A page
 * without one is an error of the build and may launch nothing.
 */
export function builtSite(page: Document): Site {
  const text = page.getElementById('isp-site')?.textContent ?? '';
  return JSON.parse(text) as Site;
}
