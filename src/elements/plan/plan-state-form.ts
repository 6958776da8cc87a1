import {html, nothing, type TemplateResult} from 'lit';
import type {Draft} from '../../app/state.ts';
import type {PlanChange, PlanDetail} from '../../domain/plan-detail.ts';
import type {PlanStatus} from '../../domain/plan.ts';
import {isPlanOver, planStatusAfter} from '../../domain/plan-status.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {Localize} from '../shared/localize.ts';
import type {PlanForms} from './plan-forms.ts';

const topics = ['reason'] as const;

/**
 * Another state for the plan, in two steps: which one, then why. Activation of a draft is not among them: it has a way
 * of its own, by what the minimum plan holds.
 */
export function stateForm(
  detail: PlanDetail,
  forms: PlanForms,
  {blocked, today}: {readonly blocked: string; readonly today: string},
  t: PlanDetailMessages,
  {t: words, language}: Localize,
  save: (change: PlanChange) => void,
): TemplateResult | typeof nothing {
  const name = 'state';
  const saved = forms.save(name);
  if (!forms.isOpen(name)) return saved ? html`<isp-save-state .save=${saved}></isp-save-state>` : nothing;
  const draft = forms.draft(name) ?? {};
  const changes = planStatusAfter(detail.status).filter(
    ({to}) => !(to === 'active' && detail.status === 'draft'),
  );
  const wanted = changes.find(({to}) => to === draft['to']);
  if (!wanted) {
    return html`<div class="ask" role="group" aria-label=${t.change} id="form-state" tabindex="-1">
      ${changes.map(({to}) => html`<button type="button" @click=${() => choose(to)}>${t.to[to]}</button>`)}
      <button type="button" class="quiet" @click=${() => forms.cancel(name)}>${words.plan.cancel}</button>
    </div>`;
  }
  function choose(to: PlanStatus): void {
    forms.keep(name, {to}, detail);
    forms.focus('isp-topic-form#form-state');
  }
  function submit({reason = ''}: Draft): void {
    const {to} = wanted!;
    const text = reason.trim();
    save({
      status: to,
      ...(isPlanOver(to) && to !== 'entered-in-error' && {end: today}),
      reason: text === '' ? null : {text, lang: language},
    });
  }
  const {to: _to, ...typed} = draft;
  return html`<isp-topic-form
    id="form-state"
    .topics=${topics}
    .label=${t.reasonOf[wanted.to]}
    .choices=${t.reasons[wanted.to]}
    .required=${wanted.reason === 'required' ? t.reasonMissing : ''}
    .act=${t.to[wanted.to]}
    .draft=${typed}
    .save=${saved}
    .blocked=${blocked}
    @isp-draft=${(event: DraftEvent) => forms.keep(name, {...event.draft, to: wanted.to}, detail)}
    @isp-cancel=${() => forms.cancel(name)}
    @isp-submit=${(event: SubmitEvent<Draft>) => submit(event.value)}
    >${isPlanOver(wanted.to) ? html`<p class="small">${t.keepCrisis}</p>` : nothing}</isp-topic-form
  >`;
}
