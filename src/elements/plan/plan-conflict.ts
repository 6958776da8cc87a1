import {html, type TemplateResult} from 'lit';
import type {Choices} from '../../app/commands/save-record.ts';
import type {Agreement} from '../../domain/plan-detail.ts';
import type {Pointer} from '../../domain/text.ts';
import type {Plan} from '../../domain/plan.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {Localize} from '../shared/localize.ts';
import type {PlanForms} from './plan-forms.ts';

/** The conflict of a group of the plan's fields: both versions in words, chosen field by field. */
export function planConflict(
  group: string,
  forms: PlanForms,
  {blocked, settle}: {readonly blocked: string; settle(choices: Choices): void},
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const save = forms.save(group);
  const {plan: p} = text.t;
  const labels = {
    ...t.topics,
    status: p.stateLabel,
    nextReview: t.planReview,
    reviewed: t.reviewedOn,
    start: t.startOn,
    end: t.history.fields.end,
    agreements: t.group.agreement,
  };
  const show = (field: string, value: unknown): string | null => {
    if (field === 'status') return p.line(value as Plan['status'], null, null);
    if (field === 'author') return value ? ((value as Pointer).display ?? t.coordination.unnamed) : null;
    if (field !== 'agreements') return null;
    const agreements = (value as readonly Agreement[] | null) ?? [];
    return agreements.map((one) => agreementLine(one, t, text)).join('; ');
  };
  return html`<isp-conflict
    id="form-${group}"
    .conflict=${save?.status === 'conflict' && save.conflict.what !== 'member' ? save.conflict : null}
    .words=${{heading: t.changedMeanwhile, labels, show, closed: ['status']}}
    .draft=${forms.draft(group) ?? {}}
    .save=${save}
    .blocked=${blocked}
    @isp-draft=${(event: DraftEvent) => forms.keep(group, event.draft, null)}
    @isp-submit=${(event: SubmitEvent<Choices>) => settle(event.value)}
  ></isp-conflict>`;
}

/** Somebody's agreement in one line: who, how, when. */
export function agreementLine(
  {name, way, date}: Agreement,
  t: PlanDetailMessages,
  {format}: Localize,
): string {
  const how = way ? t.agreement.way[way] : t.agreement.unknownWay;
  return t.agreement.line(name, how, date && format.longDate(date));
}
