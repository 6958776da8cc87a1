import type {ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import type {FaultRule} from './faults.ts';
import {outcomeReply} from './fhir/fhir-server.ts';
import type {Store} from './fhir/store.ts';
import {page, wait, type Ask, type Reply} from './http.ts';
import {isObject, isResource, type Resource} from './json.ts';

const STATUS_TEXTS: Readonly<Record<string, readonly [code: string, text: string]>> = {
  '400': ['invalid', 'The request is not understood.'],
  '401': ['login', 'The access token is not valid.'],
  '403': ['forbidden', 'This is not allowed.'],
  '404': ['not-found', 'This is not known.'],
  '409': ['conflict', 'The record was changed by somebody else.'],
  '410': ['deleted', 'This was removed.'],
  '412': ['conflict', 'The version is not the current one.'],
  '422': ['business-rule', 'A rule of this record system refuses the value.'],
  '429': ['throttled', 'Too many requests.'],
  '500': ['exception', 'The record system failed.'],
  '502': ['transient', 'A server between did not get an answer.'],
  '503': ['transient', 'The record system is not available at the moment.'],
  '504': ['timeout', 'A server between waited too long for an answer.'],
};

/**
 * Plays what happens instead of an answer, before anything took place. Null: go on; 'gone': the connection is (or will
 * be) cut and nothing must be sent.
 */
export async function playBefore(
  rule: FaultRule,
  ask: Ask,
  socket: Socket,
  response: ServerResponse,
): Promise<Reply | 'gone' | null> {
  switch (rule.kind) {
    case 'reset':
      socket.resetAndDestroy();
      return 'gone';
    case 'close':
      socket.destroy();
      return 'gone';
    case 'hang':
      await new Promise((resolve) => response.once('close', resolve));
      return 'gone';
    case 'slow':
      await wait(rule.ms ?? 2_000);
      return null;
    case 'html200':
      return page(200, '<!doctype html><title>Sign in</title><form>Your session is over. Sign in.</form>');
    case 'empty200':
      return {status: 200, headers: {'Content-Type': 'application/fhir+json'}, body: ''};
    case 'outcome200':
      return outcomeReply(200, [
        {severity: 'error', code: 'processing', text: 'The search could not be carried out.'},
      ]);
    case 'redirect':
      return {status: 302, headers: {Location: `${ask.url.origin}/elsewhere`}, body: ''};
    default:
      return playStatus(rule, ask);
  }
}

function playStatus(rule: FaultRule, ask: Ask): Reply | null {
  const entry = STATUS_TEXTS[rule.kind];
  if (entry === undefined) return null;
  const [code, text] = entry;
  const headers: Record<string, string> = {};
  if (rule.kind === '429' || rule.kind === '503') headers['Retry-After'] = String(rule.retryAfter ?? 1);
  if (rule.kind === '401') headers['WWW-Authenticate'] = 'Bearer error="invalid_token"';
  const type = /\/fhir\/([A-Z][A-Za-z]+)/.exec(ask.url.pathname)?.[1] ?? 'Bundle';
  const place = rule.kind === '422' ? {expression: rule.expression ?? `${type}.description`} : {};
  return outcomeReply(Number(rule.kind), [{severity: 'error', code, text, ...place}], headers);
}

/** Changes an answer, or cuts the connection, after whatever was asked took place. */
export function playAfter(
  rule: FaultRule,
  reply: Reply,
  patientId: string | undefined,
  store: Store,
  response: ServerResponse,
): Reply | 'gone' {
  switch (rule.kind) {
    case 'drop-after-write':
      response.socket?.resetAndDestroy();
      return 'gone';
    case 'truncated': {
      const body = Buffer.from(reply.body as string);
      response.writeHead(reply.status, {
        ...reply.headers,
        'Access-Control-Allow-Origin': '*',
        'Content-Length': body.length,
      });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return 'gone';
    }
    case 'other-patient':
      return slipIn(reply, patientId, store);
    default:
      return reply;
  }
}

/** Puts a resource of another patient into a search's answer, or in the place of the one that was read. */
function slipIn(reply: Reply, patientId: string | undefined, store: Store): Reply {
  const body: unknown = reply.status === 200 ? JSON.parse(reply.body as string) : null;
  if (!isResource(body)) return reply;
  if (body.resourceType !== 'Bundle') {
    const other = ofAnother(store, body.resourceType, patientId);
    return other === undefined ? reply : {...reply, body: JSON.stringify(other)};
  }
  const entries = Array.isArray(body.entry) ? (body.entry as unknown[]) : [];
  const first = entries.find((entry) => isObject(entry) && isResource(entry.resource));
  const asked = /\/([A-Z][A-Za-z]+)(?:\?|$)/.exec(JSON.stringify(body.link ?? ''))?.[1];
  const type = isObject(first) ? (first.resource as Resource).resourceType : asked;
  const other = type === undefined ? undefined : ofAnother(store, type, patientId);
  if (other === undefined) return reply;
  body.entry = [{resource: other, search: {mode: 'match'}}, ...entries];
  return {...reply, body: JSON.stringify(body)};
}

function ofAnother(store: Store, type: string, patientId: string | undefined): Resource | undefined {
  return store.list(type).find((resource) => {
    const patients = store.patientsOf(resource);
    return patients.length > 0 && !patients.includes(patientId ?? '');
  });
}
