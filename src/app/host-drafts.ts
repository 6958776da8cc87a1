import type {DraftKeeper} from './draft-keeper.ts';
import type {DraftStore} from './draft-store.ts';
import {keepDrafts, type KeptDrafts} from './keep-drafts.ts';

/**
 * Keeps drafts with the host of the panel. The text names its place itself: what was kept for another patient, another
 * user or another record system is not taken, whatever name the host gives it back under.
 */
export function hostDrafts(store: DraftStore, now: () => number): DraftKeeper {
  return keepDrafts({
    now,
    async read(place) {
      const text = await store.load(place);
      return typeof text === 'string' ? keptIn(text, place) : null;
    },
    async write(place, kept) {
      await store.save(place, kept && JSON.stringify({...kept, place}));
    },
  });
}

/** What a text of the host holds for this place; null where it is broken, of another form or of another place. */
function keptIn(text: string, place: string): KeptDrafts | null {
  try {
    const {place: named, ...kept} = JSON.parse(text) as KeptDrafts & {place: unknown};
    return named === place && isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept({drafts, bases, requestKeys, stood}: Record<keyof KeptDrafts, unknown>): boolean {
  return (
    isObject(drafts) &&
    Object.values(drafts).every((draft) => isObject(draft) && Object.values(draft).every(isText)) &&
    isPairs(bases, isObject) &&
    isPairs(requestKeys, isText) &&
    isPairs(stood, (ids) => Array.isArray(ids) && ids.every(isText))
  );
}

function isPairs(value: unknown, isSecond: (second: unknown) => boolean): boolean {
  return (
    Array.isArray(value) &&
    value.every((pair: unknown) => Array.isArray(pair) && isText(pair[0]) && isSecond(pair[1]))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
