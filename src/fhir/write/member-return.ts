import type {MembershipEnd, TeamMember} from '../../domain/care-team.ts';
import {endNote} from '../end-note.ts';
import {notEditable} from './document.ts';
import {endOf, placeOf} from './participant.ts';
import {setPrimitive} from './primitive.ts';
import {dropIfEmpty, ensureList, ensureObject, objectsAt, stringAt, type RawObject} from './raw-json.ts';
import type {Edit} from './settle-update.ts';

/**
 * Takes the end of a membership back: the end that stood before it (mostly none), and the note of its reason goes.
 * `base` is the member as they were before the end. Whoever was ended otherwise meanwhile stays so.
 */
export function memberReturn(base: TeamMember, end: MembershipEnd): Edit<never> {
  const ended = {...base, until: end.date};
  const at = (team: RawObject, version: string | null): RawObject | undefined =>
    objectsAt(team, 'participant')[placeOf(team, ended, version)];
  return {
    what: 'CareTeam',
    id: base.teamId,
    wanted: 1,
    decide({raw, version}) {
      const participant = at(raw, version);
      if (!participant) return {kind: 'refused', problem: {kind: 'not-found', what: 'CareTeam'}};
      if (endOf(participant) === base.until) return {kind: 'nothing', merged: []};
      if (endOf(participant) !== end.date) {
        return {kind: 'refused', problem: {kind: 'conflict', what: 'CareTeam'}};
      }
      if (participant.has('modifierExtension')) return {kind: 'refused', problem: notEditable('CareTeam')};
      return {
        kind: 'edit',
        merged: [],
        apply(team) {
          const again = at(team, version);
          if (again) takeBack(team, again, base, end);
        },
      };
    },
    missing({raw, version}) {
      const participant = at(raw, version);
      return participant && endOf(participant) === base.until ? [] : ['until'];
    },
  };
}

function takeBack(team: RawObject, participant: RawObject, base: TeamMember, end: MembershipEnd): void {
  const period = ensureObject(participant, 'period');
  setPrimitive(period, 'end', base.until);
  if (period.size === 0) participant.delete('period');
  const words = endNote(base.name, end);
  const notes = objectsAt(team, 'note');
  const reason = notes.findLast((note) => stringAt(note, 'text')?.trim() === words);
  if (end.reason.trim() === '' || !reason) return;
  team.set(
    'note',
    ensureList(team, 'note').filter((note) => note !== reason),
  );
  dropIfEmpty(team, 'note');
}
