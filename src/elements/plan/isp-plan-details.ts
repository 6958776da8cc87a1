import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {agreementNames} from '../../app/agreement-draft.ts';
import type {Choices} from '../../app/commands/save-record.ts';
import {planGroups, topicChange, type PlanGroup} from '../../app/plan-groups.ts';
import type {Agreement, PlanChange, PlanDetail} from '../../domain/plan-detail.ts';
import {isPlanOver} from '../../domain/plan-status.ts';
import {loadPlanDetailWords, type PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {styles} from './isp-plan-details.styles.ts';
import type {Offers} from './isp-topic-form.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {agreementLine, planConflict} from './plan-conflict.ts';
import {PlanForms} from './plan-forms.ts';
import {opener, topicGroup} from './plan-topic-group.ts';
import {failure, partial, skeleton} from '../shared/section-states.ts';
import {Select} from '../shared/select.ts';

/** Groups below the goals, in the order in which they are read; what matters stands above the goals. */
const groups = ['person', 'situation', 'sharing', 'meeting'] as const satisfies readonly PlanGroup[];

/**
 * What the plan says beside its goals: strengths, needs and barriers, the situation, who agreed, the consent to share,
 * the last meeting; each group edited where it stands.
 *
 * @tag isp-plan-details
 */
export class IspPlanDetails extends LitElement {
  static override styles = styles;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadPlanDetailWords);
  readonly #details = new Select(this, ({later}) => later.plan);
  /** The last review, which an action may say and the plan itself not. */
  readonly #reviewed = new Select(this, ({plan}) =>
    plan.status === 'ready' ? (plan.value.plan?.reviewed ?? null) : null,
  );
  readonly #problemList = new Select(this, ({later}) => later.problemList);
  readonly #patient = new Select(this, ({patient}) => patient);
  readonly #team = new Select(this, ({team}) => team);
  readonly #today = new Select(this, ({today}) => today);
  readonly #forms = new PlanForms(this, this.#text);
  #asked = false;

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const details = this.#details.value;
    if (!t) return nothing;
    if (details?.status === 'ready' && details.value.plan === null && details.gaps.length === 0)
      return nothing;
    return html`<section aria-labelledby="heading">
      <h3 id="heading" class="visually-hidden">${t.heading}</h3>
      ${!details || details.status === 'loading' ? skeleton(t.loading) : nothing}
      ${
        details?.status === 'failed'
          ? failure(t, details.problem, this.#text, () => void this.#details.panel?.actions.refresh())
          : nothing
      }
      ${
        details?.status === 'ready'
          ? html`${partial(details.gaps, this.#text)}
            ${details.value.plan ? this.#renderPlan(details.value.plan, t) : nothing}`
          : nothing
      }
    </section>`;
  }

  #renderPlan(plan: PlanDetail, t: PlanDetailMessages): TemplateResult {
    const blocked = this.#whyNot(plan);
    return html`${blocked && !isPlanOver(plan.status) ? html`<p class="said small">${t.noEdit} ${blocked}</p>` : nothing}
      ${groups.slice(0, 2).map((name) => this.#renderGroup(name, plan, blocked, t))}
      ${this.#renderAgreement(plan, blocked, t)}
      ${groups.slice(2).map((name) => this.#renderGroup(name, plan, blocked, t))}
      <div class="group">
        <isp-plan-changes .plan=${plan} .reviewed=${this.#reviewed.value ?? plan.reviewed}></isp-plan-changes>
      </div>`;
  }

  /**
   * Asked for once somebody writes what the person needs: few charts are read for it. Before the drawing, so that what
   * the state then says is drawn with it.
   */
  protected override willUpdate(): void {
    const {panel, value} = this.#problemList;
    const isOpen = this.#forms.isOpen('person');
    // Once for each opening; a list that could not be read is asked for again with the next.
    if (panel && isOpen && !this.#asked && value?.status !== 'ready') {
      void panel.actions.wish('plan:problems', 'readProblemList');
    }
    this.#asked = isOpen;
  }

  get #problems(): Offers['names'] {
    const list = this.#problemList.value;
    if (list?.status === 'ready') return list.value.map(({name}) => name);
    return list?.status === 'failed' ? 'failed' : 'loading';
  }

  #renderGroup(name: PlanGroup, plan: PlanDetail, blocked: string, t: PlanDetailMessages): TemplateResult {
    const topics = planGroups[name];
    return topicGroup(
      {
        name,
        heading: t.group[name],
        topics,
        record: plan,
        base: plan,
        blocked,
        ...(name === 'person' && {offers: {topic: 'needs', names: this.#problems}}),
        save: (draft) => this.#save(name, topicChange(topics, draft, plan, this.#text.language)),
        settle: (choices) => this.#settle(name, choices),
      },
      this.#forms,
      t,
      this.#text,
    );
  }

  #renderAgreement(plan: PlanDetail, blocked: string, t: PlanDetailMessages): TemplateResult {
    const name = 'agreement';
    const {agreements} = plan;
    const open = this.#forms.isOpen(name);
    return html`<div class="group">
      <div class="head">
        <h3>${t.group.agreement}</h3>
        ${
          open || blocked
            ? nothing
            : opener(name, t.group.agreement, agreements.length > 0 ? t.edit : t.write, this.#forms, t)
        }
      </div>
      ${open ? this.#renderAgreementForm(plan, blocked, t) : nothing}
      ${open || agreements.length > 0 ? nothing : html`<p class="muted small">${t.agreement.none}</p>`}
      ${
        open
          ? nothing
          : html`<ul>
              ${agreements.map((one) => html`<li>${agreementLine(one, t, this.#text)}</li>`)}
            </ul>`
      }
      ${open ? nothing : html`<isp-save-state .save=${this.#forms.save(name)}></isp-save-state>`}
    </div>`;
  }

  #renderAgreementForm(plan: PlanDetail, blocked: string, t: PlanDetailMessages): TemplateResult {
    const name = 'agreement';
    const save = this.#forms.save(name);
    const draft = this.#forms.draft(name) ?? {};
    if (save?.status === 'conflict') {
      const settle = (choices: Choices): void => this.#settle(name, choices);
      return planConflict(name, this.#forms, {blocked, settle}, t, this.#text);
    }
    const [patient, team] = [this.#patient.value, this.#team.value];
    return html`<isp-agreement-form
      id="form-agreement"
      .names=${patient && team ? agreementNames({patient, team}, plan.agreements) : []}
      .known=${plan.agreements}
      .draft=${draft}
      .save=${save}
      .today=${this.#today.value ?? ''}
      .blocked=${blocked}
      @isp-draft=${(event: DraftEvent) => this.#forms.keep(name, event.draft, plan)}
      @isp-cancel=${() => this.#forms.cancel(name)}
      @isp-submit=${(event: SubmitEvent<readonly Agreement[]>) => this.#save(name, {agreements: event.value})}
    ></isp-agreement-form>`;
  }

  #whyNot({readOnly, status}: PlanDetail): string {
    if (isPlanOver(status)) return this.#text.t.plan.line(status, null, null);
    const blocked = this.#forms.blocked('updateCarePlan');
    return blocked || (readOnly ? this.#text.t.plan.readOnly[readOnly] : '');
  }

  #save(name: string, change: PlanChange): void {
    void this.#forms.wish(name, (actions, key) =>
      actions.wish(key, 'changePlan', key, change, this.#text.language),
    );
  }

  #settle(name: string, choices: Choices): void {
    void this.#forms.wish(name, (actions, key) => actions.wish(key, 'settle', key, choices));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-plan-details': IspPlanDetails;
  }
}
