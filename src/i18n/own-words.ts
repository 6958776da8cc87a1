import type {Language, OwnWords} from './index.ts';

/** Words by key, at every depth, as they stand in a catalogue of the panel. */
export interface WordTree {
  readonly [key: string]: string | readonly string[] | WordTree;
}

/** Words of a host in place of some of the panel's, by language, catalogue and key. */
export type WordChanges = {readonly [language in Language]?: WordTree};

/**
 * What says that something went wrong, and how complete a number is: with other words the panel could say less than it
 * knows, and the numbers beside them would be taken for more than they are.
 */
export const fixedPaths: readonly string[] = [
  'problem',
  'gaps',
  'use.coverage',
  'use.atLeast',
  'use.notAvailable',
  'use.line.notAvailable',
  'proof.criteria.why',
  'proof.gaps.incomplete',
  'proof.othersAtLeast',
  'takeAway.partVisits',
  'takeAway.theirs.useMissing',
];

/** Characters that a text may have. */
const longestText = 1000;

/** Characters of a path that are told. */
const longestPath = 200;

const catalogues: Readonly<Record<Language, () => Promise<object>>> = {
  'en-CA': async () => (await import('./en/every.ts')).every,
  'fr-CA': async () => (await import('./fr/every.ts')).every,
};

/**
 * Checks the words of a host and puts those that hold into copies of the catalogues. It never throws for what a host has
 * set, whatever that is; it rejects where the catalogues could not be fetched.
 */
export async function ownWords(changes: unknown): Promise<OwnWords> {
  const refused: string[] = [];
  const copies = new Map<unknown, unknown>();
  const refuse = (path: string): void =>
    void refused.push(path.length > longestPath ? `${path.slice(0, longestPath)}…` : path);

  if (!isTree(changes)) refuse('messages');
  const wishes = isTree(changes) ? Object.entries(changes) : [];
  const known = await Promise.all(
    wishes.map(([name]) => (isLanguage(name) ? catalogues[name]() : Promise.resolve(null))),
  );
  for (const [at, [name, wish]] of wishes.entries()) {
    const originals = known[at];
    const path = `messages.${name}`;
    if (!originals || !isTree(wish)) {
      refuse(path);
      continue;
    }
    for (const [catalogue, words] of Object.entries(wish)) {
      const original = memberOf(originals, catalogue);
      const copy = changed(original, words, catalogue, (below) => refuse(`${path}.${below}`));
      if (copy !== original) copies.set(original, copy);
    }
  }

  const inOwn = <T>(catalogue: T): T => (copies.get(catalogue) as T | undefined) ?? catalogue;
  const own: OwnWords = {
    refused,
    in: inOwn,
    over: (localization) => ({...localization, own, messages: eachOf(localization.messages, inOwn)}),
  };
  return own;
}

/** Part of a catalogue with the words that hold; the part itself where none does. */
function changed(original: unknown, wish: unknown, path: string, refuse: (path: string) => void): unknown {
  if (!fixedPaths.includes(path)) {
    // A text for a text. A function stays: it puts a number or a date into words, which another text could make wrong.
    if (typeof original === 'string' && isText(wish)) return wish;
    if (isTree(original) && isTree(wish) && (Array.isArray(original) || !Array.isArray(wish))) {
      const own = Object.entries(wish).flatMap(([key, words]) => {
        const before = memberOf(original, key);
        const after = changed(before, words, `${path}.${key}`, refuse);
        return after === before ? [] : [[key, after] as const];
      });
      if (own.length === 0) return original;
      // Only keys that the catalogue has come here: no prototype is reached.
      return Object.assign(Array.isArray(original) ? [...original] : {...original}, Object.fromEntries(own));
    }
  }
  refuse(path);
  return original;
}

function isLanguage(name: string): name is Language {
  return Object.hasOwn(catalogues, name);
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestText;
}

/** What a catalogue holds under a key; undefined for what it only inherits. */
function memberOf(tree: object, key: string): unknown {
  return Object.hasOwn(tree, key) ? (tree as Record<string, unknown>)[key] : undefined;
}

function eachOf<T extends object>(all: T, change: <M>(one: M) => M): T {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)])) as T;
}
