import {send, type Fetch} from '../transport/send.ts';
import {asObject, type JsonObject} from './json.ts';

/** More than this is no list of colours and sizes (characters). */
const LONGEST = 20_000;

/**
 * Reads the host's style file (SMART App Launch 2.2, `smart_style_url`): without cookies, token or referrer. Null when it
 * cannot be had, or is none; the page's Content-Security-Policy decides from where it may come.
 */
export async function readSmartStyle(url: string, fetch?: Fetch): Promise<JsonObject | null> {
  try {
    const {status, text} = await send(url, {
      method: 'GET',
      headers: {Accept: 'application/json'},
      signal: AbortSignal.timeout(5000),
      fetch,
    });
    return status === 200 && text.length <= LONGEST ? (asObject(JSON.parse(text)) ?? null) : null;
  } catch {
    return null;
  }
}
