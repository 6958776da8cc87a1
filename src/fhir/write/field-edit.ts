import type {Problem, ResourceName} from '../../domain/problem.ts';
import {notEditable} from './document.ts';
import type {RawObject} from './raw-json.ts';
import type {Decision, Edit} from './settle-update.ts';

/** The same fields were changed here and elsewhere. */
export interface FieldConflict<T, C> {
  readonly base: T;
  readonly mine: C;
  readonly theirs: T;
  readonly fields: readonly (keyof C & string)[];
}

/** How one kind of record is changed field by field. A change `C` holds only what is wanted; null there removes. */
export interface FieldRules<T extends {readonly id: string}, C extends object> {
  readonly what: ResourceName;
  /** Every field that a change may hold; each is a member of the mapped record `T` as well, by the same name. */
  readonly fields: readonly (keyof C & keyof T & string)[];
  /** The mapped record of one version; null when it is unreadable. */
  read(json: unknown): T | null;
  /** Puts fields into the raw resource in place and touches nothing else. */
  apply(raw: RawObject, change: C): void;
  /** Why a version can have no such record in it; that it cannot be read when absent. */
  readonly absent?: Problem;
  /** True when an element that the change touches may not be changed (a modifier extension). */
  isModified?(raw: RawObject, change: C): boolean;
  /** More fields that clash, given those that others have moved and those that are ours. */
  clashes?(field: keyof C & string, moved: readonly string[], mine: readonly string[]): boolean;
}

/**
 * A change as an edit of the newest version, merged field by field: `base` is what the person saw, `change` what they
 * want, the newest version what others made of it meanwhile. Different fields stand side by side; one field that both
 * changed is a conflict, which is shown and never chosen.
 */
export function fieldEdit<T extends {readonly id: string}, C extends object>(
  base: T,
  change: C,
  rules: FieldRules<T, C>,
): Edit<FieldConflict<T, C>> {
  const {what, fields: all} = rules;
  const mine = all.filter((field) => change[field] !== undefined && !isSame(change[field], base[field]));
  const pick = (fields: readonly string[]): C =>
    Object.fromEntries(Object.entries(change).filter(([name]) => fields.includes(name))) as C;

  function decide(theirs: T, sent: boolean): Decision<FieldConflict<T, C>> {
    const moved = all.filter((field) => !isSame(theirs[field], base[field]));
    const todo = mine.filter((field) => !(sent ? isAlike : isSame)(theirs[field], change[field]));
    const fields = todo.filter((field) => moved.includes(field) || rules.clashes?.(field, moved, mine));
    if (fields.length > 0) return {kind: 'conflict', conflict: {base, mine: change, theirs, fields}};
    const merged = moved.filter((field) => !mine.includes(field));
    if (todo.length === 0) return {kind: 'nothing', merged};
    return {kind: 'edit', merged, apply: (raw) => rules.apply(raw, pick(todo))};
  }

  return {
    what,
    id: base.id,
    wanted: mine.length,
    decide(newest, sent) {
      const theirs = rules.read(newest.json);
      if (!theirs) return {kind: 'refused', problem: rules.absent ?? {kind: 'unreadable', what, path: ''}};
      if (rules.isModified?.(newest.raw, change)) return {kind: 'refused', problem: notEditable(what)};
      return decide(theirs, sent);
    },
    missing(version) {
      const theirs = rules.read(version.json);
      return theirs ? mine.filter((field) => !isAlike(theirs[field], change[field])) : mine;
    },
  };
}

/** Fields of the change that do not stand in this record. */
export function missingFields<T extends object, C extends object>(
  record: T,
  change: C,
  fields: readonly (keyof C & keyof T & string)[],
): readonly (keyof C & string)[] {
  return fields.filter((field) => change[field] !== undefined && !isAlike(record[field], change[field]));
}

/** Equal values; absent and null say the same. */
function isSame(a: unknown, b: unknown): boolean {
  return same(a ?? null, b ?? null, false);
}

/**
 * As `isSame`, for what came back: servers trim words, some drop the language of a text, and some word the name of a
 * condition or a person that is linked by its id themselves.
 */
function isAlike(a: unknown, b: unknown): boolean {
  return same(a ?? null, b ?? null, true);
}

function same(a: unknown, b: unknown, lenient: boolean): boolean {
  if (lenient && typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const linked = left['conditionId'];
  if (lenient && typeof linked === 'string') return linked === right['conditionId'];
  const [here, there] = [left['reference'], right['reference']];
  if (lenient && typeof here === 'string' && typeof there === 'string') return pointsAlike(here, there);
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => {
    const [one, other] = [left[key] ?? null, right[key] ?? null];
    if (lenient && key === 'lang' && (one === null || other === null)) return true;
    return same(one, other, lenient);
  });
}

/** The same address, whether it is said from the server's base on or not. */
function pointsAlike(a: string, b: string): boolean {
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}
