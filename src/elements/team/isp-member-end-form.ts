import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {withField} from '../../app/goal-draft.ts';
import {isSaving, objections} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import {styles} from './isp-member-form.styles.ts';
import {Localize} from '../shared/localize.ts';

type Name = 'date' | 'why' | 'reason';

/**
 * Ends a membership, which is never deleted: the last day, today unless said otherwise, and a reason.
 *
 * @tag isp-member-end-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - End the membership so.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspMemberEndForm extends LitElement {
  static override styles = styles;

  @property({attribute: false}) member: TeamMember | null = null;

  /** Local day (YYYY-MM-DD). */
  @property() today = '';

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #acts = draftActs(this, this.#text, () => this.#text.t.team.endSave, {saves: 'CareTeam'});

  /** Puts the cursor in the reason: the date stands already. */
  override focus(): void {
    void this.updateComplete.then(() => this.#control('why')?.focus());
  }

  override render(): TemplateResult {
    const {team: t} = this.#text.t;
    const values = this.#values();
    const errors = this.#errors();
    const busy = isSaving(this.save);
    const reasons = Object.entries(t.endReasons);
    const invalid = (name: Name) => (errors(name).length > 0 ? 'true' : nothing);
    return html`<form
      aria-labelledby="heading"
      @submit=${this.#onSubmit}
      @keydown=${this.#acts.onKey}
      novalidate
    >
      <div>
        <h3 id="heading">${t.endAsk(this.member?.name ?? t.noName)}</h3>
        <p class="small muted">${t.endLead}</p>
      </div>
      <div class="pair">
        ${field({
          id: 'why',
          label: t.endReason,
          errors: errors('why'),
          control: html`<select
            id="why"
            aria-required="true"
            aria-invalid=${invalid('why')}
            aria-describedby=${describedBy('why', null, errors('why'))}
            @change=${this.#onInput}
          >
            ${[['', t.roleChoose] as const, ...reasons].map(
              ([code, words]) =>
                html`<option value=${code} .selected=${code === values.why}>${words}</option>`,
            )}
          </select>`,
        })}
        ${field({
          id: 'date',
          label: t.endDate,
          errors: errors('date'),
          control: html`<input
            id="date"
            type="date"
            aria-required="true"
            ?readonly=${busy}
            aria-invalid=${invalid('date')}
            aria-describedby=${describedBy('date', null, errors('date'))}
            .value=${live(values.date)}
            @input=${this.#onInput}
          />`,
        })}
      </div>
      ${
        values.why === 'other'
          ? field({
              id: 'reason',
              label: t.otherReason,
              errors: errors('reason'),
              control: html`<input
                id="reason"
                autocomplete="off"
                aria-required="true"
                ?readonly=${busy}
                aria-invalid=${invalid('reason')}
                aria-describedby=${describedBy('reason', null, errors('reason'))}
                .value=${values.reason}
                @input=${this.#onInput}
              />`,
            })
          : nothing
      }
      <isp-save-state .save=${this.save} .shownFields=${['date', 'reason']}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #values(): Readonly<Record<Name, string>> {
    return {date: this.today, why: '', reason: '', ...this.draft};
  }

  #control(name: Name): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${name}`);
  }

  /** What is wrong with what stands in the form, before anything is sent. */
  #wrong(): Partial<Record<Name, string>> {
    const {team: t} = this.#text.t;
    const {date, why, reason} = this.#values();
    const since = this.member?.since ?? null;
    const early = since !== null && date !== '' && date < since.slice(0, 10);
    return {
      ...(why === '' ? {why: t.chooseReason} : {}),
      ...(why === 'other' && !reason.trim() ? {reason: t.writeReason} : {}),
      ...(date === '' ? {date: t.dateMissing} : {}),
      ...(early ? {date: t.beforeSince(this.#text.format.longDate(since))} : {}),
    };
  }

  #errors(): (name: Name) => readonly string[] {
    const own = this.tried ? this.#wrong() : {};
    const server = this.save?.status === 'failed' ? objections(this.save.problem) : {};
    // The field for a reason in words may not stand: what is said of the reason is said at the choice then.
    const at = (name: Name): string => (name === 'why' && this.#values().why !== 'other' ? 'reason' : name);
    return (name) => [...(own[name] ? [own[name]] : []), ...(server[at(name)] ?? [])];
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    const name = control.id as Name;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      control.value = this.#values()[name];
      return;
    }
    this.#acts.tell('');
    const original = name === 'date' ? this.today : '';
    this.dispatchEvent(new DraftEvent(withField(this.draft, name, control.value, original)));
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const wrong = this.#wrong();
    const first = (['why', 'date', 'reason'] as const).find((name) => wrong[name]);
    if (first) {
      this.#control(first)?.focus();
      return;
    }
    const {date, why, reason} = this.#values();
    const words: Readonly<Record<string, string>> = this.#text.t.team.endReasons;
    const text = why === 'other' ? reason.trim() : (words[why] ?? why);
    this.dispatchEvent(new SubmitEvent({date, reason: text}));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-member-end-form': IspMemberEndForm;
  }
}
