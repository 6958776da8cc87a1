import type {plan as shape} from '../en/plan.ts';

export const plan: typeof shape = {
  heading: 'Plan',
};
