import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {isSettled} from '../app/panel-view.ts';
import type {PlanView} from '../domain/plan.ts';
import {styles} from './isp-plan.styles.ts';
import {LazyElement} from './lazy-element.ts';
import {Localize} from './localize.ts';
import {failure, partial, skeleton} from './section-states.ts';
import {Select} from './select.ts';

/**
 * The individualized services plan: its state in one line, what matters to the person, the goals, and the actions.
 *
 * @tag isp-plan
 */
export class IspPlan extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #plan = new Select(this, (state) => state.plan);
  readonly #settled = new Select(this, isSettled);
  readonly #actions = new LazyElement(this, 'isp-actions', async () =>
    (await import('./define-actions.ts')).defineActions(),
  );

  protected override willUpdate(): void {
    // Below the goals, once everything of the first paint stands.
    if (this.#settled.value && this.#actions.status === 'idle') void this.#actions.load();
  }

  override render(): TemplateResult {
    const {plan: t} = this.#text.t;
    return html`<section aria-labelledby="plan">
      <div class="state">
        <h2 id="plan">${t.heading}</h2>
        ${this.#renderState()}
      </div>
      <isp-goals></isp-goals>
      ${this.#renderActions()}
    </section>`;
  }

  #renderActions(): TemplateResult | typeof nothing {
    if (this.#actions.status === 'ready') return html`<isp-actions></isp-actions>`;
    if (this.#actions.status !== 'failed') return nothing;
    return html`<isp-notice tone="error" heading=${this.#text.t.panel.couldNotLoad}>
      <button slot="action" type="button" @click=${() => void this.#actions.load()}>
        ${this.#text.t.panel.retry}
      </button>
    </isp-notice>`;
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
