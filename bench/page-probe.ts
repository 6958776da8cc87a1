/** What is watched for in a page. */
export interface Watch {
  /** Texts that must all stand on the screen, shadow roots included, in any case of letters. */
  readonly texts: readonly string[];
  /** CSS selectors that must all find something, shadow roots included. */
  readonly selectors: readonly string[];
  /** Event of the document that says that everything is there, or a selector of light DOM. */
  readonly done: {readonly event: string} | {readonly selector: string};
}

/**
 * Runs in every page before its own scripts (so it must not use anything from outside). Tells the bench, by
 * `benchMark(name, time)`, when the first page began, when the content watched for stood in the document at the beginning
 * of a frame, and when everything was there. Times are milliseconds since 1970.
 */
export function probe(watch: Watch): void {
  const page = globalThis as unknown as {
    benchMark: (name: string, at: number) => void;
    benchViolations: string[];
  };
  const now = (): number => performance.timeOrigin + performance.now();
  if (location.pathname.endsWith('/launch.html')) page.benchMark('start', performance.timeOrigin);
  page.benchViolations = [];
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
  const isThere = (): boolean => {
    const all = roots(document);
    if (!watch.selectors.every((selector) => all.some((root) => root.querySelector(selector) !== null)))
      return false;
    const text = all
      .map((root) => (root instanceof Document ? (root.body?.textContent ?? '') : (root.textContent ?? '')))
      .join(' ')
      .toLowerCase();
    return watch.texts.every((wanted) => text.includes(wanted.toLowerCase()));
  };
  const {done} = watch;
  let first = false;
  let finished = false;
  if ('event' in done) document.addEventListener(done.event, () => (finished = true));
  const look = (): void => {
    if (!first && isThere()) {
      first = true;
      page.benchMark('first', now());
    }
    if ('selector' in done) finished = document.querySelector(done.selector) !== null;
    if (first && finished) page.benchMark('full', now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
