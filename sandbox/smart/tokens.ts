import {createHash, randomBytes, timingSafeEqual} from 'node:crypto';
import type {Launch} from './launches.ts';
import {Permissions} from './scopes.ts';

/** What an approved authorization request asked for. */
export interface Authorization {
  readonly launch: Launch;
  readonly patientId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly codeChallenge: string;
  readonly nonce: string | null;
}

export interface Session extends Authorization {
  readonly permissions: Permissions;
}

interface Access {
  readonly session: Session;
  expiresAt: number;
}

const CODE_LIFE_MS = 60_000;
const DEFAULT_TOKEN_LIFE_S = 600;

/** Why a code or refresh token was not taken. */
export type Refusal = 'unknown' | 'used' | 'expired' | 'client' | 'redirect' | 'verifier';

/** Codes, access tokens and refresh tokens of this run, in memory. */
export class Tokens {
  readonly #now: () => Date;
  readonly #codes = new Map<string, {authorization: Authorization; expiresAt: number; used: boolean}>();
  readonly #access = new Map<string, Access>();
  readonly #refresh = new Map<string, {session: Session; used: boolean}>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** A code that lives 60 s and holds the characters that badly written clients break on. */
  code(authorization: Authorization): string {
    const code = `${randomBytes(24).toString('base64')}+/=&`;
    this.#codes.set(code, {authorization, expiresAt: this.#time() + CODE_LIFE_MS, used: false});
    return code;
  }

  /** The authorization behind a code, without using it up. */
  peek(code: string): Authorization | undefined {
    return this.#codes.get(code)?.authorization;
  }

  /** Exchanges a code, once. A second attempt also revokes what the first one gave (RFC 6749 4.1.2). */
  redeem(code: string, clientId: string, redirectUri: string, verifier: string): Session | Refusal {
    const found = this.#codes.get(code);
    if (found === undefined) return 'unknown';
    const {authorization} = found;
    if (found.used) {
      this.#revoke(authorization.launch);
      return 'used';
    }
    if (found.expiresAt <= this.#time()) return 'expired';
    if (authorization.clientId !== clientId) return 'client';
    if (authorization.redirectUri !== redirectUri) return 'redirect';
    found.used = true;
    if (!matchesChallenge(verifier, authorization.codeChallenge)) return 'verifier';
    return {...authorization, permissions: new Permissions(authorization.scopes)};
  }

  /** A new access token and its life in seconds; `usual` unless the launch asks for another one. */
  access(session: Session, usual = DEFAULT_TOKEN_LIFE_S): {token: string; life: number} {
    const life = session.launch.options.tokenLife ?? usual;
    const token = randomBytes(32).toString('base64url');
    this.#access.set(token, {session, expiresAt: this.#time() + life * 1000});
    return {token, life};
  }

  refreshToken(session: Session): string {
    const token = randomBytes(32).toString('base64url');
    this.#refresh.set(token, {session, used: false});
    return token;
  }

  /** Takes a refresh token, once unless said otherwise. Reuse means theft: everything of the launch ends. */
  refresh(token: string, clientId: string | null, once = true): Session | Refusal {
    const found = this.#refresh.get(token);
    if (found === undefined) return 'unknown';
    if (clientId !== found.session.clientId) return 'client';
    if (found.used) {
      this.#revoke(found.session.launch);
      return 'used';
    }
    found.used = once;
    return found.session;
  }

  /** Whose launch a refresh token is, used or not. */
  launchOfRefresh(token: string): Launch | undefined {
    return this.#refresh.get(token)?.session.launch;
  }

  bearer(token: string): {session: Session; expired: boolean} | undefined {
    const found = this.#access.get(token);
    return found && {session: found.session, expired: found.expiresAt <= this.#time()};
  }

  /** Ends an access token before its time. */
  expire(token: string): void {
    const found = this.#access.get(token);
    if (found !== undefined) found.expiresAt = 0;
  }

  /** Ends all access tokens of a launch, or of all; refresh tokens stay. */
  expireAll(launchId?: string): void {
    for (const access of this.#access.values()) {
      if (launchId === undefined || access.session.launch.id === launchId) access.expiresAt = 0;
    }
  }

  #revoke(launch: Launch): void {
    for (const [token, {session}] of this.#access) if (session.launch === launch) this.#access.delete(token);
    for (const [token, {session}] of this.#refresh)
      if (session.launch === launch) this.#refresh.delete(token);
  }

  #time(): number {
    return this.#now().getTime();
  }
}

/** S256 of RFC 7636. */
export function matchesChallenge(verifier: string, challenge: string): boolean {
  const made = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const asked = Buffer.from(challenge);
  return made.length === asked.length && timingSafeEqual(made, asked);
}
