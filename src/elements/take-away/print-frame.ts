import {sheetStyles} from './sheet.styles.ts';

/** Pixels of CSS in an inch. */
const INCH = 96;
/** What of a Letter page is printed on: its size without the margins of the sheet. */
const WIDTH = 7.3 * INCH;
const HEIGHT = 9.8 * INCH;

/**
 * A document of its own for the printer, in a frame that nobody sees: the page around the panel is neither printed nor
 * touched. It asks for nothing: an empty page of the same origin, filled with copies of what stands in the panel.
 */
export class PrintFrame {
  readonly #frame: HTMLIFrameElement;

  /** @param place where the frame may stand: a shadow root of the panel. */
  constructor(place: Node, title: string) {
    this.#frame = document.createElement('iframe');
    this.#frame.title = title;
    this.#frame.tabIndex = -1;
    this.#frame.ariaHidden = 'true';
    // Far to the left and as wide as the paper: what is measured is what is printed.
    const {style} = this.#frame;
    style.position = 'fixed';
    style.insetInlineStart = '-200vw';
    style.insetBlockStart = '0';
    style.width = `${WIDTH}px`;
    style.height = `${HEIGHT}px`;
    style.border = '0';
    place.appendChild(this.#frame);
  }

  /** Puts a copy of the sheet in, or nothing; gives the number of pages it takes. */
  show(sheet: Element | null): number {
    const page = this.#frame.contentDocument;
    const view = this.#frame.contentWindow as (Window & typeof globalThis) | null;
    if (!page || !view) return 1;
    if (!sheet) {
      page.body.replaceChildren();
      return 0;
    }
    const styles = new view.CSSStyleSheet();
    styles.replaceSync(`body{margin:0}${sheetStyles}`);
    page.adoptedStyleSheets = [styles];
    page.documentElement.lang = sheet.getAttribute('lang') ?? '';
    page.title = this.#frame.title;
    const copy = page.importNode(sheet, true);
    page.body.replaceChildren(copy);
    const height = copy.getBoundingClientRect().height;
    if (height <= HEIGHT) return 1;
    // Every page begins with whose it is.
    const head = copy.querySelector('header')?.getBoundingClientRect().height ?? 0;
    return Math.ceil((height - head) / (HEIGHT - head));
  }

  /** Opens the browser's own printing, which makes a PDF too. */
  print(): void {
    this.#frame.contentWindow?.print();
  }

  remove(): void {
    this.#frame.remove();
  }
}
