import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import type {Choices} from '../../app/commands/save-record.ts';
import {enrolmentView, type EnrolmentView} from '../../app/enrolment-view.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import {
  enrolmentAfter,
  isOver,
  type EnrolmentChange,
  type EnrolmentState,
} from '../../domain/follow-up/enrolment.ts';
import {loadEnrolmentWords, type EnrolmentMessages} from '../../i18n/enrolment-words.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {goToPlan} from '../plan/go-to-plan.ts';
import {styles} from './isp-enrolment.styles.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {failure, partial} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

const KEY = 'enrolment';

/**
 * How the person stands in the programme (invited, enrolled, paused, closed, declined), since when and why, with the date
 * from which before and after are counted; and the place where that is changed.
 *
 * @tag isp-enrolment
 */
export class IspEnrolment extends LitElement {
  static override styles = styles;

  @state() private asking = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadEnrolmentWords);
  readonly #view = new Select(this, enrolmentView);
  readonly #section = new Select(this, ({later}) => later.enrolments);
  readonly #today = new Select(this, ({today}) => today);
  readonly #draft = new Select(this, ({drafts}): Draft | undefined => drafts[KEY]);
  readonly #save = new Select(this, ({saves}): SaveState | undefined => saves[KEY]);
  readonly #focusSoon = new FocusSoon(this);
  readonly #form = new LazyElement(
    this,
    'isp-enrolment-form',
    async () => (await import('./isp-enrolment-form.ts')).IspEnrolmentForm,
  );
  readonly #conflict = new LazyElement(
    this,
    'isp-conflict',
    async () => (await import('../shared/isp-conflict.ts')).IspConflict,
  );

  protected override willUpdate(): void {
    if (this.#draft.value) this.#form.want();
    if (this.#save.value?.status === 'conflict') this.#conflict.want();
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const view = this.#view.value;
    const section = this.#section.value;
    if (!t || !view || !section) return nothing;
    const isKept = section.status !== 'failed' || ['unsupported', 'not-found'].includes(section.problem.kind);
    return html`<section aria-labelledby="heading">
      <div class="head"><h2 id="heading" tabindex="-1">${t.heading}</h2></div>
      ${section.status === 'ready' ? partial(section.gaps, this.#text) : nothing}
      ${
        section.status === 'failed' && !isKept
          ? failure(t, section.problem, this.#text, () => void this.#view.panel?.actions.refresh())
          : html`${this.#renderStands(view, t)} ${this.#renderIndex(view, t)} ${this.#renderSteps(view, t)}
            ${this.#renderChange(view, t)}`
      }
    </section>`;
  }

  #renderStands({stands}: EnrolmentView, t: EnrolmentMessages): TemplateResult {
    if (!stands) return html`<p class="said">${t.none}</p>`;
    const {state: at, date, reason, from} = stands;
    const long = date === null ? null : this.#text.format.longDate(date);
    const words = t.state[at];
    const when = long === null ? words : isOver(at) ? t.on(words, long) : t.since(words, long);
    const isExplained = at === 'paused' || isOver(at);
    return html`<p>
        <b>${when}</b>${from === 'plan' ? html` <span class="muted">${t.byPlan}</span>` : nothing}
      </p>
      ${isExplained ? html`<p>${reason === null ? t.noReason : t.reason(reason)}</p>` : nothing}`;
  }

  #renderIndex({index, indexFromPlan}: EnrolmentView, t: EnrolmentMessages): TemplateResult | typeof nothing {
    if (index === undefined) return nothing;
    if (index === null) return html`<p class="small muted">${t.noIndex}</p>`;
    const long = this.#text.format.longDate(index);
    return html`<p class="small muted">${indexFromPlan ? t.indexFromPlan(long) : t.index(long)}</p>`;
  }

  #renderSteps({enrolment}: EnrolmentView, t: EnrolmentMessages): TemplateResult | typeof nothing {
    const earlier = (enrolment?.steps ?? []).filter(({to}) => to !== null).toReversed();
    if (earlier.length === 0) return nothing;
    const {format} = this.#text;
    return html`<details>
      <summary>${t.before}</summary>
      <ul>
        ${earlier.map(
          ({state: at, from, to}) =>
            html`<li>
              ${t.state[at]},
              ${[from, to]
                .map((day) => (day === null ? '' : format.longDate(day)))
                .filter(Boolean)
                .join(' – ')}
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #renderChange(view: EnrolmentView, t: EnrolmentMessages): TemplateResult | typeof nothing {
    const save = this.#save.value;
    const draft = this.#draft.value;
    if (save?.status === 'conflict') return this.#renderConflict(save, t);
    const blocked = view.blocked
      ? `${t.notTaken} ${this.#text.t.plan.blocked[view.blocked]}`
      : view.enrolment?.readOnly
        ? this.#text.t.plan.readOnly[view.enrolment.readOnly]
        : '';
    if (draft?.['to']) return this.#renderForm(draft, blocked, t);
    if (blocked) {
      return html`<p class="said small">${blocked} ${view.stands?.from === 'plan' ? t.inPlan : ''}</p>
        ${
          view.stands?.from === 'plan'
            ? html`<button type="button" class="quiet small" @click=${() => goToPlan(this)}>
                ${t.goToPlan}
              </button>`
            : nothing
        }`;
    }
    if (!this.asking) {
      return html`<p>
          <button type="button" id="change" @click=${this.#ask}>${t.change}</button>
        </p>
        <isp-save-state .save=${save} .names=${t.fields}></isp-save-state>`;
    }
    return html`<div class="ask" role="group" aria-labelledby="ask">
      <p id="ask"><strong>${t.changeTo}</strong></p>
      ${enrolmentAfter(view.open).map(
        (to) => html`<button type="button" @click=${() => this.#choose(to)}>${t.act[to]}</button>`,
      )}
      <button type="button" class="quiet" @click=${this.#close}>${this.#text.t.plan.cancel}</button>
    </div>`;
  }

  #renderForm(draft: Draft, blocked: string, t: EnrolmentMessages): TemplateResult {
    if (this.#form.status !== 'ready') return html`<p class="small muted">${t.loading}</p>`;
    const keep = (typed: Draft): void => {
      const panel = this.#view.panel;
      panel?.actions.keepDraft(KEY, {...typed, to: draft['to'] ?? ''}, this.#view.value?.enrolment);
    };
    return html`<isp-enrolment-form
      .to=${draft['to'] as EnrolmentState}
      .draft=${draft}
      .save=${this.#save.value}
      .today=${this.#today.value ?? ''}
      .blocked=${blocked}
      @isp-draft=${(event: DraftEvent) => keep(event.draft)}
      @isp-cancel=${this.#close}
      @isp-submit=${(event: SubmitEvent<EnrolmentChange>) => void this.#change(event.value, t)}
    ></isp-enrolment-form>`;
  }

  #renderConflict(
    save: SaveState & {status: 'conflict'},
    t: EnrolmentMessages,
  ): TemplateResult | typeof nothing {
    const {panel} = this.#view;
    if (save.conflict.what !== 'fields' || this.#conflict.status !== 'ready') return nothing;
    const show = (name: string, value: unknown): string | null =>
      name === 'state' ? t.state[value as EnrolmentState] : null;
    return html`<isp-conflict
      .conflict=${save.conflict}
      .words=${{heading: t.conflict, labels: t.fields, show, closed: ['state']}}
      .draft=${this.#draft.value ?? {}}
      .save=${save}
      @isp-draft=${(event: DraftEvent) => panel?.actions.keepDraft(KEY, event.draft)}
      @isp-submit=${(event: SubmitEvent<Choices>) => void panel?.actions.wish(KEY, 'settle', KEY, event.value)}
    ></isp-conflict>`;
  }

  readonly #ask = (): void => {
    this.asking = true;
    this.#focusSoon.on('.ask button');
    void this.#form.load();
  };

  #choose(to: EnrolmentState): void {
    this.asking = false;
    this.#view.panel?.actions.keepDraft(KEY, {to}, this.#view.value?.enrolment);
    this.#focusSoon.on('isp-enrolment-form');
  }

  readonly #close = (): void => {
    this.asking = false;
    this.#view.panel?.actions.discard(KEY);
    this.#focusSoon.on('#change');
  };

  async #change(change: EnrolmentChange, t: EnrolmentMessages): Promise<void> {
    const {panel} = this.#view;
    if (!panel || isSaving(this.#save.value)) return;
    await panel.actions.wish(KEY, 'changeEnrolment', change, t.programme);
    if (panel.store.get().saves[KEY]?.status === 'saved') this.#focusSoon.on('#heading');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-enrolment': IspEnrolment;
  }
}
