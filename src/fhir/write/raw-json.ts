/**
 * JSON that keeps its source. `JSON.parse` turns 1.10 into 1.1, loses digits of large numbers and moves members whose
 * names look like numbers, so a resource that is written back is never rebuilt from parsed values: it is read into this
 * tree, edited in place, and printed with every untouched scalar exactly as it was received (FHIR: decimals keep their
 * precision).
 */
export type Raw = RawObject | Raw[] | RawScalar;

/** Members in the order of the source. */
export type RawObject = Map<string, Raw>;

/** A string, number, boolean or null, as its source text. */
export class RawScalar {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** A plain value that can be put into the tree. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | {readonly [name: string]: Plain | undefined};

const TOKEN = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/gu;

/**
 * Reads one JSON object. Null when the text is not JSON, not an object, or names a member twice (then no edit is safe).
 */
export function parseRaw(text: string): RawObject | null {
  try {
    JSON.parse(text);
    const tokens = text.match(TOKEN) ?? [];
    const value = readValue(tokens, {at: 0});
    return value instanceof Map ? value : null;
  } catch {
    return null;
  }
}

/** Prints the tree, without white space between tokens. */
export function printRaw(raw: Raw): string {
  if (raw instanceof RawScalar) return raw.source;
  if (Array.isArray(raw)) return `[${raw.map(printRaw).join(',')}]`;
  return `{${[...raw].map(([name, value]) => `${JSON.stringify(name)}:${printRaw(value)}`).join(',')}}`;
}

/** Makes a tree of a plain value; members that are undefined are left out. */
export function toRaw(value: Plain): Raw {
  if (Array.isArray(value)) return (value as readonly Plain[]).map(toRaw);
  if (typeof value !== 'object' || value === null) return new RawScalar(JSON.stringify(value));
  const object: RawObject = new Map();
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) object.set(name, toRaw(member as Plain));
  }
  return object;
}

/** The tree as parsed values, to be read (never to be written back). */
export function toPlain(raw: Raw): unknown {
  return JSON.parse(printRaw(raw));
}

/** A copy to be edited apart. */
export function copyRaw(object: RawObject): RawObject {
  const copy = (raw: Raw): Raw =>
    Array.isArray(raw) ? raw.map(copy) : raw instanceof Map ? copyRaw(raw) : raw;
  return new Map([...object].map(([name, value]) => [name, copy(value)]));
}

/** The object under a name, or null. */
export function objectAt(object: RawObject, name: string): RawObject | null {
  const value = object.get(name);
  return value instanceof Map ? value : null;
}

/** The list under a name, or null. */
export function listAt(object: RawObject, name: string): Raw[] | null {
  const value = object.get(name);
  return Array.isArray(value) ? value : null;
}

/** The objects of the list under a name; other items are passed over. */
export function objectsAt(object: RawObject, name: string): RawObject[] {
  return (listAt(object, name) ?? []).filter((item) => item instanceof Map);
}

/** The string under a name, or null. */
export function stringAt(object: RawObject, name: string): string | null {
  const value = object.get(name);
  if (!(value instanceof RawScalar) || !value.source.startsWith('"')) return null;
  return JSON.parse(value.source) as string;
}

/** The list under a name; made when it is absent. */
export function ensureList(object: RawObject, name: string): Raw[] {
  const list = listAt(object, name) ?? [];
  object.set(name, list);
  return list;
}

/** The object under a name; made when it is absent. */
export function ensureObject(object: RawObject, name: string): RawObject {
  const value: RawObject = objectAt(object, name) ?? new Map();
  object.set(name, value);
  return value;
}

/** Takes a member out when nothing is left in it: FHIR allows neither empty objects nor empty lists. */
export function dropIfEmpty(object: RawObject, name: string): void {
  const value = object.get(name);
  if (value instanceof Map ? value.size === 0 : Array.isArray(value) && value.length === 0) {
    object.delete(name);
  }
}

function readValue(tokens: readonly string[], cursor: {at: number}): Raw {
  const token = tokens[cursor.at++] ?? '';
  if (token === '[') return readList(tokens, cursor);
  if (token === '{') return readObject(tokens, cursor);
  return new RawScalar(token);
}

function readList(tokens: readonly string[], cursor: {at: number}): Raw[] {
  const list: Raw[] = [];
  while (tokens[cursor.at] !== ']') {
    list.push(readValue(tokens, cursor));
    if (tokens[cursor.at] === ',') cursor.at++;
  }
  cursor.at++;
  return list;
}

function readObject(tokens: readonly string[], cursor: {at: number}): RawObject {
  const object: RawObject = new Map();
  while (tokens[cursor.at] !== '}') {
    const name = JSON.parse(tokens[cursor.at] ?? '') as string;
    cursor.at += 2;
    if (object.has(name)) throw new SyntaxError('the same member twice');
    object.set(name, readValue(tokens, cursor));
    if (tokens[cursor.at] === ',') cursor.at++;
  }
  cursor.at++;
  return object;
}
