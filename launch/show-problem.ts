import {loadLaunchWords} from '../src/i18n/launch-words.ts';
import {localNetworkAdvice} from '../src/i18n/local-network.ts';
import type {LaunchProblem} from '../src/smart.ts';
import pageStyles from './page.css?url';

/** Says in words why the chart could not be opened, in place of the page's content. */
export async function showProblem(problem: LaunchProblem, language: 'en-CA' | 'fr-CA'): Promise<void> {
  const t = await loadLaunchWords(language);
  const more: HTMLElement[] = [];
  if (problem.kind === 'refused') more.push(...refusal(problem, t));
  if (problem.kind === 'no-token' && problem.error !== null) more.push(line(t.code(problem.error)));
  if (problem.kind === 'storage-blocked' && problem.framed) more.push(link(location.href, t.newWindow));
  if (problem.kind === 'unreachable') {
    const advice = await localNetworkAdvice(language);
    if (advice) more.push(line(advice));
  }
  showSaid(t.problem[problem.kind], language, more);
}

/** Says what happened and what to do, with what else belongs to it, in place of the page's content. */
export function showSaid(
  words: {readonly happened: string; readonly toDo: string},
  language: 'en-CA' | 'fr-CA',
  more: readonly HTMLElement[] = [],
): void {
  if (document.querySelector('link[rel="stylesheet"]') === null) {
    // The launch page has nothing to show unless it fails, so its styles come only now.
    const styles = document.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = pageStyles;
    document.head.append(styles);
  }
  document.documentElement.lang = language;
  const main = document.createElement('main');
  main.className = 'problem';
  const heading = document.createElement('h1');
  heading.textContent = words.happened;
  heading.tabIndex = -1;
  const advice = document.createElement('p');
  advice.textContent = words.toDo;
  main.append(heading, advice, ...more);
  document.querySelector('main')?.replaceWith(main);
  heading.focus();
}

function refusal(
  {error, description, uri}: Extract<LaunchProblem, {kind: 'refused'}>,
  t: Awaited<ReturnType<typeof loadLaunchWords>>,
): readonly HTMLElement[] {
  return [
    line(t.code(error)),
    ...(description === null ? [] : [line(t.serverSays(description))]),
    ...(uri === null ? [] : [link(uri, t.more)]),
  ];
}

/** One paragraph. */
export function line(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

function link(address: string, text: string): HTMLElement {
  const paragraph = document.createElement('p');
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  anchor.textContent = text;
  paragraph.append(anchor);
  return paragraph;
}
