import type {problem as shape} from '../en/problem.ts';

export const problem: typeof shape = {
  heading: 'Problem',
};
