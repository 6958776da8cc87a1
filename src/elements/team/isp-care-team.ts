import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {isSaving, listMembers, whyBlocked, type Blocked} from '../../app/plan-view.ts';
import type {PanelActions} from '../../app/state.ts';
import type {
  CareTeamView,
  CaseManagerSlot,
  MembershipEnd,
  NewMember,
  TeamMember,
} from '../../domain/care-team.ts';
import type {RoleKey} from '../../domain/roles.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-care-team.styles.ts';
import type {IspMemberRow} from './isp-member-row.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {Localize} from '../shared/localize.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {UndoOffer} from '../shared/undo-offer.ts';
import {unfoldMarked} from '../shared/unfold.ts';

const newKey = 'member:new';

/**
 * Who is on the team: the two case managers first, named or not, then everyone else with role, organization and phone;
 * those whose membership has ended are folded.
 *
 * @tag isp-care-team
 */
export class IspCareTeam extends LitElement {
  static override styles = styles;

  /** The button that the form of a new member was opened from; null while it is closed. */
  @state() private opener: CaseManagerSlot | 'add' | null = null;

  readonly #text = new Localize(this);
  readonly #team = new Select(this, (state) => state.team);
  readonly #saves = new Select(this, (state) => state.saves);
  readonly #drafts = new Select(this, (state) => state.drafts);
  readonly #abilities = new Select(this, (state) => state.abilities);
  readonly #halted = new Select(this, (state) => state.halted);
  readonly #today = new Select(this, (state) => state.today);
  readonly #form = new LazyElement(this, 'isp-member-form', async () =>
    (await import('./define-member-form.ts')).defineMemberForm(),
  );
  /** Keys whose answer is awaited: a second click in the same instant makes no second wish. */
  readonly #awaited = new Set<string>();
  readonly #focusSoon = new FocusSoon(this);
  readonly #undo = new UndoOffer(this, '#team');

  get #actions(): PanelActions | undefined {
    return this.#team.panel?.actions;
  }

  get #isAdding(): boolean {
    return this.opener !== null || this.#drafts.value?.[newKey] !== undefined;
  }

  protected override willUpdate(): void {
    if (this.#isAdding) this.#form.want();
  }

  protected override updated(): void {
    unfoldMarked(this.renderRoot);
  }

  override render(): TemplateResult {
    const {team: t} = this.#text.t;
    const team = this.#team.value;
    return html`<section aria-labelledby="team">
      <div class="head"><h2 id="team" tabindex="-1">${t.heading}</h2></div>
      ${team?.status === 'ready' ? partial(team.gaps, this.#text) : nothing}
      ${!team || team.status === 'loading' ? skeleton(t.loading) : nothing}
      ${
        team?.status === 'failed'
          ? failure(t, team.problem, this.#text, () => void this.#actions?.refresh())
          : nothing
      }
      ${team?.status === 'ready' ? this.#renderTeam(team.value) : nothing}
    </section>`;
  }

  #renderTeam({members}: CareTeamView): TemplateResult {
    const {team: t, plan: p} = this.#text.t;
    const lists = listMembers(members);
    const why = this.#whyNot('updateCareTeam');
    return html`${members.length === 0 ? html`<p class="said">${t.none}</p>` : nothing}
      ${why && members.length > 0 ? html`<p class="said small">${t.readOnly} ${p.blocked[why]}</p>` : nothing}
      <div class="slots">
        ${this.#renderSlot('case-manager', lists.caseManagers)}
        ${this.#renderSlot('hospital-case-manager', lists.hospitalCaseManagers)}
      </div>
      ${
        lists.others.length > 0
          ? html`<h3 class="rest">${t.everyoneElse}</h3>
              ${this.#renderList(lists.others)}`
          : nothing
      }
      ${this.#undo.render(p.undo)} ${this.#renderAdd()}
      ${
        lists.past.length > 0
          ? html`<details
              ?data-unfold=${lists.past.some((member) => this.#drafts.value?.[`member:${member.key}`])}
            >
              <summary>${t.past(lists.past.length)}</summary>
              ${this.#renderList(lists.past)}
            </details>`
          : nothing
      }`;
  }

  #renderSlot(slot: CaseManagerSlot, members: readonly TeamMember[]): TemplateResult {
    const {team: t} = this.#text.t;
    return html`<div class="slot">
      <h3>${t.slots[slot]}</h3>
      ${
        members.length > 0
          ? members.map((member) => this.#renderRow(member))
          : html`<div class="empty">
              <p class="muted">${t.noneNamed[slot]}</p>
              ${
                this.#whyNotAdd() || this.#isAdding
                  ? nothing
                  : html`<button
                      type="button"
                      class="quiet"
                      id=${slot}
                      aria-label=${t.addTo[slot]}
                      @click=${() => this.#onOpen(slot)}
                    >
                      ${this.#text.t.plan.addButton}
                    </button>`
              }
            </div>`
      }
    </div>`;
  }

  #renderList(members: readonly TeamMember[]): TemplateResult {
    return html`<ul class="list">
      ${repeat(
        members,
        (member) => member.key,
        (member) => html`<li>${this.#renderRow(member)}</li>`,
      )}
    </ul>`;
  }

  #renderRow(member: TeamMember): TemplateResult {
    const key = `member:${member.key}`;
    return html`<isp-member-row
      id=${key}
      .member=${member}
      .today=${this.#today.value ?? ''}
      .draft=${this.#drafts.value?.[key]}
      .save=${this.#saves.value?.[key]}
      .blocked=${this.#whyNot('updateCareTeam')}
      @isp-draft=${(event: DraftEvent) => this.#actions?.keepDraft(key, event.draft)}
      @isp-cancel=${() => this.#actions?.discard(key)}
      @isp-submit=${(event: SubmitEvent<MembershipEnd>) => void this.#end(member, event.value)}
    ></isp-member-row>`;
  }

  #renderAdd(): TemplateResult {
    const {team: t, plan: p} = this.#text.t;
    const save = this.#saves.value?.[newKey];
    const draft = this.#drafts.value?.[newKey];
    const why = this.#whyNotAdd();
    const blocked = why ? `${t.noMemberAdd} ${p.blocked[why]}` : '';
    if (blocked && !draft) return html`<p class="said small">${blocked}</p>`;
    if (this.#isAdding && this.#form.status === 'ready') {
      return html`<div class="add">
        <isp-member-form
          .draft=${draft ?? {}}
          .firstRole=${this.#firstRole()}
          .save=${save}
          .blocked=${blocked}
          @isp-draft=${(event: DraftEvent) => this.#actions?.keepDraft(newKey, event.draft)}
          @isp-submit=${(event: SubmitEvent<NewMember>) => void this.#add(event.value)}
          @isp-cancel=${this.#onCancel}
        ></isp-member-form>
      </div>`;
    }
    return html`<div class="add">
      <button type="button" id="add" @click=${() => this.#onOpen('add')}>
        ${this.#form.status === 'loading' ? p.formLoading : t.add}
      </button>
      ${this.#form.status === 'failed' ? html`<isp-notice role="alert" tone="error">${p.formFailed}</isp-notice>` : nothing}
      <isp-save-state .save=${save}></isp-save-state>
    </div>`;
  }

  #firstRole(): RoleKey | null {
    if (this.opener === 'case-manager') return 'nurse-case-manager';
    return this.opener === 'hospital-case-manager' ? this.opener : null;
  }

  #whyNot(act: 'createCareTeam' | 'updateCareTeam'): Blocked | null {
    const abilities = this.#abilities.value;
    return abilities ? whyBlocked(abilities[act], this.#halted.value ?? null) : null;
  }

  /** A new member goes into a team that is there, else into a new one. */
  #whyNotAdd(): Blocked | null {
    const team = this.#team.value;
    const hasTeam = team?.status === 'ready' && team.value.teamIds.length > 0;
    return this.#whyNot(hasTeam ? 'updateCareTeam' : 'createCareTeam');
  }

  #onOpen(opener: CaseManagerSlot | 'add'): void {
    this.opener = opener;
    this.#focusSoon.on('isp-member-form');
    void this.#form.load();
  }

  #onCancel(): void {
    this.#focusSoon.on(`#${this.opener ?? 'add'}`);
    this.opener = null;
    this.#actions?.discard(newKey);
  }

  async #add(member: NewMember): Promise<void> {
    const before = new Set(this.#members().map(({key}) => key));
    if (!(await this.#save(newKey, (actions) => actions.addMember(member)))) return;
    const opener = this.opener ?? 'add';
    this.opener = null;
    await this.updateComplete;
    const added = this.#members().find(({key, name}) => !before.has(key) && name === member.name);
    const row = added && this.#row(added);
    if (row) row.focus();
    else this.#focus(opener === 'add' ? '#add' : '#team');
  }

  /** Who was taken off the team can be brought back for ten seconds. */
  async #end(member: TeamMember, end: MembershipEnd): Promise<void> {
    const key = `member:${member.key}`;
    if (!(await this.#save(key, (actions) => actions.endMember(member.key, end)))) return;
    this.#row(member)?.settle();
    const {team: t} = this.#text.t;
    this.#undo.show(t.endedSaid(member.name ?? t.noName), () => void this.#takeBack(member, end));
    await this.updateComplete;
    this.#focus('#undo');
  }

  async #takeBack(member: TeamMember, end: MembershipEnd): Promise<void> {
    const key = `member:${member.key}`;
    if (!(await this.#save(key, (actions) => actions.wish(key, 'takeBackEnd', member, end)))) return;
    await this.updateComplete;
    this.#row(member)?.focus();
  }

  /** One wish at a time for a key; true when the record confirmed it. */
  async #save(key: string, wish: (actions: PanelActions) => Promise<void>): Promise<boolean> {
    const panel = this.#team.panel;
    if (!panel || this.#awaited.has(key) || isSaving(this.#saves.value?.[key])) return false;
    this.#awaited.add(key);
    try {
      await wish(panel.actions);
    } finally {
      this.#awaited.delete(key);
    }
    return panel.store.get().saves[key]?.status === 'saved';
  }

  #members(): readonly TeamMember[] {
    const team = this.#team.panel?.store.get().team;
    return team?.status === 'ready' ? team.value.members : [];
  }

  #row(member: TeamMember): IspMemberRow | null {
    return this.renderRoot.querySelector<IspMemberRow>(`[id="${CSS.escape(`member:${member.key}`)}"]`);
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-care-team': IspCareTeam;
  }
}
