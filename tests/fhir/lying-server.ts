import type {TransportRequest} from '../../src/fhir/transport.ts';
import {base, searchOf, type Answer} from './fake-transport.ts';

export interface Visit {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** In which ways the server does not do as it says. */
export interface Lies {
  readonly cap: number;
  readonly ignoreDate?: boolean;
  readonly ignoreUpperDate?: boolean;
  readonly ignoreSort?: boolean;
  readonly ignoreCount?: boolean;
  readonly noTotal?: boolean;
  /** The total is that of the whole list whatever the window. */
  readonly globalTotal?: boolean;
  readonly noNext?: boolean;
  readonly noSelf?: boolean;
  /** `next` leads back to the same page once this many entries were given. */
  readonly loopAt?: number;
  readonly foreignNextAt?: number;
  /** Every answer that begins at or after this place fails so. */
  readonly failAt?: number;
  readonly failWith?: 500 | 403 | 404 | 429 | 'truncated' | 'hang' | 'network';
  readonly duplicates?: boolean;
  readonly noPost?: boolean;
  readonly missing?: 'ignored' | 'refused' | 'empty' | 'right';
  /** Records without an end do not match `ge`. */
  readonly endlessLost?: boolean;
  /** Compares the start of a visit alone, so that one reaching into a window is lost. */
  readonly startOnly?: boolean;
  readonly expireOnce?: boolean;
}

/** A server of Encounters of patient p1 that lies as it is told to. */
export class LyingServer {
  readonly #visits: readonly Visit[];
  readonly #lies: Lies;
  #expired = false;

  constructor(visits: readonly Visit[], lies: Lies) {
    this.#visits = visits;
    this.#lies = lies;
  }

  readonly answer = (request: TransportRequest): Answer => {
    const lies = this.#lies;
    const search = searchOf(request);
    if (search === null) return {status: 404};
    if (request.method === 'POST' && lies.noPost) return {status: 405};
    const {params} = search;
    if (params.has('date:missing') && lies.missing === 'refused')
      return {status: 400, body: {resourceType: 'OperationOutcome', issue: []}};
    const found = this.#find(params);
    const size = lies.ignoreCount ? lies.cap : Math.min(lies.cap, Number(params.get('_count') ?? lies.cap));
    const from = Number(params.get('_offset') ?? 0);
    if (from > 0 && lies.expireOnce && !this.#expired) {
      this.#expired = true;
      return {status: 410};
    }
    if (lies.failAt !== undefined && from >= lies.failAt) {
      if (lies.failWith === 'hang' || lies.failWith === 'network') return lies.failWith;
      if (lies.failWith === 'truncated') return {text: '{"resourceType":"Bundle","entry":[{"resou'};
      return {status: lies.failWith ?? 500};
    }
    const page = found.slice(from, from + size);
    const resources = page.map(wire);
    if (lies.duplicates && resources.length > 2) resources.push(resources[0]!, resources[1]!);
    const clean = new URLSearchParams(params);
    clean.delete('_offset');
    if (lies.ignoreDate) clean.delete('date');
    const links = lies.noSelf ? [] : [{relation: 'self', url: `${base}Encounter?${clean}`}];
    const next = from + size;
    if (next < found.length && !lies.noNext) {
      const asked = new URLSearchParams(params);
      asked.set('_offset', String(lies.loopAt !== undefined && next >= lies.loopAt ? from : next));
      const foreign = lies.foreignNextAt !== undefined && next >= lies.foreignNextAt;
      links.push({
        relation: 'next',
        url: `${foreign ? 'https://evil.example/fhir/' : base}Encounter?${asked}`,
      });
    }
    const total = lies.globalTotal ? this.#visits.length : found.length;
    return {
      body: {
        resourceType: 'Bundle',
        type: 'searchset',
        ...(lies.noTotal ? {} : {total}),
        link: links,
        entry: resources.map((resource) => ({
          fullUrl: `${base}Encounter/${resource.id}`,
          resource,
          search: {mode: 'match'},
        })),
      },
    };
  };

  #find(params: URLSearchParams): Visit[] {
    const lies = this.#lies;
    let found = [...this.#visits];
    const missing = params.get('date:missing');
    if (missing !== null && lies.missing === 'empty') return [];
    if (missing !== null && lies.missing === 'right')
      found = found.filter(({start}) => (start === null) === (missing === 'true'));
    for (const date of lies.ignoreDate ? [] : params.getAll('date')) {
      const time = Date.parse(date.slice(2));
      if (date.startsWith('ge')) {
        found = found.filter(
          ({start, end}) =>
            start !== null &&
            (end === null
              ? !lies.endlessLost && (start >= time || !lies.startOnly)
              : (lies.startOnly ? start : end) >= time),
        );
      } else if (!lies.ignoreUpperDate) {
        found = found.filter(({start}) => start !== null && start < time);
      }
    }
    if (lies.ignoreSort) return found.sort((a, b) => hash(a.id) - hash(b.id));
    return found.sort((a, b) => (b.start ?? -1) - (a.start ?? -1) || (a.id < b.id ? -1 : 1));
  }
}

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + character.charCodeAt(0)) % 100_003;
  return value;
}

function wire({id, start, end}: Visit): {id: string} & Record<string, unknown> {
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: {system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER'},
    subject: {reference: 'Patient/p1'},
    ...(start === null
      ? {}
      : {
          period: {
            start: new Date(start).toISOString(),
            ...(end !== null && {end: new Date(end).toISOString()}),
          },
        }),
  };
}
