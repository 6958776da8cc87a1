import {stageOf, type Action} from '../../domain/action.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {isOpenGoal, type Goal} from '../../domain/goal.ts';
import type {CrisisPlan, PlanTopic} from '../../domain/plan-detail.ts';
import type {PlanStatus} from '../../domain/plan.ts';
import type {Words} from '../../domain/text.ts';
import {identityView, type IdentityView} from '../identity-view.ts';
import type {PanelState, Section} from '../state.ts';

/** A part of a copy that comes from a section of its own. */
export type CopyPart = 'plan' | 'goals' | 'actions' | 'team';

/** A goal with the actions that serve it. */
export interface CopyGoal {
  readonly goal: Goal;
  readonly actions: readonly Action[];
}

/** What is taken out of the panel: only what goes on now, and for each part whether it is all there. */
export interface PlanCopy {
  /** Local day of the copy, YYYY-MM-DD. */
  readonly day: string;
  readonly person: IdentityView | null;
  readonly status: PlanStatus | 'unrecognized' | null;
  /** FHIR dateTimes, possibly partial. */
  readonly start: string | null;
  readonly end: string | null;
  readonly reviewed: string | null;
  readonly nextReview: string | null;
  /** What the plan says by topic; what matters to the person first. */
  readonly topics: readonly (readonly [PlanTopic, Words])[];
  /** Open goals by rank. */
  readonly goals: readonly CopyGoal[];
  /** Open actions that serve none of these goals. */
  readonly otherActions: readonly Action[];
  readonly crisis: CrisisPlan | null;
  /** Everybody who is on the team today, without the person. */
  readonly team: readonly TeamMember[];
  /** Parts that could not be read: they are unknown, not empty. */
  readonly missing: readonly CopyPart[];
  /** Parts of which something is known to be missing. */
  readonly partial: readonly CopyPart[];
}

/** What a copy says of the person; the other topics are about the plan. */
const told: readonly PlanTopic[] = [
  'matters',
  'strengths',
  'needs',
  'barriers',
  'housing',
  'income',
  'transport',
  'food',
  'work',
];

/** Takes from the state of the panel what a copy is made of. */
export function planCopy(state: PanelState, language: string): PlanCopy {
  const {patient, plan, goals, team, later, today} = state;
  const shown = plan.status === 'ready' ? plan.value.plan : null;
  const details = later.plan?.status === 'ready' ? later.plan.value : null;
  const actions = (listOf(later.actions) ?? []).filter(
    ({state: at, isReview}) => stageOf(at) === 'open' && !isReview,
  );
  const open = (listOf(goals) ?? []).filter(isOpenGoal).toSorted((a, b) => rankOf(a) - rankOf(b));
  const ids = new Set(open.map(({id}) => id));
  const sections: readonly (readonly [CopyPart, Section<unknown> | undefined])[] = [
    ['plan', plan],
    ['goals', goals],
    ['actions', later.actions],
    ['team', team],
  ];
  return {
    day: today,
    person: patient.status === 'ready' ? identityView(patient.value, today, language) : null,
    status: shown?.status ?? null,
    start: shown?.start ?? null,
    end: shown?.end ?? null,
    reviewed: shown?.reviewed ?? details?.plan?.reviewed ?? null,
    nextReview: details?.plan?.nextReview ?? null,
    topics: details?.plan
      ? topicsOf(details.plan)
      : shown?.whatMatters
        ? [['matters', {text: shown.whatMatters, lang: null}]]
        : [],
    goals: open.map((goal) => ({goal, actions: actions.filter(({goalIds}) => goalIds.includes(goal.id))})),
    otherActions: actions.filter(({goalIds}) => !goalIds.some((id) => ids.has(id))),
    crisis: details?.crisis ?? null,
    team: team.status === 'ready' ? team.value.members.filter(isOnIt) : [],
    missing: sections.flatMap(([part, section]) => (section?.status === 'ready' ? [] : [part])),
    partial: sections.flatMap(([part, section]) =>
      section?.status === 'ready' && section.gaps.length > 0 ? [part] : [],
    ),
  };
}

function listOf<T>(section: Section<readonly T[]> | undefined): readonly T[] | null {
  return section?.status === 'ready' ? section.value : null;
}

/** Goals that the plan does not list come after those it ranks. */
function rankOf({rank}: Goal): number {
  return rank ?? Number.MAX_SAFE_INTEGER;
}

function isOnIt({ended, kind, name}: TeamMember): boolean {
  return !ended && kind !== 'patient' && name !== null;
}

function topicsOf(detail: {readonly [topic in PlanTopic]: Words | null}): readonly (readonly [
  PlanTopic,
  Words,
])[] {
  return told.flatMap((topic) => {
    const words = detail[topic];
    return words ? [[topic, words] as const] : [];
  });
}
