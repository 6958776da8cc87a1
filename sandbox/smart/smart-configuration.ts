import type {Personality} from '../fhir/personality.ts';

/** What `.well-known/smart-configuration` says (SMART App Launch 2.2, section 2.0.10). */
export function smartConfiguration(base: string, auth: string, {scopes, tokens, appState}: Personality) {
  return {
    issuer: base,
    jwks_uri: `${base.replace(/\/fhir$/, '')}/jwks`,
    authorization_endpoint: `${auth}/authorize`,
    token_endpoint: `${auth}/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', ...(tokens.refresh === 'none' ? [] : ['refresh_token'])],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    id_token_signing_alg_values_supported: ['ES256'],
    subject_types_supported: ['public'],
    scopes_supported: scopes.listed,
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'client-public',
      'sso-openid-connect',
      'context-ehr-patient',
      'context-ehr-encounter',
      'context-standalone-patient',
      'context-banner',
      'context-style',
      'permission-patient',
      'permission-user',
      ...(tokens.refresh === 'none' ? [] : ['permission-online', 'permission-offline']),
      ...scopes.versions.map((version) => `permission-${version}`),
      ...(appState ? ['smart-app-state'] : []),
      'authorize-post',
    ],
  };
}
