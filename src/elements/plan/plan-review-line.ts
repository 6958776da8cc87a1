import {html, nothing, type TemplateResult} from 'lit';
import type {PlanStanding} from '../../app/plan-standing.ts';
import type {PlanDetail} from '../../domain/plan-detail.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {Localize} from '../shared/localize.ts';

/** How fresh the plan is, in words: the last review, the next one, and whether to check before using it. */
export function reviewLine(
  {status}: PlanDetail,
  {clock, reviewed, nextReview}: PlanStanding,
  t: PlanDetailMessages,
  {format}: Localize,
): TemplateResult {
  const {daysSinceReview: since, daysToReview: to} = clock;
  const isStale = clock.isStale && status !== 'draft';
  const last =
    reviewed !== null && since !== null
      ? t.reviewed(format.longDate(reviewed), since, format.number(since))
      : t.notReviewed;
  const next =
    nextReview === null || to === null
      ? t.noNextReview
      : to === 0
        ? t.nextReviewToday
        : to < 0
          ? t.nextReviewPast(format.longDate(nextReview))
          : t.nextReview(format.longDate(nextReview));
  const stale = since === null ? t.staleNever : t.stale(since, format.number(since));
  // A draft was never in use: it has no review behind it.
  const said = status === 'draft' ? [next] : isStale && since !== null ? [next] : [last, next];
  return html`${isStale ? html`<p><span class="due">${stale}</span></p>` : nothing}
    <p class="small muted review">${sentence(said.join(', '))}</p>
    ${clock.isRenewalDue && status !== 'draft' ? html`<p class="small">${t.renewalDue}</p>` : nothing}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
