import {findIssuer} from '../config/issuer.ts';
import type {Site} from '../config/site.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {discover} from './endpoints.ts';
import type {FrameLaunch} from './exchange.ts';
import {readLaunchAddress, readRedirectAnswer} from './launch-address.ts';
import type {LaunchProblem} from './launch-problem.ts';
import {cleanAddress, launchStore} from './launch-store.ts';
import {isFramedByStranger, type Page} from './page.ts';
import {takeAnswer, type CompletionOptions} from './session.ts';
import type {SmartSession} from './smart-session.ts';
import {hasWebCrypto, prepareLaunch, redirectAddress} from './start-launch.ts';

/** What the window of its own sends to the page that opened it: the query of the redirect address. */
interface HandedBack {
  readonly type: typeof handBackType;
  readonly answer: string;
}

const handBackType = 'isp-sign-in';

/** A page that opens the window and waits for its message. */
export interface OpenerPage extends Page {
  open(url: string, target: string, features: string): {close(): void} | null;
  addEventListener(type: 'message', listener: (event: HandBackEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: HandBackEvent) => void): void;
}

/** The part of a MessageEvent that is looked at. */
export interface HandBackEvent {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** A sign-in that is ready for the click. */
export interface WindowSignIn {
  /**
   * Opens the window; call it in the handler of a click, or the browser stops it. False when it was stopped all the same.
   * Opened again, only the newest window is listened to.
   */
  open(): boolean;
  /** The session, or why there is none; settles with the first answer to this very sign-in. */
  readonly done: Promise<Result<SmartSession, LaunchProblem>>;
}

/**
 * Prepares a launch whose person signs in in a window of its own: for frames in which the browser keeps nothing, and for
 * sign-in pages that refuse to be framed. State, nonce and verifier stay in the memory of this page; nothing is stored
 * before the chart is open. `href` is the launch address. Nothing is sent before its issuer is known to be on the list.
 */
export async function prepareSignInWindow(
  page: OpenerPage,
  site: Site,
  href: string,
  options: CompletionOptions & {readonly redirect?: string} = {},
): Promise<Result<WindowSignIn, LaunchProblem>> {
  const now = options.now ?? Date.now;
  const address = readLaunchAddress(href);
  if (!address.ok) return address;
  const issuer = findIssuer(site.issuers, address.value.iss);
  if (!issuer) return err({kind: 'unknown-issuer'});
  if (isFramedByStranger(page, site.frameAncestors)) return err({kind: 'framed-by-stranger'});
  if (!hasWebCrypto()) return err({kind: 'not-secure'});
  const endpoints = await discover(issuer, options.fetch);
  if (!endpoints.ok) return endpoints;
  const key = crypto.randomUUID();
  const redirect = redirectAddress(page, options.redirect ?? 'index.html');
  const grounds = {site, issuer, endpoints: endpoints.value, redirect, now};
  const {url, pending} = await prepareLaunch(grounds, address.value, key);
  const frame: FrameLaunch = {
    page,
    site,
    store: launchStore(page, now()),
    key,
    issuer,
    fetch: options.fetch,
    now,
  };

  let opened: {close(): void} | null = null;
  const done = new Promise<Result<SmartSession, LaunchProblem>>((resolve) => {
    const listen = (event: HandBackEvent): void => {
      // Only this origin's own page, in the very window that was opened, with the state of this sign-in.
      if (opened === null || event.source !== opened || event.origin !== new URL(redirect).origin) return;
      if (!isHandedBack(event.data)) return;
      const answer = readRedirectAnswer(new URL(event.data.answer, redirect).href);
      if (!answer.ok || answer.value?.state !== key) return;
      page.removeEventListener('message', listen);
      opened.close();
      opened = null;
      cleanAddress(page, key);
      resolve(takeAnswer(frame, pending, answer.value));
    };
    page.addEventListener('message', listen);
  });
  return ok({
    open() {
      opened = page.open(url, '_blank', 'popup,width=560,height=720');
      return opened !== null;
    },
    done,
  });
}

/** A page that was opened by another one. */
export interface OpenedPage {
  readonly opener: {postMessage(message: HandedBack, targetOrigin: string): void} | null;
  close(): void;
}

/**
 * In the window: hands the answer of the authorization server to the page that opened it, if that is of this very origin
 * (the browser delivers it to no other), and closes. False when there is no answer or nobody to give it to.
 */
export function handBack(window: OpenedPage, address: string): boolean {
  const {origin, search} = new URL(address);
  const answer = readRedirectAnswer(address);
  if (!answer.ok || answer.value === null || window.opener === null) return false;
  window.opener.postMessage({type: handBackType, answer: search}, origin);
  window.close();
  return true;
}

function isHandedBack(data: unknown): data is HandedBack {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('answer' in data)) return false;
  return data.type === handBackType && typeof data.answer === 'string' && data.answer.startsWith('?');
}
