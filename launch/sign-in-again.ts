import type {IspPanel} from '../src/elements/panel/isp-panel.ts';
import {loadLaunchWords} from '../src/i18n/launch-words.ts';
import {preferredLanguage} from './preferred-language.ts';
import type {Site, SmartSession} from '../src/smart.ts';
import {prepareSignInWindow} from '../src/smart/sign-in-window.ts';
import {isSameChart} from '../src/smart/same-chart.ts';

/** A session that is over, and the panel that it carried. */
export interface EndedSession {
  readonly panel: IspPanel;
  readonly ended: SmartSession;
  readonly site: Site;
}

/** True while an offer stands: the panel says more than once that its session is over. */
let isOffered = false;

/**
 * Offers to sign in again in a window of its own, so that the page, and all that is typed in it, is never unloaded. The
 * new session is taken only for the same patient in the same record by the same user; any other is ended at once. Where a
 * window cannot be offered, the panel's own words stand: it is to be opened again from the chart.
 */
export async function offerSignIn({panel, ended, site}: EndedSession): Promise<void> {
  if (isOffered) return;
  isOffered = true;
  try {
    const renewed = await ask(panel, ended, site, null);
    if (!renewed) return;
    panel.scopes = renewed.scopes;
    panel.transport = renewed.transport;
  } finally {
    isOffered = false;
  }
}

/** Asks until the same person has signed in on the same patient; null where nothing can be offered. */
async function ask(
  panel: IspPanel,
  ended: SmartSession,
  site: Site,
  said: string | null,
): Promise<SmartSession | null> {
  const iss = site.issuers.find(({fhirBase}) => fhirBase === ended.fhirBase)?.iss;
  if (iss === undefined || site.authMode === 'redirect') return null;
  const address = new URL(location.href);
  address.searchParams.set('iss', iss);
  const [{signIn: t}, prepared] = await Promise.all([
    loadLaunchWords(preferredLanguage(panel.lang, site)),
    prepareSignInWindow(window, site, address.href),
  ]);
  if (!prepared.ok) return null;
  const button = document.createElement('button');
  const status = document.createElement('p');
  for (const part of [status, button]) part.slot = 'session';
  button.type = 'button';
  button.textContent = t.again;
  status.role = 'status';
  status.textContent = said ?? t.kept;
  button.addEventListener('click', () => {
    status.textContent = prepared.value.open() ? t.waiting : t.stopped;
  });
  panel.append(status, button);
  const answer = await prepared.value.done;
  status.remove();
  button.remove();
  if (answer.ok && isSameChart(answer.value, ended)) return answer.value;
  if (answer.ok) answer.value.end();
  return ask(panel, ended, site, t.other);
}
