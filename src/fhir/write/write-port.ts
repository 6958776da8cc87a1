import type {FhirClient} from '../client.ts';

/** The part of the FHIR client that writing needs. */
export type WritePort = Pick<FhirClient, 'get' | 'search' | 'send' | 'timers'>;
