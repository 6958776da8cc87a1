/**
 * The address of a request, or null when it would leave the FHIR base: another origin, another path, credentials in the
 * address, or tricks with encoded slashes and dots that a server might undo. `base` has no closing slash.
 */
export function insideBase(base: string, path: string): URL | null {
  if (/[\\\s\p{Cc}]/u.test(path)) return null;
  if (path === '') return new URL(base);
  if (!URL.canParse(path, `${base}/`)) return null;
  const root = new URL(base);
  const url = new URL(path, `${base}/`);
  url.hash = '';
  const prefix = root.pathname.replace(/\/$/, '');
  const within = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
  const plain = url.username === '' && url.password === '' && !hidden.test(url.pathname);
  const climbs = /(^|\/)\.\.?(\/|$)/.test((path.split(/[?#]/, 1)[0] ?? '').replace(/%2e/gi, '.'));
  return url.origin === root.origin && root.origin !== 'null' && within && plain && !climbs ? url : null;
}

/** Encoded slash, backslash, dot, percent sign and control characters have no place in a FHIR path. */
const hidden = /%(2f|5c|2e|25|0[0-9a-f]|1[0-9a-f]|7f)/i;
