import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {goalChange, orphanDrafts} from '../../app/goal-draft.ts';
import {isSaving, listGoals, shownGoals, whyBlocked} from '../../app/plan-view.ts';
import type {Draft, PanelActions, PanelState} from '../../app/state.ts';
import {isSettled} from '../../app/panel-view.ts';
import {isOpenGoal, type Goal, type GoalChange} from '../../domain/goal.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {IspGoalRow} from './isp-goal-row.ts';
import {styles} from './isp-goals.styles.ts';
import {keptWords} from '../shared/kept-words.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {UndoOffer} from '../shared/undo-offer.ts';
import {unfoldMarked} from '../shared/unfold.ts';

const newKey = 'goal:new';

/**
 * The person's goals: the open ones by rank, the first three shown and the rest folded, closed ones folded with their
 * reason; one line to add another in the person's words.
 *
 * @tag isp-goals
 */
export class IspGoals extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #goals = new Select(this, (state) => state.goals);
  readonly #saves = new Select(this, (state) => state.saves);
  readonly #drafts = new Select(this, (state) => state.drafts);
  readonly #abilities = new Select(this, (state) => state.abilities);
  readonly #halted = new Select(this, (state) => state.halted);
  readonly #today = new Select(this, (state) => state.today);
  readonly #settled = new Select(this, isSettled);
  readonly #more = new LazyElement(this, 'isp-goal-order', async () =>
    (await import('./define-goals.ts')).defineGoals(),
  );
  readonly #undo = new UndoOffer(this, '#goals');
  /** Keys whose answer is awaited: a second click in the same instant makes no second wish. */
  readonly #awaited = new Set<string>();

  /** Puts the cursor where a goal is typed. */
  override focus(): void {
    this.renderRoot.querySelector('isp-goal-add')?.focus();
  }

  override render(): TemplateResult {
    const {plan: t} = this.#text.t;
    const goals = this.#goals.value;
    const ready = goals?.status === 'ready' ? goals.value : null;
    const lists = ready ? listGoals(ready) : null;
    return html`<section aria-labelledby="goals">
      <div class="head">
        <h3 id="goals" tabindex="-1">${t.goals}</h3>
        ${lists ? html`<span class="muted small">${t.openGoals(lists.open.length)}</span>` : nothing}
      </div>
      ${goals?.status === 'ready' ? partial(goals.gaps, this.#text) : nothing}
      ${!goals || goals.status === 'loading' ? skeleton(t.goalsLoading) : nothing}
      ${
        goals?.status === 'failed'
          ? failure(
              {notAllowed: t.notAllowed('goals'), couldNotLoad: t.couldNotLoad('goals')},
              goals.problem,
              this.#text,
              () => void this.#actions?.refresh(),
            )
          : nothing
      }
      ${lists ? this.#renderLists(lists.open, lists.closed) : nothing} ${this.#renderOrphans(ready)}
    </section>`;
  }

  protected override willUpdate(): void {
    if (this.#settled.value) this.#more.want();
  }

  protected override updated(): void {
    unfoldMarked(this.renderRoot);
  }

  get #actions(): PanelActions | undefined {
    return this.#goals.panel?.actions;
  }

  #renderLists(open: readonly Goal[], closed: readonly Goal[]): TemplateResult {
    const {plan: t} = this.#text.t;
    const rest = open.slice(shownGoals);
    const why = this.#whyNot('updateGoal');
    return html`${
      why && open.length + closed.length > 0
        ? html`<p class="said small">${t.goalsReadOnly} ${t.blocked[why]}</p>`
        : nothing
    }
    ${open.length === 0 ? html`<p class="said">${t.noGoals}</p>` : this.#renderList(open.slice(0, shownGoals), 1)}
    ${
      rest.length > 0
        ? html`<details ?data-unfold=${rest.some((goal) => this.#drafts.value?.[`goal:${goal.id}`])}>
            <summary>${t.moreGoals(rest.length)}</summary>
            ${this.#renderList(rest, shownGoals + 1)}
          </details>`
        : nothing
    }
    ${this.#more.status === 'ready' ? html`<isp-goal-order .goals=${open}></isp-goal-order>` : nothing}
    ${this.#undo.render(t.undo)} ${this.#renderAdd()}
    ${
      closed.length > 0
        ? html`<details
            id="closed"
            ?data-unfold=${closed.some((goal) => this.#drafts.value?.[`goal:${goal.id}`])}
          >
            <summary>${t.closedGoals(closed.length)}</summary>
            <ul class="closed">
              ${repeat(
                closed,
                (goal) => goal.id,
                (goal) => html`<li>${this.#renderRow(goal)}</li>`,
              )}
            </ul>
          </details>`
        : nothing
    }`;
  }

  #renderList(goals: readonly Goal[], start: number): TemplateResult {
    return html`<ol class="list" start=${start}>
      ${repeat(
        goals,
        (goal) => goal.id,
        (goal) =>
          html`<li>
            <span class="number" aria-hidden="true">${goal.rank ?? ''}</span>${this.#renderRow(goal)}
          </li>`,
      )}
    </ol>`;
  }

  #renderRow(goal: Goal): TemplateResult {
    const key = `goal:${goal.id}`;
    return html`<isp-goal-row
      id=${key}
      .goal=${goal}
      .today=${this.#today.value ?? ''}
      .draft=${this.#drafts.value?.[key]}
      .save=${this.#saves.value?.[key]}
      .blocked=${this.#whyNot('updateGoal')}
      ?full=${this.#more.status === 'ready'}
      @isp-draft=${(event: DraftEvent) => this.#actions?.keepDraft(key, event.draft)}
      @isp-cancel=${() => this.#actions?.discard(key)}
      @isp-submit=${(event: SubmitEvent<GoalChange>) => void this.#change(goal, event.value)}
      @isp-settle=${(event: SubmitEvent<GoalChange>) =>
        void this.#save(key, (actions) => actions.settleGoal(goal.id, event.value))}
    ></isp-goal-row>`;
  }

  #renderAdd(): TemplateResult {
    const {plan: t} = this.#text.t;
    const draft = this.#drafts.value?.[newKey];
    const why = this.#whyNot('createGoal');
    const blocked = why ? `${t.noGoalAdd} ${t.blocked[why]}` : '';
    if (blocked && !draft) return html`<p class="said small">${blocked}</p>`;
    return html`<isp-goal-add
      .draft=${draft ?? {}}
      .save=${this.#saves.value?.[newKey]}
      .blocked=${blocked}
      @isp-draft=${(event: DraftEvent) => this.#actions?.keepDraft(newKey, event.draft)}
      @isp-submit=${(event: SubmitEvent<Draft>) => void this.#add(event.value)}
      @isp-cancel=${() => this.#actions?.discard(newKey)}
    ></isp-goal-add>`;
  }

  /** What was typed for goals that are not in the list stays in sight, to be used or discarded. */
  #renderOrphans(goals: readonly Goal[] | null): TemplateResult | typeof nothing {
    const loading = !this.#goals.value || this.#goals.value.status === 'loading';
    const orphans = loading ? [] : orphanDrafts(this.#drafts.value ?? {}, goals);
    const mayReuse = goals !== null && !this.#drafts.value?.[newKey];
    return html`${orphans.map((orphan) =>
      keptWords(
        orphan.draft,
        this.#text,
        () => this.#actions?.discard(orphan.key),
        mayReuse ? () => this.#reuse(orphan.key, orphan.draft) : null,
      ),
    )}`;
  }

  #whyNot(act: 'createGoal' | 'updateGoal'): ReturnType<typeof whyBlocked> {
    const abilities = this.#abilities.value;
    return abilities ? whyBlocked(abilities[act], this.#halted.value ?? null) : null;
  }

  /** A goal that was closed can be taken back for ten seconds. */
  async #change(goal: Goal, change: GoalChange): Promise<void> {
    const key = `goal:${goal.id}`;
    const after = await this.#save(key, (actions) => actions.changeGoal(goal.id, change));
    const {lifecycle} = goal;
    if (!after || !change.lifecycle || lifecycle === 'unrecognized') return;
    if (!isOpenGoal(goal) || isOpenGoal({lifecycle: change.lifecycle})) return;
    const {achievement, statusReason} = goal;
    const back: GoalChange = {
      lifecycle,
      statusReason,
      ...(change.achievement !== undefined && {achievement}),
    };
    const {plan: t} = this.#text.t;
    this.#undo.show(t.closedSaid(goal.words.text), () => {
      void this.#save(key, (actions) => actions.changeGoal(goal.id, back));
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#undo')?.focus();
  }

  /** One wish at a time for a key; afterwards the focus goes to what was saved. */
  async #save(key: string, wish: (actions: PanelActions) => Promise<void>): Promise<PanelState | null> {
    const panel = this.#goals.panel;
    if (!panel || this.#awaited.has(key) || isSaving(this.#saves.value?.[key])) return null;
    this.#awaited.add(key);
    const hadFocus = this.matches(':focus-within');
    try {
      await wish(panel.actions);
    } finally {
      this.#awaited.delete(key);
    }
    const after = panel.store.get();
    // Without any state it was settled without a write: the record's own version was kept.
    const save = after.saves[key];
    if (save && save.status !== 'saved') return null;
    this.#row(key)?.settle();
    if (hadFocus && key !== newKey) await this.#focusOn(key);
    return after;
  }

  /** The goal itself, or, once it is folded away with the closed ones, the line that unfolds them. */
  async #focusOn(key: string): Promise<void> {
    await this.updateComplete;
    const row = this.#row(key);
    const fold = row?.closest('details');
    if (fold && !fold.open) fold.querySelector('summary')?.focus();
    else row?.focus();
  }

  #reuse(key: string, draft: Draft): void {
    const kept = Object.entries(draft).filter(
      ([name]) => name === 'words' || name === 'clinical' || name === 'dueDate',
    );
    this.#actions?.keepDraft(newKey, Object.fromEntries(kept));
    this.#actions?.discard(key);
    this.renderRoot.querySelector('isp-goal-add')?.focus();
  }

  async #add(draft: Draft): Promise<void> {
    const before = this.#ids();
    const change = goalChange(null, draft, this.#text.language);
    const after = await this.#save(newKey, (actions) => actions.addGoal(change));
    if (!after) return;
    const line = this.renderRoot.querySelector('isp-goal-add');
    line?.settle();
    await this.updateComplete;
    const added = [...this.#ids()].find((id) => !before.has(id));
    const row = added === undefined ? null : this.#row(`goal:${added}`);
    const fold = row?.closest('details');
    if (fold) fold.open = true;
    if (row) row.focus();
    else line?.focus();
  }

  #ids(): ReadonlySet<string> {
    const goals = this.#goals.panel?.store.get().goals;
    return new Set(goals?.status === 'ready' ? goals.value.map((goal) => goal.id) : []);
  }

  #row(key: string): IspGoalRow | null {
    return this.renderRoot.querySelector<IspGoalRow>(`[id="${CSS.escape(key)}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-goals': IspGoals;
  }
}
