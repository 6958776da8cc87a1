import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What a route answers; sent, altered by faults, or logged at the edge. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** A request whose body has been read. */
export interface Ask {
  readonly method: string;
  /** Address with the server's own origin. */
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const BODY_LIMIT = 50_000_000;

/** A server on the loopback interface; a port of 0 takes any free one. */
export async function listen(
  port: number,
  listener: RequestListener,
): Promise<{server: Server; port: number}> {
  const server = createServer({keepAliveTimeout: 30_000}, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {server, port: (server.address() as AddressInfo).port};
}

/** Stops a server at once, open connections included. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export async function readAsk(request: IncomingMessage, origin: string): Promise<Ask> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('The request body is too large.');
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', origin),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: {'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers},
    body: JSON.stringify(value),
  };
}

export function page(status: number, html: string): Reply {
  return {
    status,
    headers: {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store'},
    body: html,
  };
}

export function redirect(location: string): Reply {
  return {status: 302, headers: {Location: location, 'Cache-Control': 'no-store'}, body: ''};
}

export function send(response: ServerResponse, reply: Reply): void {
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  const bare = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, bare ? reply.headers : {...reply.headers, 'Content-Length': body.length});
  response.end(bare ? undefined : body);
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Waits; a test's sandbox has no latency and never calls this. */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
