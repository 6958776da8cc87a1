import {
  TransportError,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from '../../../src/fhir/transport.ts';

/** What happens to the next request that writes. Unless it says otherwise the write takes place once. */
export type Fault =
  | 'none'
  /** Never arrives: no answer, nothing done. */
  | 'lost-before'
  /** Done, the answer is lost. */
  | 'lost-after'
  /** No answer; done a few requests later. */
  | 'late'
  /** The browser sends it again when the connection dies: done twice where nothing forbids it, the second answer is seen. */
  | 'resent'
  | 'error-before'
  | 'error-after'
  | 'busy'
  /** 412 although the version was right. */
  | 'stale'
  /** Done, and answered with a login page, nothing, or half a resource. */
  | 'html'
  | 'empty'
  | 'cut'
  /** Not done, and answered with a login page. */
  | 'login';

export const FAULTS: readonly Fault[] = [
  'lost-before',
  'lost-after',
  'late',
  'resent',
  'error-before',
  'error-after',
  'busy',
  'stale',
  'html',
  'empty',
  'cut',
  'login',
];

export interface ServerHabits {
  /** Gives meta.versionId; `same`: always the same one. */
  readonly versions: boolean | 'same';
  /** Heeds If-Match. */
  readonly locking: boolean;
  /** Heeds If-None-Exist; `blocked`: a preflight holds such requests back. */
  readonly conditionalCreate: boolean | 'blocked';
  readonly identifierSearch: 'works' | 'ignored' | 'refused';
  /** Members of a resource that are not kept. */
  readonly drops: readonly string[];
  /** Answers a write with the resource. */
  readonly representation: boolean;
  readonly pageSize: number;
  /** Gives earlier versions of a resource; `refused`: answers 405. */
  readonly history: boolean | 'refused';
}

/** One change that took place on the server. */
export interface Applied {
  readonly key: string;
  readonly before: Resource | null;
  readonly after: Resource;
  readonly label: string;
}

export type Resource = Record<string, unknown> & {resourceType: string; id: string};

const good: ServerHabits = {
  versions: true,
  locking: true,
  conditionalCreate: true,
  identifierSearch: 'works',
  drops: [],
  representation: true,
  pageSize: 100,
  history: true,
};

/** A small FHIR server in memory, with habits and faults: tests count what happened on it, not what it answered. */
export class MemoryServer {
  readonly habits: ServerHabits;
  /** Every version of every resource, as text, oldest first. */
  readonly versions = new Map<string, string[]>();
  readonly applied: Applied[] = [];
  readonly requests: {
    method: string;
    path: string;
    headers: Readonly<Record<string, string>>;
    body: string;
  }[] = [];
  /** Faults of the next writes. */
  writeFaults: Fault[] = [];
  /** Faults of the next reads. */
  readFaults: ('none' | 'lost' | 'server')[] = [];
  /** Happens on the server just before the next PUT arrives: somebody else is quicker. */
  beforePut: (() => void) | null = null;
  /** Waits before a request arrives and before its answer does. */
  turn: () => Promise<void> = () => Promise.resolve();
  #late: {in: number; run: () => void}[] = [];
  #nextId = 1;
  #clock = 0;

  constructor(habits: Partial<ServerHabits> = {}) {
    this.habits = {...good, ...habits};
  }

  /** Puts a resource there, as text, so that decimals and order are known. */
  seed(text: string): void {
    const {resourceType, id} = JSON.parse(text) as Resource;
    this.versions.set(`${resourceType}/${id}`, [text]);
  }

  /** The newest version. */
  current(key: string): Resource {
    const text = this.versions.get(key)?.at(-1);
    if (text === undefined) throw new Error(`no ${key}`);
    return JSON.parse(text) as Resource;
  }

  /** Newest versions of one type. */
  all(type: string): Resource[] {
    return [...this.versions.keys()]
      .filter((key) => key.startsWith(`${type}/`))
      .map((key) => this.current(key));
  }

  /** Somebody else changes a resource, by other means. */
  change(key: string, members: object, label = 'colleague'): void {
    const before = this.current(key);
    this.#store(key, JSON.stringify({...before, ...members}), before, label, 200);
  }

  /** The server as one client reaches it; `label` names who writes at the moment. */
  transport(label: () => string = () => ''): Transport {
    return {
      request: async (request) => {
        await this.turn();
        const answer = this.#receive(request, label());
        await this.turn();
        if (answer === null) throw new TransportError('network');
        return answer;
      },
    };
  }

  #receive(request: TransportRequest, label: string): TransportResponse | null {
    const {method, path, headers, body = ''} = request;
    this.requests.push({method, path, headers, body});
    if (method === 'PUT') {
      this.beforePut?.();
      this.beforePut = null;
    }
    this.#arrive();
    const isSearch = method === 'POST' && path.endsWith('/_search');
    if (method === 'GET' || isSearch) {
      const fault = this.readFaults.shift() ?? 'none';
      if (fault === 'lost') return null;
      if (fault === 'server') return answer(500, '');
      if (isSearch) return answer(404, '');
      return this.#read(path);
    }
    if (headers['If-None-Exist'] && this.habits.conditionalCreate === 'blocked') return null;
    return this.#write(request, label, this.writeFaults.shift() ?? 'none');
  }

  #write(request: TransportRequest, label: string, fault: Fault): TransportResponse | null {
    const apply = (): TransportResponse => this.#apply(request, label);
    switch (fault) {
      case 'none':
        return apply();
      case 'lost-before':
        return null;
      case 'lost-after':
        apply();
        return null;
      case 'late':
        this.#late.push({in: 3, run: apply});
        return null;
      case 'resent':
        apply();
        return apply();
      case 'error-before':
        return answer(500, '');
      case 'error-after':
        apply();
        return answer(502, '<html>Bad gateway</html>');
      case 'busy':
        return answer(503, '');
      case 'stale':
        return answer(412, '');
      case 'html': {
        const {status} = apply();
        return status < 300 ? answer(200, '<!doctype html><title>Sign in</title>') : answer(status, '');
      }
      case 'empty': {
        const {status} = apply();
        return answer(status, '');
      }
      case 'cut': {
        const {status, text} = apply();
        return answer(status, text.slice(0, Math.floor(text.length / 2)));
      }
      case 'login':
        return answer(200, '<!doctype html><title>Sign in</title>');
    }
  }

  #arrive(): void {
    for (const late of this.#late) late.in -= 1;
    const due = this.#late.filter((late) => late.in <= 0);
    this.#late = this.#late.filter((late) => late.in > 0);
    for (const late of due) late.run();
  }

  #apply(request: TransportRequest, label: string): TransportResponse {
    const sent = JSON.parse(request.body ?? '') as Resource;
    if (request.method === 'POST') return this.#create(request, sent, label);
    const versions = this.versions.get(request.path);
    if (!versions) return answer(404, '');
    const before = this.current(request.path);
    const match = request.headers['If-Match'];
    const version = (before['meta'] as {versionId?: string} | undefined)?.versionId;
    if (this.habits.locking && match !== undefined && match !== `W/"${version ?? ''}"`)
      return answer(412, '');
    return this.#store(request.path, request.body ?? '', before, label, 200);
  }

  #create(request: TransportRequest, sent: Resource, label: string): TransportResponse {
    const condition = request.headers['If-None-Exist'];
    if (condition && this.habits.conditionalCreate === true) {
      const wanted = condition.split('|')[1];
      const known = this.all(sent.resourceType).find((resource) =>
        identifiersOf(resource).includes(wanted ?? ''),
      );
      if (known) return this.#stored(`${known.resourceType}/${known.id}`, 200);
    }
    const id = `${sent.resourceType.toLowerCase()}-${this.#nextId++}`;
    const body = (request.body ?? '').replace('{', `{"id":${JSON.stringify(id)},`);
    return this.#store(`${sent.resourceType}/${id}`, body, null, label, 201);
  }

  #store(
    key: string,
    body: string,
    before: Resource | null,
    label: string,
    status: number,
  ): TransportResponse {
    const versions = this.versions.get(key) ?? [];
    const resource = JSON.parse(body, keepSource) as Resource;
    for (const name of this.habits.drops) delete resource[name];
    const meta = {...(resource['meta'] as object | undefined)} as Record<string, unknown>;
    delete meta['versionId'];
    if (this.habits.versions)
      meta['versionId'] = this.habits.versions === 'same' ? '1' : String(versions.length + 1);
    meta['lastUpdated'] = new Date(Date.UTC(2026, 10, 22) + this.#clock++ * 1000).toISOString();
    const text = JSON.stringify({...resource, meta});
    this.versions.set(key, [...versions, text]);
    this.applied.push({key, before, after: JSON.parse(text) as Resource, label});
    return this.#stored(key, status);
  }

  #stored(key: string, status: number): TransportResponse {
    return answer(status, this.habits.representation ? (this.versions.get(key)?.at(-1) ?? '') : '');
  }

  #read(path: string): TransportResponse {
    const [place = '', query = ''] = path.split('?');
    if (query === '') {
      const [, key = place, version] = /^(.*)\/_history\/(\d+)$/.exec(place) ?? [];
      if (version !== undefined && this.habits.history === 'refused') return answer(405, '');
      const versions = version === undefined || this.habits.history ? this.versions.get(key) : [];
      const text = versions?.at(version === undefined ? -1 : Number(version) - 1);
      return text === undefined ? answer(404, '') : answer(200, text);
    }
    const params = new URLSearchParams(query);
    const identifier = params.get('identifier');
    if (identifier !== null && this.habits.identifierSearch === 'refused') return answer(400, '');
    const wanted = this.habits.identifierSearch === 'works' ? identifier?.split('|')[1] : undefined;
    const found = this.all(place)
      .filter((resource) => isOf(resource, params.get('patient') ?? ''))
      .filter((resource) => wanted === undefined || identifiersOf(resource).includes(wanted));
    const from = Number(params.get('from') ?? 0);
    const page = found.slice(from, from + this.habits.pageSize);
    const more = found.length > from + page.length;
    params.set('from', String(from + page.length));
    const link = more ? [{relation: 'next', url: `${place}?${params.toString()}`}] : [];
    const entry = page.map((resource) => ({resource}));
    return answer(200, JSON.stringify({resourceType: 'Bundle', type: 'searchset', link, entry}));
  }
}

/** `JSON.parse` reviver that keeps how numbers are written. */
function keepSource(_name: string, value: unknown, context?: {source?: string}): unknown {
  const {rawJSON} = JSON as unknown as {rawJSON(text: string): unknown};
  return typeof value === 'number' ? rawJSON(context?.source ?? String(value)) : value;
}

function identifiersOf(resource: Resource): string[] {
  return ((resource['identifier'] as {value: string}[] | undefined) ?? []).map(({value}) => value);
}

function isOf(resource: Resource, patientId: string): boolean {
  const of = (resource['subject'] ?? resource['for'] ?? resource['patient']) as
    {reference?: string} | undefined;
  return of?.reference === `Patient/${patientId}`;
}

function answer(status: number, text: string): TransportResponse {
  return {status, text, header: () => null};
}
