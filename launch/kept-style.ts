import {asObject, parseObject, type JsonObject} from '../src/smart/json.ts';

const dayInMilliseconds = 24 * 60 * 60 * 1000;
const nameOf = (url: string): string => `isp-style:${url}`;

/** The look of a record as it was read within the last 24 hours; colours and sizes, no data of a person. */
export function keptStyle(
  storage: Pick<Storage, 'getItem'> | null,
  url: string,
  now: number,
): JsonObject | null {
  try {
    const entry = parseObject(storage?.getItem(nameOf(url)) ?? null);
    const at = entry?.['at'];
    if (typeof at !== 'number' || at > now || now - at >= dayInMilliseconds) return null;
    return asObject(entry?.['style']) ?? null;
  } catch {
    return null;
  }
}

/** Keeps it for a day. Does nothing where the browser keeps nothing. */
export function keepStyle(
  storage: Pick<Storage, 'setItem'> | null,
  url: string,
  style: JsonObject,
  now: number,
): void {
  try {
    storage?.setItem(nameOf(url), JSON.stringify({at: now, style}));
  } catch {
    // The next launch reads it again.
  }
}
