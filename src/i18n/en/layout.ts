/** Words around the sections, and what is asked before the panel leaves the screen. */
export const layout = {
  showAll: 'Show the whole panel',
  /** Code of the panel that could not be fetched: what is not on the screen for it. */
  notFetched: {
    plan: 'The crisis plan, the actions and the rest of the plan could not be loaded.',
    use: 'The drawing and the list of visits could not be loaded.',
    later: 'What is due, follow-up, measures and copies could not be loaded.',
  },
  notFetchedAdvice:
    'If it does not come when you try again, copy what you have typed and open the panel again.',
  done: 'Close and go back to the record',
  leave: {
    heading: 'Something you typed is not saved',
    chart:
      'Another chart is about to open. What you typed is kept with this patient until the panel is closed.',
    close: 'The panel is about to close. What you typed will be lost.',
    stay: 'Stay here',
    goChart: 'Open the other chart',
    goClose: 'Close without saving',
  },
};
