import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {changesSince, type PlanFieldChange} from '../../domain/plan-changes.ts';
import type {Agreement, PlanDetail} from '../../domain/plan-detail.ts';
import type {Pointer} from '../../domain/text.ts';
import type {Plan} from '../../domain/plan.ts';
import {isDay, isWords} from '../../app/conflict-fields.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import {styles} from './isp-plan-details.styles.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {agreementLine} from './plan-conflict.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

/**
 * What the plan says now and did not say at the last review, field by field, with the day and the author where the record
 * knows them. The versions are read only when somebody asks.
 *
 * @tag isp-plan-changes
 */
export class IspPlanChanges extends LitElement {
  static override styles = styles;

  /** The plan as it stands. */
  @property({attribute: false}) plan: PlanDetail | null = null;

  /** The day of the last review (YYYY-MM-DD); null compares with the beginning. */
  @property({attribute: false}) reviewed: string | null = null;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #history = new Select(this, ({later}) => later.planHistory);
  readonly #team = new Select(this, ({team}) => team);
  readonly #focusSoon = new FocusSoon(this);

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const {plan} = this;
    if (!t || !plan) return nothing;
    const history = this.#history.value;
    // After a save the versions that were read are no longer all: they are asked for again.
    const isOld =
      history?.status === 'ready' && !history.value.some(({detail}) => detail.version === plan.version);
    if (!history || isOld) {
      return html`<button type="button" class="quiet small" @click=${this.#ask}>
        ${this.reviewed ? t.history.ask : t.history.askStart}
      </button>`;
    }
    switch (history.status) {
      case 'loading':
        return skeleton(t.history.loading);
      case 'failed':
        return failure(t.history, history.problem, this.#text, this.#ask);
      case 'ready':
        return html`${partial(history.gaps, this.#text)} ${this.#renderChanges(history.value, t)}`;
    }
  }

  #renderChanges(versions: Parameters<typeof changesSince>[0], t: PlanDetailMessages): TemplateResult {
    const found = changesSince(versions, this.reviewed);
    if (!found?.since) return html`<p class="small" id="changes" tabindex="-1">${t.history.noneAtAll}</p>`;
    const since = this.#text.format.longDate(found.since);
    return html`<h3 id="changes" tabindex="-1">
        ${found.changes.length > 0 ? t.history.since(since) : t.history.none(since)}
      </h3>
      ${found.reaches ? nothing : html`<p class="small muted">${t.history.tooShort}</p>`}
      <dl>${found.changes.map((change) => this.#renderChange(change, t))}</dl>`;
  }

  #renderChange({field, before, after, at, by}: PlanFieldChange, t: PlanDetailMessages): TemplateResult {
    const names: Readonly<Record<string, string>> = {...t.topics, ...t.history.fields};
    const [was, is] = [this.#show(field, before, t), this.#show(field, after, t)];
    const when = at ? t.history.changed(this.#text.format.longDate(at), this.#nameOf(by)) : this.#nameOf(by);
    return html`<div>
      <dt>${names[field]}</dt>
      <dd>
        <p lang=${(isWords(after) && after.lang) || nothing}>${is || t.history.removed}</p>
        <p class="small muted">${was ? t.history.before(was) : t.history.nothingBefore}</p>
        <p class="small muted">${when}</p>
      </dd>
    </div>`;
  }

  #show(field: string, value: unknown, t: PlanDetailMessages): string {
    if (isWords(value)) return value.text;
    if (field === 'status') return this.#text.t.plan.line(value as Plan['status'], null, null);
    if (field === 'author') return value ? this.#nameOf(value as Pointer) || t.coordination.unnamed : '';
    if (Array.isArray(value)) {
      return (value as readonly Agreement[]).map((one) => agreementLine(one, t, this.#text)).join('; ');
    }
    if (typeof value !== 'string') return '';
    return isDay(value.slice(0, 10)) ? this.#text.format.longDate(value) : value;
  }

  /** The name that the note gives, or the one that the team knows for its address. */
  #nameOf(by: PlanFieldChange['by']): string {
    if (!by) return '';
    const team = this.#team.value;
    const members = team?.status === 'ready' ? team.value.members : [];
    return by.display ?? members.find(({reference}) => reference === by.reference)?.name ?? '';
  }

  readonly #ask = (): void => {
    this.#focusSoon.on('#changes, isp-notice');
    void this.#history.panel?.actions.wish('plan:history', 'readPlanHistory');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan-changes': IspPlanChanges;
  }
}
