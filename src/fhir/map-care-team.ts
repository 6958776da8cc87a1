import type {TeamMember} from '../domain/care-team.ts';
import {conceptOf} from './concept-text.ts';
import {contactsOf} from './contacts.ts';
import {endReasonOf} from './end-note.ts';
import {isOver} from './fhir-date.ts';
import {aboutOf} from './member-note.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {mapParticipant, type TeamContext} from './map-participant.ts';
import {readOnlyReason} from './read-only.ts';
import {careTeam as schema, participant as participantSchema} from './schema/care-team.ts';
import {plainReference} from './references.ts';
import {readLenient} from './schema/lenient.ts';

/** One CareTeam. */
export interface TeamRecord {
  readonly id: string;
  /** True when new members can join: it is not over, and may be written back. */
  readonly isOpen: boolean;
  readonly isLongitudinal: boolean;
  /** In the order of the participants. */
  readonly members: readonly TeamMember[];
  /** Participants that could not be read, or say neither who it is nor in which role. */
  readonly unreadable: number;
  /** References (`Type/id`) whose resources would say more about the members than is known. */
  readonly asks: readonly string[];
}

/** Reads one CareTeam; null when it has no id or is none at all, or was entered in error. */
export function mapCareTeam(resource: unknown, context: TeamContext): TeamRecord | null {
  if (!isObject(resource)) return null;
  // Participants are read one by one, so that a broken one keeps the places of the others.
  const {participant, ...rest} = resource as JsonObject & {participant?: unknown};
  const read = readLenient(schema, rest);
  if (read === null) return null;
  const team = read.value;
  const {today, zone} = context;
  const over = team.status === 'inactive' || isOver(textOf(team.period?.end), today, zone);
  const readOnly = readOnlyReason(resource);
  const notes = (team.note ?? []).map((note) => textOf(note.text));
  const places = items(participant).filter(isObject);
  const asks = new Set<string>();
  const seen = new Map<string, number>();
  const members = places.flatMap((place): readonly TeamMember[] => {
    const wire = readLenient(participantSchema, place)?.value;
    if (!wire) return [];
    const until = textOf(wire.period?.end);
    const ended = over || isOver(until, today, zone);
    const {member, asked} = mapParticipant(wire, resource, context, ended);
    if (member.name === null && member.reference === null && member.role === null) return [];
    for (const reference of asked) asks.add(reference);
    const since = textOf(wire.period?.start);
    const who = `${team.id}#${identityOf(member, since)}`;
    const times = seen.get(who) ?? 0;
    seen.set(who, times + 1);
    const about = aboutOf(notes, member.name);
    const phones = (about?.phones ?? '').split(';').map((value) => ({system: 'phone', value}));
    const known = new Set(member.contacts.map(({value}) => value));
    const more = contactsOf({telecom: phones}, today, zone).filter(({value}) => !known.has(value));
    return [
      {
        key: `${who}#${times}`,
        teamId: team.id,
        teamVersion: textOf(team.meta?.versionId),
        ...member,
        ...(more.length > 0 && {contacts: [...member.contacts, ...more]}),
        ...(about && {about}),
        since,
        until: until ?? (over ? textOf(team.period?.end) : null),
        ended,
        endReason: until === null ? null : endReasonOf(notes, member.name, until),
        readOnly: readOnly ?? ('modifierExtension' in place ? 'modifier-extension' : null),
      },
    ];
  });
  const codes = (team.category ?? []).flatMap((one) => conceptOf(one)?.codings ?? []).map(({code}) => code);
  const listed = Array.isArray(participant) ? participant.filter((one) => one !== null).length : 1;
  return {
    id: team.id,
    isOpen: !over && readOnly === null,
    isLongitudinal: codes.includes('LA28865-6') || codes.includes('longitudinal'),
    members,
    unreadable: participant === undefined || participant === null ? 0 : listed - members.length,
    asks: [...asks],
  };
}

/**
 * Who it is, in which role, since when: never the place in the list, for what is typed about somebody must not come to
 * stand with somebody else when the record takes a participant out.
 */
function identityOf(
  {reference, name, role}: Pick<TeamMember, 'reference' | 'name' | 'role'>,
  since: string | null,
) {
  const inside = reference === null || reference.startsWith('#');
  const who = inside ? name : (plainReference(reference) ?? reference);
  return JSON.stringify([who, role?.coded?.code ?? role?.text ?? null, since]);
}

/** True for a team that is a mistake of the record: nobody in it is shown. */
export function isMistake(resource: JsonObject): boolean {
  return resource['status'] === 'entered-in-error';
}
