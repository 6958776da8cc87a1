import type {PanelState} from '../../../src/app/state.ts';
import type {Action} from '../../../src/domain/action.ts';
import type {PlanDetail, PlanTopic} from '../../../src/domain/plan-detail.ts';
import {planTopics} from '../../../src/domain/plan-detail.ts';
import {action} from '../../domain/actions.ts';
import {usual} from '../../elements/plan/plan-states.ts';
import {referenceUse} from '../use-state.ts';

const asOf = '2026-11-22T14:03:00-05:00';

/** Everything that a plan can say, about an invented person. */
export function detail(more: Partial<PlanDetail> = {}): PlanDetail {
  const none = Object.fromEntries(planTopics.map((topic) => [topic, null])) as Record<PlanTopic, null>;
  return {
    ...none,
    matters: {text: 'Rester chez moi.\nVoir mes petits-enfants.', lang: 'fr-CA'},
    housing: {text: 'Third floor, no lift', lang: null},
    consent: {text: 'May be shared with the community kitchen', lang: null},
    id: 'plan1',
    version: '1',
    title: null,
    status: 'active',
    start: '2026-05-22',
    end: null,
    reviewed: '2026-08-20',
    nextReview: '2027-02-16',
    agreements: [],
    updated: null,
    readOnly: null,
    ...more,
  };
}

export const someActions: readonly Action[] = [
  action('call', {
    what: {text: 'Call the physiotherapist', lang: null},
    goalIds: ['g1'],
    due: '2026-12-05',
    who: {kind: 'practitioner', reference: 'Practitioner/cm', name: 'Julie Fictive'},
  }),
  action('walk', {
    what: {text: 'Walk to the corner', lang: null},
    goalIds: ['g2'],
    who: {kind: 'patient', reference: 'Patient/p1', name: 'Marguerite Exemple'},
  }),
  action('bus', {what: {text: 'Ask for a bus pass', lang: null}}),
  action('done', {what: {text: 'See the dietitian', lang: null}, state: 'completed', goalIds: ['g1']}),
  action('review', {what: {text: 'Review the plan', lang: null}, isReview: true}),
];

/** The reference patient's use of services, a plan with goals, actions and crisis plan, a team. */
export function copyState(more: Partial<PanelState> = {}): PanelState {
  return {
    ...usual(),
    today: '2026-11-22',
    use: referenceUse(),
    later: {
      actions: {status: 'ready', gaps: [], asOf, value: someActions},
      plan: {
        status: 'ready',
        gaps: [],
        asOf,
        value: {
          plan: detail(),
          crisis: {
            id: 'crisis1',
            version: '1',
            status: 'active',
            signs: {text: 'Short of breath', lang: null},
            self: {text: 'Sit up, use the blue inhaler', lang: null},
            department: null,
            call: {text: 'Julie, 819-555-0101', lang: null},
            afterHours: {text: '811', lang: null},
            other: null,
            updated: null,
            readOnly: null,
          },
          rivals: [],
        },
      },
    },
    ...more,
  };
}
