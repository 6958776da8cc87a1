import {loadLaunchWords} from '../src/i18n/launch-words.ts';
import type {LaunchProblem, Site, SmartSession, WindowSignIn} from '../src/smart.ts';
import {handBack, prepareSignInWindow} from '../src/smart/sign-in-window.ts';
import {preferredLanguage} from './preferred-language.ts';
import {line, showProblem, showSaid} from './show-problem.ts';

/**
 * What is left when the redirect page found no launch of its own: the window of a sign-in hands its answer back, the page
 * that is to open such a window offers it, and everything else is said in words. `address` is the page's as it was opened.
 */
export async function recover(
  problem: LaunchProblem,
  address: string,
  site: Site,
): Promise<SmartSession | null> {
  const query = new URL(address).searchParams;
  const language = preferredLanguage(query.get('lang'), site);
  const fail = async (why: LaunchProblem): Promise<null> => {
    await showProblem(why, language);
    return null;
  };
  if (site.authMode === 'redirect') return fail(problem);
  const hasNoLaunch = problem.kind === 'unknown-launch' || problem.kind === 'storage-blocked';
  if (hasNoLaunch && handBack(window, address)) {
    const {signIn} = await loadLaunchWords(language);
    showSaid({happened: signIn.done, toDo: signIn.mayClose}, language);
    return null;
  }
  if (problem.kind !== 'not-launched' || !query.has('iss')) return fail(problem);
  const prepared = await prepareSignInWindow(window, site, address);
  if (!prepared.ok) return fail(prepared.error);
  await offer(prepared.value, language);
  const session = await prepared.value.done;
  return session.ok ? session.value : fail(session.error);
}

/** The button that opens the window; it stays, for windows that were closed without an answer. */
async function offer(sign: WindowSignIn, language: 'en-CA' | 'fr-CA'): Promise<void> {
  const {signIn} = await loadLaunchWords(language);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = signIn.button;
  const status = line('');
  status.role = 'status';
  button.addEventListener('click', () => {
    status.textContent = sign.open() ? signIn.waiting : signIn.stopped;
  });
  showSaid({happened: signIn.title, toDo: signIn.why}, language, [button, status]);
}
