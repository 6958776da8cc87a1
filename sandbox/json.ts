/** A JSON object whose members are not known. */
export interface JsonObject {
  [key: string]: unknown;
}

/** A FHIR resource as the sandbox holds it: only what the server itself needs is typed. */
export interface Resource extends JsonObject {
  resourceType: string;
  id?: string;
  meta?: JsonObject & {versionId?: string; lastUpdated?: string; tag?: JsonObject[]};
}

interface LosslessJson {
  parse(text: string, reviver: (key: string, value: unknown, context: {source?: string}) => unknown): unknown;
  rawJSON(text: string): unknown;
}

/**
 * Parses JSON so that `JSON.stringify` gives every number back as it was written (1.10 stays 1.10). Numbers that
 * JavaScript would write differently become raw JSON objects; `plain` turns them back for reading.
 */
export function parseLossless(text: string): unknown {
  if (!/\d\.\d*0(?!\d)|\d[eE]|\d{16}/.test(text)) return JSON.parse(text);
  const json = JSON as unknown as LosslessJson;
  return json.parse(text, (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined && String(value) !== context.source
      ? json.rawJSON(context.source)
      : value,
  );
}

/** A deep copy with ordinary numbers only. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Whether two JSON values say the same; the order of members does not count. */
export function sameJson(one: unknown, other: unknown): boolean {
  return ordered(plain(one)) === ordered(plain(other));
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** A deep copy that keeps raw numbers. */
export function copy<T>(value: T): T {
  return parseLossless(JSON.stringify(value)) as T;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isResource(value: unknown): value is Resource {
  return isObject(value) && typeof value.resourceType === 'string';
}

/** All values under a dotted path; arrays on the way are spread (`participant.member`). */
export function valuesAt(root: unknown, path: string): unknown[] {
  let values: unknown[] = [root];
  for (const step of path.split('.')) {
    values = values.flatMap((value) => {
      const next = isObject(value) ? value[step] : undefined;
      return next === undefined || next === null ? [] : next;
    });
  }
  return values;
}
