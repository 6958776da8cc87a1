import {endpointOrigins, findIssuer} from '../src/config/issuer.ts';
import type {Site} from '../src/smart.ts';

/**
 * Opens connections to an issuer of the list while the launch is prepared: navigations and requests of scripts use
 * different ones, so there are two. Saves two round trips before the sign-in page.
 */
export function connectEarly(page: Document, site: Site, iss: string | null): void {
  const issuer = iss === null ? null : findIssuer(site.issuers, iss);
  if (!issuer) return;
  for (const origin of endpointOrigins(issuer)) {
    for (const crossOrigin of [null, 'anonymous']) {
      const link = page.createElement('link');
      link.rel = 'preconnect';
      link.href = origin;
      link.crossOrigin = crossOrigin;
      page.head.append(link);
    }
  }
}
