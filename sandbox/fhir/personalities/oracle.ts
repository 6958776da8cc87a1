import {table, type Personality} from '../personality.ts';
import {NAMES, vendor} from './vendor.ts';

/** Oracle Health by its CapabilityStatement of 2026-08-14. */
export const oracle: Personality = {
  ...vendor,
  name: 'oracle',
  title: 'Oracle Health (plan read-only, notes can be filed)',
  interactions: table({
    RS: `Patient CarePlan Goal CareTeam Consent ServiceRequest ${NAMES}`,
    RSCP: 'Communication Encounter',
    RSU: 'QuestionnaireResponse',
    RSCU: 'Observation DocumentReference Condition',
    RSC: 'Provenance',
    RSP: 'Appointment',
  }),
  system: ['batch'],
  exposeHeaders: ['ETag', 'Content-Location', 'Location'],
  preflightAge: 0,
  search: {
    ...vendor.search,
    parameters: {
      Goal: ['patient', 'target-date', '_count'],
      CarePlan: ['patient', 'category', 'date', '_count'],
      CareTeam: ['patient', 'status', 'category'],
      Encounter: ['patient', 'date', 'status', '_count'],
      DocumentReference: ['patient', 'type', 'category', 'date', 'period', '_count'],
      Observation: ['patient', 'category', 'code', 'date', '_count'],
    },
    demands: {
      CarePlan: [
        {parameter: 'category', values: ['assess-plan'], holdsAll: true},
        {parameter: 'date', bothEnds: true},
      ],
    },
    paging: {parameter: '-pageContext', at: 'type', size: 10, limit: 100},
    total: false,
    sorts: false,
  },
  locking: {put: true, patch: true, status: 409},
  tokens: {life: 570, refresh: 'stays'},
  notes: {
    formats: ['application/xhtml+xml'],
    mostContents: 1,
    typeSystems: ['http://loinc.org'],
    needs: ['type', 'docStatus', 'subject', 'author', 'context.period.end'],
  },
  wording: {
    systems: {
      'http://terminology.hl7.org/CodeSystem/goal-achievement': 'http://hl7.org/fhir/goal-achievement',
    },
    // The whole plan stands in its narrative.
    leavesOut: {CarePlan: ['activity']},
    utc: true,
  },
};
