import type {IncomingMessage, ServerResponse} from 'node:http';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import type {Caller} from './fhir/access.ts';
import {capabilityStatement} from './fhir/capability.ts';
import {failure, outcomeReply} from './fhir/fhir-server.ts';
import type {Personality} from './fhir/personality.ts';
import {playAfter, playBefore} from './fault-player.ts';
import type {Faults} from './faults.ts';
import {json, readAsk, send, wait, type Ask, type Reply} from './http.ts';
import type {LogEntry, RequestLog} from './request-log.ts';
import type {AuthServer} from './smart/auth-server.ts';
import {smartConfiguration} from './smart/smart-configuration.ts';
import type {Session, Tokens} from './smart/tokens.ts';
import type {Store} from './fhir/store.ts';

/** Answers FHIR requests: the in-memory server, or a proxy to another one. */
export interface FhirAnswers {
  answer(ask: Ask, path: string, base: string, personality: Personality, caller: Caller): Promise<Reply>;
}

export interface EhrSetting {
  readonly origin: () => string;
  /** Origins that scripts may call from. */
  readonly allowedOrigins: () => readonly string[];
  readonly personalities: readonly Personality[];
  readonly fhir: (personality: Personality) => FhirAnswers;
  readonly auth: AuthServer;
  readonly jwks: unknown;
  readonly tokens: Tokens;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly store: Store;
  /** Milliseconds added to every answer; may change while running. */
  readonly latency: () => number;
  readonly now: () => Date;
}

const gzipped = promisify(gzip);
const NO_CORS = {status: 404, headers: {}, body: ''};

/** The record system's port: FHIR bases and authorization servers of all personalities, with log, faults and CORS. */
export class EhrServer {
  readonly #setting: EhrSetting;

  constructor(setting: EhrSetting) {
    this.#setting = setting;
  }

  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#handle(request, response).catch(() => response.destroy());
  };

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {log, faults, origin, now} = this.#setting;
    const ask = await readAsk(request, origin());
    const path = ask.url.pathname + ask.url.search;
    const [, name = '', area = ''] = ask.url.pathname.split('/');
    const personality = this.#setting.personalities.find((one) => one.name === name);
    const entry = log.open(ask.method, path, personality === undefined ? '' : name, now());
    const started = performance.now();
    const finish = (status: number, bytes: number) => {
      entry.status = status;
      entry.bytes = bytes;
      entry.ms = Math.round(performance.now() - started);
      log.close(entry);
    };
    const rule = faults.match(ask.method, path);
    entry.fault = rule?.kind ?? null;
    if (this.#setting.latency() > 0) await wait(this.#setting.latency());
    const token = bearer(ask);
    const session = token === null ? undefined : this.#setting.tokens.bearer(token)?.session;
    entry.launchId = session?.launch.id ?? null;
    if (rule?.kind === 'expire-token' && token !== null) this.#setting.tokens.expire(token);
    const early = rule === null ? null : await playBefore(rule, ask, request.socket, response);
    if (early === 'gone') return finish(0, 0);
    let reply = early ?? (await this.#route(ask, personality, area, entry));
    if (rule !== null) {
      const later = playAfter(rule, reply, session?.patientId, this.#setting.store, response);
      if (later === 'gone') return finish(0, 0);
      reply = later;
    }
    if (personality !== undefined && rule?.kind !== 'no-cors') this.#addCors(ask, reply, personality, area);
    await compress(ask, reply);
    send(response, reply);
    finish(reply.status, Buffer.byteLength(reply.body));
  }

  async #route(
    ask: Ask,
    personality: Personality | undefined,
    area: string,
    entry: LogEntry,
  ): Promise<Reply> {
    if (personality === undefined) return {...NO_CORS, headers: {}};
    if (ask.method === 'OPTIONS') return preflight(personality);
    const root = `${this.#setting.origin()}/${personality.name}`;
    const rest = ask.url.pathname.slice(`/${personality.name}/${area}`.length);
    if (area === 'fhir') return this.#fhir(ask, rest.replace(/^\//, ''), `${root}/fhir`, personality, entry);
    if (area === 'auth') return this.#authorization(ask, rest, `${root}/fhir`, personality, entry);
    if (area === 'jwks') return json(200, this.#setting.jwks);
    if (area === 'smart-style.json')
      return json(200, {color_background: '#ffffff', color_highlight: '#1f5f99'});
    return {...NO_CORS, headers: {}};
  }

  #authorization(ask: Ask, rest: string, base: string, personality: Personality, entry: LogEntry): Reply {
    const {auth, tokens} = this.#setting;
    const token = bearer(ask);
    const misplaced = token === null ? undefined : tokens.bearer(token)?.session;
    misplaced?.launch.checks.record('bearer-place', false, ask.url.pathname);
    if (rest === '/authorize' && ask.method === 'GET')
      return auth.authorize(personality, base, ask.url.searchParams);
    if (rest === '/authorize' && ask.method === 'POST') {
      return auth.authorize(personality, base, new URLSearchParams(ask.body));
    }
    if (rest === '/choose') return auth.choose(personality, ask.url.searchParams);
    if (rest === '/token' && ask.method === 'POST') return auth.token(personality, base, ask);
    entry.launchId = null;
    return json(404, {error: 'not_found'});
  }

  async #fhir(
    ask: Ask,
    path: string,
    base: string,
    personality: Personality,
    entry: LogEntry,
  ): Promise<Reply> {
    const auth = `${base.replace(/\/fhir$/, '')}/auth`;
    if (path === '.well-known/smart-configuration' || path === '.well-known/openid-configuration') {
      const body = smartConfiguration(base, auth, personality);
      return json(200, body, {'Cache-Control': 'max-age=300'});
    }
    if (path === 'metadata') {
      const date = this.#setting.now().toISOString();
      const body = JSON.stringify(capabilityStatement(personality, base, auth, date));
      return {
        status: 200,
        headers: {'Content-Type': 'application/fhir+json', 'Cache-Control': 'max-age=300'},
        body,
      };
    }
    const session = this.#session(ask, personality);
    if ('status' in session) return session;
    entry.launchId = session.launch.id;
    checkRequest(ask, session);
    try {
      return await this.#setting.fhir(personality).answer(ask, path, base, personality, session);
    } catch (error) {
      return failure(error);
    }
  }

  /** The session of a valid token, or the 401 that says why there is none. */
  #session(ask: Ask, personality: Personality): Session | Reply {
    const token = bearer(ask);
    const found = token === null ? undefined : this.#setting.tokens.bearer(token);
    if (found !== undefined && !found.expired && found.session.launch.personality === personality.name) {
      return found.session;
    }
    const text =
      token === null ? 'An access token is needed.' : 'The access token is not valid, or no longer.';
    const challenge = token === null ? 'Bearer' : 'Bearer error="invalid_token"';
    return outcomeReply(401, [{severity: 'error', code: 'login', text}], {'WWW-Authenticate': challenge});
  }

  /** Discovery is open to all origins, the rest to the registered ones (SMART App Launch 2.2, 2.0.4). */
  #addCors(ask: Ask, reply: Reply, personality: Personality, area: string): void {
    const {origin} = ask.headers;
    const isOpen = /\/fhir\/(metadata|\.well-known\/)/.test(ask.url.pathname) || area === 'jwks';
    reply.headers.Vary = 'Origin, Accept-Encoding';
    if (origin === undefined || !(isOpen || this.#setting.allowedOrigins().includes(origin))) return;
    reply.headers['Access-Control-Allow-Origin'] = isOpen ? '*' : origin;
    reply.headers['Access-Control-Expose-Headers'] = personality.exposeHeaders.join(', ');
    if (ask.method !== 'OPTIONS') return;
    reply.headers['Access-Control-Allow-Methods'] = 'GET, POST, PUT, PATCH, DELETE';
    reply.headers['Access-Control-Allow-Headers'] = personality.allowHeaders.join(', ');
    reply.headers['Access-Control-Max-Age'] = String(personality.preflightAge);
  }
}

function preflight(_personality: Personality): Reply {
  return {status: 204, headers: {}, body: ''};
}

function bearer(ask: Ask): string | null {
  return /^Bearer (.+)$/i.exec(ask.headers.authorization ?? '')?.[1] ?? null;
}

/** Records what a FHIR request shows of the client. */
function checkRequest(ask: Ask, {launch}: Session): void {
  const {checks} = launch;
  checks.record('bearer-place', true);
  checks.record('bearer-header', !ask.url.searchParams.has('access_token'), ask.url.pathname);
  const accept = ask.headers.accept ?? '';
  checks.record('accept', accept.includes('application/fhir+json'), `Accept: ${accept}`);
  if (ask.body === '') return;
  const type = ask.headers['content-type'] ?? 'absent';
  const known = /^application\/(fhir\+json|json-patch\+json|x-www-form-urlencoded)/.test(type);
  checks.record('content-type', known, `Content-Type: ${type}`);
}

async function compress(ask: Ask, reply: Reply): Promise<void> {
  const accepted = String(ask.headers['accept-encoding'] ?? '').includes('gzip');
  if (!accepted || reply.body.length < 1_000 || reply.headers['Content-Encoding'] !== undefined) return;
  reply.body = await gzipped(reply.body, {level: 4});
  reply.headers['Content-Encoding'] = 'gzip';
}
