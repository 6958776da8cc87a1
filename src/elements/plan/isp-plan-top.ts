import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import type {Choices} from '../../app/commands/save-record.ts';
import {topicChange} from '../../app/plan-groups.ts';
import {canBeNamed, coordinatorOf} from '../../app/plan-coordinator.ts';
import {planStanding, type PlanStanding} from '../../app/plan-standing.ts';
import {stageOf} from '../../domain/action.ts';
import type {Missing} from '../../domain/minimum-plan.ts';
import type {Agreement, PlanChange, PlanDetail, PlanDetails} from '../../domain/plan-detail.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import type {Pointer} from '../../domain/text.ts';
import {isPlanOver} from '../../domain/plan-status.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {styles} from './isp-plan-top.styles.ts';
import {offerPart} from '../follow-up/follow-up-desk.ts';
import {LazyElement} from '../shared/lazy-element.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {actForms, planActs, type ActParts} from './plan-acts.ts';
import {planBegin} from './plan-begin.ts';
import {PlanForms} from './plan-forms.ts';
import {keptDrafts} from './plan-kept-drafts.ts';
import {planReady} from './plan-ready.ts';
import {reviewLine} from './plan-review-line.ts';
import {topicGroup} from './plan-topic-group.ts';
import {partial} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';
import {UndoOffer} from '../shared/undo-offer.ts';

/**
 * The head of the plan: its state, how fresh it is, what is still missing, what matters to the person; and the acts that
 * carry the plan from its start to its end.
 *
 * @tag isp-plan-top
 */
export class IspPlanTop extends LitElement {
  static override styles = styles;

  @state() private meeting = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #plan = new Select(this, ({plan}) => plan);
  readonly #details = new Select(this, ({later}) => later.plan);
  readonly #actions = new Select(this, ({later}) => later.actions);
  readonly #goals = new Select(this, ({goals}) => goals);
  readonly #patient = new Select(this, ({patient}) => patient);
  readonly #team = new Select(this, ({team}) => team);
  readonly #today = new Select(this, ({today}) => today);
  readonly #windows = new Select(this, ({followUp}) => followUp);
  readonly #forms = new PlanForms(this, this.#text);
  readonly #undo = new UndoOffer(this, '#state');
  readonly #lazy = new LazyElement(this, 'isp-meeting', async () =>
    (await import('./define-meeting.ts')).defineMeeting(),
  );

  #withdrawOffer: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdrawOffer?.();
    this.#withdrawOffer = null;
  }

  protected override updated(): void {
    const {panel} = this.#plan;
    const details = this.#details.value;
    const detail = details?.status === 'ready' ? details.value.plan : null;
    const mayReview = this.#words.value && detail && !isPlanOver(detail.status) && !this.#whyNot(detail);
    if (!panel || !mayReview || this.#withdrawOffer) return;
    this.#withdrawOffer = offerPart(panel, 'review', () => this.#forms.open('review'));
  }

  override render(): TemplateResult {
    const t = this.#words.value;
    const {plan: p} = this.#text.t;
    const plan = this.#plan.value;
    if (plan?.status !== 'ready') return html``;
    const details = this.#details.value;
    const value = details?.status === 'ready' ? details.value : null;
    const detail = value?.plan ?? null;
    const short = plan.value.plan;
    const date = (day: string | null): string | null => (day ? this.#text.format.longDate(day) : null);
    return html`<p class=${short ? '' : 'muted'} id="state" tabindex="-1">
        ${short ? p.line(short.status, date(short.start), date(short.end)) : p.none}
      </p>
      ${partial(plan.gaps, this.#text)} ${this.#undo.render(p.undo)}
      ${t && value && detail ? this.#renderPlan(value, detail, t) : this.#renderMatters(short?.whatMatters ?? null)}
      ${
        t && value && plan.gaps.length === 0 && (!detail || isPlanOver(detail.status))
          ? planBegin(
              detail,
              this.#forms,
              {
                today: this.#today.value ?? '',
                start: (change) => this.#start(change),
                meeting: this.#renderMeeting(this.#forms.blocked('createCarePlan'), t),
              },
              t,
            )
          : nothing
      }
      ${t && value ? keptDrafts(detail, this.#forms, t, this.#text) : nothing}`;
  }

  #renderPlan(details: PlanDetails, detail: PlanDetail, t: PlanDetailMessages): TemplateResult {
    const over = isPlanOver(detail.status);
    const standing = this.#standing(detail);
    const blocked = this.#whyNot(detail);
    const acts: ActParts = {
      detail,
      nextReview: standing?.nextReview ?? null,
      reviews: this.#plannedReviews(),
      today: this.#today.value ?? '',
      blocked,
      meeting: this.#renderMeeting('', t),
      members: this.#members(),
      change: (group, change, done) => void this.#change(group, change, done),
      settle: (group, choices) => this.#settle(group, choices),
    };
    const coordinator = over ? null : coordinatorOf(detail, this.#members());
    return html`${over || !standing ? nothing : reviewLine(detail, standing, t, this.#text)}
      ${coordinator?.name ? html`<p class="small muted">${t.coordinator(coordinator.name)}</p>` : nothing}
      ${over || blocked ? nothing : planActs(acts, this.#forms, t)}
      ${actForms(acts, this.#forms, t, this.#text)}
      ${
        details.rivals.length > 0
          ? html`<isp-plan-rivals .plan=${detail} .rivals=${details.rivals}></isp-plan-rivals>`
          : nothing
      }
      <div class="matters">
        ${topicGroup(
          {
            name: 'matters',
            heading: t.group.matters,
            topics: ['matters'],
            record: detail,
            base: detail,
            blocked: over ? this.#text.t.plan.line(detail.status, null, null) : blocked,
            own: true,
            save: (draft) =>
              void this.#change('matters', topicChange(['matters'], draft, detail, this.#text.language)),
            settle: (choices) => this.#settle('matters', choices),
          },
          this.#forms,
          t,
          this.#text,
        )}
      </div>
      ${
        standing && (detail.status === 'draft' || standing.missing.length > 0) && !over
          ? this.#renderReady(detail, standing, blocked, t)
          : nothing
      }`;
  }

  #renderReady(
    detail: PlanDetail,
    {missing}: PlanStanding,
    blocked: string,
    t: PlanDetailMessages,
  ): TemplateResult | typeof nothing {
    const [patient, team, today] = [this.#patient.value, this.#team.value, this.#today.value];
    if (!patient || !team || today === undefined) return nothing;
    const activate = (agreements: readonly Agreement[]): void =>
      void this.#forms.wish(
        'activate',
        (actions, key) => actions.wish(key, 'activatePlan', key, {agreements}, this.#text.language),
        '#open-review',
      );
    const settle = (choices: Choices): void => this.#settle('activate', choices);
    const go = (one: Missing): void => this.#go(one);
    const parts = {detail, missing, blocked, patient, team, today, activate, settle, go};
    return planReady(parts, this.#forms, t, this.#text);
  }

  /** Where something that is missing is written: here, or in the lists that stand below. */
  #go(missing: Missing): void {
    if (missing.field === 'matters') return this.#forms.open('matters');
    if (missing.field === 'nextReview') return this.#forms.open('next');
    const root = this.getRootNode() as ParentNode;
    if (missing.field === 'goal') return root.querySelector('isp-goals')?.focus();
    const actions = root.querySelector('isp-actions');
    if (missing.field === 'action') actions?.focus();
    else actions?.showAction(missing.actionKey);
  }

  /** Until the rest is read, the words that first paint showed stand where they stood. */
  #renderMatters(words: string | null): TemplateResult | typeof nothing {
    if (!words) return nothing;
    return html`<figure>
      <figcaption class="muted small">${this.#text.t.plan.whatMatters}</figcaption>
      <blockquote>${words}</blockquote>
    </figure>`;
  }

  /** The meeting, with the person and the team at one screen; what was typed in it waits here. */
  #renderMeeting(blocked: string, t: PlanDetailMessages): TemplateResult {
    const {plan: p} = this.#text.t;
    const words = this.#forms.draft('meeting') ? t.meeting.resume : t.meeting.open;
    return html`<button type="button" class="quiet small" id="open-meeting" @click=${this.#meet}>
        ${this.meeting && this.#lazy.status === 'loading' ? p.formLoading : words}
      </button>
      ${this.#lazy.status === 'failed' ? html`<p class="small" role="alert">${p.formFailed}</p>` : nothing}
      ${
        this.meeting && this.#lazy.status === 'ready'
          ? html`<isp-meeting .blocked=${blocked} @isp-leave=${this.#leave}></isp-meeting>`
          : nothing
      }`;
  }

  readonly #meet = (): void => {
    this.meeting = true;
    void this.#lazy.load();
  };

  readonly #leave = (): void => {
    this.meeting = false;
    this.#forms.focus('#open-meeting');
  };

  #standing(detail: PlanDetail): PlanStanding | null {
    const [plan, goals] = [this.#plan.value, this.#goals.value];
    const today = this.#today.value;
    if (!plan || !goals || today === undefined) return null;
    const actions = this.#actions.value;
    const followUp = this.#windows.value;
    return planStanding(detail, {plan, goals, today, ...(actions && {actions}), ...(followUp && {followUp})});
  }

  #whyNot({readOnly}: PlanDetail): string {
    return this.#forms.blocked('updateCarePlan') || (readOnly ? this.#text.t.plan.readOnly[readOnly] : '');
  }

  #members(): readonly TeamMember[] {
    const team = this.#team.value;
    return team?.status === 'ready' ? team.value.members : [];
  }

  /** Reviews that stand as actions of their own and can be marked as done. */
  #plannedReviews(): ActParts['reviews'] {
    const actions = this.#actions.value;
    const known = actions?.status === 'ready' ? actions.value : [];
    return known.filter(
      ({isReview, state, place, readOnly}) =>
        isReview && place.kind === 'task' && !readOnly && stageOf(state) === 'open',
    );
  }

  async #change(group: string, change: PlanChange, done: readonly string[] = []): Promise<void> {
    const details = this.#details.value;
    const before = details?.status === 'ready' ? details.value.plan : null;
    const language = this.#text.language;
    const offersFormer = Boolean(change.author) && before !== null && canBeNamed(before);
    const saved = await this.#forms.wish(
      group,
      (actions, key) => actions.wish(key, 'changePlan', key, change, language),
      change.status || offersFormer ? '#undo' : `#open-${group}`,
    );
    if (!saved) return;
    if (change.status && before && before.status !== 'unrecognized') this.#offerBack(before, change.status);
    if (change.author && before && offersFormer) this.#offerFormer(before, change.author);
    const actions = this.#details.panel?.actions;
    for (const key of done) {
      await actions?.wish(`action:${key}`, 'changeAction', key, {state: 'completed'}, language);
    }
  }

  /** The state that a plan was given can be taken back for ten seconds, with its end and its reason. */
  #offerBack({status, end, reason}: PlanDetail, given: PlanDetail['status']): void {
    const t = this.#words.value;
    if (!t || status === 'unrecognized' || given === 'unrecognized') return;
    const change: PlanChange = {status, end, reason};
    this.#undo.show(t.stateSaid[given], () => this.#takeBack('state', change));
  }

  /** So can who coordinates it; then the plan names whom it named, or nobody. */
  #offerFormer({author}: PlanDetail, given: Pointer): void {
    const t = this.#words.value;
    const change: PlanChange = {author: author ?? null};
    if (t)
      this.#undo.show(t.coordination.done(given.display ?? ''), () => this.#takeBack('coordinator', change));
  }

  #takeBack(group: string, change: PlanChange): void {
    void this.#forms.wish(
      group,
      (actions, key) => actions.wish(key, 'changePlan', key, change, this.#text.language),
      '#state',
    );
  }

  /** Afterwards the focus goes to what comes next, which is the first thing that is missing. */
  #start(change: PlanChange): void {
    void this.#forms.wish(
      'start',
      (actions, key) => actions.wish(key, 'createPlan', key, change, this.#text.language),
      '.ready button',
    );
  }

  #settle(group: string, choices: Choices): void {
    void this.#forms.wish(group, (actions, key) => actions.wish(key, 'settle', key, choices));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan-top': IspPlanTop;
  }
}
