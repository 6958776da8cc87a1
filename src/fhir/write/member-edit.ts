import type {MembershipEnd, NewMember, TeamMember} from '../../domain/care-team.ts';
import {notEditable} from './document.ts';
import {addMember, endMember} from './edit-care-team.ts';
import type {Authorship} from './annotation.ts';
import {endNote} from '../end-note.ts';
import {plainReference} from '../references.ts';
import {containedMember, endOf, isNewMember, placeOf} from './participant.ts';
import {objectAt, objectsAt, stringAt, type RawObject} from './raw-json.ts';
import type {Edit} from './settle-update.ts';

/** The member was ended otherwise, or is no longer there. */
export interface MemberConflict {
  readonly mine: MembershipEnd;
  readonly theirs: TeamMember | null;
}

/** Adding a member: done when the same person is there already, whoever added them. */
export function memberAddition(
  teamId: string,
  member: NewMember,
  patientId: string,
  uuid: string,
  by: Authorship,
): Edit<never> {
  const parts = [
    'name',
    ...(member.phone && !member.reference ? ['phone'] : []),
    ...(member.organization ? ['organization'] : []),
  ];
  const find = (team: RawObject): RawObject | undefined =>
    objectsAt(team, 'participant').find((item) => isNewMember(team, item, member, uuid, by.today));
  return {
    what: 'CareTeam',
    id: teamId,
    wanted: parts.length,
    decide({raw}) {
      if (find(raw)) return {kind: 'nothing', merged: []};
      return {kind: 'edit', merged: [], apply: (team) => addMember(team, member, patientId, uuid, by)};
    },
    missing({raw}) {
      const found = find(raw);
      if (!found) return parts;
      return parts.filter(
        (part) =>
          (part === 'phone' && !hasPhone(raw, found, member.phone)) ||
          (part === 'organization' && member.kind === 'practitioner' && !found.has('onBehalfOf')),
      );
    },
  };
}

/** Ending a membership that the person saw as `base`. */
export function memberEnding(
  base: TeamMember,
  end: MembershipEnd,
  toMembers: (json: unknown) => readonly TeamMember[],
  by: Authorship,
): Edit<MemberConflict> {
  const wanted = end.reason.trim() === '' ? ['until'] : ['until', 'reason'];
  const note = endNote(base.name, end);
  return {
    what: 'CareTeam',
    id: base.teamId,
    wanted: wanted.length,
    decide({raw, json, version}) {
      const at = placeOf(raw, base, version);
      const participant = objectsAt(raw, 'participant')[at];
      if (!participant) return {kind: 'conflict', conflict: {mine: end, theirs: null}};
      if (participant.has('modifierExtension')) {
        return {kind: 'refused', problem: notEditable('CareTeam')};
      }
      const until = endOf(participant);
      if (until === end.date) return {kind: 'nothing', merged: []};
      if (until !== base.until) {
        const theirs =
          toMembers(json).find((member) => isSameMember(member, base) && member.until === until) ?? null;
        return {kind: 'conflict', conflict: {mine: end, theirs}};
      }
      const start = objectAt(participant, 'period');
      if (start && end.date < (stringAt(start, 'start') ?? '').slice(0, 10)) {
        return {kind: 'refused', problem: endBeforeStart};
      }
      return {
        kind: 'edit',
        merged: [],
        apply(team) {
          const ended = objectsAt(team, 'participant')[at];
          if (ended) endMember(team, ended, base, end, by);
        },
      };
    },
    missing({raw, version}) {
      const participant = objectsAt(raw, 'participant')[placeOf(raw, {...base, until: end.date}, version)];
      const reasons = objectsAt(raw, 'note').map((item) => stringAt(item, 'text')?.trim());
      return wanted.filter((part) =>
        part === 'until' ? !participant || endOf(participant) !== end.date : !reasons.includes(note),
      );
    },
  };
}

/** The same person since the same day, whatever became of the membership. */
function isSameMember(member: TeamMember, base: TeamMember): boolean {
  if (member.since !== base.since) return false;
  return member.reference === null || base.reference === null
    ? member.name === base.name
    : plainReference(member.reference) === plainReference(base.reference);
}

/** per-1: a period does not end before it starts. */
const endBeforeStart = {
  kind: 'rejected',
  issues: [
    {severity: 'error', code: 'invariant', text: null, expressions: ['CareTeam.participant.period.end']},
  ],
} as const;

function hasPhone(team: RawObject, participant: RawObject, phone: string | null): boolean {
  const resource = containedMember(team, participant);
  return (
    resource !== null && objectsAt(resource, 'telecom').some((item) => stringAt(item, 'value') === phone)
  );
}
