import type {Gap, Loaded} from '../domain/completeness.ts';
import type {PlanVersion} from '../domain/plan-changes.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import type {FhirClient} from './client.ts';
import type {JsonObject} from './json.ts';
import {mapPlanDetail} from './map-plan-detail.ts';
import {readPage} from './page.ts';
import {planAuthors} from './plan-authors.ts';
import {belongsTo} from './references.ts';

/**
 * Reads the versions of one plan (FHIR R4 http.html, history of an instance), the newest hundred. Versions that are of
 * another patient, or cannot be read, are left out and counted.
 */
export async function readPlanHistory(
  client: FhirClient,
  planId: string,
  zone: string,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly PlanVersion[]>, Problem>> {
  const what = 'CarePlan';
  const answer = await client.get(`CarePlan/${planId}/_history?_count=100`, {what, signal});
  if (!answer.ok) return answer;
  const page = readPage(answer.value.json, what);
  if (page === null) return err({kind: 'unreadable', what, path: 'Bundle'});
  let unreadable = page.unreadable;
  const versions: PlanVersion[] = [];
  for (const entry of page.matches) {
    if (belongsTo(client.patientId, entry) !== 'same') {
      client.reportOtherPatient(what);
      continue;
    }
    const version = entry.resource['id'] === planId ? versionOf(entry.resource, zone) : null;
    if (version) versions.push(version);
    else unreadable += 1;
  }
  const gaps: readonly Gap[] = [
    ...(page.next === null ? [] : [{reason: 'page-limit', what} as const]),
    ...(unreadable > 0 ? [{reason: 'quarantined', what, count: unreadable} as const] : []),
  ];
  return ok({value: versions, gaps, asOf: new Date(client.timers.now()).toISOString()});
}

function versionOf(resource: JsonObject, zone: string): PlanVersion | null {
  const detail = mapPlanDetail(resource, zone);
  if (detail === null) return null;
  const at = detail.updated;
  const moment = at === null ? null : zoneOf(zone).read(at);
  return {at, day: moment ? localDateOf(moment) : null, detail, authors: planAuthors(resource)};
}
