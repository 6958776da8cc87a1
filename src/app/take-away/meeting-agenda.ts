import {dueOn, listActions} from '../../domain/action-due.ts';
import type {Action} from '../../domain/action.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {agreementNames} from '../agreement-draft.ts';
import type {PanelState} from '../state.ts';
import type {PlanCopy} from './plan-copy.ts';

/** Somebody who is expected at a meeting. */
export interface Expected {
  /** Null for the person whose plan it is. */
  readonly member: TeamMember | null;
  readonly name: string;
  /** What was already noted in the meeting; null for nothing. */
  readonly noted: 'here' | 'excused' | null;
}

/** What a meeting speaks of beyond what every copy has. */
export interface MeetingAgenda {
  readonly people: readonly Expected[];
  /** What is to be talked about first, as far as it was typed in the meeting; else empty. */
  readonly first: string;
  /** Open actions whose day is over, the oldest first. */
  readonly overdue: readonly Action[];
  /** False while what the plan says by topic is not known, or only in part: what is missing may be there. */
  readonly plansKnown: boolean;
}

/** The agenda of a meeting with the person: from the record, and from what was typed in the meeting so far. */
export function meetingAgenda(state: PanelState, copy: PlanCopy): MeetingAgenda {
  const draft = state.drafts['plan:meeting'] ?? {};
  const noted = (name: string): Expected['noted'] => {
    const said = draft[`here.${name}`];
    return said === 'here' || said === 'excused' ? said : null;
  };
  const own = agreementNames({patient: state.patient, team: {status: 'loading'}}, []);
  const actions = [...copy.goals.flatMap((goal) => goal.actions), ...copy.otherActions];
  const {plan} = state.later;
  return {
    people: [
      ...own.map((name) => ({member: null, name, noted: noted(name)})),
      ...copy.team.flatMap((member) =>
        member.name === null ? [] : [{member, name: member.name, noted: noted(member.name)}],
      ),
    ],
    first: (draft['first'] ?? '').trim(),
    // An action that serves two goals is one action.
    overdue: listActions([...new Set(actions)]).open.filter(
      ({due}) => dueOn(due, copy.day).when === 'overdue',
    ),
    plansKnown: plan?.status === 'ready' && plan.gaps.length === 0,
  };
}
