import {z} from '../fhir/schema/zod.ts';

/** Something of the site file that was not used as written; `path` names it (`issuers[0].clientId`). */
export interface SiteNotice {
  readonly path: string;
  readonly kind: 'unknown-key' | 'wrong-value' | 'unreadable';
}

type Schema<T> = z.core.$ZodType<T>;
type PlainObject = Readonly<Record<string, unknown>>;

/** True for objects with members, not for arrays and null. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the members of one object, notes what is wrong, and at the end what was not asked for. */
export class Reader {
  readonly #source: PlainObject;
  readonly #path: string;
  readonly #notices: SiteNotice[];
  readonly #asked = new Set<string>();

  constructor(source: PlainObject, path: string, notices: SiteNotice[]) {
    this.#source = source;
    this.#path = path;
    this.#notices = notices;
    // Editors are told by this one which schema the file has.
    if (path === '') this.#asked.add('$schema');
  }

  /** One member; `fallback` when absent, and with a notice when wrong. */
  value<T>(key: string, schema: Schema<T>, fallback: T): T {
    const raw = this.#take(key);
    if (raw === undefined) return fallback;
    const parsed = safely(schema, raw);
    if (parsed.ok) return parsed.value;
    this.#note(key);
    return fallback;
  }

  /** One member that has no default: null when absent or wrong, with a notice in both cases. */
  required<T>(key: string, schema: Schema<T>): T | null {
    const parsed = safely(schema, this.#take(key));
    if (parsed.ok) return parsed.value;
    this.#note(key);
    return null;
  }

  /** The items of an array that are right; each wrong one is left out with a notice. */
  items<T>(key: string, schema: Schema<T>): readonly T[] {
    const kept: T[] = [];
    for (const [index, raw] of this.list(key).entries()) {
      const parsed = safely(schema, raw);
      if (parsed.ok) kept.push(parsed.value);
      else this.#note(`${key}[${index}]`);
    }
    return kept;
  }

  /** The members of an object that are right; each wrong one is left out with a notice. */
  entries<T>(key: string, schema: Schema<T>): Readonly<Record<string, T>> {
    const raw = this.#take(key);
    if (raw !== undefined && !isPlainObject(raw)) this.#note(key);
    const kept = new Map<string, T>();
    for (const [name, value] of isPlainObject(raw) ? Object.entries(raw) : []) {
      const parsed = safely(schema, value);
      if (parsed.ok && name !== '__proto__') kept.set(name, parsed.value);
      else this.#note(`${key}.${name}`);
    }
    return Object.fromEntries(kept);
  }

  /** An array as it stands; empty when absent, and with a notice when it is none. */
  list(key: string): readonly unknown[] {
    const raw = this.#take(key);
    if (raw === undefined) return [];
    if (Array.isArray(raw)) return raw;
    this.#note(key);
    return [];
  }

  /** A reader for an inner object; an empty one when absent or wrong. */
  child(key: string): Reader {
    const raw = this.#take(key);
    if (raw !== undefined && !isPlainObject(raw)) this.#note(key);
    return new Reader(isPlainObject(raw) ? raw : {}, this.#name(key), this.#notices);
  }

  /** Notes the members that nobody asked for. */
  finish(): void {
    for (const key of Object.keys(this.#source)) {
      if (!this.#asked.has(key)) this.#notices.push({path: this.#name(key), kind: 'unknown-key'});
    }
  }

  #take(key: string): unknown {
    this.#asked.add(key);
    return Object.hasOwn(this.#source, key) ? this.#source[key] : undefined;
  }

  #note(key: string): void {
    this.#notices.push({path: this.#name(key), kind: 'wrong-value'});
  }

  #name(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

function safely<T>(schema: Schema<T>, raw: unknown): {ok: true; value: T} | {ok: false} {
  const parsed = z.safeParse(schema, raw);
  return parsed.success ? {ok: true, value: parsed.data} : {ok: false};
}
