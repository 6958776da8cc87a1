import type {ActionChange} from '../domain/action.ts';
import type {GoalChange} from '../domain/goal.ts';
import {crisisTopics, type CrisisChange, type PlanChange, type PlanDetails} from '../domain/plan-detail.ts';
import {isPlanOver} from '../domain/plan-status.ts';
import {candidates, type Candidate} from './action-draft.ts';
import {topicChange} from './plan-groups.ts';
import {listGoals, shownGoals} from './plan-view.ts';
import type {Draft, PanelState} from './state.ts';

/** How many goals and actions one meeting makes at most: more than three are followed by nobody. */
export const meetingRows = [1, 2, 3] as const;

/** What a meeting writes, in the order of writing; each step is saved by itself and never twice. */
export type MeetingStep =
  | {readonly name: string; readonly kind: 'goal'; readonly change: GoalChange}
  | {readonly name: string; readonly kind: 'plan'; readonly change: PlanChange; readonly isNew: boolean}
  | {readonly name: string; readonly kind: 'action'; readonly change: ActionChange}
  | {readonly name: string; readonly kind: 'crisis'; readonly change: CrisisChange};

/** The plans as the meeting found them. */
export type MeetingBase = Pick<PlanDetails, 'plan' | 'crisis'>;

/** Words before what is noted of the meeting itself, in the language of the screen. */
export interface MeetingLabels {
  readonly present: string;
  readonly excused: string;
  readonly first: string;
}

/**
 * What is left to write of a meeting: the goals, then the plan, the actions, the crisis plan; a new plan before all.
 * Fields of the draft: `first`, `here.<name>` (`here` or `excused`), the topics, `goal<n>`, `what<n>`, `who<n>`, `due<n>`,
 * `nextReview`, and `done.<step>` of what has been saved.
 */
export function meetingSteps(
  draft: Draft,
  state: PanelState,
  labels: MeetingLabels,
  lang: string,
): readonly MeetingStep[] {
  const details = state.later.plan?.status === 'ready' ? state.later.plan.value : null;
  const plan = details?.plan && !isPlanOver(details.plan.status) ? details.plan : null;
  const steps: MeetingStep[] = [];
  for (const n of meetingRows) {
    const text = said(draft, `goal${n}`);
    if (text)
      steps.push({name: `goal${n}`, kind: 'goal', change: {words: {text, lang}, lifecycle: 'active'}});
  }
  const note = meetingNote(draft, state.today, labels);
  const nextReview = said(draft, 'nextReview');
  const change: PlanChange = {
    ...topicChange(['matters'], draft, plan ?? {}, lang),
    ...(nextReview && nextReview !== plan?.nextReview && {nextReview}),
    ...(note && {meeting: {text: note, lang}}),
  };
  const hasMore = meetingRows.some((n) => said(draft, `goal${n}`) || said(draft, `what${n}`));
  const crisis = topicChange(crisisTopics, draft, details?.crisis ?? {}, lang);
  const hasCrisis = Object.keys(crisis).length > 0;
  if (Object.keys(change).length > 0 || (!plan && (hasMore || hasCrisis))) {
    const step = {name: 'plan', kind: 'plan', change, isNew: plan === null} as const;
    // A new plan comes first, so that what follows hangs on it and not on the one before.
    if (plan) steps.push(step);
    else steps.unshift(step);
  }
  const people = meetingPeople(state);
  for (const n of meetingRows) {
    const text = said(draft, `what${n}`);
    if (!text) continue;
    const who = people.find(({value}) => value === draft[`who${n}`])?.owner;
    const due = said(draft, `due${n}`);
    steps.push({
      name: `action${n}`,
      kind: 'action',
      change: {what: {text, lang}, ...(who && {who}), ...(due && {due})},
    });
  }
  if (hasCrisis) steps.push({name: 'crisis', kind: 'crisis', change: crisis});
  return steps.filter(({name}) => draft[`done.${name}`] === undefined);
}

/** Who can be named for an action: the person and everybody on the team. */
export function meetingPeople({context, team}: PanelState): readonly Candidate[] {
  return candidates(context?.patientId ?? '', team.status === 'ready' ? team.value.members : [], null);
}

/** How many goals the meeting may still add to those that are open. */
export function goalsToAdd({goals}: Pick<PanelState, 'goals'>): number {
  const open = goals.status === 'ready' ? listGoals(goals.value).open.length : 0;
  return Math.max(0, shownGoals - open);
}

/** What is noted of the meeting: the day, who was there, who could not come, what was to be talked about first. */
function meetingNote(draft: Draft, today: string, labels: MeetingLabels): string {
  const names = (as: string): string =>
    Object.entries(draft)
      .flatMap(([field, value]) =>
        field.startsWith('here.') && value === as ? [field.slice('here.'.length)] : [],
      )
      .join(', ');
  const [present, excused, first] = [names('here'), names('excused'), said(draft, 'first')];
  const lines = [
    present && `${labels.present} ${present}`,
    excused && `${labels.excused} ${excused}`,
    first && `${labels.first} ${first}`,
  ].filter(Boolean);
  return lines.length > 0 ? [today, ...lines].join('\n') : '';
}

function said(draft: Draft, field: string): string {
  return (draft[field] ?? '').trim();
}
