import {html, LitElement, nothing, type TemplateResult} from 'lit';
import type {PlanView} from '../domain/plan.ts';
import {styles} from './isp-plan.styles.ts';
import {Localize} from './localize.ts';
import {failure, partial, skeleton} from './section-states.ts';
import {Select} from './select.ts';

/**
 * The individualized services plan: its state in one line, what matters to the person, and the goals.
 *
 * @tag isp-plan
 */
export class IspPlan extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #plan = new Select(this, (state) => state.plan);

  override render(): TemplateResult {
    const {plan: t} = this.#text.t;
    return html`<section aria-labelledby="plan">
      <div class="state">
        <h2 id="plan">${t.heading}</h2>
        ${this.#renderState()}
      </div>
      <isp-goals></isp-goals>
    </section>`;
  }

  #renderState(): TemplateResult {
    const {plan: t} = this.#text.t;
    const plan = this.#plan.value;
    switch (plan?.status) {
      case undefined:
      case 'loading':
        return skeleton(t.loading);
      case 'failed':
        return failure(
          {notAllowed: t.notAllowed('plan'), couldNotLoad: t.couldNotLoad('plan')},
          plan.problem,
          this.#text,
          () => void this.#plan.panel?.actions.refresh(),
        );
      case 'ready':
        return html`${this.#renderPlan(plan.value)} ${partial(plan.gaps, this.#text)}`;
    }
  }

  #renderPlan({plan, otherActivePlans}: PlanView): TemplateResult {
    const {plan: t} = this.#text.t;
    const {format} = this.#text;
    const date = (value: string | null): string | null => (value ? format.longDate(value) : null);
    return html`<p class=${plan ? '' : 'muted'}>
        ${plan ? t.line(plan.status, date(plan.start), date(plan.end)) : t.none}
      </p>
      ${
        otherActivePlans > 0
          ? html`<isp-notice tone="due">${t.otherPlans(otherActivePlans)}</isp-notice>`
          : nothing
      }
      ${
        plan?.whatMatters
          ? html`<figure>
              <figcaption class="muted small">${t.whatMatters}</figcaption>
              <blockquote>${plan.whatMatters}</blockquote>
            </figure>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan': IspPlan;
  }
}
