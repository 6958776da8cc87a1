import {randomUUID} from 'node:crypto';
import {registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import {parseSite, type Site} from '../../src/config/site.ts';
import type {Page, TextStorage} from '../../src/smart/page.ts';

// As in vite.config.ts: fhirclient gets our own `fetch`. Its cache of discovery answers is off in tests.
process.env['NODE_ENV'] = 'test';
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'cross-fetch'
      ? next(fileURLToPath(new URL('../../src/smart/fhirclient-fetch.ts', import.meta.url)), context)
      : next(specifier, context),
});

export const {startLaunch} = await import('../../src/smart/start-launch.ts');
export const {completeLaunch} = await import('../../src/smart/session.ts');

export const iss = 'https://ehr.example/fhir';
export const panel = 'https://panel.example/app';

export const site = (more: Record<string, unknown> = {}, issuer: Record<string, unknown> = {}): Site =>
  parseSite({
    issuers: [{iss, clientId: 'panel-1', tokenOrigins: ['https://login.example'], ...issuer}],
    frameAncestors: ['https://chart.example'],
    ...more,
  }).site;

/** Session or local storage of one tab. */
export class FakeStorage implements TextStorage {
  readonly entries = new Map<string, string>();
  get length() {
    return this.entries.size;
  }
  key(index: number) {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.entries.set(key, value);
  }
  removeItem(key: string) {
    this.entries.delete(key);
  }
}

/** One tab: its frames share storage, and nothing else. */
export class Tab {
  readonly session = new FakeStorage();
  readonly local = new FakeStorage();
  frame(href: string): Frame {
    return new Frame(this, href);
  }
}

/** One frame: a new address is a new history entry with no state; a reload keeps both. */
export class Frame implements Page {
  readonly #tab: Tab;
  readonly assigned: string[] = [];
  #href: string;
  #state: unknown = null;
  blocked = false;
  ancestors: string[] = ['https://chart.example'];
  readonly self = {};
  readonly top = {};
  readonly navigator: Page['navigator'] = {};

  constructor(tab: Tab, href: string) {
    this.#tab = tab;
    this.#href = href;
  }

  goTo(href: string): this {
    this.#href = href;
    this.#state = null;
    return this;
  }

  get location() {
    const {assigned, ancestors} = this;
    return {
      href: this.#href,
      ancestorOrigins: ancestors,
      assign: (url: string) => void assigned.push(url),
    };
  }

  get history() {
    return {
      state: this.#state,
      replaceState: (state: unknown, _: string, url: string) => {
        this.#state = structuredClone(state);
        this.#href = new URL(url, this.#href).href;
      },
    };
  }

  get sessionStorage(): TextStorage {
    if (this.blocked) throw new DOMException('denied', 'SecurityError');
    return this.#tab.session;
  }

  get localStorage(): TextStorage {
    if (this.blocked) throw new DOMException('denied', 'SecurityError');
    return this.#tab.local;
  }
}

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly headers: Headers;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/** An id_token with the claims given; unsigned, for it comes straight from the token endpoint. */
export const idToken = (claims: Record<string, unknown>) => `${encode({alg: 'none'})}.${encode(claims)}.c2ln`;

/** An authorization server and FHIR base that tests can change and look into. */
export class FakeEhr {
  readonly sent: Sent[] = [];
  clock = Date.parse('2026-11-22T10:00:00Z');
  configuration: Record<string, unknown> | null = {
    issuer: iss,
    authorization_endpoint: 'https://login.example/authorize',
    token_endpoint: 'https://login.example/token',
    code_challenge_methods_supported: ['S256'],
    capabilities: ['permission-v2', 'permission-online'],
  };
  metadata: Record<string, unknown> | null = null;
  claims: Record<string, unknown> | null = {fhirUser: `${iss}/Practitioner/p1`, name: 'Zoë Hélène Gagné-Ó'};
  token: Record<string, unknown> = {
    access_token: 'access-1',
    refresh_token: 'refresh-1',
    token_type: 'Bearer',
    expires_in: 3600,
    patient: 'pat-1',
    need_patient_banner: true,
  };
  refreshed: () => Response | Promise<Response> = () =>
    Response.json({access_token: 'access-2', expires_in: 3600, refresh_token: 'refresh-2'});
  refused: Response | null = null;
  readonly validTokens = new Set(['access-1', 'access-2']);
  nonces = new Map<string, string>();

  readonly now = () => this.clock;
  readonly options = {fetch: (url: string, init: RequestInit) => this.fetch(url, init), now: this.now};

  requests(fragment: string): readonly Sent[] {
    return this.sent.filter(({url}) => url.includes(fragment));
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const body = typeof init.body === 'string' ? init.body : '';
    const headers = new Headers(init.headers);
    this.sent.push({url, method: init.method ?? 'GET', body, headers});
    if (url.endsWith('/.well-known/smart-configuration')) return json(this.configuration);
    if (url.endsWith('/metadata')) return json(this.metadata);
    if (init.method === 'POST' && /token/.test(new URL(url).pathname)) {
      if (this.refused) return this.refused.clone();
      const form = new URLSearchParams(body);
      if (form.get('grant_type') === 'refresh_token') return this.refreshed();
      const nonce = this.nonces.get(form.get('code') ?? '');
      const id = {
        iss,
        aud: 'panel-1',
        exp: this.clock / 1000 + 300,
        ...(nonce ? {nonce} : {}),
        ...this.claims,
      };
      return json({...this.token, ...(this.claims ? {id_token: idToken(id)} : {})});
    }
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    return new Response('{}', {status: this.validTokens.has(token) ? 200 : 401});
  }

  /** What the authorization server sends the browser back to. */
  signIn(authorizeUrl: string, code: string = randomUUID()): string {
    const query = new URL(authorizeUrl).searchParams;
    this.nonces.set(code, query.get('nonce') ?? '');
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back.href;
  }
}

function json(value: unknown): Response {
  return value === null ? new Response('{}', {status: 404}) : Response.json(value);
}

export const launchUrl = `${panel}/launch.html?iss=${encodeURIComponent(iss)}&launch=xyz`;

/** Launches in a frame as far as the redirect back, and returns the address that the browser is sent to. */
export async function signedIn(
  ehr: FakeEhr,
  frame: Frame,
  given: Site = site(),
  code?: string,
): Promise<string> {
  const problem = await startLaunch(frame, given, ehr.options);
  if (problem) throw new Error(problem.kind);
  return ehr.signIn(frame.assigned.at(-1) ?? '', code);
}

/** A whole launch. */
export async function launched(ehr: FakeEhr, frame: Frame, given: Site = site(), code?: string) {
  frame.goTo(await signedIn(ehr, frame.goTo(launchUrl), given, code));
  return completeLaunch(frame, given, ehr.options);
}

/** The value of a result that must be good. */
export function value<T>(result: {ok: true; value: T} | {ok: false; error: {kind: string}}): T {
  if (!result.ok) throw new Error(`unexpected ${result.error.kind}`);
  return result.value;
}
