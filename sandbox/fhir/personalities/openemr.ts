import {table, type Personality} from '../personality.ts';
import {NAMES, vendor} from './vendor.ts';

/** OpenEMR as of 2026: the plan can be written, and nothing guards it against two people. */
export const openemr: Personality = {
  ...vendor,
  name: 'openemr',
  title: 'OpenEMR (writes the plan, heeds no If-Match)',
  interactions: table({
    RS: `Patient Encounter DocumentReference Observation Appointment ${NAMES}`,
    RSCU: 'CarePlan Goal CareTeam Condition',
    RSC: 'ServiceRequest QuestionnaireResponse',
    R: 'Provenance',
  }),
  exposeHeaders: ['ETag', 'Location', 'Content-Location'],
  search: {
    ...vendor.search,
    parameters: {
      Goal: ['patient', 'lifecycle-status', 'target-date', 'identifier'],
      CarePlan: ['patient', 'category', 'status', 'date'],
      CareTeam: ['patient', 'status'],
      Encounter: ['patient', 'date'],
    },
    unknown: 'ignore',
    byPost: false,
    bundle: 'collection',
    sorts: false,
  },
  locking: {put: false, patch: false, status: 412},
  refusal: {interaction: 404, outcome: true},
};
