import type {ExclusionReason} from '../../domain/use-proof.ts';

const reason: Record<ExclusionReason, string> = {
  'entered-in-error': 'entered in error',
  cancelled: 'cancelled',
  'not-yet': 'planned, not yet happened',
  'pre-admission': 'pre-admission registration',
  duplicate: 'the same visit recorded twice',
  scheduled: 'planned visit with an appointment',
  'part-of': 'part of another visit',
  'other-patient': 'another patient’s record',
};

const rule: Readonly<Record<string, string>> = {
  R1: 'Records entered in error, cancelled or planned do not count.',
  R2: 'The class of the record says what kind of visit it is.',
  R3: 'A stay whose record begins in the ED is one ED visit and one stay.',
  R4: 'A stay admitted from the ED without an ED record adds one ED visit.',
  R5: 'A part of a visit is not counted beside the whole.',
  R6: 'The same visit from two sources counts once.',
  R7: 'An ED visit followed by an admission counts as both.',
  R8: 'A transfer from one ED to another is one visit with several registrations.',
  R9: 'Two ED visits on one day, after leaving, are two.',
  R10: 'Overlapping records of one site are one visit.',
  R11: 'Hospital stays less than 7 hours apart are one stay.',
  R12: 'Leaving without being seen counts, and is said apart.',
  R13: 'A planned ED visit is not counted.',
  R14: 'A stay lasts from the day in to the day out, one day at least.',
  R15: 'No hospital day is counted twice.',
  R19: 'Dates are read in the time zone of the site.',
  R20: 'A date that is too vague is counted only when it surely lies in the period.',
  R21: 'A record without a start cannot be placed.',
};

/** Words of "How this was counted", loaded when it is opened. */
export const proof = {
  lead: (from: string, to: string) => `Period: ${from} to ${to}, both days included.`,
  counted: (what: string) => `Counted: ${what}`,
  notCounted: 'Not counted',
  unplaced: 'Could not be placed',
  unreadable: 'Could not be read in part',
  rules: 'Rules that were used',
  others: 'What other definitions would count',
  othersLead: 'ED visits in 12 months.',
  registrationsLead: 'Same visit:',
  none: 'None.',
  dateUnknown: 'no date',
  reason,
  sameAs: (id: string) => `see ${id}`,
  rule,
  alternative: {
    asConfigured: 'as counted here',
    registrations: 'every registration',
    onePerDay: 'one a day at most',
    withScheduled: 'with planned visits',
    withoutLeftWithoutBeingSeen: 'without those who left without being seen',
    admittedDropped: 'without those followed by an admission',
  },
  configuration: (criterion: string, zone: string) => `Criterion ${criterion}, time zone ${zone}.`,
};
