// The launch address: checks who launches, and goes to the authorization server of that issuer.
import {startLaunch} from '../src/smart/start-launch.ts';
import {builtSite} from './built-site.ts';
import {connectEarly} from './connect-early.ts';
import {preferredLanguage} from './preferred-language.ts';

const {site} = builtSite(document);
connectEarly(document, site, new URL(location.href).searchParams.get('iss'));
const problem = await startLaunch(window, site);
if (problem) {
  const {showProblem} = await import('./show-problem.ts');
  await showProblem(problem, preferredLanguage(new URL(location.href).searchParams.get('lang'), site));
}
