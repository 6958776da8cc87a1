import type {Action, ActionCategory, ActionChange, ActionOwner, ActionState} from '../domain/action.ts';
import type {TeamMember} from '../domain/care-team.ts';
import type {FieldPaths} from './plan-view.ts';
import type {Draft} from './state.ts';

/** Fields of an action's form; a draft holds only those that were changed. */
const fields = ['what', 'who', 'other', 'due', 'category', 'goal', 'state'] as const;

export type ActionField = (typeof fields)[number];

/** Where the fields of an action stand in a Task and in a plan. */
export const actionPaths: FieldPaths = [
  [/\.description$/, 'what'],
  [/\.(owner|performer)/, 'who'],
  [/\.(restriction|scheduled)/, 'due'],
  [/\.code/, 'category'],
  [/\.status/, 'state'],
  [/\.(extension|detail(\[0\])?\.goal)/, 'goal'],
];

/** Somebody who can be asked to do something. */
export interface Candidate {
  /** Value of the choice; empty for nobody. */
  readonly value: string;
  readonly owner: ActionOwner;
}

/** Value of the choice by which somebody is named who is not in the list. */
export const OTHER = 'other';

/**
 * Who may be named for an action: the person, everybody on the team now, and whoever it is now. A member who only stands
 * inside the team's record has no address that another record could use, and is named alone.
 */
export function candidates(
  patientId: string,
  members: readonly TeamMember[],
  current: ActionOwner | null,
): readonly Candidate[] {
  const own: ActionOwner = {kind: 'patient', reference: `Patient/${patientId}`, name: null};
  const team = members
    .filter(({ended, kind, name}) => !ended && kind !== 'patient' && name !== null)
    .map(({reference, kind, name}): ActionOwner => {
      const address = reference !== null && /^[A-Z][A-Za-z]+\/[^/]+$/u.test(reference) ? reference : null;
      return {kind: address === null ? 'text' : kind, reference: address, name};
    });
  const all = [...(current ? [current] : []), own, ...team].map((owner) => ({value: valueOf(owner), owner}));
  return all.filter(({value}, at) => all.findIndex((one) => one.value === value) === at);
}

/** The values that a form of this action begins with; of a new one when null. */
export function actionValues(action: Action | null): Readonly<Record<ActionField, string>> {
  return {
    what: action?.what.text ?? '',
    who: action?.who ? valueOf(action.who) : '',
    other: '',
    due: action?.due ?? '',
    category: action?.category ?? '',
    goal: action?.goalIds[0] ?? '',
    state: action?.state ?? '',
  };
}

/** What a draft asks to be written: only what was changed. `lang` (BCP 47) is that of new words. */
export function actionChange(
  action: Action | null,
  draft: Draft,
  people: readonly Candidate[],
  lang: string,
): ActionChange {
  const {what, who, due, category, goal, state} = draft;
  const words = {text: (what ?? '').trim(), lang: action ? action.what.lang : lang};
  return {
    ...(what !== undefined && {what: words}),
    ...((who !== undefined || draft['other'] !== undefined) && {who: ownerOf(draft, people)}),
    ...(due !== undefined && {due: due || null}),
    ...(category !== undefined && {category: (category || null) as ActionCategory | null}),
    // Only the first goal is shown to be chosen: others that it serves stay.
    ...(goal !== undefined && {
      goalIds: [...new Set([...(goal ? [goal] : []), ...(action?.goalIds.slice(1) ?? [])])],
    }),
    ...(state !== undefined && {state: state as ActionState}),
  };
}

/**
 * What handing an action over asks to be written: who has it from now on (`who`, `other`), why (`why`), and that it waits
 * for them where somebody had already accepted it.
 */
export function handOverOf(action: Action, draft: Draft, people: readonly Candidate[]): ActionChange {
  const why = (draft['why'] ?? '').trim();
  const isTaken = ['received', 'accepted', 'ready'].includes(action.state);
  return {
    who: ownerOf(draft, people),
    ...(why !== '' && {reason: why}),
    ...(isTaken && action.place.kind === 'task' && {state: 'requested'}),
  };
}

/** True when the one whom a Task waits for can say that they take it. */
export function canAccept({place, state}: Action): boolean {
  return place.kind === 'task' && ['requested', 'received', 'ready'].includes(state);
}

/** The states that a person may set by hand while an action is open, as codes of where it is kept, its own first. */
export function openStates(action: Action): readonly Action['state'][] {
  const begun = action.place.kind === 'task' ? 'requested' : 'not-started';
  return [...new Set<Action['state']>([action.state, begun, 'in-progress', 'on-hold'])];
}

/** Drafts of actions that the list no longer holds: what was typed is shown all the same. */
export function orphanActionDrafts(
  drafts: Readonly<Record<string, Draft>>,
  actions: readonly Action[] | null,
): readonly {readonly key: string; readonly draft: Draft}[] {
  return Object.entries(drafts)
    .filter(([key]) => key.startsWith('action:'))
    .filter(([key]) =>
      actions ? key !== 'action:new' && !actions.some((one) => key === `action:${one.key}`) : true,
    )
    .map(([key, draft]) => ({key, draft}));
}

function ownerOf({who, other}: Draft, people: readonly Candidate[]): ActionOwner | null {
  if (who === OTHER) return {kind: 'text', reference: null, name: (other ?? '').trim()};
  return people.find(({value}) => value === who)?.owner ?? null;
}

function valueOf({reference, name}: ActionOwner): string {
  return reference ?? `name:${name ?? ''}`;
}
