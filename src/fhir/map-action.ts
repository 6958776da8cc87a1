import {actionStates, type Action, type ActionOwner} from '../domain/action.ts';
import type {Words} from '../domain/text.ts';
import {fingerprint} from '../domain/fingerprint.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {categoryOf} from './action-codes.ts';
import {conceptOf, conceptText, pointerOf} from './concept-text.ts';
import {doneLine} from './done-line.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {namesReview} from './plan-review.ts';
import {readOnlyReason} from './read-only.ts';
import {plainReference, targetOf} from './references.ts';
import {activity as activitySchema, task as taskSchema} from './schema/task.ts';
import {readLenient} from './schema/lenient.ts';
import {wordsAt} from './words.ts';

/** Extension by which a Task says which goal it serves (FHIR R4 resource-pertainsToGoal). */
export const PERTAINS_TO_GOAL = 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal';

/** A Task as an action, and what ties it to a plan. */
export interface TaskRecord {
  readonly action: Action;
  /** Ids of the CarePlans that it names in `basedOn` or `focus`. */
  readonly planIds: readonly string[];
}

/** Reads one Task; null when it has no id or is none at all. `zone` places its times, `base` is where it was found. */
export function mapTask(resource: unknown, zone: string, base: string | null = null): TaskRecord | null {
  if (!isObject(resource)) return null;
  const read = readLenient(taskSchema, resource);
  if (read === null) return null;
  const wire = read.value;
  const code = conceptOf(wire.code);
  const state = stateOf(textOf(wire.status));
  const pointed = [...(wire.basedOn ?? []), ...(wire.focus ? [wire.focus] : []), ...pertains(resource)];
  const done = dateOf(wire.executionPeriod?.end) ?? dateOf(wire.lastModified);
  const action: Action = {
    key: `task:${wire.id}`,
    place: {kind: 'task', id: wire.id},
    version: textOf(wire.meta?.versionId),
    what: whatOf(wire, conceptText(code)),
    who: ownerOf(wire.owner),
    due: localDay(dateOf(wire.restriction?.period?.end), zone),
    category: categoryOf(code),
    state,
    reason: conceptText(conceptOf(wire.statusReason)),
    goalIds: idsOf('Goal', pointed, base),
    doneOn: state === 'completed' ? localDay(done, zone) : null,
    isReview: namesReview(code, textOf(wire.description)),
    readOnly: readOnlyReason(resource),
  };
  return {action, planIds: idsOf('CarePlan', pointed, base)};
}

/** Where an activity stands. */
export interface ActivityPlace {
  readonly planId: string;
  readonly version: string | null;
  /** Why the plan that holds it cannot be edited, or null. */
  readonly readOnly: Action['readOnly'];
  /** Tells apart activities that are the same in every word. */
  readonly nth: number;
}

/** Reads one CarePlan.activity that says itself what is to be done; null when it only refers to something else. */
export function mapActivity(
  json: unknown,
  {planId, version, readOnly, nth}: ActivityPlace,
  zone: string,
  base: string | null = null,
): Action | null {
  if (!isObject(json) || !isObject(json['detail'] ?? null)) return null;
  const wire = readLenient(activitySchema, json)?.value;
  const {detail} = wire ?? {};
  if (!wire || !detail) return null;
  const code = conceptOf(detail.code);
  const state = stateOf(textOf(detail.status));
  const {start, end} = detail.scheduledPeriod ?? {};
  const print = JSON.stringify(json);
  const elementId = textOf(wire.id);
  const done = doneLine(json['progress']) ?? dateOf(end) ?? dateOf(start);
  return {
    key: `activity:${planId}:${elementId ?? `${fingerprint(print).toString(36)}${nth > 0 ? `.${nth}` : ''}`}`,
    place: {kind: 'activity', planId, elementId, print},
    version,
    what: whatOf(detail, conceptText(code)),
    who: ownerOf(detail.performer?.[0]),
    due: localDay(dateOf(end), zone),
    category: categoryOf(code),
    state,
    reason: conceptText(conceptOf(detail.statusReason)),
    goalIds: idsOf('Goal', detail.goal ?? [], base),
    doneOn: state === 'completed' ? localDay(done, zone) : null,
    isReview: namesReview(code, textOf(detail.description)),
    readOnly:
      readOnly ??
      (wire.modifierExtension || 'modifierExtension' in (json['detail'] as JsonObject)
        ? 'modifier-extension'
        : null),
  };
}

/** All activities of a plan that say themselves what is to be done. */
export function mapActivities(carePlan: JsonObject, zone: string, base: string | null): readonly Action[] {
  const planId = textOf(carePlan['id']);
  if (planId === null) return [];
  const {meta} = carePlan;
  const version = isObject(meta ?? null) ? textOf((meta as JsonObject)['versionId']) : null;
  const readOnly = readOnlyReason(carePlan);
  const seen = new Map<string, number>();
  return items(carePlan['activity']).flatMap((json) => {
    const print = JSON.stringify(json);
    const nth = seen.get(print) ?? 0;
    seen.set(print, nth + 1);
    return mapActivity(json, {planId, version, readOnly, nth}, zone, base) ?? [];
  });
}

/** Ids of the Tasks that the activities of a plan refer to. */
export function taskIdsOf(carePlan: JsonObject, base: string | null): readonly string[] {
  const references = items(carePlan['activity'])
    .filter(isObject)
    .flatMap(({reference}) => (isObject(reference ?? null) ? [reference as JsonObject] : []));
  return idsOf('Task', references, base);
}

function whatOf(holder: {readonly [name: string]: unknown}, code: string | null): Words {
  return wordsAt(holder, 'description') ?? {text: code ?? '', lang: null};
}

function stateOf(code: string | null): Action['state'] {
  return actionStates.find((known) => known === code) ?? 'unrecognized';
}

const kinds: Readonly<Record<string, ActionOwner['kind']>> = {
  Patient: 'patient',
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner',
  RelatedPerson: 'relative',
  Organization: 'organization',
  CareTeam: 'team',
};

function ownerOf(reference: Parameters<typeof pointerOf>[0]): ActionOwner | null {
  const pointer = pointerOf(reference);
  if (pointer === null) return null;
  const plain = plainReference(pointer.reference);
  const type = plain?.split('/')[0] ?? '';
  const kind = pointer.reference === null ? 'text' : (kinds[type] ?? 'unknown');
  return {kind, reference: plain ?? pointer.reference, name: pointer.display};
}

function pertains(resource: JsonObject): readonly {readonly reference?: string | undefined}[] {
  return items(resource['extension'])
    .filter(isObject)
    .flatMap(({url, valueReference}) =>
      url === PERTAINS_TO_GOAL && isObject(valueReference ?? null)
        ? [{reference: textOf((valueReference as JsonObject)['reference']) ?? undefined}]
        : [],
    );
}

/** Ids of the references to one type, each once; those into another record system are left out. */
function idsOf(
  type: string,
  references: readonly {readonly reference?: unknown}[],
  base: string | null,
): readonly string[] {
  const ids = references.flatMap(({reference}) => {
    const target = targetOf(textOf(reference));
    if (target?.kind !== 'resource' || target.type !== type) return [];
    return target.base === null || target.base === base ? [target.id] : [];
  });
  return [...new Set(ids)];
}

function localDay(date: string | null, zone: string): string | null {
  const moment = date === null ? null : zoneOf(zone).read(date);
  return moment === null ? null : localDateOf(moment);
}
