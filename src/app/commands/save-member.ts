import type {CareTeamView, MembershipEnd, NewMember, TeamMember} from '../../domain/care-team.ts';
import {err} from '../../domain/result.ts';
import {memberReturn} from '../../fhir/write/member-return.ts';
import {sectionOf} from '../sections.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {requestKey} from './request-key.ts';
import {save} from './save.ts';

/** Adds a member to the team, or to a first team when there is none. */
export async function addMember(session: Session, member: NewMember): Promise<void> {
  const {team} = session.state();
  const hasTeam = team.status === 'ready' && team.value.teamIds.length > 0;
  await save(session, {
    key: 'member:new',
    ability: hasTeam ? 'updateCareTeam' : 'createCareTeam',
    write: () => session.chart.addMember(member, requestKey(session, 'member:new')),
    apply: putTeam,
  });
  // What the directory says of them (a telephone) is read with the team.
  if (member.reference && session.state().saves['member:new']?.status === 'saved') await readTeam(session);
}

/** Ends a membership. After a conflict the team is read again, so that the row shows what the record now says. */
export async function endMember(session: Session, key: string, end: MembershipEnd): Promise<void> {
  const {team} = session.state();
  const base = team.status === 'ready' ? team.value.members.find((member) => member.key === key) : undefined;
  if (!base) return;
  const saveKey = `member:${key}`;
  await save(session, {
    key: saveKey,
    ability: 'updateCareTeam',
    write: () => session.chart.endMember(base, end),
    apply: putTeam,
  });
  if (session.state().saves[saveKey]?.status !== 'conflict') return;
  await readTeam(session);
}

/**
 * Takes back the end of a membership that was just written: a write of its own, onto the newest version. `before` is the
 * member as they stood before the end.
 */
export async function takeBackEnd(session: Session, before: TeamMember, end: MembershipEnd): Promise<void> {
  const key = `member:${before.key}`;
  await save<true>(session, {
    key,
    ability: 'updateCareTeam',
    async write() {
      const desk = await session.chart.desk();
      const writer = await desk?.writer();
      if (!writer?.ok) return err({kind: 'problem', problem: {kind: 'offline'}});
      return writer.value.update(memberReturn(before, end), (): true => true);
    },
    apply: (state) => state,
  });
  if (session.state().saves[key]?.status === 'saved') await readTeam(session);
}

async function readTeam(session: Session): Promise<void> {
  const answer = await session.chart.readTeam(session.signal);
  session.update((state) => ({...state, team: sectionOf(state.team, answer, 'CareTeam')}));
}

function putTeam(state: PanelState, value: CareTeamView): PanelState {
  return state.team.status === 'ready' ? {...state, team: {...state.team, value}} : state;
}
