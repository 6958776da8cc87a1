import {html, nothing, type TemplateResult} from 'lit';
import type {Choices} from '../../app/commands/save-record.ts';
import type {Action} from '../../domain/action.ts';
import type {PlanChange, PlanDetail} from '../../domain/plan-detail.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {planStatusAfter} from '../../domain/plan-status.ts';
import type {Pointer} from '../../domain/text.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {ReviewWish} from './isp-review-form.ts';
import type {Localize} from '../shared/localize.ts';
import {planConflict} from './plan-conflict.ts';
import type {PlanForms} from './plan-forms.ts';
import {stateForm} from './plan-state-form.ts';

/** What the acts on a plan need of the element they stand in. */
export interface ActParts {
  readonly detail: PlanDetail;
  /** The next review, whether the plan or an action says it (YYYY-MM-DD). */
  readonly nextReview: string | null;
  /** Reviews that are planned as actions of their own. */
  readonly reviews: readonly Action[];
  readonly today: string;
  /** Why the plan cannot be changed, in words; empty when it can. */
  readonly blocked: string;
  readonly meeting: TemplateResult;
  /** Everybody who is or was on the team. */
  readonly members: readonly TeamMember[];
  /** `done`: keys of the planned reviews that are done with it. */
  change(group: string, change: PlanChange, done?: readonly string[]): void;
  settle(group: string, choices: Choices): void;
}

/** The acts on a plan in one line: a review, its days, who coordinates it, another state, the meeting. A draft has few. */
export function planActs(
  {detail, meeting}: ActParts,
  forms: PlanForms,
  t: PlanDetailMessages,
): TemplateResult {
  const act = (name: string, words: string): TemplateResult =>
    html`<button type="button" class="quiet small" id="open-${name}" @click=${() => forms.open(name)}>
      ${words}
    </button>`;
  return html`<div class="acts">
    ${detail.status === 'draft' ? nothing : act('review', t.review)} ${act('next', t.days)}
    ${detail.status === 'draft' ? nothing : act('coordinator', t.coordination.act)}
    ${planStatusAfter(detail.status).length > 0 ? act('state', t.change) : nothing} ${meeting}
  </div>`;
}

/** The forms of these acts, their conflicts, and what became of their saves. */
export function actForms(
  parts: ActParts,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const {today, blocked, detail, change} = parts;
  const state =
    forms.save('state')?.status === 'conflict'
      ? conflictOf('state', parts, forms, t, text)
      : stateForm(detail, forms, {blocked, today}, t, text, (wanted) => change('state', wanted));
  const met = forms.save('meeting');
  return html`${met?.status === 'saved' ? html`<isp-save-state .save=${met}></isp-save-state>` : nothing}
  ${reviewForm('review', parts, forms, t, text)} ${reviewForm('next', parts, forms, t, text)}
  ${coordinatorForm(parts, forms, t, text)} ${state}`;
}

function reviewForm(
  name: 'review' | 'next',
  parts: ActParts,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult | typeof nothing {
  const save = forms.save(name);
  if (!forms.isOpen(name)) return save ? html`<isp-save-state .save=${save}></isp-save-state>` : nothing;
  if (save?.status === 'conflict') return conflictOf(name, parts, forms, t, text);
  return html`<isp-review-form
    id="form-${name}"
    ?done=${name === 'review'}
    .planned=${parts.nextReview}
    .start=${parts.detail.start}
    .reviews=${parts.reviews}
    .draft=${forms.draft(name) ?? {}}
    .save=${save}
    .today=${parts.today}
    .blocked=${parts.blocked}
    @isp-draft=${(event: DraftEvent) => forms.keep(name, event.draft, parts.detail)}
    @isp-cancel=${() => forms.cancel(name)}
    @isp-submit=${({value}: SubmitEvent<ReviewWish>) => parts.change(name, value.change, value.done)}
  ></isp-review-form>`;
}

function coordinatorForm(
  parts: ActParts,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult | typeof nothing {
  const name = 'coordinator';
  const save = forms.save(name);
  if (!forms.isOpen(name)) return save ? html`<isp-save-state .save=${save}></isp-save-state>` : nothing;
  if (save?.status === 'conflict') return conflictOf(name, parts, forms, t, text);
  return html`<isp-coordinator-form
    id="form-${name}"
    .plan=${parts.detail}
    .members=${parts.members}
    .draft=${forms.draft(name) ?? {}}
    .save=${save}
    .blocked=${parts.blocked || (forms.isDirect('updateCarePlan') ? '' : t.coordination.inNote)}
    @isp-draft=${(event: DraftEvent) => forms.keep(name, event.draft, parts.detail)}
    @isp-cancel=${() => forms.cancel(name)}
    @isp-submit=${({value}: SubmitEvent<Pointer>) => parts.change(name, {author: value})}
  ></isp-coordinator-form>`;
}

function conflictOf(
  name: string,
  {blocked, settle}: ActParts,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  return planConflict(name, forms, {blocked, settle: (choices) => settle(name, choices)}, t, text);
}
