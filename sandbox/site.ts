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
