import {html, nothing, type TemplateResult} from 'lit';
import {isPlanOver} from '../../domain/plan-status.ts';
import type {PlanDetail} from '../../domain/plan-detail.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {Localize} from '../shared/localize.ts';
import type {PlanForms} from './plan-forms.ts';

/** Groups whose forms stand elsewhere and show their own drafts. */
const elsewhere = ['crisis', 'meeting'];

/** What was typed for a plan that is not there (any more): shown, selectable, and never dropped by itself. */
export function keptDrafts(
  detail: PlanDetail | null,
  forms: PlanForms,
  t: PlanDetailMessages,
  {t: words}: Localize,
): TemplateResult | typeof nothing {
  const canStart = detail === null || isPlanOver(detail.status);
  const lost = forms.drafted.filter(
    (group) => !elsewhere.includes(group) && (group === 'start' ? !canStart : detail === null),
  );
  if (lost.length === 0) return nothing;
  return html`${lost.map(
    (group) =>
      html`<div class="kept" role="group" aria-label=${words.plan.orphans.heading}>
        <h4>${words.plan.orphans.heading}</h4>
        <p class="small">${t.kept}</p>
        ${typedIn(forms, group).map((text) => html`<p class="typed">${text}</p>`)}
        <p>
          <button type="button" @click=${() => forms.cancel(group)}>${words.plan.discard}</button>
        </p>
      </div>`,
  )}`;
}

function typedIn(forms: PlanForms, group: string): readonly string[] {
  return Object.entries(forms.draft(group) ?? {}).flatMap(([field, text]) =>
    field === 'lang' || field === 'to' || text === '' ? [] : [text],
  );
}
