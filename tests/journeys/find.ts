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
  const look =
    BROWSER === 'webkit' ? () => inWebKit(target, name, role) : () => inRoots(target, `aria/${selector}`);
  // Over WebDriver BiDi a search by name stops at shadow roots: each is searched by itself.
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look().catch(() => null);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`no ${role ?? 'element'} ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** WebKit is asked for the name and the role of each element that could be meant. */
async function inWebKit(
  target: Page | Frame,
  name: string,
  role: string | undefined,
): Promise<ElementHandle<HTMLElement> | null> {
  const wanted = name.replace(/\s+/gu, ' ').trim();
  const all = await (target as unknown as WebKitPage).handles(() => {
    const found: Element[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('a, button, input, textarea, select, summary, [role]')) found.push(element);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return found;
  });
  for (const one of all) {
    // Of some elements, such as those that are not drawn, it cannot tell.
    const label = await one.label().catch(() => '');
    if (label.replace(/\s+/gu, ' ').trim() !== wanted) continue;
    if (role === undefined) return one;
    // A list to choose from is a button to it.
    const is = await one.role();
    if (is === role || (role === 'combobox' && is === 'button')) return one;
  }
  return null;
}

/** What the page of WebKit can besides (`scripts/webkit-browser.mjs`). */
interface WebKitPage {
  handles(action: () => Element[]): Promise<readonly Named[]>;
}

interface Named extends ElementHandle<HTMLElement> {
  label(): Promise<string>;
  role(): Promise<string>;
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
