import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {glanceView, type Glance} from '../../app/glance-view.ts';
import {readingOf} from '../../app/use-view.ts';
import type {Count} from '../../domain/completeness.ts';
import {telHref} from '../shared/contact-link.ts';
import {Copier} from '../shared/copier.ts';
import {edLine} from './ed-line.ts';
import {styles} from './isp-headlines.styles.ts';
import {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

/**
 * The chart in one line: the crisis plan first, whose code comes with the rest of the plan; then the plan, how much the services were used, where the person is now, whom to call; and the same
 * as one text to copy.
 *
 * @tag isp-headlines
 */
export class IspHeadlines extends LitElement {
  static override styles = styles;

  /** The line alone, where the crisis plan is not read. */
  @property({type: Boolean}) alone = false;

  readonly #glance = new Select(this, glanceView);
  readonly #text = new Localize(this);
  readonly #copier = new Copier(this);
  #copied: Glance | null = null;

  protected override willUpdate(): void {
    // A line that is no longer true is not left standing as "copied".
    if (this.#copier.status !== 'idle' && this.#copied !== this.#glance.value) this.#copier.forget();
  }

  override render(): TemplateResult | typeof nothing {
    const {t} = this.#text;
    const glance = this.#glance.value;
    if (!glance || (!glance.edVisits && !glance.plan && !glance.caseManager)) return nothing;
    return html`${this.alone ? nothing : html`<isp-crisis></isp-crisis>`}
      <ul aria-label=${t.panel.atAGlance}>
        ${this.#renderPlan(glance)} ${this.#renderUse(glance)} ${this.#renderCaseManager(glance)}
        <li>
          <button class="quiet small" type="button" @click=${this.#onCopy}>${t.use.glance.copy}</button>
        </li>
      </ul>
      <div class="said small" role="status">${this.#renderCopied()}</div>`;
  }

  #renderPlan({plan}: Glance): TemplateResult | typeof nothing {
    const {t, format} = this.#text;
    if (plan === null) return nothing;
    if (plan === 'none') return html`<li class="muted">${t.plan.none}</li>`;
    const {status, reviewed, daysSince} = plan;
    const ago =
      daysSince !== null && daysSince >= 0
        ? ` (${t.use.glance.daysAgo(daysSince, format.number(daysSince))})`
        : '';
    return html`<li>
      ${t.plan.line(status, null, null)}${
        reviewed
          ? html`, <span class="muted">${t.use.glance.reviewed(format.longDate(reviewed))}${ago}</span>`
          : nothing
      }
    </li>`;
  }

  #renderUse({edVisits, stays, inHospital}: Glance): TemplateResult {
    const {t, format} = this.#text;
    return html`${
      edVisits && stays
        ? html`<li>
            ${this.#renderCount(edVisits, t.use.edVisits)}, ${this.#renderCount(stays, t.use.stays)}
            <span class="muted">${t.use.glance.inTwelveMonths}</span>
          </li>`
        : nothing
    }
    ${
      inHospital
        ? html`<li>
            <b>${t.use.glance.now}</b> ${inHospital.site}
            <span class="muted">${t.use.glance.since(format.longDate(inHospital.since))}</span>
          </li>`
        : nothing
    }`;
  }

  #renderCaseManager({caseManager}: Glance): TemplateResult | typeof nothing {
    if (!caseManager) return nothing;
    const {name, phone} = caseManager;
    const href = phone && telHref(phone);
    return html`<li>
      <span class="muted">${this.#text.t.panel.caseManager}</span> <b>${name}</b>
      ${href ? html`<a href=${href}>${phone}</a>` : phone}
    </li>`;
  }

  #renderCount(count: Count, words: (n: number) => string): TemplateResult {
    const {t, format} = this.#text;
    const reading = readingOf(count);
    if (reading === 'unknown') return html`${words(2)} ${t.use.notAvailable}`;
    return html`${reading === 'at-least' ? `${t.use.atLeast} ` : nothing}<b>${format.number(count.n)}</b>
      ${words(count.n)}`;
  }

  #renderCopied(): TemplateResult | typeof nothing {
    const {glance: t} = this.#text.t.use;
    const {status, text} = this.#copier;
    if (status === 'copied') return html`<span class="muted">${t.copied}</span> ${text}`;
    return html`${status === 'by-hand' ? t.notCopied : nothing} ${this.#copier.renderBox(t.copy)}`;
  }

  #onCopy(): void {
    const glance = this.#glance.value;
    if (!glance) return;
    this.#copied = glance;
    void this.#copier.copy(edLine(glance, this.#text.t, this.#text.format));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-headlines': IspHeadlines;
  }
}
