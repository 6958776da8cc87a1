/**
 * The one port to a record system. SMART, a host's token callback, a host's fetch or a plain Bundle stand behind it.
 * It never parses JSON, so that decimals survive.
 */
export interface Transport {
  /**
   * Sends one request and resolves with whatever the server answered, errors included. Rejects with a `TransportError`
   * when there was no answer at all.
   */
  request(request: TransportRequest): Promise<TransportResponse>;
}

/** What the panel needs of a client of `fhirclient` that has been launched. */
export interface SmartClient {
  readonly state: {
    readonly serverUrl: string;
    readonly tokenResponse?: {readonly access_token?: string | undefined} | undefined;
  };
  /** Renews the token; rejects when the server gives no new one. */
  refresh(): Promise<unknown>;
}

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Relative to the FHIR base, without a leading slash (`Goal/1`, `Encounter?patient=1`); or an absolute URL inside it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** HTTP cache mode; `no-cache` where a fresh answer decides something (editors, conflicts, verifying a write). */
  readonly cache?: 'default' | 'no-cache';
}

export interface TransportResponse {
  readonly status: number;
  /** A response header, null when absent or not exposed by CORS. */
  header(name: string): string | null;
  readonly text: string;
}

export type TransportFailure =
  /** The address lies outside the FHIR base: nothing was sent. */
  | 'held-elsewhere'
  /** No answer: offline, refused, reset, CORS. The browser does not say which. The request may have been carried out. */
  | 'network'
  | 'timeout'
  | 'aborted'
  /** The session is over and cannot be renewed without the person. Nothing was sent. */
  | 'signed-out';

/** There was no answer; `failure` says why, and carries no text of the request or of a library. */
export class TransportError extends Error {
  readonly failure: TransportFailure;

  constructor(failure: TransportFailure) {
    super(failure);
    this.name = 'TransportError';
    this.failure = failure;
  }
}
