import {z} from '../fhir/schema/zod.ts';
import {sameBase, webOrigin, withoutClosingSlash, type Issuer} from './issuer.ts';
import {isPlainObject, Reader, type SiteNotice} from './reader.ts';

const text = z.string().check(z.minLength(1), z.maxLength(512));
const baseUrl = z.string().check(z.refine((value) => isBase(value)));
const originText = z.string().check(z.refine((value) => webOrigin(value) === value));

/** Reads the allow-list. One that cannot be read, or comes twice, is left out: what is doubtful is not trusted. */
export function parseIssuers(list: readonly unknown[], notices: SiteNotice[]): readonly Issuer[] {
  const issuers: Issuer[] = [];
  for (const [index, raw] of list.entries()) {
    const path = `issuers[${index}]`;
    if (!isPlainObject(raw)) {
      notices.push({path, kind: 'wrong-value'});
      continue;
    }
    const reader = new Reader(raw, path, notices);
    const iss = reader.required('iss', baseUrl);
    const clientId = reader.required('clientId', text);
    const rest = {
      fhirBase: withoutClosingSlash(reader.value('fhirBase', baseUrl, iss ?? '')),
      tokenOrigins: reader.items('tokenOrigins', originText),
      scopesVersion: reader.value('scopesVersion', z.enum(['auto', 'v1', 'v2']), 'auto'),
      pkce: reader.value('pkce', z.enum(['required', 'unadvertised']), 'required'),
      requireNonce: reader.value('requireNonce', z.boolean(), true),
    } as const;
    reader.finish();
    if (iss === null || clientId === null) continue;
    if (issuers.some((other) => sameBase(other.iss, iss))) notices.push({path, kind: 'wrong-value'});
    else issuers.push({iss, clientId, ...rest});
  }
  return issuers;
}

/** A base is written the way a browser normalizes it, so that comparing text is comparing places. */
function isBase(address: string): boolean {
  if (webOrigin(address) === null || /[?#]/.test(address)) return false;
  return withoutClosingSlash(new URL(address).href) === withoutClosingSlash(address);
}
