/** What SMART App Launch 2.2 asks of a public client, and where it says so. */
export const CLIENT_REQUIREMENTS = {
  'response-type': {section: '2.0.9', text: 'response_type is "code"'},
  'client-id': {section: '2.0.9', text: 'client_id is the registered one'},
  'redirect-uri': {section: '2.0.9', text: 'redirect_uri is a registered one, exactly'},
  launch: {section: '2.0.9', text: 'the launch parameter is echoed (EHR launch) or absent (standalone)'},
  'launch-scope': {section: '3.0.2', text: 'scope asks for "launch" (EHR) or "launch/patient" (standalone)'},
  state: {section: '2.0.9', text: 'state is unpredictable: at least 122 bits, never used before'},
  aud: {section: '2.0.9', text: 'aud is the iss of the launch'},
  pkce: {section: '2.0.6', text: 'PKCE: code_challenge of 43 characters, method S256'},
  'no-extra-fields': {
    section: '2.0.9',
    text: 'the authorization request carries no patient data and no secret',
  },
  'scope-form': {section: '3.0.1', text: 'every scope is well formed, none is a wildcard'},
  'token-form': {section: '2.0.11', text: 'the code is exchanged by a form POST'},
  'code-once': {section: '2.0.11', text: 'the code is exchanged once, unchanged'},
  verifier: {section: '2.0.6', text: 'code_verifier has 43 to 128 characters and matches the challenge'},
  'no-secret': {section: '2.0.11', text: 'a public client sends client_id and no secret'},
  'bearer-header': {section: '2.0.13', text: 'the access token travels in the Authorization header only'},
  'bearer-place': {section: '2.0.13', text: 'the access token is sent to the FHIR base only'},
  accept: {section: 'FHIR 3.1.0.1.11', text: 'FHIR requests accept application/fhir+json'},
  'content-type': {section: 'FHIR 3.1.0.1.11', text: 'bodies are application/fhir+json (or a patch or form)'},
  refresh: {section: '2.0.15', text: 'each refresh token is used once, with the client_id'},
} as const;

export type RequirementId = keyof typeof CLIENT_REQUIREMENTS;

export interface CheckResult {
  readonly id: RequirementId;
  readonly section: string;
  readonly text: string;
  readonly passed: number;
  readonly failed: number;
  /** What was seen at the first failure. */
  readonly detail: string | null;
}

/** Results of one launch; a requirement fails when any request failed it. */
export class ClientChecks {
  readonly #results = new Map<RequirementId, {passed: number; failed: number; detail: string | null}>();

  record(id: RequirementId, passed: boolean, detail = ''): void {
    const result = this.#results.get(id) ?? {passed: 0, failed: 0, detail: null};
    if (passed) result.passed += 1;
    else {
      result.failed += 1;
      result.detail ??= detail;
    }
    this.#results.set(id, result);
  }

  /** What was checked so far, in the order of the requirements. */
  results(): CheckResult[] {
    return Object.entries(CLIENT_REQUIREMENTS).flatMap(([key, {section, text}]) => {
      const id = key as RequirementId;
      const result = this.#results.get(id);
      return result === undefined ? [] : [{id, section, text, ...result}];
    });
  }

  failures(): CheckResult[] {
    return this.results().filter(({failed}) => failed > 0);
  }
}
