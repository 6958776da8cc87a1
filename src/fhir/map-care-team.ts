import type {TeamMember} from '../domain/care-team.ts';
import {conceptOf} from './concept-text.ts';
import {endReasonOf} from './end-note.ts';
import {isOver} from './fhir-date.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {mapParticipant, type TeamContext} from './map-participant.ts';
import {readOnlyReason} from './read-only.ts';
import {careTeam as schema, participant as participantSchema} from './schema/care-team.ts';
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
  const members = places.flatMap((place, at): readonly TeamMember[] => {
    const wire = readLenient(participantSchema, place)?.value;
    if (!wire) return [];
    const until = textOf(wire.period?.end);
    const ended = over || isOver(until, today, zone);
    const {member, asked} = mapParticipant(wire, resource, context, ended);
    if (member.name === null && member.reference === null && member.role === null) return [];
    for (const reference of asked) asks.add(reference);
    return [
      {
        key: `${team.id}#${at}`,
        teamId: team.id,
        teamVersion: textOf(team.meta?.versionId),
        ...member,
        since: textOf(wire.period?.start),
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

/** True for a team that is a mistake of the record: nobody in it is shown. */
export function isMistake(resource: JsonObject): boolean {
  return resource['status'] === 'entered-in-error';
}
