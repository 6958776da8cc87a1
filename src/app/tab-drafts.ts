import {fingerprint} from '../domain/fingerprint.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import {keepDrafts, type KeptDrafts} from './keep-drafts.ts';

/** How long what was typed is kept, in milliseconds: one working day. */
const LIFE = 12 * 60 * 60 * 1000;

const prefix = 'isp-drafts:';

/** What the keeper needs of the browser. */
export interface TabVault {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly subtle: Pick<SubtleCrypto, 'encrypt' | 'decrypt'>;
  /** The key of this browser, which cannot be taken out of it; never kept beside what it locks. */
  readonly key: () => Promise<CryptoKey>;
  readonly now: () => number;
}

/**
 * Keeps drafts in the tab's session storage, encrypted (AES-GCM) and bound to their place, for 12 hours: a reload brings
 * them back, closing the tab ends them. Where the browser keeps nothing they stay in memory alone.
 */
export function tabDrafts(vault: TabVault): DraftKeeper {
  return keepDrafts({
    read: (place) => read(vault, place),
    write: (place, kept) => write(vault, place, kept),
    now: vault.now,
  });
}

function nameOf(place: string): string {
  return prefix + fingerprint(place).toString(36);
}

async function write(
  {storage, subtle, key}: TabVault,
  place: string,
  kept: KeptDrafts | null,
): Promise<void> {
  if (kept === null) return storage.removeItem(nameOf(place));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(kept));
  const locked = new Uint8Array(await subtle.encrypt(algorithm(iv, place), await key(), text));
  storage.setItem(nameOf(place), `${base64(iv)}.${base64(locked)}`);
}

/** What was kept for this place; whatever is too old, broken or of another place is removed. */
async function read(vault: TabVault, place: string): Promise<KeptDrafts | null> {
  const name = nameOf(place);
  const {storage, subtle, key, now} = vault;
  const held = storage.getItem(name);
  if (held === null) return null;
  try {
    const [iv, locked] = held.split('.').map(bytes);
    if (!iv || !locked) throw new Error('cut');
    const text = await subtle.decrypt(algorithm(iv, place), await key(), locked);
    const kept = JSON.parse(new TextDecoder().decode(text)) as KeptDrafts;
    if (now() - kept.at < LIFE) return kept;
  } catch {
    // Another key, another place, or cut off: nobody can read it any more.
  }
  storage.removeItem(name);
  return null;
}

/** The place is part of what is checked: a text that was moved to another patient's name does not open. */
function algorithm(iv: BufferSource, place: string): AesGcmParams {
  return {name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place)};
}

function base64(data: Uint8Array): string {
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** The keeper of this browser. */
export const keepInTab: DraftKeeper = (...args) => {
  try {
    keeper ??= tabDrafts({
      storage: sessionStorage,
      subtle: crypto.subtle,
      key: () => (browserKey ??= findKey()),
      now: () => Date.now(),
    });
    keeper(...args);
  } catch {
    // Storage is blocked here (a frame, a policy): what is typed stays in memory.
  }
};

let keeper: DraftKeeper | null = null;
let browserKey: Promise<CryptoKey> | null = null;

/** The key of this browser and origin, made once; it cannot be exported, and lives in IndexedDB. */
async function findKey(): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
  const opening = indexedDB.open('isp-panel', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
  const database = await done(opening);
  try {
    const keys = database.transaction('keys', 'readwrite').objectStore('keys');
    const known = (await done(keys.get('drafts'))) as CryptoKey | undefined;
    if (known) return known;
    await done(keys.put(made, 'drafts'));
    return made;
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
  });
}
