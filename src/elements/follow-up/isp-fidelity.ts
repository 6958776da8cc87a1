import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {fidelityView} from '../../app/programme-view.ts';
import type {FidelityStep} from '../../domain/follow-up/fidelity.ts';
import {loadProgrammeWords, type ProgrammeMessages} from '../../i18n/programme-words.ts';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

/**
 * How many of the six steps of the programme the record shows, and which are missing, in one line.
 *
 * @tag isp-fidelity
 */
export class IspFidelity extends LitElement {
  static override styles = [shared, section];

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadProgrammeWords);
  readonly #found = new Select(this, fidelityView);

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const found = this.#found.value;
    if (!t || !found) return nothing;
    const {done, missing, unknown} = found;
    const n = this.#text.format.number(done.length);
    const words = [
      missing.length > 0 ? t.missing(this.#list(missing, t)) : '',
      unknown.length > 0 ? t.unknown(this.#list(unknown, t)) : '',
      missing.length + unknown.length === 0 ? t.all : '',
    ];
    return html`<section aria-labelledby="heading">
      <div class="head"><h2 id="heading">${t.steps}</h2></div>
      <p><b>${unknown.length > 0 ? t.atLeast(n) : t.of(n)}</b>. ${words.filter(Boolean).join(' ')}</p>
    </section>`;
  }

  #list(steps: readonly FidelityStep[], t: ProgrammeMessages): string {
    return new Intl.ListFormat(this.#text.language).format(steps.map((step) => t.step[step]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-fidelity': IspFidelity;
  }
}
