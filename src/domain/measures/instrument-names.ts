/** Names of the instruments whose scores the panel records and shows: they are codes of its own code system too. */
export const instrumentNames = [
  'conect-6',
  'imsa',
  'im-cag',
  'k6',
  'pih',
  'peics',
  'pacic',
  'phq-9',
  'gad-7',
  'vr-12-pcs',
  'vr-12-mcs',
  'sf-12-pcs',
  'sf-12-mcs',
  'pam',
  'lace',
  'hospital',
] as const;

export type InstrumentName = (typeof instrumentNames)[number];
