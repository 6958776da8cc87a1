import type {EncounterRecord} from '../encounter-record.ts';
import type {Pointer} from '../text.ts';

/** The site of a record that names none: equal to itself, and never different from a named one. */
export const UNKNOWN_SITE = 'unknown';

/** The key of a record's site: the provider, else the first location, each by name or else by id; then the site's map. */
export function siteOf(record: EncounterRecord, names: Readonly<Record<string, string>>): string {
  const key = nameOf(record.serviceProvider) ?? nameOf(record.locations[0] ?? null) ?? UNKNOWN_SITE;
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}

/** R8: two sites differ only when both are named. */
export function sitesDiffer(a: string, b: string): boolean {
  return a !== b && a !== UNKNOWN_SITE && b !== UNKNOWN_SITE;
}

/** R6: the source of a record; null is the server itself, a source of its own. */
export function sourceOf({metaSource, identifiers}: EncounterRecord): string | null {
  return metaSource?.split('#')[0] || identifiers.find(({system}) => system)?.system || null;
}

function nameOf(pointer: Pointer | null): string | null {
  return pointer?.display?.trim() || lastId(pointer?.reference ?? null);
}

/** The id at the end of a reference: relative, absolute, with a version, or `urn:uuid:`. */
export function lastId(reference: string | null): string | null {
  if (!reference) return null;
  const path = reference.split('/_history/')[0]!;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1) || null;
}
