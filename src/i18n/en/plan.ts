export const plan = {
  heading: 'Plan',
};
