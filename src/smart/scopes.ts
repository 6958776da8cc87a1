/** What is read: the resources of the panel, and the names of those who take part. */
const patientRead = [
  'Encounter',
  'CarePlan',
  'Goal',
  'CareTeam',
  'EpisodeOfCare',
  'Observation',
  'RelatedPerson',
  'Task',
  'Communication',
];
const userRead = ['Practitioner', 'PractitionerRole', 'Organization', 'Location'];

/** What is written: never deleted. */
const patientWrite = ['CarePlan', 'Goal', 'CareTeam', 'Observation', 'Task', 'Communication'];

export interface ScopeRequest {
  readonly version: 'v1' | 'v2';
  readonly write: boolean;
  /** True inside an EHR; false for a standalone launch, which asks the server for a patient picker. */
  readonly ehrLaunch: boolean;
  /** True when the server offers, or does not speak of, tokens that last as long as the person is signed in. */
  readonly online: boolean;
}

/** The least scopes that the panel works with (SMART App Launch 2.2, scopes and launch context). */
export function requestedScopes({version, write, ehrLaunch, online}: ScopeRequest): string {
  const read = version === 'v2' ? 'rs' : 'read';
  const scopes = [ehrLaunch ? 'launch' : 'launch/patient', 'openid', 'fhirUser'];
  if (online) scopes.push('online_access');
  scopes.push(version === 'v2' ? 'patient/Patient.r' : 'patient/Patient.read');
  for (const type of patientRead) {
    const both = write && patientWrite.includes(type);
    if (version === 'v2') scopes.push(`patient/${type}.${both ? 'crus' : 'rs'}`);
    else scopes.push(`patient/${type}.read`, ...(both ? [`patient/${type}.write`] : []));
  }
  for (const type of userRead) scopes.push(`user/${type}.${read}`);
  return scopes.join(' ');
}

/** Scope syntax by what the server says it can (`permission-v2`), unless the site fixes it. */
export function scopesVersion(setting: 'auto' | 'v1' | 'v2', capabilities: readonly string[]): 'v1' | 'v2' {
  if (setting !== 'auto') return setting;
  return capabilities.includes('permission-v2') ? 'v2' : 'v1';
}
