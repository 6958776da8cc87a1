import type {Concept} from '../domain/text.ts';
import {conceptOf} from './concept-text.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {nameOf} from './person-name.ts';
import {belongsTo, plainReference, targetOf, type ReferenceIndex} from './references.ts';
import {concept} from './schema/types.ts';
import {readLenient} from './schema/lenient.ts';

/** What is known of a member beside the participant itself. */
export interface MemberDetails {
  /** Resource type by the reference, or of the resource itself. */
  readonly type: string | null;
  readonly resource: JsonObject | null;
  readonly name: string | null;
  readonly organization: string | null;
  readonly organizationReference: string | null;
  readonly practitionerReference: string | null;
  /** Roles that the record gives the member elsewhere (PractitionerRole, RelatedPerson). */
  readonly roles: readonly Concept[];
  /** Resources whose `telecom` reaches the member, the nearest first. */
  readonly tellers: readonly JsonObject[];
}

interface Surroundings {
  readonly patientId: string;
  readonly index: ReferenceIndex;
  readonly positions: ReadonlyMap<string, readonly JsonObject[]>;
  readonly base: string | null;
}

/** Gathers what the resources that were read say about a member. */
export function memberDetails(
  reference: string | null | undefined,
  behalfOf: string | null,
  team: JsonObject,
  around: Surroundings,
): MemberDetails {
  const {index, base} = around;
  const found = index.find(reference, team, base);
  const resource = found && isOfPatient(found, around.patientId) ? found : null;
  const target = targetOf(reference);
  const named = target?.kind === 'resource' ? target.type : null;
  const type = named ?? textOf(resource?.['resourceType']);
  const at = (member: string): JsonObject | null => {
    const pointer = resource?.[member];
    return isObject(pointer) ? pointer : null;
  };
  const person = index.find(textOf(at('practitioner')?.['reference']), team, base);
  const organization = index.find(textOf(at('organization')?.['reference']), team, base);
  const place = textOf(at('organization')?.['display']) ?? (organization && nameOf(organization));
  return {
    type,
    resource,
    name:
      (resource && nameOf(resource)) ?? textOf(at('practitioner')?.['display']) ?? (person && nameOf(person)),
    organization: type === 'PractitionerRole' ? place : null,
    organizationReference: textOf(at('organization')?.['reference']),
    practitionerReference: textOf(at('practitioner')?.['reference']),
    roles: resource ? rolesOf(resource) : [],
    tellers: [positionOf(reference, behalfOf, around), resource, person].filter((one) => one !== null),
  };
}

/** Where a practitioner works: the position at the organization that they act for, else the only one there is. */
function positionOf(
  reference: string | null | undefined,
  behalfOf: string | null,
  {positions}: Surroundings,
): JsonObject | null {
  const found = positions.get(plainReference(reference) ?? '') ?? [];
  if (behalfOf === null) return found.length === 1 ? (found[0] ?? null) : null;
  const place = plainReference(behalfOf);
  return (
    found.find(({organization}) => {
      const pointer = isObject(organization) ? textOf(organization['reference']) : null;
      return place !== null && plainReference(pointer) === place;
    }) ?? null
  );
}

/** A relative of somebody else, or another patient, is not shown as what a wrong reference makes them. */
function isOfPatient(resource: JsonObject, patientId: string): boolean {
  switch (resource['resourceType']) {
    case 'Patient':
      return resource['id'] === patientId;
    case 'RelatedPerson':
      return belongsTo(patientId, {resource, fullUrl: null, base: null}) === 'same';
    default:
      return true;
  }
}

function rolesOf(resource: JsonObject): readonly Concept[] {
  const member = resource['resourceType'] === 'RelatedPerson' ? 'relationship' : 'code';
  if (member === 'code' && resource['resourceType'] !== 'PractitionerRole') return [];
  return items(resource[member])
    .filter(isObject)
    .flatMap((one) => conceptOf(readLenient(concept, one)?.value) ?? []);
}
