import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {loadPlanDetailWords} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {shared} from '../shared/shared.styles.ts';

/**
 * The agenda of the meeting, to be printed before it begins: the printed copy with the agenda chosen.
 *
 * @tag isp-meeting-agenda
 */
export class IspMeetingAgenda extends LitElement {
  static override styles = [
    shared,
    css`
      button {
        margin-inline-start: calc(var(--_space) * -2);
      }
    `,
  ];

  @state() private open = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #focusSoon = new FocusSoon(this);
  readonly #sheet = new LazyElement(
    this,
    'isp-printed-copy',
    async () => (await import('../take-away/isp-printed-copy.ts')).IspPrintedCopy,
  );

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const {formLoading, formFailed} = this.#text.t.plan;
    return html`<button
        type="button"
        class="quiet"
        id="agenda"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${this.#toggle}
      >
        ${this.open && this.#sheet.status === 'loading' ? formLoading : t.meeting.agenda}
      </button>
      ${this.#sheet.status === 'failed' ? html`<p class="small" role="alert">${formFailed}</p>` : nothing}
      ${
        this.open && this.#sheet.status === 'ready'
          ? html`<isp-printed-copy .audience=${'agenda'} @isp-cancel=${this.#close}></isp-printed-copy>`
          : nothing
      }`;
  }

  readonly #toggle = async (): Promise<void> => {
    if (this.open) return this.#close();
    this.open = true;
    await this.#sheet.load();
    // The next press asks for it again.
    if (this.#sheet.status === 'failed') this.open = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('isp-printed-copy')?.focus();
  };

  readonly #close = (): void => {
    this.open = false;
    this.#focusSoon.on('#agenda');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-meeting-agenda': IspMeetingAgenda;
  }
}
