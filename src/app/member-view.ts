import {stageOf, type Action} from '../domain/action.ts';
import {dueOn} from '../domain/action-due.ts';
import type {TeamMember} from '../domain/care-team.ts';
import type {Contact} from '../domain/follow-up/contact.ts';
import {lastContactWith} from '../domain/follow-up/contact-log.ts';
import {parseDay} from '../domain/time.ts';
import type {Goal} from '../domain/goal.ts';
import type {PanelState} from './state.ts';

/** What a member has to do with this person now. */
export interface MemberView {
  /** The newest contact that reached them; null when none is recorded, undefined when the contacts are not known. */
  readonly last: {readonly contact: Contact; readonly days: number} | null | undefined;
  /** Their open actions, the most urgent first, each with the goals it serves; undefined when these are not known. */
  readonly carries: readonly CarriedAction[] | undefined;
}

export interface CarriedAction {
  readonly action: Action;
  readonly overdue: boolean;
  readonly goals: readonly Goal[];
}

/** Says what a member carries, by what was read. Days are local days of the site. */
export function memberView(
  member: TeamMember,
  {later, goals, today}: Pick<PanelState, 'later' | 'goals' | 'today'>,
): MemberView {
  const contacts = later.contacts?.status === 'ready' ? later.contacts.value : undefined;
  const actions = later.actions?.status === 'ready' ? later.actions.value : undefined;
  const known = goals.status === 'ready' ? goals.value : [];
  return {
    // The case managers make the contacts: with them there is none to tell of.
    last: contacts && member.slot === null ? lastOf(contacts, member, today) : undefined,
    carries: actions
      ?.filter(({state, who}) => stageOf(state) === 'open' && who !== null && isSame(who, member))
      .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
      .map((action) => ({
        action,
        overdue: dueOn(action.due, today).when === 'overdue',
        goals: known.filter(({id}) => action.goalIds.includes(id)),
      })),
  };
}

function lastOf(contacts: readonly Contact[], member: TeamMember, today: string): MemberView['last'] {
  const contact = lastContactWith(contacts, member);
  const [then, now] = [parseDay(contact?.day ?? ''), parseDay(today)];
  return contact === null || then === null || now === null ? null : {contact, days: now - then};
}

/** By reference where both have one, else by name. */
function isSame(
  who: {readonly reference: string | null; readonly name: string | null},
  member: TeamMember,
): boolean {
  if (who.reference !== null && member.reference !== null) return who.reference === member.reference;
  return who.name !== null && who.name === member.name;
}
