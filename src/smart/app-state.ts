import {unreadableRecord, withRecordSettings} from '../config/record-settings.ts';
import type {ParsedSite} from '../config/site.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {Transport} from '../fhir/transport.ts';
import {asObject, asObjects, asText, parseObject, type JsonObject} from './json.ts';
import {allowsAppState, appStateCode} from './scopes.ts';
import type {SmartSession} from './smart-session.ts';

/** What waits for them: nothing is counted before it is known how. */
const waitMilliseconds = 2000;

/** The most characters that such a resource has (SMART App Launch 2.2, app state: 256 KB). */
const mostCharacters = 256 * 1024;

/**
 * The site of a session with the settings that its record system keeps for everybody (`smart-app-state`, experimental in
 * SMART App Launch 2.2): one `Basic` without a subject, with the code of the panel, and the settings as JSON text in an
 * extension. Those of the site file go before them. Where the session may not look for them the site stays as it is;
 * where they cannot be read too, with a notice. Never rejects, and waits no longer than two seconds.
 */
export async function withAppState(
  {scopes, transport}: Pick<SmartSession, 'scopes' | 'transport'>,
  file: ParsedSite,
  signal: AbortSignal = AbortSignal.timeout(waitMilliseconds),
): Promise<ParsedSite> {
  if (!allowsAppState(scopes)) return file;
  const state = await read(transport, signal);
  if (!state.ok) return unreadableRecord(file);
  return state.value === null ? file : withRecordSettings(file, state.value);
}

/** The settings as they are kept; null when there are none. */
async function read(
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<JsonObject | null, 'unreadable'>> {
  try {
    const path = `Basic?code=${encodeURIComponent(appStateCode)}&subject:missing=true`;
    const {status, text} = await transport.request({method: 'GET', path, headers: {}, signal});
    const bundle = status === 200 && text.length <= mostCharacters ? parseObject(text) : null;
    return bundle?.['resourceType'] === 'Bundle' ? theOne(bundle) : err('unreadable');
  } catch {
    return err('unreadable');
  }
}

/** Of two nobody knows which holds, so neither does. */
function theOne(bundle: JsonObject): Result<JsonObject | null, 'unreadable'> {
  const found = asObjects(bundle['entry'])
    .map((entry) => asObject(entry['resource']))
    .filter((resource) => resource !== null && resource['resourceType'] !== 'OperationOutcome');
  if (found.length === 0 && !hasNext(bundle)) return ok(null);
  const [only] = found;
  if (!only || found.length > 1 || hasNext(bundle) || !isOurs(only)) return err('unreadable');
  const texts = asObjects(only['extension']).flatMap((extension) => asText(extension['valueString']) ?? []);
  const settings = texts.length === 1 ? parseObject(texts[0] ?? '') : null;
  return settings === null ? err('unreadable') : ok(settings);
}

/** A server may pass over what it is asked for: settings of one person are not those of everybody. */
function isOurs(resource: JsonObject): boolean {
  const codes = asObjects(asObject(resource['code'])?.['coding']).map(
    ({system, code}) => `${asText(system)}|${asText(code)}`,
  );
  return (
    resource['resourceType'] === 'Basic' && resource['subject'] === undefined && codes.includes(appStateCode)
  );
}

function hasNext(bundle: JsonObject): boolean {
  return asObjects(bundle['link']).some(({relation}) => relation === 'next');
}
