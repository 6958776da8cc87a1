import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {topicChange} from '../../app/plan-groups.ts';
import type {Choices} from '../../app/commands/save-record.ts';
import type {Draft} from '../../app/state.ts';
import {crisisTopics, type CrisisPlan, type PlanDetails} from '../../domain/plan-detail.ts';
import {isPlanOver} from '../../domain/plan-status.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {styles} from './isp-crisis.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {PlanForms} from './plan-forms.ts';
import {topicForm, topicWords, type TopicGroup} from './plan-topic-group.ts';
import {Select} from '../shared/select.ts';
import {unfoldMarked} from '../shared/unfold.ts';

/**
 * What to do if things go wrong, first of all on the screen: what the emergency department should know in one line, the
 * rest one tap away. That there is no crisis plan is said, never left blank.
 *
 * @tag isp-crisis
 */
export class IspCrisis extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #details = new Select(this, ({later}) => later.plan);
  readonly #forms = new PlanForms(this, this.#text);

  protected override updated(): void {
    unfoldMarked(this.renderRoot);
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    if (!t) return nothing;
    const details = this.#details.value;
    switch (details?.status) {
      case undefined:
      case 'loading':
        return html`<p class="muted">${t.crisis.loading}</p>`;
      case 'failed':
        return html`<p class="muted">
          ${details.problem.kind === 'forbidden' ? t.crisis.notAllowed : t.crisis.couldNotLoad}
        </p>`;
      case 'ready':
        // What could not be read may hold one.
        return details.value.crisis || details.gaps.length === 0
          ? this.#renderPlan(details.value, t)
          : html`<p class="muted">${t.crisis.unsure}</p>`;
    }
  }

  #renderPlan(details: PlanDetails, t: PlanDetailMessages): TemplateResult {
    const {crisis} = details;
    const group = this.#group(details, t);
    if (this.#forms.isOpen('crisis')) {
      return html`<h3>${t.crisis.line}</h3>
        ${topicForm(group, this.#forms, t, this.#text)}`;
    }
    if (!crisis) {
      return html`<p>
        ${t.crisis.none}
        ${
          group.blocked
            ? nothing
            : html`<button type="button" class="quiet small" id="open-crisis" @click=${this.#open}>
                ${t.crisis.add}
              </button>`
        }
      </p>`;
    }
    return html`<details>
        <summary>
          <b>${t.crisis.line}</b>
          ${
            crisis.department
              ? html`<span class="ed" lang=${crisis.department.lang ?? nothing}
                  >${firstLine(crisis.department.text)}</span
                >`
              : nothing
          }
        </summary>
        ${topicWords(group, t, this.#text)}
        ${
          crisis.other
            ? html`<p class="muted small">${t.crisis.other}</p>
                <p class="other" lang=${crisis.other.lang ?? nothing}>${crisis.other.text}</p>`
            : nothing
        }
        <p class="small muted">${this.#writtenOn(crisis, t)}</p>
        ${
          group.blocked
            ? html`<p class="small muted">${t.crisis.noEdit} ${group.blocked}</p>`
            : html`<p>
                <button type="button" class="quiet small" id="open-crisis" @click=${this.#open}>
                  ${t.crisis.edit}
                </button>
              </p>`
        }
      </details>
      <isp-save-state .save=${this.#forms.save('crisis')} .names=${t.topics}></isp-save-state>`;
  }

  readonly #open = (): void => this.#forms.open('crisis');

  #group({plan, crisis}: PlanDetails, t: PlanDetailMessages): TopicGroup {
    return {
      name: 'crisis',
      heading: t.crisis.line,
      topics: crisisTopics,
      record: crisis ?? {},
      base: crisis,
      blocked: this.#whyNot(plan, crisis, t),
      required: crisis ? '' : t.crisis.missing,
      save: (draft) => this.#save(draft, crisis),
      settle: (choices) => this.#settle(choices),
    };
  }

  #whyNot(plan: PlanDetails['plan'], crisis: CrisisPlan | null, t: PlanDetailMessages): string {
    if (!crisis) {
      const hasPlan = plan !== null && !isPlanOver(plan.status);
      return this.#forms.blocked('createCarePlan') || (hasPlan ? '' : t.crisis.needsPlan);
    }
    const {readOnly} = crisis;
    return this.#forms.blocked('updateCarePlan') || (readOnly ? this.#text.t.plan.readOnly[readOnly] : '');
  }

  #writtenOn({updated}: CrisisPlan, t: PlanDetailMessages): string {
    return updated ? t.crisis.updated(this.#text.format.longDate(updated)) : '';
  }

  #save(draft: Draft, crisis: CrisisPlan | null): void {
    const change = topicChange(crisisTopics, draft, crisis ?? {}, this.#text.language);
    void this.#forms.wish('crisis', (actions, key) =>
      actions.wish(key, 'changeCrisisPlan', key, change, this.#text.language),
    );
  }

  #settle(choices: Choices): void {
    void this.#forms.wish('crisis', (actions, key) => actions.wish(key, 'settle', key, choices));
  }
}

/** The first line of a text, which is what the department reads first. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-crisis': IspCrisis;
  }
}
