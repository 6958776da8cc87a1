import {cli as enCli} from '../../src/i18n/en/cli.ts';
import {launch as enLaunch} from '../../src/i18n/en/launch.ts';
import {messages as en} from '../../src/i18n/en/index.ts';
import {actions as enActions} from '../../src/i18n/en/actions.ts';
import {due as enDue} from '../../src/i18n/en/due.ts';
import {consent as enConsent} from '../../src/i18n/en/consent.ts';
import {enrolment as enEnrolment} from '../../src/i18n/en/enrolment.ts';
import {followUp as enFollowUp} from '../../src/i18n/en/follow-up.ts';
import {goals as enGoals} from '../../src/i18n/en/goals.ts';
import {history as enHistory} from '../../src/i18n/en/history.ts';
import {measures as enMeasures} from '../../src/i18n/en/measures.ts';
import {takeAway as enTakeAway} from '../../src/i18n/en/take-away.ts';
import {planDetails as enPlanDetails} from '../../src/i18n/en/plan-details.ts';
import {place as enPlace} from '../../src/i18n/en/place.ts';
import {teamMore as enTeamMore} from '../../src/i18n/en/team-more.ts';
import {programme as enProgramme} from '../../src/i18n/en/programme.ts';
import {proof as enProof} from '../../src/i18n/en/proof.ts';
import {cli as frCli} from '../../src/i18n/fr/cli.ts';
import {launch as frLaunch} from '../../src/i18n/fr/launch.ts';
import {messages as fr} from '../../src/i18n/fr/index.ts';
import {actions as frActions} from '../../src/i18n/fr/actions.ts';
import {due as frDue} from '../../src/i18n/fr/due.ts';
import {consent as frConsent} from '../../src/i18n/fr/consent.ts';
import {enrolment as frEnrolment} from '../../src/i18n/fr/enrolment.ts';
import {followUp as frFollowUp} from '../../src/i18n/fr/follow-up.ts';
import {goals as frGoals} from '../../src/i18n/fr/goals.ts';
import {history as frHistory} from '../../src/i18n/fr/history.ts';
import {measures as frMeasures} from '../../src/i18n/fr/measures.ts';
import {takeAway as frTakeAway} from '../../src/i18n/fr/take-away.ts';
import {planDetails as frPlanDetails} from '../../src/i18n/fr/plan-details.ts';
import {place as frPlace} from '../../src/i18n/fr/place.ts';
import {teamMore as frTeamMore} from '../../src/i18n/fr/team-more.ts';
import {programme as frProgramme} from '../../src/i18n/fr/programme.ts';
import {proof as frProof} from '../../src/i18n/fr/proof.ts';

/** Both catalogues whole, those that come in their own files too. */
export const catalogues = {
  'en-CA': {
    ...en,
    actions: enActions,
    followUp: enFollowUp,
    measures: enMeasures,
    takeAway: enTakeAway,
    consent: enConsent,
    due: enDue,
    enrolment: enEnrolment,
    goals: enGoals,
    history: enHistory,
    planDetails: enPlanDetails,
    place: enPlace,
    programme: enProgramme,
    proof: enProof,
    teamMore: enTeamMore,
    launch: enLaunch,
    cli: enCli,
  },
  'fr-CA': {
    ...fr,
    actions: frActions,
    followUp: frFollowUp,
    measures: frMeasures,
    takeAway: frTakeAway,
    consent: frConsent,
    due: frDue,
    enrolment: frEnrolment,
    goals: frGoals,
    history: frHistory,
    planDetails: frPlanDetails,
    place: frPlace,
    programme: frProgramme,
    proof: frProof,
    teamMore: frTeamMore,
    launch: frLaunch,
    cli: frCli,
  },
} as const;

export type CatalogueLanguage = keyof typeof catalogues;

/** One entry of a catalogue: where it stands, and the words; a function is asked with every number and with words. */
export interface Entry {
  readonly path: string;
  readonly kind: 'text' | 'function';
  readonly texts: readonly string[];
}

/** Values that a message with a variable part is tried with, first argument; the others get the text. */
const tried: readonly unknown[] = [
  0,
  1,
  2,
  1_000_000,
  '22 novembre 2026',
  'plan',
  'goals',
  'team',
  'draft',
  'active',
  'on-hold',
  'completed',
  'revoked',
  'entered-in-error',
  'unknown',
  'ed-visit',
];
const rest = ['12', '12', '12'];

/** All entries of a catalogue, at every depth. */
export function entriesOf(node: unknown, path = ''): readonly Entry[] {
  if (typeof node === 'string') return [{path, kind: 'text', texts: [node]}];
  if (typeof node === 'function') {
    const texts = tried.map((value) => said(node as Say, [value, ...rest])).filter((text) => text !== null);
    // A message that takes the name of something says nothing of a number.
    const known = texts.filter((text) => !text.includes('undefined'));
    return [{path, kind: 'function', texts: [...new Set(known.length > 0 ? known : texts)]}];
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([name, child]) =>
    entriesOf(child, path === '' ? name : `${path}.${name}`),
  );
}

type Say = (...values: unknown[]) => unknown;

/** What a message says to these values; null when they are not what it takes. */
function said(say: Say, values: unknown[]): string | null {
  try {
    const text = say(...values);
    return typeof text === 'string' ? text : null;
  } catch {
    // A message that takes other things than these.
    return null;
  }
}
