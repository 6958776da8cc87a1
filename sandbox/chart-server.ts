import type {IncomingMessage, ServerResponse} from 'node:http';
import {fileURLToPath} from 'node:url';
import {problem, type RecordSummary} from './chart-record.ts';
import {FAULT_KINDS, type FaultRule, type Faults} from './faults.ts';
import {json, readAsk, send, type Ask, type Reply} from './http.ts';
import type {JsonObject, Resource} from './json.ts';
import type {ListedPerson} from './people.ts';
import type {RequestLog} from './request-log.ts';
import {CLIENT_REQUIREMENTS} from './smart/client-checks.ts';
import type {LaunchOptions, Launches} from './smart/launches.ts';
import type {Tokens} from './smart/tokens.ts';
import {staticFile, type StaticFile} from './static-files.ts';
import type {Personality} from './fhir/personality.ts';

export interface ChartSetting {
  readonly origin: () => string;
  readonly personalities: readonly Personality[];
  readonly people: () => Promise<readonly ListedPerson[]>;
  readonly problems: (patientId: string) => Promise<readonly Resource[]>;
  /** Null when the record lies in another server. */
  readonly record: (patientId: string) => RecordSummary | null;
  /** Makes a launch and returns the address to open. */
  readonly launch: (choice: LaunchChoice) => {launchId: string; url: string};
  readonly standaloneUrl: (choice: LaunchChoice) => string;
  readonly launches: Launches;
  readonly tokens: Tokens;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly settings: {latencyMs: number};
}

/** What the switches of the chart say about one launch. */
export interface LaunchChoice {
  readonly patientId: string;
  readonly personality?: string;
  readonly lang?: string;
  readonly theme?: string;
  readonly options?: LaunchOptions;
}

const FOLDER = fileURLToPath(new URL('./chart/', import.meta.url));

/** The chart runs its own files only; it frames the panel and the sign-in pages, whose ports differ in each run. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  'frame-src http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const STATIC = fileURLToPath(new URL('../dist-static/', import.meta.url));

/** The practice page, the gallery and the editor of the site file hold the panel itself, which names a policy of its own. */
const STATIC_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The page that plays the EHR's chart, and the switches behind it. */
export class ChartServer {
  readonly #setting: ChartSetting;
  #built: Promise<void> | null = null;

  constructor(setting: ChartSetting) {
    this.#setting = setting;
  }

  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, json(400, {error: String(error)}));
      else response.destroy();
    });
  };

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ask = await readAsk(request, this.#setting.origin());
    if (ask.url.pathname === '/api/log/live') this.#follow(response);
    else send(response, await this.#answer(ask));
  }

  async #answer(ask: Ask): Promise<Reply> {
    const {people, problems, personalities, log, faults, launches, settings, tokens} = this.#setting;
    const {pathname, searchParams} = ask.url;
    // Only the chart's own page may press its switches.
    const foreign = ask.headers.origin !== undefined && ask.headers.origin !== this.#setting.origin();
    if (ask.method !== 'GET' && foreign) return json(403, {error: 'origin'});
    const body: JsonObject =
      ask.method === 'POST' && ask.body !== '' ? (JSON.parse(ask.body) as JsonObject) : {};
    switch (`${ask.method} ${pathname}`) {
      case 'GET /api/people':
        return json(200, {
          people: await people(),
          personalities: personalities.map(({name, title}) => ({name, title})),
          faults: FAULT_KINDS,
        });
      case 'GET /api/problems':
        return json(200, (await problems(searchParams.get('patient') ?? '')).map(problem));
      case 'GET /api/record':
        return json(200, this.#setting.record(searchParams.get('patient') ?? ''));
      case 'GET /api/requirements':
        return json(
          200,
          Object.entries(CLIENT_REQUIREMENTS).map(([id, requirement]) => ({id, ...requirement})),
        );
      case 'POST /api/launch':
        return json(200, this.#setting.launch(body as unknown as LaunchChoice));
      case 'POST /api/standalone':
        return json(200, {url: this.#setting.standaloneUrl(body as unknown as LaunchChoice)});
      case 'GET /api/settings':
        return json(200, settings);
      case 'POST /api/settings':
        if (typeof body.latencyMs === 'number') settings.latencyMs = body.latencyMs;
        return json(200, settings);
      case 'POST /api/expire':
        tokens.expireAll(typeof body.launchId === 'string' ? body.launchId : undefined);
        return json(200, {});
      case 'GET /api/log':
        return json(200, {entries: log.entries, preflights: log.preflights});
      case 'DELETE /api/log':
        log.clear();
        return json(200, {});
      case 'GET /api/checks':
        return json(
          200,
          launches.list
            .filter(({checks}) => checks.results().length > 0)
            .map(({id, personality, patientId, checks}) => ({
              id,
              personality,
              patientId,
              checks: checks.results(),
            })),
        );
      case 'GET /_faults':
        return json(200, faults.list());
      case 'POST /_faults':
        return json(200, {id: faults.add(body as unknown as FaultRule)});
      case 'DELETE /_faults':
        faults.clear(searchParams.has('id') ? Number(searchParams.get('id')) : undefined);
        return json(200, {});
      default:
        return this.#page(ask);
    }
  }

  async #page(ask: Ask): Promise<Reply> {
    if (ask.method === 'GET' && ask.url.pathname.startsWith('/static/')) return this.#static(ask);
    const path = ask.url.pathname === '/checks' ? '/checks.html' : ask.url.pathname;
    return answerFile(ask.method === 'GET' ? await staticFile(FOLDER, path) : null, CSP);
  }

  /** The pages of the static build, built when somebody first asks for one. */
  async #static(ask: Ask): Promise<Reply> {
    const {buildStatic} = await import('../scripts/build-static.mjs');
    await (this.#built ??= buildStatic());
    return answerFile(await staticFile(STATIC, ask.url.pathname.slice('/static'.length)), STATIC_CSP);
  }

  /** Server-sent events: one for each finished request. */
  #follow(response: ServerResponse): void {
    response.writeHead(200, {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'});
    response.write(':\n\n');
    const stop = this.#setting.log.follow((entry) => response.write(`data: ${JSON.stringify(entry)}\n\n`));
    response.once('close', stop);
  }
}

function answerFile(file: StaticFile | null, csp: string): Reply {
  if (file === null) return json(404, {error: 'not found'});
  const headers = {
    'Content-Type': file.type,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': csp,
  };
  return {status: 200, headers, body: file.body};
}
