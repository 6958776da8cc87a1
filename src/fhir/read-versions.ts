import type {Gap, Loaded} from '../domain/completeness.ts';
import type {Problem, ResourceName} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import type {JsonObject} from './json.ts';
import {readPage} from './page.ts';
import {belongsTo} from './references.ts';

/** What is read: the versions of one record, each mapped; null when a version cannot be read. */
export interface VersionsOf<T> {
  readonly what: ResourceName;
  readonly id: string;
  readonly map: (resource: JsonObject) => T | null;
}

/**
 * Reads the versions of one record (FHIR R4 http.html, history of an instance), the newest hundred. Versions that are of
 * another patient, or cannot be read, are left out and counted.
 */
export async function readVersions<T>(
  client: FhirClient,
  {what, id, map}: VersionsOf<T>,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly T[]>, Problem>> {
  const answer = await client.get(`${what}/${id}/_history?_count=100`, {what, signal});
  if (!answer.ok) return answer;
  const page = readPage(answer.value.json, what);
  if (page === null) return err({kind: 'unreadable', what, path: 'Bundle'});
  let unreadable = page.unreadable;
  const versions: T[] = [];
  for (const entry of page.matches) {
    if (belongsTo(client.patientId, entry) !== 'same') {
      client.reportOtherPatient(what);
      continue;
    }
    const version = entry.resource['id'] === id ? map(entry.resource) : null;
    if (version === null) unreadable += 1;
    else versions.push(version);
  }
  const gaps: readonly Gap[] = [
    ...(page.next === null ? [] : [{reason: 'page-limit', what} as const]),
    ...(unreadable > 0 ? [{reason: 'quarantined', what, count: unreadable} as const] : []),
  ];
  return ok({value: versions, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
