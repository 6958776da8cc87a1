import {goalIdsOf, goalOrderRules, type GoalOrder} from '../../fhir/write/edit-goal-order.ts';
import {isObject} from '../../fhir/json.ts';
import {withRanks} from '../sections.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {saveRecord} from './save-record.ts';
import {SourceWatch} from './source-watch.ts';

/**
 * Puts goals in the order of their priority for the person, which is their order in the plan. Save key `order:goals`.
 *
 * @param order ids of all the goals that were put in order, the first one first
 */
export async function rankGoals(session: Session, order: readonly string[]): Promise<void> {
  const {plan} = session.state();
  const known = plan.status === 'ready' ? plan.value.plan : null;
  if (!known) return;
  const watch = new SourceWatch<GoalOrder, Pick<GoalOrder, 'order'>>();
  await saveRecord<GoalOrder, Pick<GoalOrder, 'order'>>(session, {
    key: 'order:goals',
    act: 'updateCarePlan',
    base: {id: known.id, version: known.version, order: known.goalIds.filter((id) => order.includes(id))},
    change: {order},
    rules: (_by, desk) => watch.rules(goalOrderRules(order), desk),
    apply(state, value): PanelState {
      const json = watch.tell(value);
      if (state.plan.status !== 'ready' || !state.plan.value.plan || !isObject(json)) return state;
      const {plan: shown} = state.plan.value;
      const ranked = {...state.plan.value, plan: {...shown, goalIds: goalIdsOf(json['goal'])}};
      return withRanks({...state, plan: {...state.plan, value: ranked}});
    },
  });
}
