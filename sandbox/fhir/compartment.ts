import {isObject, valuesAt, type Resource} from '../json.ts';

/** Where a resource names its patient. Types that are not here belong to no patient (Practitioner, Organization …). */
const PATIENT_PATHS: Readonly<Record<string, string>> = {
  Account: 'subject',
  AllergyIntolerance: 'patient',
  Appointment: 'participant.actor',
  CarePlan: 'subject',
  CareTeam: 'subject',
  Communication: 'subject',
  Condition: 'subject',
  Consent: 'patient',
  Coverage: 'beneficiary',
  DiagnosticReport: 'subject',
  DocumentReference: 'subject',
  Encounter: 'subject',
  EpisodeOfCare: 'patient',
  Flag: 'subject',
  Goal: 'subject',
  Immunization: 'patient',
  MedicationRequest: 'subject',
  MedicationStatement: 'subject',
  Observation: 'subject',
  Procedure: 'subject',
  QuestionnaireResponse: 'subject',
  RelatedPerson: 'patient',
  ServiceRequest: 'subject',
  Task: 'for',
};

/** Finds a stored resource; how a Provenance finds its patient. */
export type Lookup = (type: string, id: string) => Resource | undefined;

/** True when resources of this type hold data of one patient and need a `patient/` scope. */
export function inPatientCompartment(type: string): boolean {
  return type === 'Patient' || type === 'Provenance' || type in PATIENT_PATHS;
}

/** `Type/id` of a relative or absolute reference, version and history stripped; null for anything else. */
export function parseReference(reference: unknown): {type: string; id: string} | null {
  if (typeof reference !== 'string') return null;
  const match = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference);
  return match === null ? null : {type: match[1] as string, id: match[2] as string};
}

/** Ids of the patients whose data a resource is. A Provenance belongs to the patients of its targets. */
export function patientsOf(resource: Resource, lookup: Lookup): string[] {
  const type = resource.resourceType;
  if (type === 'Patient') return resource.id === undefined ? [] : [resource.id];
  const patients: string[] = [];
  for (const value of valuesAt(resource, type === 'Provenance' ? 'target' : (PATIENT_PATHS[type] ?? ''))) {
    const target = isObject(value) ? parseReference(value.reference) : null;
    if (target?.type === 'Patient') patients.push(target.id);
    else if (type === 'Provenance' && target !== null && target.type !== 'Provenance') {
      const found = lookup(target.type, target.id);
      if (found !== undefined) patients.push(...patientsOf(found, lookup));
    }
  }
  return [...new Set(patients)];
}
