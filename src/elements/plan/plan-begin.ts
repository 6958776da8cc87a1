import {html, type TemplateResult} from 'lit';
import type {PlanChange, PlanDetail} from '../../domain/plan-detail.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {PlanForms} from './plan-forms.ts';

/** No plan, or one that is over: a new one begins here, and nowhere else. */
export function planBegin(
  former: PlanDetail | null,
  forms: PlanForms,
  {
    today,
    start,
    meeting,
  }: {
    readonly today: string;
    readonly meeting: TemplateResult;
    start(change: PlanChange): void;
  },
  t: PlanDetailMessages,
): TemplateResult {
  const why = forms.blocked('createCarePlan');
  if (!forms.isOpen('start')) {
    if (why) return html`<p class="muted small">${t.noStart} ${why}</p>`;
    return html`<p class="small lead">${t.startLead}</p>
      <div class="begin">
        <button type="button" class="primary" id="open-start" @click=${() => forms.open('start')}>
          ${former ? t.startAgain : t.start}
        </button>
        ${meeting}
      </div>`;
  }
  return html`<isp-plan-start
    id="form-start"
    .former=${former?.matters ?? null}
    .draft=${forms.draft('start') ?? {}}
    .save=${forms.save('start')}
    .today=${today}
    .blocked=${why}
    @isp-draft=${(event: DraftEvent) => forms.keep('start', event.draft, null)}
    @isp-cancel=${() => forms.cancel('start')}
    @isp-submit=${(event: SubmitEvent<PlanChange>) => start(event.value)}
  ></isp-plan-start>`;
}
