/**
 * SMART App Launch for a page of one's own: `startLaunch` on the launch address, `completeLaunch` on the redirect
 * address, which gives a transport for `<isp-panel>`. Needs the package `fhirclient`; when bundling, let `cross-fetch`
 * point at `fhirclientFetch`'s module, so that fhirclient sends nothing on its own.
 */
export {parseSite, readSite, type ParsedSite, type Site} from './config/site.ts';
export type {CountingConfig} from './domain/counting-config.ts';
export {endpointOrigins, findIssuer, type Issuer} from './config/issuer.ts';
export type {SiteNotice} from './config/reader.ts';
export {withAppState} from './smart/app-state.ts';
export type {LaunchProblem} from './smart/launch-problem.ts';
export type {Page} from './smart/page.ts';
export {completeLaunch, type CompletionOptions} from './smart/session.ts';
export type {SmartContext} from './smart/smart-context.ts';
export {readSmartStyle} from './smart/smart-style-file.ts';
export type {SmartSession} from './smart/smart-session.ts';
export {
  createWebMessaging,
  readMessaging,
  type Activity,
  type MessagingLaunch,
  type WebMessaging,
} from './smart/web-messaging.ts';
export {startLaunch, type LaunchOptions} from './smart/start-launch.ts';
export {
  handBack,
  prepareSignInWindow,
  type HandBackEvent,
  type OpenedPage,
  type OpenerPage,
  type WindowSignIn,
} from './smart/sign-in-window.ts';
export type {EndReason} from './smart/token-keeper.ts';
