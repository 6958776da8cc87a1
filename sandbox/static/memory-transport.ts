import {capabilityStatement} from '../fhir/capability.ts';
import {failure, FhirServer} from '../fhir/fhir-server.ts';
import {FhirError} from '../fhir/outcome.ts';
import type {Personality} from '../fhir/personality.ts';
import {Store} from '../fhir/store.ts';
import type {Reply} from '../http.ts';
import {seedPeople, type SandboxPerson} from '../people.ts';
import {Permissions} from '../smart/scopes.ts';
import {USER} from '../user.ts';
import {insideBase} from '../../src/transport/inside-base.ts';
import {TransportError, type Transport} from '../../src/fhir/transport.ts';

const BASE = 'https://practice.invalid/fhir';
const SCOPES = 'patient/*.cruds user/Practitioner.rs user/PractitionerRole.rs user/Organization.rs'.split(
  ' ',
);

/** What a practice record may be made to do instead of answering. */
export type Obstacle = (method: string, path: string) => 403 | 500 | 'never' | null;

/** The record systems of the sandbox in the memory of the page: nothing is sent anywhere, and nothing is kept. */
export class MemoryRecord {
  readonly store: Store;
  readonly #server: FhirServer;

  constructor(people: readonly SandboxPerson[], now: () => Date) {
    this.store = new Store(now);
    this.store.seed(USER);
    seedPeople(this.store, people);
    // What conforms to FHIR is checked by the sandbox's server; here a page has to start at once.
    this.#server = new FhirServer(this.store, () => Promise.resolve(() => []));
  }

  /** The way to one patient's chart, in a record system of this kind. */
  transport(patientId: string, personality: Personality, obstacle: Obstacle = () => null): Transport {
    const caller = {patientId, permissions: new Permissions(SCOPES)};
    return {
      request: async ({method, path, headers, body = '', signal}) => {
        if (signal?.aborted) throw new TransportError('aborted');
        const url = insideBase(BASE, path);
        if (url === null) throw new TransportError('held-elsewhere');
        const met = obstacle(method, path);
        if (met === 'never') return never(signal);
        const below = url.pathname.slice(new URL(BASE).pathname.length).replace(/^\//, '');
        if (below === 'metadata') return received(capabilities(personality));
        if (met !== null) {
          return received(failure(new FhirError(met, met === 403 ? 'forbidden' : 'exception', 'Practice.')));
        }
        const lower = Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
        );
        const ask = {method, url, headers: lower, body};
        return received(await this.#server.answer(ask, below, BASE, personality, caller));
      },
    };
  }
}

function never(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new TransportError('aborted')), {once: true});
  });
}

function capabilities(personality: Personality): Reply {
  const statement = capabilityStatement(personality, BASE, BASE, '2026-01-01T00:00:00Z');
  return {
    status: 200,
    headers: {'Content-Type': 'application/fhir+json'},
    body: JSON.stringify(statement),
  };
}

function received({status, headers, body}: Reply) {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    header: (name: string) => lower.get(name.toLowerCase()) ?? null,
    text: typeof body === 'string' ? body : body.toString(),
  };
}
