import type {EventFlag, EventKind} from '../../domain/use-proof.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const kind: Record<EventKind, string> = {
  'ed-visit': 'an ED visit',
  stay: 'a hospital stay',
  observation: 'an observation',
  'short-stay': 'a short stay',
  ambulatory: 'a clinic or home contact',
  unclassified: 'a contact of unknown kind',
};

const flag: Record<EventFlag, string> = {
  admitted: 'It was followed by an admission.',
  inferred: 'It is not recorded by itself: it follows from another record.',
  ongoing: 'It was going on at the end of the as-of day.',
  'end-unknown': 'Its end is not recorded: it counts as one day.',
  'no-offset': 'Its time is written without a time zone: it was taken as local.',
  'status-unknown': 'Its status is unknown.',
  lwbs: 'The person left without being seen.',
  'date-uncertain': 'Only its month or year is known.',
};

/** Words of the command line. */
export const cli = {
  usage: {
    call: 'isp-panel count BUNDLE --as-of YYYY-MM-DD',
    lead: 'Counts the use of health services of one patient and prints the proof as JSON.',
    file: 'BUNDLE is a FHIR Bundle, a JSON array or NDJSON of resources; a dash reads standard input.',
    options: {
      asOf: 'last day that is known',
      index: 'enrolment, for before and after; else found in the records',
      zone: 'time zone, such as America/Toronto',
      config: 'isp-site.json of the site',
      patient: 'whose records, when there are several patients',
      csv: 'the counted events as CSV',
      explain: 'what became of one record, in words',
      lang: 'language of words',
    },
  },
  counted: (what: string, date: string, site: string) => `Counted as ${what} on ${date}, ${site}.`,
  unknownSite: 'site not recorded',
  times: (start: string, end: string) => `From ${start} to ${end}.`,
  goesOn: 'an end that is not known yet',
  endUnknown: 'an end that is not recorded',
  minutes: (n: number) => `Length: ${n} ${plural(n, 'minute', 'minutes')}.`,
  days: (n: number, soFar: boolean) => `Length: ${n} ${plural(n, 'day', 'days')}${soFar ? ' so far' : ''}.`,
  records: (list: string) => `Records: ${list}.`,
  registrations: (n: number) => `Registrations: ${n}.`,
  windows: (list: string) => `Counts in: ${list}.`,
  noWindow: 'Counts in no period of the proof.',
  byOption: 'By an option of the site it is in the list and not in the number of ED visits.',
  leftOut: (reason: string, date: string, of: string | null) =>
    `Not counted, ${date}: ${reason}${of === null ? '' : `, see ${of}`}.`,
  unplaced: 'It could not be placed.',
  unreadable: (path: string, problem: string) =>
    `Could not be read: ${path === '' ? 'the record' : path} (${problem}).`,
  rule: (rule: string, words: string) => `${rule}: ${words}`,
  kind,
  flag,
  window: {
    last12Months: 'last 12 months',
    last6Months: 'last 6 months',
    previous12Months: 'the 12 months before',
    baseline: 'baseline',
    followUp: 'follow-up',
  },
  /** Rules that are no number. */
  otherRule: {
    'same-id': 'Of several versions of one record the newest is read.',
    'other-patient': 'Records of another patient do not count.',
  } as Readonly<Record<string, string>>,
  problem: {
    'unknown-command': (command: string) => `unknown command ${command}; there is count`,
    'unknown-option': (name: string) => `unknown option ${name}`,
    'value-missing': (name: string) => `${name} needs a value`,
    'said-twice': (name: string) => `${name} is given twice`,
    'no-file': 'name a file to count, or a dash for standard input',
    'two-files': 'name one file',
    'no-as-of': '--as-of YYYY-MM-DD is needed',
    'not-a-date': (name: string, value: string) => `${name} ${value} is not a date (YYYY-MM-DD)`,
    'index-after-as-of': '--index is after --as-of',
    'not-a-zone': (value: string) => `--zone ${value} is not a time zone`,
    'not-a-language': (value: string) => `--lang ${value}: there are en and fr`,
    'csv-and-explain': 'give --csv or --explain, not both',
    'cannot-open': (file: string) => `${file} cannot be read`,
    'not-json': (file: string, line: string) => `${file} is not JSON${line === '' ? '' : ` (line ${line})`}`,
    'no-resources': (file: string) => `${file} is no Bundle, array or lines of FHIR resources`,
    'not-a-site': (file: string) => `${file} is not a site file`,
    'two-patients': (file: string, list: string) =>
      `${file} holds several patients (${list}); say whose records with --patient ID`,
    'no-such-patient': (file: string, id: string) => `${file} holds no patient ${id}`,
    'no-such-record': (file: string, id: string) => `${file} holds no record ${id}`,
  },
  notice: {
    'unknown-key': (file: string, path: string) => `${file}: ${path} is not known and not used`,
    'wrong-value': (file: string, path: string) =>
      `${file}: ${path} has a value that cannot be used; the default stands`,
    unreadable: (file: string, path: string) => `${file}: ${path} cannot be read`,
  },
};
