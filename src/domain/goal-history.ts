import {compareInstants} from './compare.ts';
import type {Goal} from './goal.ts';

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
}

/** What became of a goal, the newest step first: versions in which nothing told has changed are left out. */
export function goalSteps(versions: readonly GoalVersion[]): readonly GoalStep[] {
  const ordered = versions.toSorted((a, b) => compareInstants(a.at, b.at));
  const steps = ordered.flatMap(({at, goal}, place): readonly GoalStep[] => {
    const former = ordered[place - 1]?.goal;
    if (!former) return [];
    const changes = toldGoalFields.flatMap((field) => {
      const [before, after] = [former[field] ?? null, goal[field] ?? null];
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{field, before, after}];
    });
    return changes.length > 0 ? [{at, changes}] : [];
  });
  return steps.toReversed();
}
