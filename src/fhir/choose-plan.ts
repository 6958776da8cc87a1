import {compare} from '../domain/compare.ts';
import type {PlanStatus, PlanView} from '../domain/plan.ts';
import type {PlanRecord} from './map-care-plan.ts';

/** From the plan in use to the plan that nobody follows; entered-in-error is none at all. */
const order: readonly (PlanStatus | 'unrecognized')[] = [
  'active',
  'on-hold',
  'draft',
  'completed',
  'unknown',
  'unrecognized',
  'revoked',
];

/**
 * The individualized services plan among the CarePlans of a person: one that is named so, else a plan of no special
 * kind; the one in use before others, the newest of equals. How many others are active is said, never settled.
 */
export function choosePlan(records: readonly PlanRecord[]): PlanView {
  const known = records.filter(({plan, kind}) => plan.status !== 'entered-in-error' && kind !== 'other');
  const [chosen] = known.toSorted(bestFirst);
  const rivals = known.filter((record) => record !== chosen && record.plan.status === 'active');
  return {plan: chosen?.plan ?? null, otherActivePlans: rivals.length};
}

function bestFirst(a: PlanRecord, b: PlanRecord): number {
  return (
    Number(b.kind === 'named') - Number(a.kind === 'named') ||
    order.indexOf(a.plan.status) - order.indexOf(b.plan.status) ||
    compare(b.plan.start, a.plan.start) ||
    compare(b.lastUpdated, a.lastUpdated) ||
    compare(a.plan.id, b.plan.id)
  );
}
