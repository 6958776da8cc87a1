import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {actionChange, candidates, orphanActionDrafts, type Candidate} from '../../app/action-draft.ts';
import {newActionPlace, whyNoAction, whyNotChange} from '../../app/action-places.ts';
import type {Choices} from '../../app/commands/save-record.ts';
import {isSaving} from '../../app/plan-view.ts';
import type {Draft, PanelState} from '../../app/state.ts';
import type {Action} from '../../domain/action.ts';
import {countActions, listActions} from '../../domain/action-due.ts';
import {loadActionWords, type ActionMessages} from '../../i18n/action-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {ActionWish, IspActionRow} from './isp-action-row.ts';
import {styles} from './isp-actions.styles.ts';
import {keptWords} from '../shared/kept-words.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {UndoOffer} from '../shared/undo-offer.ts';
import {unfoldMarked} from '../shared/unfold.ts';

const newKey = 'action:new';

/**
 * The actions of the plan: those to be done by date, overdue ones first and undated ones last, the others folded; one line
 * to add another.
 *
 * @tag isp-actions
 */
export class IspActions extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadActionWords);
  /** The whole state: who may be named, the goals and what may be written all stand in the rows. */
  readonly #state = new Select(this, (state) => state);
  readonly #undo = new UndoOffer(this, '#actions');
  /** Keys whose answer is awaited: a second click in the same instant makes no second wish. */
  readonly #awaited = new Set<string>();

  /** Puts the cursor where an action is written. */
  override focus(): void {
    this.#line()?.focus();
  }

  /** Puts the focus on the action of this key. */
  showAction(key: string): void {
    void this.#show(this.#row(`action:${key}`));
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const state = this.#state.value;
    if (!t || !state) return nothing;
    const {actions} = state.later;
    const ready = actions?.status === 'ready' ? actions.value : null;
    return html`<section aria-labelledby="actions">
      <div class="head">
        <h3 id="actions" tabindex="-1">${t.heading}</h3>
        ${ready ? html`<span class="muted small">${counted(ready, state.today, t)}</span>` : nothing}
      </div>
      ${actions?.status === 'ready' ? partial(actions.gaps, this.#text) : nothing}
      ${!actions || actions.status === 'loading' ? skeleton(t.loading) : nothing}
      ${
        actions?.status === 'failed'
          ? failure(t, actions.problem, this.#text, () => void this.#state.panel?.actions.refresh())
          : nothing
      }
      ${ready ? this.#renderLists(ready, state, t) : nothing} ${this.#renderOrphans(ready, state, t)}
    </section>`;
  }

  protected override updated(): void {
    unfoldMarked(this.renderRoot);
  }

  #renderLists(actions: readonly Action[], state: PanelState, t: ActionMessages): TemplateResult {
    const {open, closed} = listActions(actions);
    const why = [...new Set(actions.map(({place}) => whyNotChange(place, state)))];
    const said = why.filter((one) => one !== null).map((one) => this.#text.t.plan.blocked[one]);
    return html`${
        said.length > 0
          ? html`<p class="said small">
              ${why.includes(null) ? t.readOnlyTasks : t.readOnly} ${said.join(' ')}
            </p>`
          : nothing
      }
      ${open.length === 0 && closed.length === 0 ? html`<p class="said">${t.none}</p>` : nothing}
      ${this.#undo.render(this.#text.t.plan.undo)}
      <ul class="actions">
        ${repeat(
          open,
          ({key}) => key,
          (action) => html`<li>${this.#renderRow(action, state)}</li>`,
        )}
      </ul>
      ${this.#renderAdd(state, t)}
      ${
        closed.length > 0
          ? html`<details ?data-unfold=${closed.some(({key}) => state.drafts[`action:${key}`])}>
              <summary>${t.closed(closed.length)}</summary>
              <ul class="actions">
                ${repeat(
                  closed,
                  ({key}) => key,
                  (action) => html`<li>${this.#renderRow(action, state)}</li>`,
                )}
              </ul>
            </details>`
          : nothing
      }`;
  }

  #renderRow(action: Action, state: PanelState): TemplateResult {
    const key = `action:${action.key}`;
    const panel = this.#state.panel;
    return html`<isp-action-row
      id=${key}
      .action=${action}
      .today=${state.today}
      .goals=${state.goals.status === 'ready' ? state.goals.value : []}
      .people=${people(state, action)}
      .draft=${state.drafts[key]}
      .save=${state.saves[key]}
      .blocked=${whyNotChange(action.place, state)}
      @isp-draft=${(event: DraftEvent) => panel?.actions.keepDraft(key, event.draft, action)}
      @isp-cancel=${() => panel?.actions.discard(key)}
      @isp-submit=${(event: SubmitEvent<ActionWish>) => void this.#change(action, event.value)}
      @isp-settle=${(event: SubmitEvent<Choices>) => void this.#settle(key, event.value)}
    ></isp-action-row>`;
  }

  #renderAdd(state: PanelState, t: ActionMessages): TemplateResult {
    const draft = state.drafts[newKey];
    const why = whyNoAction(state);
    const reason = why === 'no-plan' ? t.noPlan : why ? this.#text.t.plan.blocked[why] : '';
    const blocked = reason ? `${t.noAdd} ${reason}` : '';
    if (blocked && !draft) return html`<p class="said small">${blocked}</p>`;
    const panel = this.#state.panel;
    return html`<isp-action-add
      .draft=${draft ?? {}}
      .save=${state.saves[newKey]}
      .goals=${state.goals.status === 'ready' ? state.goals.value : []}
      .people=${people(state, null)}
      .goesTo=${t.goesTo[newActionPlace(state)]}
      .blocked=${blocked}
      @isp-draft=${(event: DraftEvent) => panel?.actions.keepDraft(newKey, event.draft)}
      @isp-submit=${(event: SubmitEvent<Draft>) => void this.#add(event.value)}
      @isp-cancel=${() => panel?.actions.discard(newKey)}
    ></isp-action-add>`;
  }

  /** What was typed for actions that are not in the list stays in sight, to be used or discarded. */
  #renderOrphans(
    actions: readonly Action[] | null,
    {later, drafts}: PanelState,
    t: ActionMessages,
  ): readonly TemplateResult[] {
    const panel = this.#state.panel;
    const loading = !later.actions || later.actions.status === 'loading';
    const reuse = (key: string, {what = ''}: Draft): void => {
      panel?.actions.keepDraft(newKey, {what});
      panel?.actions.discard(key);
      this.#line()?.focus();
    };
    const mayReuse = actions !== null && !drafts[newKey];
    return (loading ? [] : orphanActionDrafts(drafts, actions)).map(({key, draft}) =>
      keptWords(
        draft,
        this.#text,
        () => panel?.actions.discard(key),
        mayReuse ? () => reuse(key, draft) : null,
        {lead: t.orphanLead, saveAsNew: t.orphanReuse},
      ),
    );
  }

  async #change(action: Action, {change, ends}: ActionWish): Promise<void> {
    const panel = this.#state.panel;
    const t = this.#words.value;
    const key = `action:${action.key}`;
    if (!panel || !t) return;
    const {language} = this.#text;
    const after = await this.#save(key, () =>
      panel.actions.wish(key, 'changeAction', action.key, change, language),
    );
    if (!after) return;
    const row = this.#row(key);
    row?.settle();
    if (ends === null) return this.#show(row);
    const before = {state: action.state, reason: action.reason};
    const said = (ends === 'done' ? t.saidDone : t.saidDropped)(action.what.text);
    if (before.state === 'unrecognized') return this.#show(row);
    const back: ActionWish = {change: {state: before.state, reason: before.reason}, ends: null};
    this.#undo.show(said, () => void this.#change({...action, state: change.state ?? action.state}, back));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#undo')?.focus();
  }

  async #settle(key: string, choices: Choices): Promise<void> {
    const panel = this.#state.panel;
    await this.#save(key, () => panel?.actions.wish(key, 'settle', key, choices) ?? Promise.resolve());
    if (panel?.store.get().saves[key]?.status === 'conflict') return;
    const row = this.#row(key);
    row?.settle();
    await this.#show(row);
  }

  async #add(draft: Draft): Promise<void> {
    const panel = this.#state.panel;
    const state = this.#state.value;
    if (!panel || !state) return;
    const {language} = this.#text;
    const keys = (now: PanelState): readonly string[] =>
      now.later.actions?.status === 'ready' ? now.later.actions.value.map(({key}) => key) : [];
    const before = new Set(keys(state));
    const change = actionChange(null, draft, people(state, null), language);
    const after = await this.#save(newKey, () => panel.actions.wish(newKey, 'addAction', change, language));
    if (!after) return;
    this.#line()?.settle();
    await this.updateComplete;
    const added = keys(after).find((key) => !before.has(key));
    const row = added === undefined ? null : this.#row(`action:${added}`);
    if (row) row.focus();
    else this.#line()?.focus();
  }

  /** One wish at a time for a key; gives the state after a save that the record confirmed. */
  async #save(key: string, wish: () => Promise<void>): Promise<PanelState | null> {
    const panel = this.#state.panel;
    if (!panel || this.#awaited.has(key) || isSaving(this.#state.value?.saves[key])) return null;
    this.#awaited.add(key);
    try {
      await wish();
    } finally {
      this.#awaited.delete(key);
    }
    const after = panel.store.get();
    return after.saves[key]?.status === 'saved' ? after : null;
  }

  /** Puts the focus on a row, or on the line that unfolds it. */
  async #show(row: IspActionRow | null): Promise<void> {
    await this.updateComplete;
    const fold = row?.closest('details');
    if (fold && !fold.open) fold.querySelector('summary')?.focus();
    else if (row?.isConnected) row.focus();
    else this.renderRoot.querySelector<HTMLElement>('#actions')?.focus();
  }

  #line(): HTMLElementTagNameMap['isp-action-add'] | null {
    return this.renderRoot.querySelector('isp-action-add');
  }

  #row(key: string): IspActionRow | null {
    return this.renderRoot.querySelector<IspActionRow>(`[id="${CSS.escape(key)}"]`);
  }
}

function people({context, team}: PanelState, action: Action | null): readonly Candidate[] {
  const members = team.status === 'ready' ? team.value.members : [];
  return candidates(context?.patientId ?? '', members, action?.who ?? null);
}

/** How many there are of each, in one line; what there is none of is not named. */
function counted(actions: readonly Action[], today: string, t: ActionMessages): string {
  return Object.entries(countActions(actions, today))
    .flatMap(([name, n]) => (n > 0 ? [t.counts[name as keyof typeof t.counts](n)] : []))
    .join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-actions': IspActions;
  }
}
