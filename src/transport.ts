/**
 * Ways to reach a record system, for a host that brings its own token (`createFetchTransport`) or a file
 * (`createBundleTransport`). A host may also implement `Transport` itself.
 */
export {
  TransportError,
  type Transport,
  type TransportFailure,
  type TransportRequest,
  type TransportResponse,
} from './fhir/transport.ts';
export {createBundleTransport, type BundleOptions} from './transport/bundle-transport.ts';
export {
  createFetchTransport,
  type FetchTransportOptions,
  type TokenReason,
} from './transport/fetch-transport.ts';
export type {Fetch} from './transport/send.ts';
