import {html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult} from 'lit';

/**
 * Copies text for an element. A frame without the right to the clipboard copies by the older command; where that is
 * refused too, the text stands selected in a box, to be copied by hand.
 */
export class Copier implements ReactiveController {
  readonly #host: ReactiveElement;
  #status: 'idle' | 'copied' | 'by-hand' = 'idle';
  #text = '';
  #boxOpen = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  get status(): 'idle' | 'copied' | 'by-hand' {
    return this.#status;
  }

  /** What was copied, or is to be. */
  get text(): string {
    return this.#text;
  }

  hostConnected(): void {
    // Nothing to begin with: the first copy does.
  }

  /** Copies; resolves when it is done or the box stands. */
  async copy(text: string): Promise<void> {
    this.#text = text;
    this.#show((await toClipboard(text)) ? 'copied' : 'idle', false);
    if (this.#status === 'copied') return;
    this.#show('idle', true);
    await this.#host.updateComplete;
    const box = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('textarea.copy');
    box?.select();
    const isCopied = box !== null && byCommand();
    this.#show(isCopied ? 'copied' : 'by-hand', !isCopied);
  }

  /** Takes away what was said. */
  forget(): void {
    this.#show('idle', false);
  }

  /** The box with the text, where it is needed. */
  renderBox(label: string): TemplateResult | typeof nothing {
    if (!this.#boxOpen) return nothing;
    return html`<textarea
      class="copy"
      readonly
      rows="4"
      aria-label=${label}
      .value=${this.#text}
    ></textarea>`;
  }

  #show(status: 'idle' | 'copied' | 'by-hand', boxOpen: boolean): void {
    this.#status = status;
    this.#boxOpen = boxOpen;
    this.#host.requestUpdate();
  }
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Old, and everywhere: what a frame may still do when the host has not given it the clipboard. */
function byCommand(): boolean {
  try {
    const {execCommand} = document as {execCommand(command: string): boolean};
    return execCommand.call(document, 'copy');
  } catch {
    return false;
  }
}
