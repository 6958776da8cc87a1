import {randomBytes} from 'node:crypto';
import {checkAuthorize, checkCode, checkRefresh} from './authorize-checks.ts';
import type {IdTokens} from './id-token.ts';
import type {Launch, Launches} from './launches.ts';
import {askPage, errorPage, pickerPage, type PickablePatient} from './pages.ts';
import {parseScope} from './scopes.ts';
import type {Session, Tokens} from './tokens.ts';
import {rightsOf} from './grant.ts';
import type {Personality} from '../fhir/personality.ts';
import {json, page, redirect, type Ask, type Reply} from '../http.ts';

/** What the server needs of the sandbox around it. */
export interface AuthSetting {
  readonly clientId: string;
  readonly redirectUris: () => readonly string[];
  readonly launches: Launches;
  readonly tokens: Tokens;
  readonly idTokens: IdTokens;
  readonly patients: () => readonly PickablePatient[];
  /** Who signs in, as claims (`name` …) and as a reference below the FHIR base. */
  readonly user: {readonly reference: string; readonly claims: Readonly<Record<string, unknown>>};
  readonly now: () => Date;
}

interface Pending {
  readonly launch: Launch;
  readonly query: URLSearchParams;
}

const KNOWN_CONTEXT = ['launch', 'launch/patient', 'launch/encounter', 'openid', 'fhirUser', 'profile'];
const REFRESHING = ['online_access', 'offline_access'];

/** A SMART App Launch 2.2 authorization server: EHR and standalone launch, PKCE S256, public client, rotation. */
export class AuthServer {
  readonly #setting: AuthSetting;
  readonly #pending = new Map<string, Pending>();
  readonly #states = new Set<string>();

  constructor(setting: AuthSetting) {
    this.#setting = setting;
  }

  /** `GET authorize`: sends the browser back with a code, or to a page that asks first. */
  authorize(personality: Personality, base: string, query: URLSearchParams): Reply {
    const {clientId, redirectUris, launches} = this.#setting;
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== clientId) return errorPage('The client_id is not registered.');
    if (!redirectUris().includes(redirectUri)) return errorPage('The redirect_uri is not registered.');
    const refuse = (error: string, text: string) => this.#back(query, {error, error_description: text});
    const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
    const token = query.get('launch');
    let launch: Launch | undefined;
    if (token !== null) {
      launch = launches.byToken(token);
      if (launch?.personality !== personality.name)
        return refuse('invalid_request', 'The launch is not known.');
    } else if (scopes.includes('launch/patient')) {
      launch = launches.add(personality.name, null, this.#setting.user.reference);
    } else {
      return refuse('invalid_request', 'Neither a launch nor the scope launch/patient was given.');
    }
    checkAuthorize(launch, query, base, clientId, this.#states);
    const wrong = wrongRequest(query, base);
    if (wrong !== null) return refuse('invalid_request', wrong);
    if (
      !scopes.every(
        (scope) => isSpoken(scope, personality) || [...KNOWN_CONTEXT, ...REFRESHING].includes(scope),
      )
    ) {
      return refuse('invalid_scope', 'A scope is not known.');
    }
    if (launch.used) return refuse('invalid_request', 'This launch was used before.');
    if (launch.patientId !== null && launch.options.ask !== true)
      return this.#approve(launch, query, personality);
    const id = randomBytes(12).toString('base64url');
    this.#pending.set(id, {launch, query});
    return page(
      200,
      launch.patientId === null ? pickerPage(id, this.#setting.patients()) : askPage(id, scopes),
    );
  }

  /** `GET choose`: the answer of the page that asked. */
  choose(personality: Personality, query: URLSearchParams): Reply {
    const id = query.get('request') ?? '';
    const pending = this.#pending.get(id);
    if (pending === undefined) return errorPage('This page was used before. Launch again.');
    this.#pending.delete(id);
    if (query.get('allow') === 'no') {
      return this.#back(pending.query, {error: 'access_denied', error_description: 'The person refused.'});
    }
    const patient = query.get('patient');
    if (pending.launch.patientId === null) {
      if (!this.#setting.patients().some((one) => one.id === patient))
        return errorPage('This patient is not known.');
      pending.launch.patientId = patient;
    }
    return this.#approve(pending.launch, pending.query, personality);
  }

  /** `POST token`: code or refresh token to tokens. */
  token(personality: Personality, base: string, ask: Ask): Reply {
    const form = new URLSearchParams(ask.body);
    const clientId = form.get('client_id');
    if (form.get('grant_type') === 'authorization_code') {
      const code = form.get('code') ?? '';
      checkCode(this.#setting.tokens.peek(code), form, ask, this.#setting.clientId);
      const result = this.#setting.tokens.redeem(
        code,
        clientId ?? '',
        form.get('redirect_uri') ?? '',
        form.get('code_verifier') ?? '',
      );
      if (typeof result !== 'string') return this.#tokens(personality, base, result, null);
      const authorization = this.#setting.tokens.peek(code);
      authorization?.launch.checks.record('code-once', false, result);
      return tokenError('invalid_grant', `The code was not accepted: ${result}.`);
    }
    if (form.get('grant_type') === 'refresh_token') {
      const token = form.get('refresh_token') ?? '';
      const launch = this.#setting.tokens.launchOfRefresh(token);
      const once = personality.tokens.refresh === 'rotates';
      const result = this.#setting.tokens.refresh(token, clientId, once);
      checkRefresh(launch, result, ask);
      if (typeof result !== 'string') return this.#tokens(personality, base, result, 'refresh');
      return tokenError('invalid_grant', `The refresh token was not accepted: ${result}.`);
    }
    return tokenError('unsupported_grant_type', 'Only authorization_code and refresh_token are supported.');
  }

  #approve(launch: Launch, query: URLSearchParams, personality: Personality): Reply {
    launch.used = true;
    const code = this.#setting.tokens.code({
      launch,
      patientId: launch.patientId as string,
      clientId: query.get('client_id') as string,
      redirectUri: query.get('redirect_uri') as string,
      scopes: grant(query, launch, personality),
      codeChallenge: query.get('code_challenge') as string,
      nonce: query.get('nonce'),
    });
    return this.#back(query, {code});
  }

  /** Back to the app, with the very state it sent. */
  #back(query: URLSearchParams, answer: Record<string, string>): Reply {
    const url = new URL(query.get('redirect_uri') as string);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    const state = query.get('state');
    if (state !== null) url.searchParams.set('state', state);
    return redirect(url.href);
  }

  #tokens(personality: Personality, base: string, session: Session, kind: 'refresh' | null): Reply {
    const {launch, scopes, patientId} = session;
    const {options} = launch;
    const {refresh, life: usual} = personality.tokens;
    const {token, life} = this.#setting.tokens.access(session, usual);
    const asked = scopes.some((scope) => REFRESHING.includes(scope));
    const refreshes = asked && (refresh === 'rotates' || (refresh === 'stays' && kind === null));
    const openId = scopes.includes('openid') && kind === null;
    return json(
      200,
      {
        access_token: token,
        token_type: 'Bearer',
        ...(options.omitExpiresIn ? {} : {expires_in: life}),
        ...(options.omitScope ? {} : {scope: scopes.join(' ')}),
        ...(refreshes ? {refresh_token: this.#setting.tokens.refreshToken(session)} : {}),
        ...(openId ? {id_token: this.#idToken(base, session)} : {}),
        patient: patientId,
        ...(options.encounterId === undefined ? {} : {encounter: options.encounterId}),
        need_patient_banner: options.needPatientBanner ?? true,
        ...(options.intent === undefined ? {} : {intent: options.intent}),
        ...(options.fhirContext === undefined ? {} : {fhirContext: options.fhirContext}),
        ...(options.hostStyle ? {smart_style_url: `${base.replace(/\/fhir$/, '')}/smart-style.json`} : {}),
        tenant: 'sandbox',
      },
      {Pragma: 'no-cache'},
    );
  }

  #idToken(base: string, {nonce, clientId, scopes, launch}: Session): string {
    const seconds = Math.floor(this.#setting.now().getTime() / 1000);
    return this.#setting.idTokens.make({
      iss: base,
      sub: launch.user.replace('/', '-'),
      aud: clientId,
      iat: seconds,
      exp: seconds + 300,
      ...(nonce === null ? {} : {nonce}),
      ...(scopes.includes('fhirUser') ? {fhirUser: `${base}/${launch.user}`} : {}),
      ...this.#setting.user.claims,
    });
  }
}

/** The scopes that are granted: what was asked, less what the system cannot do and what the launch denies. */
function grant(query: URLSearchParams, launch: Launch, personality: Personality): string[] {
  const denied = launch.options.denyScopes ?? [];
  return (query.get('scope') ?? '')
    .split(' ')
    .filter((scope) => scope !== '' && !denied.some((start) => scope.startsWith(start)))
    .flatMap((scope) => rightsOf(scope, personality) ?? []);
}

/** A resource scope in a syntax that the system speaks. */
function isSpoken(scope: string, {scopes}: Personality): boolean {
  const syntax = /\.(read|write|\*)$/.test(scope) ? 'v1' : 'v2';
  return parseScope(scope) !== null && scopes.versions.includes(syntax);
}

function wrongRequest(query: URLSearchParams, base: string): string | null {
  if (query.get('response_type') !== 'code') return 'response_type must be "code".';
  if (query.get('aud')?.replace(/\/$/, '') !== base) return 'aud must be the FHIR base of this server.';
  if (query.get('code_challenge_method') !== 'S256') return 'PKCE with S256 is required.';
  if (!/^[A-Za-z0-9_-]{43}$/.test(query.get('code_challenge') ?? ''))
    return 'The code_challenge is not a S256 one.';
  if ((query.get('state') ?? '') === '') return 'A state is required.';
  return null;
}

function tokenError(error: string, text: string): Reply {
  return json(400, {error, error_description: text}, {Pragma: 'no-cache'});
}
