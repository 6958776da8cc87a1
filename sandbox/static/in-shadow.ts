// What a person would see and press in a panel, through its shadow roots.

function* below(node: Element | ShadowRoot): Generator<Element> {
  if (node instanceof Element && node.shadowRoot) yield* below(node.shadowRoot);
  for (const child of node.children) {
    yield child;
    yield* below(child);
  }
}

/** Names of the panel's own elements that are drawn in it, itself included. */
export function elementsIn(panel: Element): ReadonlySet<string> {
  const tags = [panel, ...below(panel)].map(({localName}) => localName);
  return new Set(tags.filter((tag) => tag.startsWith('isp-') && customElements.get(tag) !== undefined));
}

/** Longer than the code of a form takes to come; milliseconds. */
const PATIENCE = 10_000;

/** Opens a fold or presses a button whose words begin so, once it is there; the first that is seen. False: it never came. */
export async function pressIn(panel: Element, words: string): Promise<boolean> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const found = [...below(panel)].find(
      (element) =>
        ['button', 'summary'].includes(element.localName) &&
        element.checkVisibility() &&
        nameOf(element).startsWith(words),
    );
    if (found) {
      (found as HTMLElement).click();
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function nameOf(element: Element): string {
  return (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

const PATIENCE_FRAMES = 40;

/** Waits until nothing of the panel has changed for a while: its code has come and everything is drawn. */
export async function stands(panel: Element): Promise<void> {
  let quiet = 0;
  let before = '';
  while (quiet < PATIENCE_FRAMES / 4) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const all = [...below(panel)];
    const now = `${all.length} ${all.filter((element) => element.matches(':not(:defined)')).length}`;
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
}
