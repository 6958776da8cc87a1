import type {MemberKind, TeamMember} from '../domain/care-team.ts';
import {conceptOf, pointerOf} from './concept-text.ts';
import {contactsOf} from './contacts.ts';
import {isObject, textOf, type JsonObject} from './json.ts';
import {memberDetails, type MemberDetails} from './member-details.ts';
import {slotOf} from './member-slot.ts';
import {nameOf} from './person-name.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {plainReference, targetOf, type ReferenceIndex} from './references.ts';
import type {ParticipantWire} from './schema/care-team.ts';

/** What is needed besides the resource to say who its members are. */
export interface TeamContext {
  readonly patientId: string;
  /** Local day of the site, YYYY-MM-DD, and its time zone. */
  readonly today: string;
  readonly zone: string;
  /** What is known of the members. */
  readonly index: ReferenceIndex;
  /** Positions (PractitionerRole) of practitioners, by `Practitioner/id`. */
  readonly positions: ReadonlyMap<string, readonly JsonObject[]>;
  /** Address before `Type/id` of the team, with its slash, when it is known. */
  readonly base: string | null;
  readonly recognition?: Recognition;
}

type About = Pick<
  TeamMember,
  'kind' | 'name' | 'reference' | 'holder' | 'role' | 'organization' | 'contacts' | 'slot'
>;

/**
 * Who a participant is, by the participant itself and what is known of the member; and which references (`Type/id`) would
 * say more.
 */
export function mapParticipant(
  wire: ParticipantWire,
  team: JsonObject,
  context: TeamContext,
  ended: boolean,
): {readonly member: About; readonly asked: readonly string[]} {
  const {index, base, today, zone, recognition = defaultRecognition} = context;
  const pointer = pointerOf(wire.member);
  const behalf = pointerOf(wire.onBehalfOf);
  const behalfOf = behalf && index.find(behalf.reference, team, base);
  const details = memberDetails(pointer?.reference, behalf?.reference ?? null, team, context);
  const {resource} = details;
  const organization = behalf?.display ?? (behalfOf && nameOf(behalfOf)) ?? details.organization;
  const roles = (wire.role ?? []).flatMap((role) => conceptOf(role) ?? []);
  const known = roles.length > 0 ? roles : details.roles;
  const employers = [behalf?.reference, details.organizationReference].map((one) => plainReference(one));
  const slots = known.map((role) => slotOf(role, [organization, ...employers], recognition));
  const at = Math.max(
    0,
    slots.findIndex((slot) => slot !== null),
  );
  const role = known[at];
  const holder =
    details.type === 'PractitionerRole' ? referenceOf(details.practitionerReference, base) : null;
  const member: About = {
    kind: kindOf(wire, details),
    name: pointer?.display ?? details.name ?? logicalName(wire),
    reference: referenceOf(pointer?.reference ?? null, base),
    ...(holder !== null && {holder}),
    role: role ? {coded: role.codings[0] ?? null, text: role.text} : null,
    organization: resource?.['resourceType'] === 'Organization' ? null : organization,
    contacts: details.tellers.map((one) => contactsOf(one, today, zone)).find((one) => one.length > 0) ?? [],
    slot: slots[at] ?? null,
  };
  const short = member.name === null || (member.contacts.length === 0 && !ended);
  const asked = [
    ...(short ? [pointer?.reference, details.practitionerReference] : []),
    ...(member.organization === null ? [behalf?.reference, details.organizationReference] : []),
  ];
  return {member, asked: asked.flatMap((one) => askable(one, team, context) ?? [])};
}

const readable = ['Practitioner', 'PractitionerRole', 'RelatedPerson', 'Organization'];

/** `Type/id` of what stands in this record system and was not read yet, else null: nothing is asked of others. */
function askable(
  reference: string | null | undefined,
  team: JsonObject,
  context: TeamContext,
): string | null {
  const {index, base, patientId} = context;
  const target = targetOf(reference);
  if (target?.kind !== 'resource' || index.find(reference, team, base) !== null) return null;
  const isOwn = target.type === 'Patient' && target.id === patientId;
  if (!readable.includes(target.type) && !isOwn) return null;
  return target.base === null || target.base === base ? `${target.type}/${target.id}` : null;
}

/** Somebody known by a number alone (licence, employee): the number is better than nothing. */
function logicalName(wire: ParticipantWire): string | null {
  const identifier = wire.member?.['identifier'];
  return isObject(identifier) ? textOf(identifier['value']) : null;
}

/** `Type/id` here; the address as it is for what is elsewhere or inside the team. */
function referenceOf(reference: string | null, base: string | null): string | null {
  const plain = plainReference(reference);
  if (reference === null || plain === null) return reference;
  const isHere = reference.startsWith(plain) || (base !== null && reference.startsWith(`${base}${plain}`));
  return isHere ? plain : reference;
}

const kinds: Readonly<Record<string, MemberKind>> = {
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner',
  RelatedPerson: 'relative',
  Organization: 'organization',
  HealthcareService: 'organization',
  Patient: 'patient',
  CareTeam: 'team',
};

function kindOf(wire: ParticipantWire, {type}: MemberDetails): MemberKind {
  const named = kinds[type ?? textOf(wire.member?.type) ?? ''];
  if (named) return named;
  // ctm-1: only a Practitioner can stand for an organization.
  if (pointerOf(wire.onBehalfOf)) return 'practitioner';
  const {reference, display} = pointerOf(wire.member) ?? {reference: null, display: null};
  return reference === null && display !== null ? 'text' : 'unknown';
}
