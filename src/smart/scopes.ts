/** What is asked for: the resources of the panel, and the names of those who take part. */
const patientTypes = [
  'Encounter',
  'CarePlan',
  'Goal',
  'CareTeam',
  'EpisodeOfCare',
  'Condition',
  'Observation',
  'RelatedPerson',
  'Task',
  'Communication',
  'Appointment',
  'Consent',
  'QuestionnaireResponse',
  'DocumentReference',
  'Provenance',
];
const userTypes = ['Practitioner', 'PractitionerRole', 'Organization', 'Location'];

/** Of the patient's, what is only read; the rest is written too, and never deleted. */
const onlyRead = ['Encounter', 'Condition', 'RelatedPerson', 'Appointment', 'QuestionnaireResponse'];

export interface ScopeRequest {
  readonly version: 'v1' | 'v2';
  readonly write: boolean;
  /** True inside an EHR; false for a standalone launch, which asks the server for a patient picker. */
  readonly ehrLaunch: boolean;
  /** True when the server offers, or does not speak of, tokens that last as long as the person is signed in. */
  readonly online: boolean;
  /** True when the server says that it keeps settings of apps (`smart-app-state`). */
  readonly appState: boolean;
}

/** System and code of the `Basic` that holds the settings of the panel in a record system. */
export const appStateCode = 'urn:isp-panel|site-settings';

/** The least scopes that the panel works with (SMART App Launch 2.2, scopes and launch context). */
export function requestedScopes({version, write, ehrLaunch, online, appState}: ScopeRequest): string {
  const read = version === 'v2' ? 'rs' : 'read';
  const scopes = [ehrLaunch ? 'launch' : 'launch/patient', 'openid', 'fhirUser'];
  if (online) scopes.push('online_access');
  scopes.push(version === 'v2' ? 'patient/Patient.r' : 'patient/Patient.read');
  for (const type of patientTypes) {
    const both = write && !onlyRead.includes(type);
    if (version === 'v2') scopes.push(`patient/${type}.${both ? 'crus' : 'rs'}`);
    else scopes.push(`patient/${type}.read`, ...(both ? [`patient/${type}.write`] : []));
  }
  for (const type of userTypes) scopes.push(`user/${type}.${read}`);
  // Version 1 cannot say which: it would open every Basic that there is.
  if (appState && version === 'v2') scopes.push(`user/Basic.s?code=${appStateCode}`);
  return scopes.join(' ');
}

/** Whether the settings that a record system keeps may be looked for; a scope for all of a user is none for these. */
export function allowsAppState(granted: string): boolean {
  return /(?:^| )user\/Basic\.\w*s/.test(granted);
}

/** Scope syntax by what the server says it can (`permission-v2`), unless the site fixes it. */
export function scopesVersion(setting: 'auto' | 'v1' | 'v2', capabilities: readonly string[]): 'v1' | 'v2' {
  if (setting !== 'auto') return setting;
  return capabilities.includes('permission-v2') ? 'v2' : 'v1';
}
