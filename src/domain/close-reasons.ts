import type {Goal, GoalAchievement, GoalChange, GoalClosingReason, GoalLifecycle} from './goal.ts';

/** The four reasons, in the order they are offered. */
export const closingReasons: readonly GoalClosingReason[] = [
  'reached',
  'no-longer-matters',
  'replaced',
  'not-possible',
];

/**
 * What closing writes. A goal that was only proposed is rejected, one that was worked on is cancelled; only a goal that
 * was reached is completed. Achievement is set where the reason says it, and left alone where it does not: a goal that
 * no longer matters may well have been improving.
 *
 * @param text the reason in the words of the person's screen (`Goal.statusReason` is text in R4)
 */
export function closeGoal(lifecycle: Goal['lifecycle'], reason: GoalClosingReason, text: string): GoalChange {
  const abandoned: GoalLifecycle = lifecycle === 'proposed' ? 'rejected' : 'cancelled';
  const achievement: Partial<Record<GoalClosingReason, GoalAchievement>> = {
    reached: 'achieved',
    'not-possible': 'not-attainable',
  };
  const reached = achievement[reason];
  return {
    lifecycle: reason === 'reached' ? 'completed' : abandoned,
    statusReason: text,
    ...(reached ? {achievement: reached} : {}),
  };
}
