import type {JSHandle, Page} from 'puppeteer-core';

// What lies in the panel's own frame for the printer, and whom the copy is for.

/** The panel's own frame for the printer; null until there is one. */
async function printFrame(page: Page): Promise<JSHandle<HTMLIFrameElement | null>> {
  return await page.evaluateHandle(() => {
    const find = (root: Document | ShadowRoot): HTMLIFrameElement | null => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLIFrameElement) return element;
        const inside = element.shadowRoot && find(element.shadowRoot);
        if (inside) return inside;
      }
      return null;
    };
    return find(document);
  });
}

/** The document in the panel's own frame for the printer, as one that can be opened by itself. */
export async function printedDocument(page: Page): Promise<string> {
  const handle = await printFrame(page);
  return await handle.evaluate((element) => {
    const frame = element?.contentDocument;
    if (!frame) return '';
    const rules = frame.adoptedStyleSheets.flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText));
    return `<!doctype html><meta charset="utf-8"><style>${rules.join('\n')}</style>${frame.body.innerHTML}`;
  });
}

type Audience = 'patient' | 'team' | 'agenda' | 'community';

/** Chooses whom the copy is for. */
export async function chooseAudience(page: Page, audience: Audience): Promise<void> {
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
}

/** Chooses whom the copy is for, and waits until the paper for them stands, which holds these words. */
export async function copyFor(page: Page, audience: Audience, words: string): Promise<void> {
  await chooseAudience(page, audience);
  const deadline = Date.now() + 10_000;
  while (!(await printedDocument(page)).replaceAll('&nbsp;', '\u00a0').includes(words)) {
    if (Date.now() > deadline) throw new Error(`${words} never stood on the paper`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Counts, from now on, how often the frame for the printer is printed. */
export async function countPrints(page: Page): Promise<() => Promise<number>> {
  const handle = await printFrame(page);
  const count = await handle.evaluateHandle((frame) => {
    const prints = {number: 0};
    if (!frame?.contentWindow) throw new Error('no frame for the printer');
    frame.contentWindow.print = () => void (prints.number += 1);
    return prints;
  });
  return async () => await count.evaluate(({number}) => number);
}
