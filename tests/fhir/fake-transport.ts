import {
  TransportError,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '../../src/fhir/transport.ts';
import type {VirtualTime} from './virtual-time.ts';

export const base = 'https://ehr.example/fhir/';

/** What one request is answered with; a string is a transport failure, `hang` never answers. */
export type Answer =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | 'network'
  | 'held-elsewhere'
  | 'signed-out'
  | 'hang';

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly cache: string | undefined;
  readonly at: number;
}

/** A Transport whose answers are made by a function; it keeps what was asked, and answers after 80 ms of virtual time. */
export class FakeTransport implements Transport {
  readonly requests: Recorded[] = [];
  readonly #time: VirtualTime;
  readonly #answer: (request: TransportRequest, place: number) => Answer;
  readonly #latency: number;
  atOnce = 0;
  mostAtOnce = 0;

  constructor(time: VirtualTime, answer: (request: TransportRequest, place: number) => Answer, latency = 80) {
    this.#time = time;
    this.#answer = answer;
    this.#latency = latency;
  }

  request(request: TransportRequest): Promise<TransportResponse> {
    const place = this.requests.length;
    const {method, path, body, headers, cache} = request;
    if (/^[a-z]+:/i.test(path) && !path.startsWith(base) && !path.startsWith(base.slice(0, -1) + '?')) {
      return Promise.reject(new TransportError('held-elsewhere'));
    }
    this.requests.push({method, path, body, headers, cache, at: this.#time.now()});
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    return new Promise<TransportResponse>((resolve, reject) => {
      request.signal?.addEventListener('abort', () => reject(new TransportError('aborted')), {once: true});
      const answer = this.#answer(request, place);
      if (answer === 'hang') return;
      this.#time.at(this.#latency, () => {
        if (typeof answer === 'string') return reject(new TransportError(answer));
        const status = answer.status ?? 200;
        const text = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
        const found = new Map(
          Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        );
        resolve({status, text, header: (name) => found.get(name.toLowerCase()) ?? null});
      });
    }).finally(() => {
      this.atOnce -= 1;
    });
  }
}

/** The search that a request makes, by GET or by POST; null for a read by id. */
export function searchOf(request: TransportRequest): {type: string; params: URLSearchParams} | null {
  const path = request.path.replace(base, '');
  if (request.method === 'POST' && path.endsWith('/_search')) {
    return {type: path.split('/')[0] ?? '', params: new URLSearchParams(request.body)};
  }
  const [type = '', query] = path.split('?');
  return query === undefined ? null : {type, params: new URLSearchParams(query)};
}

/** A searchset of these resources. */
export function bundle(resources: readonly object[], more: object = {}): object {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    link: [{relation: 'self', url: `${base}X?patient=p1`}],
    entry: resources.map((resource) => ({resource, search: {mode: 'match'}})),
    ...more,
  };
}
