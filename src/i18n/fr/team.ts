import type {team as shape} from '../en/team.ts';

export const team: typeof shape = {
  heading: 'Team',
};
