import type {PanelState} from '../../../src/app/state.ts';
import type {Action} from '../../../src/domain/action.ts';
import type {CrisisPlan, PlanDetail, PlanDetails} from '../../../src/domain/plan-detail.ts';
import {goals, usual} from './plan-states.ts';

// Plans with everything they can say, and with nothing. Everybody here is invented.

const fr = (text: string) => ({text, lang: 'fr-CA'});

/** A plan that says nothing yet. */
export function emptyPlan(more: Partial<PlanDetail> = {}): PlanDetail {
  return {
    id: 'isp',
    version: '1',
    title: 'Individualized services plan',
    status: 'active',
    start: '2026-04-22',
    end: null,
    reviewed: null,
    nextReview: null,
    agreements: [],
    updated: '2026-04-22T15:00:00Z',
    readOnly: null,
    matters: null,
    strengths: null,
    needs: null,
    barriers: null,
    housing: null,
    income: null,
    transport: null,
    food: null,
    work: null,
    consent: null,
    visibleTo: null,
    meeting: null,
    reason: null,
    contacts: null,
    ...more,
  };
}

/** A plan in use that says something on most topics. */
export const fullPlan = emptyPlan({
  reviewed: '2026-09-30',
  nextReview: '2027-03-29',
  matters: fr('Rester chez moi, et revoir ma sœur le samedi.'),
  strengths: fr('Je connais bien mes pompes.'),
  barriers: fr('Les escaliers.'),
  housing: fr('Logement au troisième étage, sans ascenseur.'),
  consent: fr('Accepte que toute l’équipe voie le plan.'),
  agreements: [
    {name: 'Marguerite Exemple', way: 'signed', date: '2026-04-22'},
    {name: 'Line Fictive', way: null, date: null},
  ],
});

export const crisis: CrisisPlan = {
  id: 'crisis',
  version: '1',
  status: 'active',
  signs: fr('Je me réveille à bout de souffle.'),
  self: fr('Je prends ma pompe bleue.'),
  department: fr('Parlez-moi lentement et laissez-moi m’asseoir.'),
  call: fr('Ma gestionnaire de cas.'),
  afterHours: null,
  other: null,
  updated: '2026-09-30T15:00:00Z',
  readOnly: null,
};

/** An action with a person and a day. */
export const action: Action = {
  key: 'task:1',
  place: {kind: 'task', id: '1'},
  version: '1',
  what: fr('Appeler la pharmacie'),
  who: {kind: 'text', reference: null, name: 'Line Fictive'},
  due: '2026-12-05',
  category: null,
  state: 'requested',
  reason: null,
  goalIds: [],
  doneOn: null,
  isReview: false,
  readOnly: null,
};

/** The usual chart with these plans; first paint's own line follows the plan. */
export function withPlan(
  details: Partial<PlanDetails> | 'loading' | 'forbidden' | 'offline',
  more: Partial<PanelState> & {readonly actions?: readonly Action[]} = {},
): PanelState {
  const {actions = [action], ...rest} = more;
  const ready = {status: 'ready', gaps: [], asOf: '2026-11-22T14:03:00Z'} as const;
  const whole: PlanDetails = {
    plan: null,
    crisis: null,
    rivals: [],
    ...(typeof details === 'object' && details),
  };
  const plan = whole.plan && {
    id: whole.plan.id,
    version: whole.plan.version,
    title: whole.plan.title,
    status: whole.plan.status,
    start: whole.plan.start,
    end: whole.plan.end,
    goalIds: goals.map(({id}) => id),
    whatMatters: whole.plan.matters?.text ?? null,
    reviewed: whole.plan.reviewed,
  };
  const section =
    details === 'loading'
      ? ({status: 'loading'} as const)
      : details === 'forbidden'
        ? ({status: 'failed', problem: {kind: 'forbidden', what: 'CarePlan'}} as const)
        : details === 'offline'
          ? ({status: 'failed', problem: {kind: 'offline'}} as const)
          : {...ready, value: whole};
  return {
    ...usual(),
    today: '2026-11-22',
    plan: {...ready, value: {plan, otherActivePlans: whole.rivals.length}},
    later: {plan: section, actions: {...ready, value: actions}},
    ...rest,
  };
}
