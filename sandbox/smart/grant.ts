import type {Personality} from '../fhir/personality.ts';

/** What a right of SMART v2 asks of a type. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  c: ['create'],
  r: ['read'],
  u: ['update', 'patch'],
  d: ['delete'],
  s: ['search-type'],
};

/** A scope cut down to what the record system offers; null when nothing of it is left. */
export function rightsOf(scope: string, {interactions}: Personality): string | null {
  const match = /^((?:patient|user)\/([A-Za-z]+|\*)\.)(read|write|\*|[cruds]+)(\?.+)?$/.exec(scope);
  if (match === null) return scope;
  const [, head = '', type = '', rights = '', tail = ''] = match;
  const offers = type === '*' ? Object.values(interactions).flat() : (interactions[type] ?? []);
  const has = (right: string): boolean =>
    (NEEDS[right] ?? []).some((one) => offers.some((own) => own === one));
  if (rights === '*') return has('c') || has('u') ? scope : has('r') ? `${head}read` : null;
  if (rights === 'read') return has('r') || has('s') ? scope : null;
  if (rights === 'write') return has('c') || has('u') ? scope : null;
  const kept = rights.split('').filter(has).join('');
  return kept === '' ? null : head + kept + tail;
}
