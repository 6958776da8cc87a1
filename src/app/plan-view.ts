import type {TeamMember} from '../domain/care-team.ts';
import {compare} from '../domain/compare.ts';
import {isOpenGoal, type Goal} from '../domain/goal.ts';
import type {Problem} from '../domain/problem.ts';
import type {Ability, PanelState, SaveState} from './state.ts';

/** Goals as they are listed: open ones by rank, the closed ones newest first. */
export interface GoalLists {
  readonly open: readonly Goal[];
  readonly closed: readonly Goal[];
}

/** How many open goals are shown before the rest is folded. */
export const shownGoals = 3;

/**
 * Splits and orders goals. A goal that the plan does not list comes after those it lists; entered-in-error goals are
 * not part of the list at all.
 */
export function listGoals(goals: readonly Goal[]): GoalLists {
  const open = goals
    .filter(isOpenGoal)
    // Infinity - Infinity is NaN, which is falsy: the dates decide then.
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compare(a.startDate, b.startDate));
  const closed = goals
    .filter((goal) => !isOpenGoal(goal) && goal.lifecycle !== 'entered-in-error')
    .sort((a, b) => compare(b.statusDate, a.statusDate));
  return {open, closed};
}

/**
 * Where a target date stands on the local day `today` (YYYY-MM-DD). A partial date is overdue once the whole month or
 * year has passed.
 */
export function dueState(dueDate: string, today: string): 'later' | 'today' | 'overdue' {
  const day = today.slice(0, dueDate.slice(0, 10).length);
  const due = dueDate.slice(0, 10);
  if (due < day) return 'overdue';
  return due === day && due.length === 10 ? 'today' : 'later';
}

/** Members as they are listed: the two named places, the others, and those whose membership has ended. */
export interface TeamLists {
  readonly caseManagers: readonly TeamMember[];
  readonly hospitalCaseManagers: readonly TeamMember[];
  readonly others: readonly TeamMember[];
  readonly past: readonly TeamMember[];
}

const kindOrder: Readonly<Record<TeamMember['kind'], number>> = {
  practitioner: 0,
  text: 0,
  unknown: 0,
  team: 1,
  organization: 1,
  relative: 2,
  patient: 3,
};

/** Splits and orders a team: professionals, organizations, relatives, and the person last; past members newest first. */
export function listMembers(members: readonly TeamMember[]): TeamLists {
  const current = members.filter((member) => !member.ended);
  return {
    caseManagers: current.filter((member) => member.slot === 'case-manager'),
    hospitalCaseManagers: current.filter((member) => member.slot === 'hospital-case-manager'),
    others: current
      .filter((member) => member.slot === null)
      .sort((a, b) => kindOrder[a.kind] - kindOrder[b.kind]),
    past: members.filter((member) => member.ended).sort((a, b) => compare(b.until, a.until)),
  };
}

/** Why an act is not possible, or null when it is. */
export type Blocked = (Ability & {allowed: false})['why'] | 'halted';

/** The first reason against an act: a session that is over comes before what the server allows. */
export function whyBlocked(ability: Ability, halted: PanelState['halted']): Blocked | null {
  if (halted) return 'halted';
  return ability.allowed ? null : ability.why;
}

/** Which field of a form an element of the resource is shown in (FHIRPath as OperationOutcome gives it). */
export type FieldPaths = readonly (readonly [RegExp, string])[];

const fieldOfElement: FieldPaths = [
  [/^Goal\.(description|extension)/, 'words'],
  [/^Goal\.note/, 'clinical'],
  [/^Goal\.target/, 'dueDate'],
  [/^Goal\.category/, 'domain'],
  [/^Goal\.(lifecycleStatus|statusReason)/, 'lifecycle'],
  [/^Goal\.achievementStatus/, 'achievement'],
  [/participant(\[\d+\]|\.where\(.*\))?\.role/, 'role'],
  [/participant(\[\d+\]|\.where\(.*\))?\.member/, 'name'],
  [/participant(\[\d+\]|\.where\(.*\))?\.onBehalfOf/, 'organization'],
  [/participant(\[\d+\]|\.where\(.*\))?\.period/, 'date'],
  [/telecom/, 'phone'],
  [/^CareTeam\.note/, 'reason'],
  [/\.name\b/, 'name'],
];

/** The server's objections by field of the form; those that no field shows are under `''`. Empty for other problems. */
export function objections(
  problem: Problem,
  paths: FieldPaths = fieldOfElement,
): Readonly<Record<string, readonly string[]>> {
  if (problem.kind !== 'rejected') return {};
  const found: Record<string, string[]> = {};
  for (const issue of problem.issues) {
    if (issue.severity === 'information' || !issue.text) continue;
    const fields = issue.expressions.map((path) => paths.find(([at]) => at.test(path))?.[1] ?? '');
    for (const field of new Set(fields.length > 0 ? fields : [''])) (found[field] ??= []).push(issue.text);
  }
  return found;
}

/** True while a second wish for the same thing must wait. */
export function isSaving(save: SaveState | undefined): boolean {
  return save?.status === 'saving';
}
