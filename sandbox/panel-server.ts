import type {IncomingMessage, ServerResponse} from 'node:http';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {json, page, readAsk, send, type Ask, type Reply} from './http.ts';
import {staticFile} from './static-files.ts';
import {openerPolicy, siteCsp} from '../src/config/csp.ts';
import {pageData, parseSite, type ParsedSite} from '../src/config/site.ts';

/** Where the built panel lies. */
export const PANEL_FOLDER = fileURLToPath(new URL('../dist-app/', import.meta.url));

export interface PanelSetting {
  readonly origin: () => string;
  /** Content of this run's site file. */
  readonly site: () => unknown;
  /** Told when a page sends an access token here, where it has no business. */
  readonly misplacedToken: (authorization: string) => void;
  /** Path of the request, without the query. */
  readonly served: (path: string, bytes: number) => void;
  readonly folder: string;
}

const gzipped = promisify(gzip);
const brotli = promisify(brotliCompress);
const BUILT = /^\/assets\//;

/** Serves the built panel as a hospital would: compressed, with security headers and the site's own CSP. */
export class PanelServer {
  /** Every violation of the CSP that a browser reported. */
  readonly cspReports: unknown[] = [];
  readonly #setting: PanelSetting;
  readonly #compressed = new Map<string, Buffer>();

  constructor(setting: PanelSetting) {
    this.#setting = setting;
  }

  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#handle(request, response).catch(() => response.destroy());
  };

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ask = await readAsk(request, this.#setting.origin());
    if (ask.headers.authorization !== undefined) this.#setting.misplacedToken(ask.headers.authorization);
    const reply = await this.#answer(ask);
    await this.#compress(ask, reply);
    this.#setting.served(ask.url.pathname, reply.body.length);
    send(response, reply);
  }

  async #answer(ask: Ask): Promise<Reply> {
    const path = ask.url.pathname;
    if (path === '/csp-report' && ask.method === 'POST') {
      this.cspReports.push(JSON.parse(ask.body));
      return {status: 204, headers: {}, body: ''};
    }
    if (path === '/favicon.ico') return {status: 204, headers: {}, body: ''};
    if (ask.method !== 'GET') return json(405, {error: 'method'});
    const file = await staticFile(this.#setting.folder, path);
    if (file === null)
      return page(404, '<!doctype html><title>Not found</title><p>There is no such page.</p>');
    const headers: Record<string, string> = {
      'Content-Type': file.type,
      'Cache-Control': BUILT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    };
    if (!file.type.startsWith('text/html')) return {status: 200, headers, body: file.body};
    const parsed = parseSite(this.#setting.site());
    const {site} = parsed;
    const kind = path === '/launch.html' ? 'launch' : 'index';
    headers['Content-Security-Policy'] = `${siteCsp(site, kind, {header: true})}; report-uri /csp-report`;
    headers['Permissions-Policy'] = 'clipboard-write=(self)';
    headers['Cross-Origin-Opener-Policy'] = openerPolicy(site, kind);
    const html = withSite(file.body.toString('utf8'), parsed, siteCsp(site, kind, {header: false}));
    return {status: 200, headers, body: html};
  }

  async #compress(ask: Ask, reply: Reply): Promise<void> {
    const type = reply.headers['Content-Type'] ?? '';
    const accepted = String(ask.headers['accept-encoding'] ?? '');
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
    if (encoding === null || reply.body.length < 500 || !/text|javascript|json|svg/.test(type)) return;
    const key = `${encoding} ${ask.url.pathname} ${reply.body.length}`;
    let body = BUILT.test(ask.url.pathname) ? this.#compressed.get(key) : undefined;
    if (body === undefined) {
      body =
        encoding === 'br'
          ? await brotli(reply.body, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}})
          : await gzipped(reply.body);
      this.#compressed.set(key, body);
    }
    reply.body = body;
    reply.headers['Content-Encoding'] = encoding;
    reply.headers.Vary = 'Accept-Encoding';
  }
}

/** A built page with another site, written as the build writes it, and the policy that belongs to it. */
export function withSite(html: string, parsed: ParsedSite, csp: string): string {
  const data = pageData(parsed);
  return html
    .replace(
      /(<script[^>]*\bid="isp-site"[^>]*>)[\s\S]*?(<\/script>)/,
      (_, open: string, close: string) => open + data + close,
    )
    .replace(
      /(<meta[^>]*http-equiv="Content-Security-Policy"[^>]*\bcontent=")[^"]*(")/i,
      (_, open: string, close: string) => open + csp + close,
    );
}
