/** Words of the frame: identity, sections, states that every section shares. */
export const panel = {
  refresh: 'Refresh',
  retry: 'Try again',
};
