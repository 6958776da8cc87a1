import {TransportError, type TransportFailure, type TransportResponse} from '../fhir/transport.ts';

/** The part of the browser's `fetch` that is used; tests and hosts may give their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface SendOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly cache?: RequestCache | undefined;
  readonly fetch?: Fetch | undefined;
}

/**
 * The one call of `fetch` in the whole project: no cookies, no referrer, no redirects (a redirect could carry the token
 * or the words to another place). Rejects with a `TransportError` when there was no whole answer.
 */
export async function send(url: string, options: SendOptions): Promise<TransportResponse> {
  const {method, headers, body, signal, cache} = options;
  try {
    const response = await (options.fetch ?? globalThis.fetch)(url, {
      method,
      headers,
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: cache ?? 'default',
      ...(body === undefined ? {} : {body}),
      ...(signal === undefined ? {} : {signal}),
    });
    // Read to the end here, so that an answer cut off on its way is a failure and not a short list.
    const text = await response.text();
    return {status: response.status, header: (name) => response.headers.get(name), text};
  } catch {
    throw new TransportError(failureOf(signal));
  }
}

/** Why there was no answer: the signal's time-out or abort, else the network. */
export function failureOf(signal: AbortSignal | undefined): TransportFailure {
  if (!signal?.aborted) return 'network';
  const reason: unknown = signal.reason;
  return reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'aborted';
}
