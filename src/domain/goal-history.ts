import {compareInstants} from './compare.ts';
import type {Goal, LinkedCondition} from './goal.ts';

/** Fields of a goal whose changes are told, in the order in which they are told. */
export const toldGoalFields = [
  'words',
  'clinical',
  'lifecycle',
  'statusReason',
  'achievement',
  'dueDate',
  'domain',
  'barriers',
] as const satisfies readonly (keyof Goal)[];

export type ToldGoalField = (typeof toldGoalFields)[number];

/** One version of a goal in the record's history. */
export interface GoalVersion {
  /** When it was written (ISO instant); null where the record does not say. */
  readonly at: string | null;
  readonly goal: Goal;
}

/** What one version changed in the one before it. */
export interface GoalStep {
  readonly at: string | null;
  readonly changes: readonly {
    readonly field: ToldGoalField;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  /** Names of the conditions that were linked to the goal; null where no version names one. */
  readonly linked: readonly (string | null)[];
  /** Names of those that were taken off it. */
  readonly unlinked: readonly (string | null)[];
}

/** What became of a goal, the newest step first: versions in which nothing told has changed are left out. */
export function goalSteps(versions: readonly GoalVersion[]): readonly GoalStep[] {
  const ordered = versions.toSorted((a, b) => compareInstants(a.at, b.at));
  const every = ordered.flatMap(({goal}) => goal.conditions ?? []);
  const steps = ordered.flatMap(({at, goal}, place): readonly GoalStep[] => {
    const former = ordered[place - 1]?.goal;
    if (!former) return [];
    const changes = toldGoalFields.flatMap((field) => {
      const [before, after] = [former[field] ?? null, goal[field] ?? null];
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{field, before, after}];
    });
    const linked = conditionsBeside(goal, former, every);
    const unlinked = conditionsBeside(former, goal, every);
    return changes.length + linked.length + unlinked.length > 0 ? [{at, changes, linked, unlinked}] : [];
  });
  return steps.toReversed();
}

/** The conditions of a goal that another version of it has not, each once, by the name that any version gives them. */
function conditionsBeside(
  {conditions}: Goal,
  other: Goal,
  every: readonly LinkedCondition[],
): readonly (string | null)[] {
  const own = (conditions ?? []).filter(
    (one, place, all) =>
      !(other.conditions ?? []).some((known) => isSame(known, one)) &&
      all.findIndex((known) => isSame(known, one)) === place,
  );
  return own.map(({conditionId, name}) => {
    const named = every.find(
      (one) => conditionId !== null && one.conditionId === conditionId && one.name !== null,
    );
    return name ?? named?.name ?? null;
  });
}

/** By the id where both have one: another order or another name is no other condition. Else by the name. */
function isSame(a: LinkedCondition, b: LinkedCondition): boolean {
  if (a.conditionId !== null && b.conditionId !== null) return a.conditionId === b.conditionId;
  return a.name !== null && a.name === b.name;
}
