import type {LinkedCondition} from '../domain/goal.ts';
import type {ListedProblem} from '../fhir/read-problem-list.ts';

type Conditions = readonly LinkedCondition[] | null | undefined;

/** The names of linked conditions, each once, as far as the goal says them. */
export function linkedNames(conditions: Conditions): readonly string[] {
  return [...new Set((conditions ?? []).flatMap(({name}) => name ?? []))];
}

/** One condition that can be linked to a goal or taken off it. */
export interface ConditionChoice {
  readonly id: string;
  /** Null where neither the goal nor the list names it. */
  readonly name: string | null;
  readonly chosen: boolean;
}

/**
 * What the form offers: what the goal is linked to in the record, whether the list still holds it or not, then the rest
 * of the list. A problem that the goal already names otherwise is not offered a second time.
 */
export function conditionChoices(
  recorded: Conditions,
  value: readonly LinkedCondition[],
  problems: readonly ListedProblem[],
): readonly ConditionChoice[] {
  const named = linkedNames(recorded);
  const nameOf = (id: string): string | null => problems.find((one) => one.id === id)?.name ?? null;
  const byId = (all: readonly LinkedCondition[]): readonly (readonly [string, string | null])[] =>
    all.flatMap(({conditionId: id, name}) => (id === null ? [] : [[id, name ?? nameOf(id)] as const]));
  const rest = problems.filter(({name}) => !named.includes(name)).map(({id, name}) => [id, name] as const);
  // The place of a choice does not move when it is taken.
  return [...new Map([...byId(recorded ?? []), ...rest, ...byId(value)])].map(([id, name]) => ({
    id,
    name,
    chosen: value.some(({conditionId}) => conditionId === id),
  }));
}

/** The linked conditions with one more, or without it; in the record's order, so that a way there and back is no change. */
export function withCondition(
  recorded: Conditions,
  value: readonly LinkedCondition[],
  {id, name, chosen}: ConditionChoice,
): readonly LinkedCondition[] {
  const known = recorded ?? [];
  const isKnown = (id: string | null): boolean => known.some(({conditionId}) => conditionId === id);
  const ids = new Set(value.map(({conditionId}) => conditionId));
  if (chosen) ids.delete(id);
  else ids.add(id);
  const more = [...value, {conditionId: id, name}].filter(({conditionId}) => !isKnown(conditionId));
  return [...known, ...more].filter(({conditionId}) => conditionId === null || ids.has(conditionId));
}
