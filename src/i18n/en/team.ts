export const team = {
  heading: 'Team',
};
