import type {Loaded} from '../domain/completeness.ts';
import type {PlanVersion} from '../domain/plan-changes.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import type {FhirClient} from './client.ts';
import type {JsonObject} from './json.ts';
import {mapPlanDetail} from './map-plan-detail.ts';
import {planAuthors} from './plan-authors.ts';
import {readVersions} from './read-versions.ts';

/** Reads the versions of one plan, with the local day of each in the site's zone and the authors of its notes. */
export function readPlanHistory(
  client: FhirClient,
  planId: string,
  zone: string,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly PlanVersion[]>, Problem>> {
  const map = (resource: JsonObject): PlanVersion | null => versionOf(resource, zone);
  return readVersions(client, {what: 'CarePlan', id: planId, map}, signal);
}

function versionOf(resource: JsonObject, zone: string): PlanVersion | null {
  const detail = mapPlanDetail(resource, zone);
  if (detail === null) return null;
  const at = detail.updated;
  const moment = at === null ? null : zoneOf(zone).read(at);
  return {at, day: moment ? localDateOf(moment) : null, detail, authors: planAuthors(resource)};
}
