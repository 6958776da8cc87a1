import type {FidelityStep} from '../../domain/follow-up/fidelity.ts';
import type {CaseManagerSlot} from '../../domain/care-team.ts';

const step: Record<FidelityStep, string> = {
  assessed: 'needs assessed',
  'agreed-person': 'plan agreed to by the person',
  'agreed-physician': 'plan agreed to by the family physician',
  'hospital-manager': 'hospital case manager named',
  'community-partner': 'a community partner on the team',
  reviewed: 'plan reviewed',
};

const slot: Record<CaseManagerSlot, string> = {
  'case-manager': 'case manager',
  'hospital-case-manager': 'hospital case manager',
};

/** Words of what is suggested after a visit, and of the steps of the programme. */
export const programme = {
  steps: 'Steps of the programme',
  of: (n: string): string => `${n} of 6`,
  atLeast: (n: string): string => `at least ${n} of 6`,
  missing: (steps: string): string => `Missing: ${steps}.`,
  unknown: (steps: string): string => `Could not be read: ${steps}.`,
  all: 'All steps are recorded.',
  step,

  heading: 'Suggested after a visit',
  lead: 'Nothing is written until you accept it.',
  /** The words of the action itself; `day` is a date in numbers, by which it is found again. */
  what: {
    'case-manager': {
      stay: (day: string): string => `Call within 2 working days of discharge (stay of ${day})`,
      'ed-visit': (day: string): string => `Call about the emergency department visit of ${day}`,
    },
    'hospital-case-manager': {
      stay: (day: string): string =>
        `Tell the clinic of the discharge and what was arranged (stay of ${day})`,
      'ed-visit': (day: string): string =>
        `Look at the crisis plan after the emergency department visit of ${day}`,
    },
  },
  earlier: (_n: number, count: string): string => `${count} more, after earlier visits`,
  slot,
  nobody: (place: string): string => `no ${place} named`,
  by: (date: string): string => `by ${date}`,
  afterDischarge: 'day of discharge not known yet',
  accept: 'Accept',
  acceptOf: (what: string, name: string): string => `Accept for ${name}: ${what}`,
  dismiss: 'Not needed',
  dismissOf: (what: string, name: string): string => `Not needed for ${name}: ${what}`,
  noAccept: 'No action can be added here.',
};
