import type {MemberChange, TeamMember} from '../../domain/care-team.ts';
import {isObject} from '../../fhir/json.ts';
import {mapCareTeam} from '../../fhir/map-care-team.ts';
import {ReferenceIndex} from '../../fhir/references.ts';
import {cardOf, memberRules, type MemberCard} from '../../fhir/write/edit-member.ts';
import type {RecordDesk} from '../record-desk.ts';
import {sectionOf} from '../sections.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {answerOf} from './answer-of.ts';
import {baseOf} from './put-action.ts';
import {saveRecord} from './save-record.ts';

/**
 * Changes what a team says of a member, by the key under which they are shown; save key `about:<key>`. Then the team is
 * read again, so that every row stands on its newest version. `lang` is the language of who writes.
 */
export async function changeMember(
  session: Session,
  key: string,
  change: MemberChange,
  lang: string,
): Promise<void> {
  const {team} = session.state();
  const base = team.status === 'ready' ? team.value.members.find((member) => member.key === key) : undefined;
  if (!base) return;
  const saveKey = `about:${key}`;
  await saveRecord<MemberCard, MemberChange>(session, {
    key: saveKey,
    act: 'updateCareTeam',
    base: cardOf(base),
    change,
    rules: (by, desk) => memberRules(base, change, membersOf(desk), by, lang),
    apply: (state, card) => withCard(state, key, card),
  });
  if (session.state().saves[saveKey]?.status === 'failed') return;
  const answer = await answerOf(session.chart.readTeam(session.signal));
  if (answer.ok) {
    session.update((state) => ({...state, team: sectionOf(state.team, answer, 'CareTeam')}));
  }
}

/** The members of one version of a team, as far as the team itself says who they are. */
function membersOf(desk: RecordDesk): (json: unknown) => readonly TeamMember[] {
  const {person, zone, recognition} = desk;
  const around = {
    patientId: person.patientId,
    today: desk.today(),
    zone,
    recognition,
    base: baseOf(person.base),
  };
  return (json) =>
    (isObject(json)
      ? mapCareTeam(json, {...around, index: new ReferenceIndex(), positions: new Map()})
      : null
    )?.members ?? [];
}

function withCard(
  state: PanelState,
  key: string,
  {id: _team, role, organization, ...about}: MemberCard,
): PanelState {
  if (state.team.status !== 'ready') return state;
  const members = state.team.value.members.map((member) =>
    member.key === key ? {...member, role, organization, about} : member,
  );
  return {...state, team: {...state.team, value: {...state.team.value, members}}};
}
