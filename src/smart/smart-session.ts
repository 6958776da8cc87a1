import type {Issuer} from '../config/issuer.ts';
import type {Transport} from '../fhir/transport.ts';
import {createFetchTransport} from '../transport/fetch-transport.ts';
import type {Fetch} from '../transport/send.ts';
import type {Wishes} from './launch-address.ts';
import type {OpenLaunch} from './launch-store.ts';
import type {Page} from './page.ts';
import type {SmartContext} from './smart-context.ts';
import {refreshTokens} from './token-endpoint.ts';
import {createTokenKeeper, type EndReason, type Tokens} from './token-keeper.ts';

/** An open chart: who, with which rights, and the way to its record. Tokens do not leave it. */
export interface SmartSession {
  readonly fhirBase: string;
  readonly context: SmartContext;
  /** Granted scopes; those asked for when the server did not say. */
  readonly scopes: string;
  readonly transport: Transport;
  /** What the launch address asked for: language and theme. */
  readonly wishes: Wishes;
  /** Forgets the tokens and what was kept of this launch. */
  end(): void;
  /** Calls `listener` once when the session ends, whoever ends it. */
  onEnd(listener: (why: EndReason) => void): void;
}

export interface SessionOptions {
  readonly page: Page;
  readonly key: string;
  readonly launch: OpenLaunch;
  readonly tokens: Tokens;
  readonly tokenUri: string;
  readonly issuer: Issuer;
  readonly httpCache: 'default' | 'no-store';
  readonly save: (entry: OpenLaunch) => void;
  readonly forget: () => void;
  readonly fetch: Fetch | undefined;
  readonly now: () => number;
}

/** Makes the session of an open launch and keeps its access token up to date in the tab's store. */
export function openSession(options: SessionOptions): SmartSession {
  const {launch, issuer, fetch, now, key, page} = options;
  const listeners: ((why: EndReason) => void)[] = [];
  const keeper = createTokenKeeper({
    tokens: options.tokens,
    now,
    renew: (refreshToken) =>
      refreshTokens(refreshToken, {
        tokenUri: options.tokenUri,
        clientId: issuer.clientId,
        patientId: launch.context.patientId,
        now,
        fetch,
      }),
    exclusively: (work) => underLock(page, `isp-refresh:${key}`, work),
    onRenewed: (tokens) => save(tokens),
    onEnd: (why) => {
      options.forget();
      for (const listener of listeners.splice(0)) listener(why);
    },
  });
  function save(tokens: Tokens): void {
    const {access: accessToken, expiresAt, issuedAt: at} = tokens;
    options.save({...launch, at, accessToken, expiresAt});
  }
  save(options.tokens);
  return {
    fhirBase: issuer.fhirBase,
    context: launch.context,
    scopes: launch.scopes,
    wishes: launch.wishes,
    transport: createFetchTransport({
      base: issuer.fhirBase,
      getToken: (reason, rejected) => keeper.getToken(reason, rejected),
      httpCache: options.httpCache,
      ...(fetch ? {fetch} : {}),
    }),
    end: () => keeper.end('closed'),
    onEnd: (listener) => void listeners.push(listener),
  };
}

/** Runs alone over all tabs of the browser, where it can lock; else alone in this page. */
async function underLock(page: Page, name: string, work: () => Promise<void>): Promise<void> {
  let begun = false;
  const once = () => {
    begun = true;
    return work();
  };
  try {
    if (page.navigator.locks) await page.navigator.locks.request(name, once);
  } catch (error) {
    // Frames of an opaque origin have no locks.
    if (begun) throw error;
  }
  if (!begun) await work();
}
