import type {Personality} from './personality.ts';
import {searchParameters} from './search-parameters.ts';

/** The CapabilityStatement that follows from a personality. */
export function capabilityStatement(personality: Personality, base: string, auth: string, date: string) {
  const uri = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: {name: `ISP panel sandbox (${personality.name})`, version: '1'},
    implementation: {description: personality.title, url: base},
    fhirVersion: personality.fhirVersion,
    format: ['json'],
    ...(canPatch(personality) ? {patchFormat: ['application/json-patch+json']} : {}),
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'SMART-on-FHIR',
                },
              ],
            },
          ],
          extension: [
            {
              url: uri,
              extension: [
                {url: 'authorize', valueUri: `${auth}/authorize`},
                {url: 'token', valueUri: `${auth}/token`},
              ],
            },
          ],
        },
        resource: Object.entries(personality.interactions).map(([type, interactions]) => ({
          type,
          interaction: interactions.map((code) => ({code})),
          versioning: personality.versioning,
          readHistory: interactions.includes('vread'),
          updateCreate: personality.createAsUpdate,
          conditionalCreate: personality.conditionalCreate,
          ...searches(type, personality),
        })),
        interaction: personality.system.map((code) => ({code})),
      },
    ],
  };
}

function canPatch(personality: Personality): boolean {
  return Object.values(personality.interactions).some((list) => list.includes('patch'));
}

/** What a statement says about searching a type. */
function searches(type: string, {search}: Personality) {
  const listed = search.parameters[type];
  const searchParam = Object.entries(searchParameters(type))
    .filter(([name]) => listed === undefined || listed.includes(name) || name === '_id')
    .map(([name, {kind}]) => ({name, type: kind}));
  if (listed !== undefined) return {searchRevInclude: ['Provenance:target'], searchParam};
  const searchInclude = references(type).map((name) => `${type}:${name}`);
  return {searchInclude, searchRevInclude: ['Provenance:target'], searchParam};
}

function references(type: string): string[] {
  return Object.entries(searchParameters(type))
    .filter(([, {kind}]) => kind === 'reference')
    .map(([name]) => name);
}
