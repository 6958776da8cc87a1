import {table, type Personality} from '../personality.ts';
import {NAMES, vendor} from './vendor.ts';

/** MEDITECH Greenfield by its CapabilityStatement of 2023-05. */
export const meditech: Personality = {
  ...vendor,
  name: 'meditech',
  title: 'MEDITECH (nothing of a plan, no notes)',
  interactions: table({
    RS: `Patient CarePlan Goal CareTeam Encounter ServiceRequest Observation DocumentReference Condition Appointment ${NAMES}`,
    R: 'Task Provenance',
    RSC: 'Communication',
    RSCU: 'QuestionnaireResponse',
  }),
  search: {
    ...vendor.search,
    parameters: {
      Goal: ['patient', 'lifecycle-status', 'target-date'],
      CarePlan: ['patient', 'category', 'status', 'date'],
      CareTeam: ['patient', 'status'],
      Encounter: ['patient', 'date', 'class', 'status', '_count'],
    },
    unknown: 'ignore',
    byPost: false,
    paging: {parameter: 'continue', at: 'type', size: 25, limit: 25},
    total: false,
    sorts: false,
  },
  scopes: {
    versions: ['v1'],
    listed: [
      'openid',
      'fhirUser',
      'launch',
      'launch/patient',
      'offline_access',
      'patient/*.read',
      'user/*.read',
    ],
  },
  refusal: {interaction: 404, outcome: false},
};
