import {
  TransportError,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '../fhir/transport.ts';
import {insideBase} from './inside-base.ts';
import {failureOf, send, type Fetch} from './send.ts';

/**
 * Why a token is asked for: `first` for a read, `write` before something that must not be interrupted (renew it when
 * little of its life is left), `refresh` after the server refused `rejected` with 401.
 */
export type TokenReason = 'first' | 'write' | 'refresh';

export interface FetchTransportOptions {
  /** FHIR base address. */
  readonly base: string;
  /**
   * Gives the access token. Null for `first` or `write` means that the session is over; null for `refresh`, that there
   * is no newer one. Absent for a server that needs none.
   */
  readonly getToken?: (reason: TokenReason, rejected?: string) => Promise<string | null>;
  /** Cache mode of requests that do not ask for one. */
  readonly httpCache?: 'default' | 'no-store';
  readonly fetch?: Fetch;
}

/**
 * A transport over the browser's fetch, with a bearer token that never leaves the FHIR base. A 401 was not carried out:
 * the token is renewed once, for all requests together, and the request sent once more. A second 401 is passed on,
 * because one forbidden resource must not end the session.
 */
export function createFetchTransport(options: FetchTransportOptions): Transport {
  const base = new URL(options.base).href.replace(/\/$/, '');
  const getToken = options.getToken;
  let newest: string | null = null;
  let renewal: Promise<string | null> | null = null;

  async function ask(reason: TokenReason, rejected?: string): Promise<string | null> {
    if (!getToken) return null;
    try {
      const token = await getToken(reason, rejected);
      newest = token;
      return token;
    } catch (error) {
      throw error instanceof TransportError ? error : new TransportError('network');
    }
  }

  /** One renewal for everybody who was refused with the same token. */
  function renew(rejected: string): Promise<string | null> {
    if (newest !== null && newest !== rejected) return Promise.resolve(newest);
    renewal ??= ask('refresh', rejected).finally(() => (renewal = null));
    return renewal;
  }

  function attempt(url: URL, request: TransportRequest, token: string | null): Promise<TransportResponse> {
    const headers: Record<string, string> = {Accept: 'application/fhir+json'};
    for (const [name, value] of Object.entries(request.headers)) {
      if (name.toLowerCase() === 'accept') delete headers['Accept'];
      if (name.toLowerCase() !== 'authorization') headers[name] = value;
    }
    if (token !== null) headers['Authorization'] = `Bearer ${token}`;
    const cache = request.cache === 'no-cache' ? 'no-cache' : options.httpCache;
    const {method, body, signal} = request;
    return send(url.href, {method, headers, body, signal, cache, fetch: options.fetch});
  }

  /** Null when the server does not answer without a token. */
  async function withoutToken(url: URL, request: TransportRequest): Promise<TransportResponse | null> {
    try {
      const answer = await attempt(url, request, null);
      return answer.status === 401 || answer.status === 403 ? null : answer;
    } catch (error) {
      // An answer that says no is mostly one that scripts may not see; an abort is one.
      if (request.signal?.aborted) throw error;
      return null;
    }
  }

  return {
    async request(request) {
      const url = insideBase(base, request.path);
      if (url === null) throw new TransportError('held-elsewhere');
      if (request.signal?.aborted) throw new TransportError(failureOf(request.signal));
      const open = isOpen(request) ? await withoutToken(url, request) : null;
      if (open !== null) return open;
      const token = await unlessAborted(ask(isWrite(request) ? 'write' : 'first'), request.signal);
      if (token === null && getToken) throw new TransportError('signed-out');
      const answer = await attempt(url, request, token);
      if (answer.status !== 401 || token === null) return answer;
      const renewed = await unlessAborted(renew(token), request.signal);
      return renewed === null || renewed === token ? answer : attempt(url, request, renewed);
    },
  };
}

/** What a server says of itself is open to everybody mostly; asked without a token it needs no preflight. */
function isOpen({method, path}: TransportRequest): boolean {
  return method === 'GET' && path === 'metadata';
}

/** A search sent by POST reads; every other method but GET changes something. */
function isWrite({method, path}: TransportRequest): boolean {
  return method !== 'GET' && !(method === 'POST' && /(^|\/)_search([?#]|$)/.test(path));
}

/** Waits for something shared; who gives up stops waiting, the shared work goes on. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new TransportError(failureOf(signal)));
    signal.addEventListener('abort', onAbort, {once: true});
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
