import type {GapReason} from '../domain/completeness.ts';
import type {ResourceName} from '../domain/problem.ts';
import {isObject, items, textOf, type Json, type JsonObject} from './json.ts';
import {gapsOfOutcome, isPagingExpired} from './outcome-gaps.ts';
import {baseOf, type Found} from './references.ts';

/** One answer of a search, sorted out. */
export interface Page {
  /** Entries of the type that was asked for. */
  readonly matches: readonly Found[];
  /** Entries that came along (`_include`), and other types. */
  readonly others: readonly Found[];
  /** Entries that hold no resource at all. */
  readonly unreadable: number;
  readonly next: string | null;
  readonly self: string | null;
  /** How many there are in all by the server's word, or null. */
  readonly total: number | null;
  /** What outcome entries say about completeness. */
  readonly gaps: readonly GapReason[];
  readonly pagingExpired: boolean;
}

/** Sorts out a Bundle (`searchset` or `collection`); null when it is none. A missing `entry` is an empty list. */
export function readPage(bundle: JsonObject, type: ResourceName): Page | null {
  if (bundle['resourceType'] !== 'Bundle') return null;
  const matches: Found[] = [];
  const others: Found[] = [];
  const gaps = new Set<GapReason>();
  let unreadable = 0;
  let pagingExpired = false;
  const self = linkOf(bundle['link'], 'self');
  const pageBase = /^(https?:\/\/[^?#]*\/)[A-Z][A-Za-z]+(?:\/_search)?(?:\?|$)/.exec(self ?? '')?.[1] ?? null;
  for (const entry of items(bundle['entry'])) {
    const resource = isObject(entry) ? entry['resource'] : null;
    if (!isObject(entry) || !isObject(resource) || typeof resource['resourceType'] !== 'string') {
      unreadable += 1;
      continue;
    }
    const search = entry['search'];
    const mode = isObject(search) ? search['mode'] : null;
    if (resource['resourceType'] === 'OperationOutcome') {
      pagingExpired ||= isPagingExpired(resource);
      for (const reason of gapsOfOutcome(resource)) gaps.add(reason);
      continue;
    }
    const fullUrl = textOf(entry['fullUrl']);
    const found: Found = {resource, fullUrl, base: baseOf(fullUrl) ?? pageBase};
    if (resource['resourceType'] === type && mode !== 'include') matches.push(found);
    else others.push(found);
  }
  const total = bundle['total'];
  return {
    matches,
    others,
    unreadable,
    next: linkOf(bundle['link'], 'next'),
    self,
    total: typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : null,
    gaps: [...gaps],
    pagingExpired,
  };
}

function linkOf(links: Json | undefined, relation: string): string | null {
  const link = items(links).find((one) => isObject(one) && one['relation'] === relation);
  return isObject(link) ? textOf(link['url']) : null;
}
