import type {ConsentAnswer} from '../../domain/follow-up/consent.ts';

const answer: Record<ConsentAnswer, string> = {yes: 'yes', no: 'no'};

/** Words of the consent to share with a member of the team, loaded with the members. */
export const consent = {
  answer,
  /** `until` is empty when no end was said. */
  said: (words: string, until: string): string =>
    until === '' ? `Consent to share: ${words}` : `Consent to share: ${words}, until ${until}`,
  ended: (day: string): string => `Consent to share ended ${day}`,
  withdrawn: 'Consent to share withdrawn, or not given yet',
  unclear: 'There is a consent in the record that does not say yes or no.',
  notRead: 'The consents in the record could not be read.',
  record: 'Record consent',
  recordOf: (name: string): string => `Record consent to share with ${name}`,
  heading: (name: string): string => `Sharing with ${name}`,
  ask: 'May something be shared with them?',
  yes: 'Yes',
  no: 'No',
  until: 'Until (optional)',
  words: 'What may be shared, or what not (optional)',
  goesTo: {
    record: 'Kept as a consent in the record.',
    team: 'This record system takes no consents from apps: it is kept with the member of the team.',
  },
  missing: 'Say yes or no.',
  past: 'This day has passed.',
  save: 'Record',
  changedMeanwhile: 'Somebody else changed this consent meanwhile',
  fields: {answer: 'yes or no', until: 'until', words: 'what may be shared'} as Readonly<
    Record<string, string>
  >,
  /** What the team keeps of it, in one line; it is read back by "until". */
  line: (words: string, until: string, more: string): string =>
    [`${words}${until === '' ? '' : `, until ${until}`}`, more].filter(Boolean).join('. '),
};
