import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

/** Words of the frame: identity, sections, states that every section shares. */
export const panel = {
  label: 'Case management panel',
  sections: 'Sections',
  section: {plan: 'Plan', use: 'Use', 'care-team': 'Team'},
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  retry: 'Try again',
  /** The other language, in its own words. */
  otherLanguage: 'Français',
  loading: 'Loading…',
  asOf: (time: string) => `As of ${time}`,
  identity: 'Patient',
  noPatient: 'No patient is open.',
  noPatientAdvice: 'Open the panel from a chart.',
  nameUnknown: 'Name not recorded',
  born: 'Born',
  birthDateUnknown: 'Birth date not recorded',
  age: (n: number) => `${n} ${plural(n, 'year', 'years')}`,
  identifier: 'Identifier',
  ending: (last: string) => `ending in ${last}`,
  deceased: 'Deceased',
  deceasedOn: (date: string) => `Deceased ${date}`,
  ageAtDeath: (n: number) => `at ${n} ${plural(n, 'year', 'years')}`,
  atAGlance: 'At a glance',
  caseManager: 'Case manager',
  practice: (date: string) => `Practice. The people are invented, and today is taken to be ${date}.`,
  halted: 'The panel has stopped',
  verifying: 'Making sure that this is still the same patient’s chart…',
  ignoredOtherPatient: (n: number, count: string) =>
    `${count} ${plural(n, 'record was', 'records were')} ignored: another patient’s.`,
  draftsOfOtherPatients: (n: number, count: string) =>
    `You have ${count} unsaved ${plural(n, 'text', 'texts')} for another patient. ${plural(
      n,
      'It is',
      'They are',
    )} kept with that patient: open that chart again to find ${plural(n, 'it', 'them')}.`,
  siteNotices: (keys: string) =>
    `Some settings could not be used: ${keys}. Defaults hold instead; tell technical support.`,
  loaded: 'The chart is loaded.',
  loadedPartly: 'The chart is loaded in part.',
  saved: 'Saved.',
  notAllowed: 'Not allowed',
  couldNotLoad: 'Could not be loaded',
};
