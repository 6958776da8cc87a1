// What a person sees, reads and does in the page under test, through all shadow roots.

/** Every element below a node, in the order of the page, through shadow roots. */
export function* elementsBelow(node: Element | ShadowRoot | Document): Generator<Element> {
  if (node instanceof Element && node.shadowRoot) yield* elementsBelow(node.shadowRoot);
  for (const child of node.children) {
    yield child;
    yield* elementsBelow(child);
  }
}

/** The text that stands on the screen or is read aloud, in reading order, with single spaces. */
export function textOf(node: Node): string {
  return collect(node)
    .replace(/[ \t\n]+/gu, ' ')
    .trim();
}

function collect(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element || node instanceof DocumentFragment)) return '';
  if (node instanceof Element) {
    if (node.localName === 'style' || node.localName === 'script') return '';
    if (node.localName !== 'slot' && node.localName !== 'option' && !node.checkVisibility()) return '';
  }
  const inside =
    node instanceof HTMLSlotElement && node.assignedNodes().length > 0
      ? node.assignedNodes()
      : node instanceof Element && node.shadowRoot
        ? [...node.shadowRoot.childNodes]
        : [...node.childNodes];
  const text = inside.map(collect).join('');
  const isInline = node instanceof Element && getComputedStyle(node).display.startsWith('inline');
  return isInline ? text : ` ${text} `;
}

/** The name that a screen reader gives a control: its label in words, else its text. */
export function nameOf(control: Element): string {
  const label = control.getAttribute('aria-label');
  if (label) return label;
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
  if (ids.length > 0) return ids.map((id) => textOf(root.querySelector(`#${id}`) ?? new Text(''))).join(' ');
  if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  ) {
    return [...(control.labels ?? [])].map(textOf).join(' ');
  }
  return textOf(control);
}

/** What a control is described by, in words: hints, errors, why it is off. */
export function descriptionOf(control: Element): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .map((id) => textOf(root.querySelector(`[id="${id}"]`) ?? new Text('')))
    .join(' ')
    .trim();
}

/** The element that has the focus, through shadow roots; the body when nothing has. */
export function focused(): Element {
  let at: Element = document.activeElement ?? document.body;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Longer than a loaded machine needs, shorter than the time-out of a test, so that it says what was waited for. */
const patience = 15_000;

/** Waits until a condition holds. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > patience) throw new Error(`Waited in vain: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Parts of other elements whose code comes with the plan or the later sections, if at all: nothing waits for them. */
const comesLater = 'isp-crisis, isp-due, isp-member-more, isp-save-place';

/** Waits until every element has drawn what it knows, and code that is on its way has come. */
export async function settled(root: Element = document.body): Promise<void> {
  let quiet = 0;
  while (quiet < 2) {
    const pending = [...elementsBelow(root)].filter(
      (element) =>
        (element as {isUpdatePending?: boolean}).isUpdatePending === true ||
        (element.matches(':not(:defined)') && !element.matches(comesLater)),
    );
    quiet = pending.length === 0 ? quiet + 1 : 0;
    await new Promise(requestAnimationFrame);
  }
}
