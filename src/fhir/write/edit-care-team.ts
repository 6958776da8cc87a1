import type {MembershipEnd, NewMember, TeamMember} from '../../domain/care-team.ts';
import {annotation, type Authorship} from './annotation.ts';
import {endNote} from '../end-note.ts';
import {setPrimitive} from './primitive.ts';
import {ensureList, ensureObject, toRaw, type Plain, type RawObject} from './raw-json.ts';

/**
 * Adds a participant at the end of the list. Somebody with a telephone or an organization becomes a contained resource,
 * because a display alone has no place for them; somebody of the record's directory is referred to; others are a display alone. `uuid` is the element's id, by which a
 * repeated write is recognized where the server keeps it.
 */
export function addMember(
  team: RawObject,
  member: NewMember,
  patientId: string,
  uuid: string,
  by: Authorship,
): void {
  const reference = member.reference ?? null;
  const contained = reference === null ? containedMember(member, patientId, `m${uuid}`) : null;
  if (contained) ensureList(team, 'contained').push(toRaw(contained));
  const {coded, text} = member.role;
  ensureList(team, 'participant').push(
    toRaw({
      id: uuid,
      role: [{...(coded ? {coding: [codingOf(coded)]} : {}), text}],
      member: {
        ...(contained ? {reference: `#m${uuid}`} : reference === null ? {} : {reference}),
        display: member.name,
      },
      // ctm-1: only a Practitioner can stand for an organization.
      ...(member.kind === 'practitioner' && member.organization
        ? {onBehalfOf: {display: member.organization}}
        : {}),
      period: {start: by.today},
    }),
  );
}

/**
 * Ends a membership: never a removal. The reason goes to `CareTeam.note`, as "date, name: reason".
 */
export function endMember(
  team: RawObject,
  participant: RawObject,
  member: Pick<TeamMember, 'name'>,
  end: MembershipEnd,
  by: Authorship,
): void {
  setPrimitive(ensureObject(participant, 'period'), 'end', end.date);
  if (end.reason.trim() === '') return;
  ensureList(team, 'note').push(toRaw(annotation(endNote(member.name, end), by)));
}

function codingOf(coded: NonNullable<NewMember['role']['coded']>): Record<string, Plain> {
  return {
    system: coded.system ?? undefined,
    code: coded.code ?? undefined,
    display: coded.display ?? undefined,
  } as Record<string, Plain>;
}

function containedMember(member: NewMember, patientId: string, id: string): Record<string, Plain> | null {
  if (!member.phone && !(member.organization && member.kind === 'practitioner')) return null;
  const telecom: Record<string, Plain> = member.phone
    ? {telecom: [{system: 'phone', value: member.phone}]}
    : {};
  switch (member.kind) {
    case 'organization':
      return {resourceType: 'Organization', id, name: member.name, ...telecom};
    case 'relative':
      return {
        resourceType: 'RelatedPerson',
        id,
        patient: {reference: `Patient/${patientId}`},
        relationship: [{text: member.role.text}],
        name: [{text: member.name}],
        ...telecom,
      };
    case 'practitioner':
      return {resourceType: 'Practitioner', id, name: [{text: member.name}], ...telecom};
  }
}
