import type {NewMember, TeamMember} from '../../domain/care-team.ts';
import type {JsonObject} from '../json.ts';
import {nameOf} from '../person-name.ts';
import {objectAt, objectsAt, stringAt, toPlain, type RawObject} from './raw-json.ts';

/** Name of a participant as the panel shows it, as far as the team itself says it. */
export function participantName(team: RawObject, participant: RawObject): string | null {
  const member = objectAt(participant, 'member');
  const display = member && stringAt(member, 'display');
  if (display !== null && display.trim() !== '') return display;
  const resource = containedMember(team, participant);
  if (resource) return nameOf(toPlain(resource) as JsonObject);
  const identifier = member && objectAt(member, 'identifier');
  return identifier && stringAt(identifier, 'value');
}

/** The contained resource that a participant points at, or null. */
export function containedMember(team: RawObject, participant: RawObject): RawObject | null {
  const member = objectAt(participant, 'member');
  const reference = (member && stringAt(member, 'reference')) ?? '';
  if (!reference.startsWith('#')) return null;
  return objectsAt(team, 'contained').find((item) => stringAt(item, 'id') === reference.slice(1)) ?? null;
}

/** Date at which the membership ends, or null. */
export function endOf(participant: RawObject): string | null {
  const period = objectAt(participant, 'period');
  return period && stringAt(period, 'end');
}

/** True when this participant is the new member: written by the same attempt, or the same person added by a colleague. */
export function isNewMember(
  team: RawObject,
  participant: RawObject,
  member: NewMember,
  uuid: string,
  today: string,
): boolean {
  if (stringAt(participant, 'id') === uuid) return true;
  const end = endOf(participant);
  if (end !== null && end.slice(0, 10) <= today) return false;
  const who = objectAt(participant, 'member');
  const reference = who && stringAt(who, 'reference');
  // Two people of one name are told apart by their references.
  const differs =
    member.reference &&
    reference !== null &&
    !reference.startsWith('#') &&
    tail(reference) !== member.reference;
  return (
    !differs &&
    plain(participantName(team, participant)) === plain(member.name) &&
    hasRole(participant, member.role.coded?.code ?? null, member.role.text)
  );
}

/** Place of the participant that the person saw as `base`; -1 when it is no longer there. */
export function placeOf(team: RawObject, base: TeamMember, version: string | null): number {
  const participants = objectsAt(team, 'participant');
  const same = [...participants.keys()].filter((at) => {
    const participant = participants[at];
    return participant !== undefined && isSamePerson(team, participant, base);
  });
  const inRole = same.filter((at) => {
    const role = base.role;
    return role === null || hasRole(participants[at] as RawObject, role.coded?.code ?? null, role.text);
  });
  const candidates = inRole.length > 0 ? inRole : same;
  // The last part of the key tells participants apart that are alike in everything else.
  const seen = candidates[Number(base.key.slice(base.key.lastIndexOf('#') + 1))];
  if (version !== null && version === base.teamVersion && seen !== undefined) return seen;
  return candidates.find((at) => endOf(participants[at] as RawObject) === base.until) ?? candidates[0] ?? -1;
}

function isSamePerson(team: RawObject, participant: RawObject, base: TeamMember): boolean {
  const period = objectAt(participant, 'period');
  if ((period && stringAt(period, 'start')) !== base.since) return false;
  const member = objectAt(participant, 'member');
  const reference = member && stringAt(member, 'reference');
  if (base.reference !== null && !base.reference.startsWith('#') && reference !== null) {
    return tail(reference) === tail(base.reference);
  }
  return plain(participantName(team, participant)) === plain(base.name);
}

function hasRole(participant: RawObject, code: string | null, text: string | null): boolean {
  return objectsAt(participant, 'role').some((role) => {
    const codes = objectsAt(role, 'coding').map((coding) => stringAt(coding, 'code'));
    const words = stringAt(role, 'text');
    if (code !== null && codes.includes(code))
      return words === null || text === null || plain(words) === plain(text);
    return code === null && plain(words) === plain(text);
  });
}

/** `Type/id` of a reference, whether absolute or of one version. */
function tail(reference: string): string {
  return reference
    .replace(/\/_history\/.*$/u, '')
    .split('/')
    .slice(-2)
    .join('/');
}

function plain(text: string | null): string {
  return (text ?? '').trim().replace(/\s+/gu, ' ').toLowerCase();
}
