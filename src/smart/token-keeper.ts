import {TransportError} from '../fhir/transport.ts';
import type {TokenReason} from '../transport/fetch-transport.ts';

/** Access of one session. Times are epoch milliseconds; `expiresAt` null means: use it until the server refuses it. */
export interface Tokens {
  readonly access: string;
  /** Lives in memory only. */
  readonly refresh: string | null;
  readonly issuedAt: number;
  readonly expiresAt: number | null;
}

/** What the token endpoint made of a refresh. */
export type Renewal =
  | {readonly kind: 'renewed'; readonly tokens: Tokens}
  /** No answer, or the server is in trouble: the tokens are kept, and tried again later. */
  | {readonly kind: 'later'}
  /** It will never renew this one, but what we hold goes on to be good. */
  | {readonly kind: 'never'}
  | {readonly kind: 'ended'; readonly why: EndReason};

/** Why a session ended. */
export type EndReason = 'expired' | 'revoked' | 'other-patient' | 'closed';

export interface TokenKeeperOptions {
  readonly tokens: Tokens;
  readonly renew: (refreshToken: string) => Promise<Renewal>;
  /** Holds a lock across tabs while `work` runs. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly onRenewed: (tokens: Tokens) => void;
  readonly onEnd: (why: EndReason) => void;
}

export interface TokenKeeper {
  /** As `FetchTransportOptions.getToken`. */
  getToken(reason: TokenReason, rejected?: string): Promise<string | null>;
  end(why: EndReason): void;
}

const second = 1000;

/** Holds the access token and renews it: one renewal at a time, before a write, and when four fifths of its life are over. */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const {now} = options;
  let tokens = options.tokens;
  let ended = false;
  let flight: Promise<void> | null = null;
  let notBefore = 0;
  let renewedAt = -Infinity;

  function end(why: EndReason): void {
    if (ended) return;
    ended = true;
    tokens = {...tokens, access: '', refresh: null};
    options.onEnd(why);
  }

  const left = () => (tokens.expiresAt === null ? Infinity : tokens.expiresAt - now());
  const ageing = () => tokens.expiresAt !== null && left() < (tokens.expiresAt - tokens.issuedAt) / 5;

  async function renewOnce(): Promise<void> {
    const refresh = tokens.refresh;
    if (refresh === null || ended) return;
    const result = await options.renew(refresh);
    if (ended) return;
    switch (result.kind) {
      case 'renewed':
        // A server that does not rotate sends no new refresh token: the old one stays good.
        tokens = {...result.tokens, refresh: result.tokens.refresh ?? refresh};
        renewedAt = now();
        options.onRenewed(tokens);
        return;
      case 'later':
        notBefore = now() + 10 * second;
        return;
      case 'never':
        tokens = {...tokens, refresh: null};
        return;
      case 'ended':
        end(result.why);
    }
  }

  function renew(): Promise<void> {
    flight ??= options.exclusively(renewOnce).finally(() => (flight = null));
    return flight;
  }

  /** The token if it is still good; null, and the end, if not. No answer from the server is not an end. */
  function current(): string | null {
    if (ended) return null;
    if (left() > 0) return tokens.access;
    if (tokens.refresh !== null) throw new TransportError('network');
    end('expired');
    return null;
  }

  return {
    end,
    async getToken(reason, rejected) {
      if (ended) return null;
      if (reason === 'refresh') {
        if (rejected !== tokens.access) return tokens.access;
        // A token that was just renewed cannot have run out: the server refuses this one resource. The first token of a
        // launch may have been ended by the server, so it gets one renewal.
        const fresh = now() - renewedAt < 30 * second;
        if (tokens.refresh === null || fresh) return left() > 0 ? null : current();
        await renew();
        if (!ended && tokens.access === rejected && tokens.refresh !== null)
          throw new TransportError('network');
        return ended || tokens.access === rejected ? null : tokens.access;
      }
      if (tokens.refresh !== null) {
        const soon = reason === 'write' && left() < 60 * second;
        if (left() <= 5 * second || soon) await renew();
        else if (ageing() && now() >= notBefore) void renew();
      }
      return current();
    },
  };
}
