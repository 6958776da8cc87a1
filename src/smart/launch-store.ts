import type {OAuthState} from './fhirclient.ts';
import {asObject, parseObject} from './json.ts';
import type {Wishes} from './launch-address.ts';
import type {Page} from './page.ts';
import type {SmartContext} from './smart-context.ts';

/** One launch in the tab's session storage, under a key that only its own frame knows. Times are epoch milliseconds. */
export type LaunchEntry = PendingLaunch | SpentLaunch | OpenLaunch;

/** The person is signing in. */
export interface PendingLaunch {
  readonly phase: 'pending';
  readonly at: number;
  readonly iss: string;
  readonly oauth: OAuthState;
  readonly nonce: string;
  /** The `issuer` of discovery, which the id_token must name. */
  readonly tokenIssuer: string | null;
  /** False while the endpoints come from the cache and were not yet compared with freshly read ones. */
  readonly verified: boolean;
  readonly wishes: Wishes;
}

/** Its code is being exchanged or was refused: it can never be used again. */
export interface SpentLaunch {
  readonly phase: 'spent';
  readonly at: number;
}

/** The chart is open. Never holds a refresh token or an id_token. */
export interface OpenLaunch {
  readonly phase: 'open';
  readonly at: number;
  readonly iss: string;
  readonly accessToken: string;
  readonly expiresAt: number | null;
  readonly scopes: string;
  readonly context: SmartContext;
  readonly wishes: Wishes;
}

const prefix = 'isp-launch:';
const pendingLife = 60 * 60 * 1000;
const openLife = 24 * 60 * 60 * 1000;

/** Keeps launches apart: no shared key says which one is "the current". */
export interface LaunchStore {
  read(key: string): LaunchEntry | null;
  /** False when nothing can be kept. */
  write(key: string, entry: LaunchEntry): boolean;
  remove(key: string): void;
}

/** The launches of a tab; what is too old is removed. Never throws, also where storage is blocked. */
export function launchStore(page: Page, now: number): LaunchStore {
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const read = (key: string): LaunchEntry | null => {
    const entry = attempt(() => parseObject(page.sessionStorage.getItem(prefix + key)), null);
    return entry !== null && isEntry(entry) && now - entry.at < lifeOf(entry) ? entry : null;
  };
  const remove = (key: string) => attempt(() => page.sessionStorage.removeItem(prefix + key), undefined);
  for (const key of attempt(() => keysOf(page), [])) if (read(key) === null) remove(key);
  return {
    read,
    remove,
    write: (key, entry) =>
      attempt(() => {
        page.sessionStorage.setItem(prefix + key, JSON.stringify(entry));
        return page.sessionStorage.getItem(prefix + key) !== null;
      }, false),
  };
}

/** The key of this frame's launch; it lives in the frame's own history entry and so survives a reload. */
export function launchKey(page: Page): string | null {
  const key = asObject(page.history.state)?.['ispLaunch'];
  return typeof key === 'string' && isLaunchKey(key) ? key : null;
}

/** Puts the key into the history entry, and takes everything after the path out of the address. */
export function cleanAddress(page: Page, key: string | null): void {
  const {pathname} = new URL(page.location.href);
  page.history.replaceState({...asObject(page.history.state), ispLaunch: key}, '', pathname);
}

/** Launch keys are UUIDs of our own making: 122 random bits. */
export function isLaunchKey(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}

function keysOf(page: Page): readonly string[] {
  const {sessionStorage} = page;
  const names = Array.from({length: sessionStorage.length}, (_, index) => sessionStorage.key(index) ?? '');
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

function lifeOf(entry: LaunchEntry): number {
  return entry.phase === 'open' ? openLife : pendingLife;
}

/** The store is our own; this guards against another version's entries and damaged ones. */
function isEntry(value: object): value is LaunchEntry {
  const entry = asObject(value);
  if (typeof entry?.['at'] !== 'number') return false;
  switch (entry['phase']) {
    case 'pending':
      return typeof entry['iss'] === 'string' && asObject(entry['oauth']) !== null;
    case 'open': {
      const token = entry['accessToken'];
      return typeof token === 'string' && typeof asObject(entry['context'])?.['patientId'] === 'string';
    }
    default:
      return entry['phase'] === 'spent';
  }
}
