import type {Coded, Concept, Pointer} from '../domain/text.ts';

/** More different things under one key than this, and the next ones are kept as they come. */
const mostAlike = 16;

/** The empty list that all share. */
export const none: readonly never[] = [];

/**
 * Keeps once what many records of a history say in the same words: classes, types, reasons, places, systems. A history of
 * thousands of records says few different things, and without this most of its memory is copies of them. Belongs to one
 * patient's history and goes with it.
 */
export class Shared {
  readonly #texts = new Map<string, string>();
  readonly #coded = new Map<string, Coded[]>();
  readonly #concepts = new Map<string, Concept[]>();
  readonly #pointers = new Map<string, Pointer[]>();
  readonly #alone = new Map<object, readonly unknown[]>();

  text(value: string | null): string | null {
    if (value === null) return null;
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    this.#texts.set(value, value);
    return value;
  }

  coded(value: Coded | null): Coded | null {
    return value && one(this.#coded, value.code ?? value.display ?? '', value, sameCoded);
  }

  concept(value: Concept | null): Concept | null {
    return value && one(this.#concepts, value.text ?? value.codings[0]?.code ?? '', value, sameConcept);
  }

  pointer(value: Pointer | null): Pointer | null {
    return value && one(this.#pointers, value.reference ?? value.display ?? '', value, samePointer);
  }

  /** A list of shared things: one of a single thing is shared too, and so is the empty one. */
  list<T extends object>(values: readonly T[]): readonly T[] {
    const [first] = values;
    if (first === undefined) return none;
    if (values.length > 1) return values;
    const known = this.#alone.get(first) as readonly T[] | undefined;
    if (known === undefined) this.#alone.set(first, values);
    return known ?? values;
  }
}

function one<T>(known: Map<string, T[]>, key: string, value: T, same: (a: T, b: T) => boolean): T {
  const alike = known.get(key);
  if (alike === undefined) {
    known.set(key, [value]);
    return value;
  }
  for (const candidate of alike) if (same(candidate, value)) return candidate;
  if (alike.length < mostAlike) alike.push(value);
  return value;
}

function sameCoded(a: Coded, b: Coded): boolean {
  return a.code === b.code && a.system === b.system && a.display === b.display;
}

function sameConcept(a: Concept, b: Concept): boolean {
  return (
    a.text === b.text &&
    a.codings.length === b.codings.length &&
    a.codings.every((coding, place) => sameCoded(coding, b.codings[place] ?? coding))
  );
}

function samePointer(a: Pointer, b: Pointer): boolean {
  return a.reference === b.reference && a.display === b.display;
}
