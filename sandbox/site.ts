/** The id that the panel is registered with in every record system of the sandbox. */
export const CLIENT_ID = 'isp-panel';

/** Content of the site file for one run: its own record systems may launch, its own chart may frame. */
export function siteOf(fhirBases: readonly string[], chartOrigin: string) {
  return {
    issuers: fhirBases.map((iss) => ({iss, clientId: CLIENT_ID})),
    zone: 'America/Toronto',
    frameAncestors: [chartOrigin],
  };
}

/** The settings of the panel as a record system keeps them for everybody: a Basic without a subject. */
export function appStateOf(settings: string) {
  return {
    resourceType: 'Basic',
    id: 'isp-panel-site-settings',
    code: {coding: [{system: 'urn:isp-panel', code: 'site-settings'}]},
    extension: [{url: 'urn:isp-panel:site-settings', valueString: settings}],
  };
}
