import type {Goal, GoalChange} from '../../domain/goal.ts';
import {type Authorship} from './annotation.ts';
import {editGoal, isModifiedWhereTouched} from './edit-goal.ts';
import {fieldEdit, type FieldConflict} from './field-edit.ts';
import type {Edit} from './settle-update.ts';

/** Every field of a goal that a change may hold. */
export const goalFields = [
  'words',
  'clinical',
  'lifecycle',
  'achievement',
  'dueDate',
  'statusReason',
  'domain',
  'barriers',
  'conditions',
] as const;

/** The same field of a goal was changed here and elsewhere. */
export type GoalConflict = FieldConflict<Goal, GoalChange>;

/** A change of a goal as an edit of its newest version. */
export function goalEdit(
  base: Goal,
  change: GoalChange,
  toGoal: (json: unknown) => Goal | null,
  by: Authorship,
): Edit<GoalConflict> {
  return fieldEdit(base, change, {
    what: 'Goal',
    fields: goalFields,
    read: toGoal,
    apply: (raw, fields) => editGoal(raw, fields, by),
    isModified: isModifiedWhereTouched,
    // A reason explains one state: it cannot be put beside a state that somebody else has set.
    clashes: (field, moved, mine) =>
      field === 'statusReason' && moved.includes('lifecycle') && !mine.includes('lifecycle'),
  });
}
