import {table, type Personality} from '../personality.ts';
import {NAMES, vendor} from './vendor.ts';

/** athenahealth by its CapabilityStatement of August 2026. */
export const athena: Personality = {
  ...vendor,
  name: 'athena',
  title: 'athenahealth (nothing of a plan, no notes)',
  interactions: table({
    RS: `Patient CarePlan Goal CareTeam Encounter ServiceRequest Observation DocumentReference Condition Provenance ${NAMES}`,
    RSC: 'QuestionnaireResponse',
  }),
  search: {
    ...vendor.search,
    parameters: {
      Goal: ['patient', '_count'],
      CarePlan: ['patient', 'category', '_count'],
      CareTeam: ['patient', 'status', '_include', '_count'],
      Encounter: ['patient', 'date', '_count'],
      DocumentReference: ['patient', 'type', 'category', 'date', '_count'],
    },
    byPost: false,
    paging: {parameter: 'cursor', at: 'type', size: 20, limit: 100},
    total: false,
    sorts: false,
  },
  tokens: {life: 3600, refresh: 'none'},
  scopes: {
    versions: ['v1', 'v2'],
    listed: ['openid', 'fhirUser', 'launch', 'launch/patient', 'offline_access'],
  },
  refusal: {interaction: 404, outcome: true},
};
