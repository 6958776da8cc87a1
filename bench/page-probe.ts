/** What is watched for in a page. */
export interface Watch {
  /** Texts that must all stand on the screen, shadow roots included, in any case of letters. */
  readonly texts: readonly string[];
  /** CSS selectors that must all find something, shadow roots included. */
  readonly selectors: readonly string[];
  /** A selector of what may come after them, shadow roots included. */
  readonly later?: string;
  /** Event of the document that says that everything is there, or a selector of light DOM. */
  readonly done: {readonly event: string} | {readonly selector: string};
}

/**
 * Runs in every page before its own scripts (so it must not use anything from outside). Tells the bench, by
 * `benchMark(name, time)`, when the first page began, when the content watched for (and what may come later) stood in the
 * document at the beginning of a frame, and when everything was there. Times are milliseconds since 1970. The longest task is kept in
 * `benchLongest`.
 */
export function probe(watch: Watch): void {
  const page = globalThis as unknown as {
    benchMark: (name: string, at: number) => void;
    benchLongest: number;
  };
  const now = (): number => performance.timeOrigin + performance.now();
  if (location.pathname.endsWith('/launch.html')) page.benchMark('start', performance.timeOrigin);
  page.benchLongest = 0;
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) page.benchLongest = Math.max(page.benchLongest, duration);
  }).observe({type: 'longtask'});
  document.addEventListener('securitypolicyviolation', (event) => {
    page.benchMark(`violation ${event.effectiveDirective} ${event.blockedURI}`, now());
  });
  if (!/\/(index\.html)?$/.test(location.pathname)) return;

  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? roots(element.shadowRoot) : [],
    ),
  ];
  const holds = (all: readonly (Document | ShadowRoot)[], selector: string): boolean =>
    all.some((root) => root.querySelector(selector) !== null);
  const isThere = (): boolean => {
    const all = roots(document);
    if (!watch.selectors.every((selector) => holds(all, selector))) return false;
    const text = all
      .map((root) => (root instanceof Document ? (root.body?.textContent ?? '') : (root.textContent ?? '')))
      .join(' ')
      .toLowerCase();
    return watch.texts.every((wanted) => text.includes(wanted.toLowerCase()));
  };
  const {done} = watch;
  let first = false;
  let late = watch.later === undefined;
  let finished = false;
  if ('event' in done) document.addEventListener(done.event, () => (finished = true));
  const look = (): void => {
    if (!first && isThere()) {
      first = true;
      page.benchMark('first', now());
    }
    if (first && !late && watch.later !== undefined && holds(roots(document), watch.later)) {
      late = true;
      page.benchMark('later', now());
    }
    if ('selector' in done) finished = document.querySelector(done.selector) !== null;
    if (first && late && finished) page.benchMark('full', now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in every page before its own scripts: no page of a search may be larger, as with a server that caps them. */
export function capPages(most: number): void {
  const send = globalThis.fetch;
  const lower = (text: string): string =>
    text.replace(/\b_count=(\d+)/, (_, count: string) => `_count=${Math.min(most, Number(count))}`);
  globalThis.fetch = (input, init) =>
    send(
      typeof input === 'string' ? lower(input) : input,
      typeof init?.body === 'string' ? {...init, body: lower(init.body)} : init,
    );
}
