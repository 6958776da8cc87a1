import {descriptionOf, elementsBelow, focused, nameOf, settled, textOf, until} from './page.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What every element's harness can do: read it, find its controls by the name a person knows them by, and use them. */
export class Harness<E extends HTMLElement = HTMLElement> {
  readonly element: E;

  constructor(element: E) {
    this.element = element;
  }

  /** Everything that stands in it, in words. */
  get text(): string {
    return textOf(this.element);
  }

  /** Names of the buttons that can be reached, in order. */
  get buttons(): readonly string[] {
    return this.#visible('button').map(nameOf);
  }

  /** The headings, in order. */
  get headings(): readonly string[] {
    return this.#visible('h2, h3, h4').map(textOf);
  }

  /** Everything that is said as an alert. */
  get alerts(): readonly string[] {
    return this.#visible('[role="alert"]').map(textOf);
  }

  /** True when the focus is somewhere inside. */
  get hasFocus(): boolean {
    return this.element.matches(':focus, :focus-within');
  }

  /** A button by its name, or the beginning of it. */
  button(name: string): HTMLButtonElement {
    const buttons = this.#visible('button');
    const found =
      buttons.find((button) => nameOf(button) === name) ??
      buttons.find((button) => nameOf(button).startsWith(name));
    if (!found) throw new Error(`No button “${name}” among: ${this.buttons.join(' | ')}`);
    return found as HTMLButtonElement;
  }

  hasButton(name: string): boolean {
    return this.#visible('button').some((button) => nameOf(button).startsWith(name));
  }

  /** True when a button says that it cannot be used now; it can still be reached and read. */
  isOff(name: string): boolean {
    return this.button(name).getAttribute('aria-disabled') === 'true';
  }

  /** Why a control is as it is, in words. */
  whyOf(name: string): string {
    return descriptionOf(this.button(name));
  }

  /** A click as the mouse makes it: the button takes the focus first. */
  async click(name: string): Promise<void> {
    const button = this.button(name);
    button.focus();
    button.click();
    await settled();
  }

  /** A field by its label, or the beginning of it. */
  field(label: string): Control {
    const fields = this.#visible('input, textarea, select') as Control[];
    const found = fields.find((field) => nameOf(field).startsWith(label));
    if (!found) throw new Error(`No field “${label}” among: ${fields.map(nameOf).join(' | ')}`);
    return found;
  }

  hasField(label: string): boolean {
    return this.#visible('input, textarea, select').some((field) => nameOf(field).startsWith(label));
  }

  /** What is said of a field: hints and errors. */
  saidOf(label: string): string {
    return descriptionOf(this.field(label));
  }

  async fill(label: string, value: string): Promise<void> {
    const field = this.field(label);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await settled();
  }

  /** Chooses an option of a list by its words. */
  async choose(label: string, words: string): Promise<void> {
    const field = this.field(label) as HTMLSelectElement;
    const option = [...field.options].find((each) => textOf(each) === words);
    if (!option) throw new Error(`No “${words}” among: ${[...field.options].map(textOf).join(' | ')}`);
    await this.fill(label, option.value);
  }

  /** Takes a radio button by its words. */
  async take(words: string): Promise<void> {
    const radio = (this.#visible('input[type="radio"]') as HTMLInputElement[]).find((each) =>
      nameOf(each).includes(words),
    );
    if (!radio) throw new Error(`No choice “${words}”`);
    radio.focus();
    radio.click();
    await settled();
  }

  /** Opens a fold by its line. */
  async unfold(line: string): Promise<void> {
    this.#fold(line).focus();
    this.#fold(line).click();
    await settled();
  }

  /** True when a fold with this line stands open. */
  isUnfolded(line: string): boolean {
    return this.#fold(line).closest('details')?.open ?? false;
  }

  /** The lines of the folds. */
  get folds(): readonly string[] {
    return this.#visible('summary').map(textOf);
  }

  /** Where the focus is, in words; `nowhere` when it fell to the page. */
  get focus(): string {
    const at = focused();
    return at === document.body ? 'nowhere' : nameOf(at);
  }

  /** The part that is an element of its own, as soon as it stands. */
  async part<P extends HTMLElement>(tag: string): Promise<P> {
    await until(`${tag} stands`, () => this.parts(tag).length > 0);
    await settled();
    return this.parts<P>(tag)[0] as P;
  }

  /** All parts of a kind that can be seen. */
  parts<P extends HTMLElement>(selector: string): readonly P[] {
    return this.#visible(selector) as P[];
  }

  #fold(line: string): HTMLElement {
    const found = this.#visible('summary').find((summary) => textOf(summary).startsWith(line));
    if (!found) throw new Error(`No fold “${line}” among: ${this.folds.join(' | ')}`);
    return found as HTMLElement;
  }

  #visible(selector: string): Element[] {
    const below = this.element.shadowRoot ?? this.element;
    return [...elementsBelow(below)].filter(
      (element) => element.matches(selector) && element.checkVisibility(),
    );
  }
}
