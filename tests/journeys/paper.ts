import type {Page} from 'puppeteer-core';

// What lies in the panel's own frame for the printer, and whom the copy is for.

/** The document in the panel's own frame for the printer, as one that can be opened by itself. */
export async function printedDocument(page: Page): Promise<string> {
  return page.evaluate(() => {
    const find = (root: Document | ShadowRoot): HTMLIFrameElement | null => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLIFrameElement) return element;
        const inside = element.shadowRoot && find(element.shadowRoot);
        if (inside) return inside;
      }
      return null;
    };
    const frame = find(document)?.contentDocument;
    if (!frame) return '';
    const rules = frame.adoptedStyleSheets.flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText));
    return `<!doctype html><meta charset="utf-8"><style>${rules.join('\n')}</style>${frame.body.innerHTML}`;
  });
}

/** Chooses whom the copy is for, and waits until the paper for them stands, which holds these words. */
export async function copyFor(
  page: Page,
  audience: 'patient' | 'team' | 'agenda' | 'community',
  words: string,
): Promise<void> {
  await page.evaluate((wanted) => {
    const visit = (root: Document | ShadowRoot): HTMLSelectElement | null => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLSelectElement && element.id === 'audience') return element;
        const inside = element.shadowRoot && visit(element.shadowRoot);
        if (inside) return inside;
      }
      return null;
    };
    const select = visit(document);
    if (!select) throw new Error('nothing to choose from');
    select.value = wanted;
    select.dispatchEvent(new Event('change', {bubbles: true}));
  }, audience);
  const deadline = Date.now() + 10_000;
  while (!(await printedDocument(page)).replaceAll('&nbsp;', '\u00a0').includes(words)) {
    if (Date.now() > deadline) throw new Error(`${words} never stood on the paper`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
