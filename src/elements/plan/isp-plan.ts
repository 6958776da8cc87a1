import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {isSettled} from '../../app/panel-view.ts';
import type {PlanView} from '../../domain/plan.ts';
import {styles} from './isp-plan.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {planPlaceOf} from '../shared/save-place.ts';
import {failure, notFetched, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

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
  /** The actions, everything else that the plan says, and every act on it: once all before it stands on the screen. */
  readonly #whole = new LazyElement(this, 'isp-plan-top', async () =>
    (await import('./define-plan.ts')).definePlan(),
  );
  readonly #place = new Select(this, planPlaceOf);
  readonly #savePlace = new LazyElement(
    this,
    'isp-save-place',
    async () => (await import('../panel/isp-save-place.ts')).IspSavePlace,
  );

  protected override willUpdate(): void {
    if (this.#place.value) this.#savePlace.want();
    if (this.#settled.value) this.#whole.want();
  }

  override render(): TemplateResult {
    const {plan: t} = this.#text.t;
    const whole = this.#whole.status === 'ready' && this.#plan.value?.status === 'ready';
    return html`<section aria-labelledby="plan">
      <div class="state">
        <h2 id="plan">${t.heading}</h2>
        <isp-save-place></isp-save-place>
        ${whole ? html`<isp-plan-top></isp-plan-top>` : this.#renderState()}
      </div>
      <isp-goals></isp-goals>
      ${this.#renderWhole()} ${whole ? html`<isp-plan-details></isp-plan-details>` : nothing}
    </section>`;
  }

  #renderWhole(): TemplateResult | typeof nothing {
    if (this.#whole.status === 'ready') return html`<isp-actions></isp-actions>`;
    if (this.#whole.status !== 'failed') return nothing;
    return notFetched('plan', this.#text, this.#whole);
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
