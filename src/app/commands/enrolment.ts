import {
  currentEnrolment,
  isOver,
  type Enrolment,
  type EnrolmentChange,
} from '../../domain/follow-up/enrolment.ts';
import {blankEpisode, enrolmentRules} from '../../fhir/write/edit-enrolment.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';
import {load} from './load.ts';
import {saveRecord} from './save-record.ts';

/** Save and draft key of the enrolment. */
const KEY = 'enrolment';

/**
 * Says how the person stands in the programme: a change of the enrolment that goes on, or a new one. Then everything is
 * read again, because the index date (R17) and with it what is counted before and after may be another. `text` names the
 * programme in the language of who writes.
 */
export async function changeEnrolment(
  session: Session,
  change: EnrolmentChange,
  text: string,
): Promise<void> {
  const state = session.state();
  const current = currentEnrolment(enrolmentsIn(state));
  const open = current && !isOver(current.state) ? current : null;
  const team = state.team.status === 'ready' ? state.team.value : {members: [], teamIds: []};
  const manager = team.members.find(({slot, ended}) => slot === 'case-manager' && !ended)?.reference ?? null;
  if (open) {
    await saveRecord<Enrolment, EnrolmentChange>(session, {
      key: KEY,
      act: 'updateEpisodeOfCare',
      base: open,
      change,
      rules: (by, {zone, recognition}) => enrolmentRules(change, zone, recognition, by),
      apply: putEnrolment,
    });
  } else {
    await addRecord<Enrolment, EnrolmentChange>(session, {
      key: KEY,
      act: 'createEpisodeOfCare',
      change,
      blank: (_by, {person}) => blankEpisode(person.patientId, {manager, teamIds: team.teamIds, text}),
      rules: (by, {zone, recognition}) => enrolmentRules(change, zone, recognition, by),
      present: enrolmentsIn,
      looksLikeOurs: (record) => record.state === change.state && record.date === change.date,
      apply: putEnrolment,
    });
  }
  if (session.state().saves[KEY]?.status === 'saved') await load(session);
}

function enrolmentsIn({later}: PanelState): readonly Enrolment[] {
  return later.enrolments?.status === 'ready' ? later.enrolments.value : [];
}

function putEnrolment(state: PanelState, enrolment: Enrolment): PanelState {
  const {enrolments} = state.later;
  if (enrolments?.status !== 'ready') return state;
  const others = enrolments.value.filter(({id}) => id !== enrolment.id);
  return {...state, later: {...state.later, enrolments: {...enrolments, value: [...others, enrolment]}}};
}
