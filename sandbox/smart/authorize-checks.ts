import type {Launch} from './launches.ts';
import {parseScope} from './scopes.ts';
import type {Authorization, Refusal, Session} from './tokens.ts';
import type {Ask} from '../http.ts';

const STANDARD_FIELDS = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'aud',
  'launch',
  'code_challenge',
  'code_challenge_method',
  'nonce',
];

/** Records what the authorization request shows of the client (SMART App Launch 2.2, sections 2.0.6 and 2.0.9). */
export function checkAuthorize(
  launch: Launch,
  query: URLSearchParams,
  base: string,
  clientId: string,
  states: Set<string>,
): void {
  const {checks} = launch;
  const state = query.get('state') ?? '';
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
  const needed = launch.token === null ? 'launch/patient' : 'launch';
  checks.record(
    'response-type',
    query.get('response_type') === 'code',
    query.get('response_type') ?? 'absent',
  );
  checks.record('client-id', query.get('client_id') === clientId);
  checks.record('redirect-uri', true);
  checks.record('launch', query.get('launch') === launch.token);
  checks.record('launch-scope', scopes.includes(needed), scopes.join(' '));
  checks.record(
    'state',
    entropyBits(state) >= 122 && !states.has(state),
    `${entropyBits(state)} bits at most`,
  );
  states.add(state);
  checks.record('aud', query.get('aud')?.replace(/\/$/, '') === base, query.get('aud') ?? 'absent');
  const s256 = query.get('code_challenge_method') === 'S256';
  checks.record('pkce', s256 && /^[A-Za-z0-9_-]{43}$/.test(query.get('code_challenge') ?? ''));
  const extra = [...query.keys()].filter((name) => !STANDARD_FIELDS.includes(name));
  checks.record('no-extra-fields', extra.length === 0, extra.join(', '));
  const odd = scopes.filter(
    (scope) => scope.includes('/') && !scope.startsWith('launch/') && badScope(scope),
  );
  checks.record('scope-form', odd.length === 0 && new Set(scopes).size === scopes.length, odd.join(' '));
}

/** Records what the exchange of a code shows (section 2.0.11). */
export function checkCode(
  authorization: Authorization | undefined,
  form: URLSearchParams,
  ask: Ask,
  clientId: string,
): void {
  const checks = authorization?.launch.checks;
  if (checks === undefined) return;
  const type = ask.headers['content-type'] ?? '';
  checks.record('token-form', type.startsWith('application/x-www-form-urlencoded'), type);
  checks.record('verifier', /^[A-Za-z0-9\-._~]{43,128}$/.test(form.get('code_verifier') ?? ''));
  const secret = form.has('client_secret') || ask.headers.authorization !== undefined;
  checks.record('no-secret', form.get('client_id') === clientId && !secret);
  checks.record('code-once', true);
}

/** Records what the use of a refresh token shows (section 2.0.15). */
export function checkRefresh(launch: Launch | undefined, result: Session | Refusal, ask: Ask): void {
  const passed = typeof result !== 'string' && ask.headers.authorization === undefined;
  launch?.checks.record('refresh', passed, typeof result === 'string' ? result : 'an Authorization header');
}

/** The most bits of chance that a text of this alphabet and length can hold. */
export function entropyBits(text: string): number {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text)) return 122;
  const alphabet = /^[0-9]*$/.test(text) ? 10 : /^[0-9a-f-]*$/i.test(text) ? 16 : 64;
  return Math.floor(text.length * Math.log2(alphabet));
}

function badScope(scope: string): boolean {
  const parsed = parseScope(scope);
  return parsed === null || parsed.type === '*';
}
