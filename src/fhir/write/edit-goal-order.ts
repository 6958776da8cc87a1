import {isObject, items, textOf} from '../json.ts';
import {targetOf} from '../references.ts';
import {goalIdOf} from './action-elements.ts';
import type {FieldRules} from './field-edit.ts';
import {ensureList, listAt, toRaw, type RawObject} from './raw-json.ts';

/** The order of some goals in a plan, which is their rank. */
export interface GoalOrder {
  readonly id: string;
  readonly version: string | null;
  /** Ids of those goals, as far as the plan lists them, by rank. */
  readonly order: readonly string[];
}

/**
 * How the order of the goals that a person saw is read and changed (`CarePlan.goal`). Goals that they did not see, such as
 * one that a colleague added meanwhile, keep their place and are no part of a conflict.
 */
export function goalOrderRules(seen: readonly string[]): FieldRules<GoalOrder, Pick<GoalOrder, 'order'>> {
  return {
    what: 'CarePlan',
    fields: ['order'],
    read(json) {
      if (!isObject(json)) return null;
      const meta = json['meta'] ?? null;
      const id = textOf(json['id']);
      if (id === null) return null;
      const order = goalIdsOf(json['goal']).filter((one) => seen.includes(one));
      return {id, version: isObject(meta) ? textOf(meta['versionId']) : null, order};
    },
    apply: (plan, {order}) => putInOrder(plan, order),
  };
}

/** Ids of the goals that a plan lists, by rank. */
export function goalIdsOf(goal: unknown): readonly string[] {
  return items(goal)
    .filter(isObject)
    .flatMap(({reference}) => {
      const target = targetOf(textOf(reference));
      return target?.kind === 'resource' && target.type === 'Goal' ? [target.id] : [];
    });
}

/** The places that these goals have among the others are filled in their new order; one without a place gets the last. */
function putInOrder(plan: RawObject, order: readonly string[]): void {
  const list = ensureList(plan, 'goal');
  const there = list.map(goalIdOf);
  for (const id of order.filter((one) => !there.includes(one))) list.push(toRaw({reference: `Goal/${id}`}));
  const places = [...list.keys()].filter((at) => order.includes(goalIdOf(list[at]) ?? ''));
  const wanted = order.flatMap((id) => (listAt(plan, 'goal') ?? []).filter((one) => goalIdOf(one) === id));
  places.forEach((at, place) => {
    const one = wanted[place];
    if (one !== undefined) list[at] = one;
  });
}
