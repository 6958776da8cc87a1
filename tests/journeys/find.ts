import type {ElementHandle, Frame, JSHandle, Page} from 'puppeteer-core';
import {BROWSER} from '../../scripts/browser.mjs';

const PATIENCE_MS = 10_000;

/** Waits for what has this accessible name and role, through shadow roots, as the browser itself computes both. */
export async function find(
  target: Page | Frame,
  name: string,
  role?: string,
): Promise<ElementHandle<HTMLElement>> {
  const selector = `[name="${name}"]${role === undefined ? '' : `[role="${role}"]`}`;
  if (BROWSER === 'chromium') {
    const found = await target.waitForSelector(`::-p-aria(${selector})`, {timeout: PATIENCE_MS});
    if (!found) throw new Error(`no ${role ?? 'element'} ${name}`);
    return found as ElementHandle<HTMLElement>;
  }
  // Over WebDriver BiDi a search by name stops at shadow roots: each is searched by itself.
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await inRoots(target, `aria/${selector}`).catch(() => null);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`no ${role ?? 'element'} ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function inRoots(target: Page | Frame, selector: string): Promise<ElementHandle<HTMLElement> | null> {
  const roots: JSHandle<Node[]> = await target.evaluateHandle(() => {
    const all: Node[] = [document.body];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (!element.shadowRoot) continue;
        all.push(element.shadowRoot);
        visit(element.shadowRoot);
      }
    };
    visit(document);
    return all;
  });
  const handles = [...(await roots.getProperties()).values()];
  const found = await Promise.all(
    handles.map(async (handle) => (await handle.asElement()?.$$(selector)) ?? []),
  );
  await roots.dispose();
  const all = found.flat() as ElementHandle<HTMLElement>[];
  // A label has the name of its field: the field is meant.
  const labels = await Promise.all(all.map((one) => one.evaluate(({localName}) => localName === 'label')));
  return all.find((_, at) => !labels[at]) ?? all[0] ?? null;
}
