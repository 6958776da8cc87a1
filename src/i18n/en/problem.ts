export const problem = {
  heading: 'Problem',
};
