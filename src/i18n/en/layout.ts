/** Words around the sections, and what is asked before the panel leaves the screen. */
export const layout = {
  showAll: 'Show the whole panel',
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
