import type {ElementHandle, Frame, Page} from 'puppeteer-core';
import {find} from './find.ts';

// What a person does: find something by its name, press it, type, or walk there with the Tab key.

/**
 * Presses what has this role and name, by mouse. Shadow roots are looked through. What was drawn anew or moved away
 * between look and press was not pressed: a person presses where it stands now. A press that met it is never repeated.
 */
export async function press(target: Page | Frame, name: string, role = 'button'): Promise<void> {
  for (let left = 3; ; left -= 1) {
    const handle = await find(target, name, role);
    await bringToRest(handle);
    try {
      const isMet = await handle.evaluateHandle(watchForPress);
      await handle.click();
      // Where the press has led to another page, it met.
      if (left === 0 || (await isMet.evaluate(({met}) => met).catch(() => true))) return;
    } catch (error) {
      if (left === 0 || !/detached|not clickable/u.test(String(error))) throw error;
    } finally {
      await handle.dispose();
    }
  }
}

function watchForPress(element: Element): {met: boolean} {
  const press = {met: false};
  element.addEventListener('pointerdown', () => (press.met = true), {once: true, capture: true});
  return press;
}

/** Scrolls to an element and waits until nothing moves it any more, as a person does before pressing it. */
async function bringToRest(handle: ElementHandle<HTMLElement>): Promise<void> {
  await handle.evaluate(async (element) => {
    element.scrollIntoView({block: 'center'});
    for (let still = 0, before = NaN; still < 3;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const {top} = element.getBoundingClientRect();
      still = top === before ? still + 1 : 0;
      before = top;
    }
  });
}

/** Clicks into the field of this name and types. */
export async function fill(
  target: Page | Frame,
  name: string,
  text: string,
  role = 'textbox',
): Promise<void> {
  const handle = await find(target, name, role);
  await bringToRest(handle);
  await handle.click({count: 3});
  await handle.type(text);
  await handle.dispose();
}

/** Goes into the field of this name and writes over all its text; null leaves the text as it is. */
export async function replaceText(target: Page, name: string, text: string | null): Promise<void> {
  const handle = await find(target, name, 'textbox');
  await handle.focus();
  if (text !== null) {
    // A long text is put in at once, as from the clipboard; its end is typed.
    const end = text.length > 30 ? text.length - 8 : 0;
    await handle.evaluate(
      (field, pasted) => {
        (field as unknown as HTMLTextAreaElement).select();
        if (pasted) document.execCommand('insertText', false, pasted);
      },
      text.slice(0, end),
    );
    await target.keyboard.type(text.slice(end));
  }
  await handle.dispose();
}

/** Exactly what stands in the field of this label; null when there is none. */
export async function valueOf(target: Page | Frame, label: string): Promise<string | null> {
  return await target.evaluate((wanted) => {
    const visit = (root: Document | ShadowRoot): string | null => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
          const own = element.getAttribute('aria-label') ?? element.labels?.item(0)?.textContent ?? '';
          if (own.replace(/\s+/g, ' ').trim() === wanted.replace(/\s+/g, ' ').trim()) return element.value;
        }
        const inside = element.shadowRoot && visit(element.shadowRoot);
        if (inside !== null) return inside;
      }
      return null;
    };
    return visit(document);
  }, label);
}

/** Lets the fifteen seconds that an answer may take pass in a quarter of a second. */
export async function fasterTimeOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    AbortSignal.timeout = () => {
      const late = new AbortController();
      setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), 250);
      return late.signal;
    };
  });
}

/** Lets pauses of seconds between two attempts pass in a tenth; the offer to undo stays as long as it stays. */
export async function shorterPauses(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wait = setTimeout as (...all: unknown[]) => unknown;
    const shorter = (run: unknown, ms = 0, ...more: unknown[]): unknown =>
      wait(run, ms >= 500 && ms < 10_000 ? ms / 10 : ms, ...more);
    Object.assign(globalThis, {setTimeout: shorter});
  });
}

/** What has the focus, through shadow roots: its name as far as labels tell, and its tag. */
export async function focused(target: Page | Frame): Promise<{readonly tag: string; readonly name: string}> {
  return await target.evaluate(() => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active) return {tag: 'none', name: ''};
    const labels = (active as HTMLInputElement).labels;
    const words =
      active.getAttribute('aria-label') ?? labels?.item(0)?.textContent ?? active.textContent ?? '';
    return {tag: active.localName, name: words.replace(/\s+/g, ' ').trim()};
  });
}

/** Walks with Tab (or back, with Shift and Tab) until what has the focus has this name; fails after 300 steps. */
export async function tabTo(page: Page, name: string | RegExp, way: 'on' | 'back' = 'on'): Promise<void> {
  const seen: string[] = [];
  const wanted = typeof name === 'string' ? name.replace(/\s+/g, ' ').trim() : name;
  for (let step = 0; step < 300; step += 1) {
    const {tag, name: now} = await focused(page);
    seen.push(`${tag} ${now}`.slice(0, 40));
    if (typeof wanted === 'string' ? now === wanted : wanted.test(now)) return;
    if (way === 'back') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (way === 'back') await page.keyboard.up('Shift');
  }
  throw new Error(`Tab never came to ${String(name)}; it came to:\n${[...new Set(seen)].join('\n')}`);
}
