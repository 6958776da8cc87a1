import type {Goal, GoalChange} from '../../domain/goal.ts';
import type {Words} from '../../domain/text.ts';
import {notEditable} from './document.ts';
import {editGoal, isModifiedWhereTouched, type Authorship} from './edit-goal.ts';
import type {Decision, Edit} from './settle-update.ts';

type Field = keyof GoalChange;

const FIELDS = ['words', 'clinical', 'lifecycle', 'achievement', 'dueDate', 'statusReason'] as const;

/** The same field of a goal was changed here and elsewhere. */
export interface GoalConflict {
  readonly base: Goal;
  readonly mine: GoalChange;
  readonly theirs: Goal;
  readonly fields: readonly Field[];
}

/**
 * A change of a goal as an edit of its newest version, merged field by field: `base` is what the person saw, `change`
 * what they want, the newest version what others made of it meanwhile. Different fields stand side by side; one field
 * that both changed is a conflict.
 */
export function goalEdit(
  base: Goal,
  change: GoalChange,
  toGoal: (json: unknown) => Goal | null,
  by: Authorship,
): Edit<GoalConflict> {
  const mine = FIELDS.filter((field) => change[field] !== undefined && !isSame(field, change, base));
  const pick = (fields: readonly Field[]): GoalChange =>
    Object.fromEntries(fields.map((field) => [field, change[field]]));

  function decide(theirs: Goal, sent: boolean): Decision<GoalConflict> {
    const moved = FIELDS.filter((field) => !isSame(field, theirs, base));
    const todo = mine.filter((field) => !(sent ? isAlike : isSame)(field, theirs, change));
    const fields = todo.filter((field) => moved.includes(field) || isReasonOfAnother(field, moved));
    const conflict = {base, mine: change, theirs, fields};
    if (fields.length > 0) return {kind: 'conflict', conflict};
    const merged = moved.filter((field) => !mine.includes(field));
    if (todo.length === 0) return {kind: 'nothing', merged};
    return {kind: 'edit', merged, apply: (raw) => editGoal(raw, pick(todo), by)};
  }

  /** A reason explains one state: it cannot be put beside a state that somebody else has set. */
  function isReasonOfAnother(field: Field, moved: readonly Field[]): boolean {
    return field === 'statusReason' && moved.includes('lifecycle') && !mine.includes('lifecycle');
  }

  return {
    what: 'Goal',
    id: base.id,
    wanted: mine.length,
    decide(newest, sent) {
      const theirs = toGoal(newest.json);
      if (!theirs) return {kind: 'refused', problem: {kind: 'unreadable', what: 'Goal', path: ''}};
      if (isModifiedWhereTouched(newest.raw, change)) {
        return {kind: 'refused', problem: notEditable('Goal')};
      }
      return decide(theirs, sent);
    },
    missing(version) {
      const theirs = toGoal(version.json);
      return theirs ? mine.filter((field) => !isAlike(field, theirs, change)) : mine;
    },
  };
}

/** Fields of the change that do not stand in this goal. */
export function missingFields(goal: Goal, change: GoalChange): readonly Field[] {
  return FIELDS.filter((field) => change[field] !== undefined && !isAlike(field, goal, change));
}

type Values = Pick<Partial<Goal>, never> & {readonly [F in Field]?: Goal[F] | GoalChange[F]};

function isSame(field: Field, a: Values, b: Values): boolean {
  return same(a[field] ?? null, b[field] ?? null, (x, y) => x.text === y.text && x.lang === y.lang);
}

/** As `isSame`, for what came back: servers trim words, and some drop the language of a text. */
function isAlike(field: Field, a: Values, b: Values): boolean {
  return same(a[field] ?? null, b[field] ?? null, (x, y) => {
    return x.text.trim() === y.text.trim() && (x.lang === y.lang || x.lang === null || y.lang === null);
  });
}

function same(
  a: Words | string | null,
  b: Words | string | null,
  words: (a: Words, b: Words) => boolean,
): boolean {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) return words(a, b);
  return a === b;
}
