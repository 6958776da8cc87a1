export const use = {
  heading: 'Use of services',
};
