import {table, type Personality} from '../personality.ts';
import {NAMES, vendor} from './vendor.ts';

const CLASS = 'urn:oid:1.2.840.114350.1.72.1.7.7.10.696784.13260';

/** Epic by its CapabilityStatement of the release of May 2026. */
export const epic: Personality = {
  ...vendor,
  name: 'epic',
  title: 'Epic (plan read-only, notes can be filed)',
  interactions: table({
    RS: `Patient CarePlan Goal CareTeam Encounter Appointment EpisodeOfCare Consent Flag Questionnaire Device ${NAMES}`,
    RSU: 'Task',
    RSC: 'Communication QuestionnaireResponse Condition',
    RSCU: 'ServiceRequest Observation DocumentReference',
    R: 'Provenance',
  }),
  search: {
    ...vendor.search,
    parameters: {
      Goal: ['patient', 'lifecycle-status', 'category', 'start-date'],
      CarePlan: ['patient', 'category', 'status', 'activity-date'],
      CareTeam: ['patient', 'status', '_include'],
      Encounter: ['patient', 'date', 'class', '_count'],
      EpisodeOfCare: ['patient', 'care-manager', 'status', 'type'],
      Task: ['patient', 'status', '_count'],
      Appointment: ['patient', 'date', 'status'],
      DocumentReference: ['patient', 'type', 'category', 'date', 'docstatus', '_count'],
      Observation: ['patient', 'category', 'code', 'date', '_count'],
    },
    unknown: 'warn',
    demands: {
      // Longitudinal, encounter, outpatient, inpatient, oncology, dental.
      CarePlan: [
        {
          parameter: 'category',
          values: ['38717003', '734163000', '736271009', '736353004', '736378000', '738906000'],
        },
      ],
    },
    paging: {parameter: 'sessionID', at: 'type', size: 50, limit: 100},
    sorts: false,
    saysNone: true,
  },
  tokens: {life: 3600, refresh: 'rotates'},
  // Epic lists only these, whatever it grants.
  scopes: {versions: ['v1', 'v2'], listed: ['openid', 'fhirUser', 'profile', 'launch', 'launch/patient']},
  notes: {
    formats: ['text/plain', 'text/html', 'application/xhtml+xml', 'application/pdf'],
    mostContents: 1,
    typeSystems: ['http://loinc.org'],
    needs: ['type', 'docStatus', 'subject'],
  },
  wording: {
    classes: {
      system: CLASS,
      codes: {
        EMER: ['4', 'HOV'],
        IMP: ['4', 'HOV'],
        ACUTE: ['4', 'HOV'],
        OBSENC: ['4', 'HOV'],
        AMB: ['5', 'Appointment'],
        VR: ['13', 'Support OP Encounter'],
      },
    },
  },
};
