/** Where what is saved comes to stand, when it is not in the record as itself. Loaded only then. */
export const place = {
  note: {
    whole:
      'This record takes no goals, plan or team from apps. What you save here is kept as a note in Documents, where colleagues can read it.',
    short: 'Kept as a note in Documents.',
  },
};
