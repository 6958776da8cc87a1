import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';

/** What a server says that it does, as far as the panel asks. */
export interface Capabilities {
  /** False for a version of FHIR that the panel reads at most (R5 and later). */
  readonly isR4: boolean;
  /** Interactions by resource type: `create`, `update` and so on. */
  readonly interactions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the CapabilityStatement. */
export async function readCapabilities(
  client: FhirClient,
  signal: AbortSignal,
): Promise<Result<Capabilities, Problem>> {
  const answer = await client.get('metadata', {what: 'Patient', signal});
  if (!answer.ok) return answer;
  const capabilities = mapCapabilities(answer.value.json);
  return capabilities ? ok(capabilities) : err({kind: 'unreadable', what: 'Patient', path: 'metadata'});
}

/** Reads a CapabilityStatement; null when it is none, or does not say which version of FHIR it speaks of. */
export function mapCapabilities(statement: JsonObject): Capabilities | null {
  if (statement['resourceType'] !== 'CapabilityStatement') return null;
  const version = textOf(statement['fhirVersion']);
  if (version === null) return null;
  const interactions = new Map<string, Set<string>>();
  for (const rest of items(statement['rest']).filter(isObject)) {
    if (rest['mode'] !== 'server') continue;
    for (const resource of items(rest['resource']).filter(isObject)) {
      const type = textOf(resource['type']);
      if (type === null) continue;
      const codes = items(resource['interaction'])
        .filter(isObject)
        .flatMap(({code}) => textOf(code) ?? []);
      interactions.set(type, new Set([...(interactions.get(type) ?? []), ...codes]));
    }
  }
  // R4B (4.3) differs from R4 in nothing that the panel touches.
  return {isR4: /^4\.[0-3](\.|$)/.test(version), interactions};
}
