/** Where what is saved comes to stand. Comes in a file of its own. */
export const place = {
  record: {short: 'Goes into the record.'},
  part: {
    whole:
      'This record takes only a part of the plan from apps. The rest is kept as a note in Documents, where colleagues can read it.',
  },
  note: {
    whole:
      'This record takes no goals, plan or team from apps. What you save here is kept as a note in Documents, where colleagues can read it.',
    short: 'Kept as a note in Documents.',
  },
  hand: {
    whole:
      'This record takes neither a plan nor notes from apps. What you write stays in this panel and is filed nowhere.',
    short: 'Stays in this panel. Nothing is filed.',
  },
  offer: {
    whole:
      'This record takes neither a plan nor notes from apps. You can write the plan here and take it away as a note or a file. Nothing is filed.',
    short: 'Nothing can be filed here.',
  },
  write: 'Write the plan here',
  copy: 'Copy the plan',
  download: 'Download the plan',
  open: 'Open a saved plan…',
  fileName: 'services-plan',
  noteBox: 'The plan, to be copied',
  copied: 'Copied. Paste it into the record.',
  byHand: 'It could not be copied from here. The text is selected: press Ctrl+C or ⌘C.',
  given: (file: string) => `${file} was handed to the browser to save.`,
  taken: 'The plan was taken away as it stands.',
  notTaken: 'Not taken away yet: closing the panel loses it.',
  opened: 'The saved plan is open.',
};
