// The redirect address: the code is exchanged while the panel's code is still on its way, then the panel opens.
import type {ParsedSite, SmartSession} from '../src/smart.ts';
import {allowsAppState} from '../src/smart/scopes.ts';
import {completeLaunch} from '../src/smart/session.ts';
import {builtSite} from './built-site.ts';
import {pageTitle} from './page-title.ts';
import {preferredLanguage} from './preferred-language.ts';

const built = builtSite(document);
const address = location.href;
const completing = completeLaunch(window, built.site);
const defining = import('../src/define.ts');
const launched = await completing;
const session = launched.ok
  ? launched.value
  : await (await import('./recover.ts')).recover(launched.error, address, built.site);
if (session) {
  const [settled] = await Promise.all([settle(session), defining]);
  openPanel(session, settled);
}

/** What the record system has decided is known before anything is counted: a number that corrects itself was wrong. */
async function settle(session: SmartSession): Promise<ParsedSite> {
  if (!allowsAppState(session.scopes)) return built;
  const code = await import('../src/smart/app-state.ts').catch(() => null);
  return code
    ? code.withAppState(session, built)
    : {...built, notices: [...built.notices, {path: 'smart-app-state', kind: 'unreadable'}]};
}

function openPanel(session: SmartSession, {site, notices}: ParsedSite): void {
  const {context, wishes} = session;
  const language = preferredLanguage(wishes.lang, site);
  document.documentElement.lang = language;
  if (wishes.theme === 'dark') document.documentElement.dataset['theme'] = 'dark';
  const panel = document.createElement('isp-panel');
  panel.config = {...site, notices};
  panel.fhirBase = session.fhirBase;
  panel.lang = language;
  panel.theme = wishes.theme ?? 'light';
  panel.encounter = context.encounterId;
  panel.user = context.user;
  panel.banner = context.needPatientBanner ? 'full' : 'none';
  panel.intent = context.intent;
  panel.scopes = session.scopes;
  panel.readonly = !site.features.write;
  panel.transport = session.transport;
  panel.patient = context.patientId;
  document.title = pageTitle[language];
  const heading = document.createElement('h1');
  heading.className = 'visually-hidden';
  heading.textContent = document.title;
  const main = document.createElement('main');
  main.append(heading, panel);
  document.querySelector('main')?.replaceWith(main);
  if (context.smartStyleUrl || context.messaging[0]) {
    // What is missing of it leaves the panel as it is.
    void import('./host-manners.ts').then(
      ({followHost}) => followHost(panel, session),
      () => undefined,
    );
  }
  window.addEventListener('beforeunload', (event) => {
    if (!panel.canClose()) event.preventDefault();
  });
  // When the session is over, people may sign in again beside the panel, which stays as it is.
  panel.addEventListener('isp-token-needed', () => {
    void import('./sign-in-again.ts').then(
      ({offerSignIn}) => offerSignIn({panel, ended: session, site}),
      () => undefined,
    );
  });
}
