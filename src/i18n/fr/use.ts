import type {use as shape} from '../en/use.ts';

export const use: typeof shape = {
  heading: 'Use of services',
};
