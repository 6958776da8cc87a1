import type {ActionOwner} from '../domain/action.ts';
import {isUser, type TeamMember} from '../domain/care-team.ts';
import type {Agreement} from '../domain/plan-detail.ts';
import {isPlanOver} from '../domain/plan-status.ts';
import {roleOf} from '../domain/roles.ts';
import {whyNoAction} from './action-places.ts';
import {byParts} from './by-parts.ts';
import {whyBlocked, type Blocked} from './plan-view.ts';
import type {PanelState} from './state.ts';

/** What the signed-in physician is asked about the plan. */
export interface PlanAnswerView {
  /** The name under which they stand on the team. */
  readonly name: string;
  /** Their agreement, when it is recorded; null when it is not. */
  readonly agreed: Agreement | null;
  /** To whom a question goes: the case manager, else nobody by name. */
  readonly asks: ActionOwner | null;
  readonly whyNotAgree: Blocked | null;
  readonly whyNotAsk: Blocked | 'no-plan' | null;
}

const parts = ['context', 'team', 'plan', 'later', 'abilities', 'halted'] as const;

/** Null for everybody who is not a physician of the team, and where there is no plan to agree to. */
export const planAnswerView = byParts(parts, viewOf);

function viewOf(state: PanelState): PlanAnswerView | null {
  const {context, team, later, abilities, halted} = state;
  const plan = later.plan?.status === 'ready' ? later.plan.value.plan : null;
  const user = context?.user ?? null;
  if (team.status !== 'ready' || user === null || plan === null || isPlanOver(plan.status)) return null;
  const current = team.value.members.filter(({ended}) => !ended);
  const own = current.find((member) => isUser(member, user) && isPhysician(member));
  if (!own?.name) return null;
  const {name} = own;
  const manager = current.find((member) => member.slot === 'case-manager' && member.name !== null);
  return {
    name,
    agreed: plan.agreements.find((one) => plain(one.name) === plain(name)) ?? null,
    asks: manager ? {kind: 'practitioner', reference: manager.reference, name: manager.name} : null,
    whyNotAgree: plan.readOnly === null ? whyBlocked(abilities.updateCarePlan, halted) : 'read-only',
    whyNotAsk: whyNoAction(state),
  };
}

/** The agreements with one more; who agreed before agrees anew. */
export function withAgreement(
  agreements: readonly Agreement[],
  name: string,
  today: string,
): readonly Agreement[] {
  return [...agreements.filter((one) => plain(one.name) !== plain(name)), {name, way: null, date: today}];
}

function isPhysician({role}: TeamMember): boolean {
  return ['family-physician', 'physician', 'nurse-practitioner'].includes(roleOf(role?.coded ?? null) ?? '');
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}
