import {elementsBelow, nameOf, textOf} from './page.ts';

/** What can be clicked or tapped. */
const targets = 'button, a[href], input, select, textarea, summary';

/** Targets smaller than 24 by 24 px (WCAG 2.2, 2.5.8), by name and size. */
export function smallTargets(root: Element): readonly string[] {
  return [...elementsBelow(root)]
    .filter((element) => element.matches(targets) && element.checkVisibility())
    .map((element) =>
      element.matches('input[type="radio"]') ? (element.closest('label') ?? element) : element,
    )
    .map((element) => ({element, rect: element.getBoundingClientRect()}))
    .filter(({rect}) => rect.width < 23.5 || rect.height < 23.5)
    .map(({element, rect}) => `${nameOf(element)}: ${Math.round(rect.width)} x ${Math.round(rect.height)}`);
}

/** Words of every text grown by a third: how an even longer language would look. */
export function stretch<T>(words: T): T {
  if (typeof words === 'string') return longer(words) as T;
  if (typeof words === 'function') {
    return ((...values: unknown[]) => stretch((words as unknown as Say)(...values))) as T;
  }
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, stretch(value)])) as T;
}

type Say = (...values: unknown[]) => unknown;

function longer(text: string): string {
  return text.replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.35)));
}

/** Text that stands on the screen in letters too small to read. */
export function tinyText(root: Element): readonly string[] {
  return [...elementsBelow(root)]
    .filter((element) => element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 11)
    .filter((element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
    )
    .map(textOf);
}
