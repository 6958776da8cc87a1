import {endpointOrigins} from './issuer.ts';
import type {Site} from './site.ts';

/** `launch` is the launch address, `index` the redirect address on which the panel is shown. */
export type LaunchedPage = 'launch' | 'index';

/**
 * The Content-Security-Policy of one launched page. As a header it also says who may frame the page; in a `<meta>`
 * browsers ignore that part, so it is left out there.
 */
export function siteCsp(site: Site, page: LaunchedPage, {header}: {readonly header: boolean}): string {
  const panel = page === 'index';
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ...(panel ? ["font-src 'self'"] : []),
    `connect-src ${list(connectOrigins(site, panel))}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...(header ? [`frame-ancestors ${list(site.frameAncestors)}`] : []),
    "require-trusted-types-for 'script'",
    `trusted-types ${panel ? 'lit-html' : "'none'"}`,
  ];
  return directives.join('; ');
}

/** The launch page asks for discovery only; the panel talks to the FHIR base and the token endpoint. */
function connectOrigins(site: Site, panel: boolean): readonly string[] {
  const origins = site.issuers.flatMap((issuer) =>
    panel ? [...endpointOrigins(issuer), new URL(issuer.fhirBase).origin] : [new URL(issuer.iss).origin],
  );
  return [...new Set(origins)];
}

function list(sources: readonly string[]): string {
  return sources.length === 0 ? "'none'" : sources.join(' ');
}

/**
 * The Cross-Origin-Opener-Policy of one page. The redirect page answers the window that opened it where people sign in in
 * a window of its own, and any policy would cut that tie.
 */
export function openerPolicy(
  {authMode}: Site,
  page: LaunchedPage,
): 'same-origin-allow-popups' | 'unsafe-none' {
  return page === 'index' && authMode !== 'redirect' ? 'unsafe-none' : 'same-origin-allow-popups';
}
