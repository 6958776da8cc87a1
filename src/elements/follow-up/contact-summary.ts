import {html, nothing, type TemplateResult} from 'lit';
import type {DueView} from '../../app/due-view.ts';
import type {Cadence} from '../../domain/follow-up/cadence.ts';
import type {Contact} from '../../domain/follow-up/contact.ts';
import {countContacts} from '../../domain/follow-up/contact-log.ts';
import type {LastDischarge} from '../../domain/follow-up/last-discharge.ts';
import type {Format} from '../../i18n/format.ts';
import type {FollowUpMessages} from '../../i18n/follow-up-words.ts';

/** Where follow-up stands: the rhythm, the first contact after the last discharge, and how many contacts there were. */
export function contactSummary(
  contacts: readonly Contact[],
  view: DueView | null,
  today: string,
  t: FollowUpMessages,
  format: Format,
): TemplateResult {
  const counts = [30, 90].map((days) => countContacts(contacts, today, days));
  const said = counts.map(({n, days}) => t.counted(n, format.number(n), format.number(days))).join(', ');
  const {byMode = [], attempts = 0} = counts[1] ?? {};
  const ways = byMode.map(
    ([mode, n]) => `${mode === 'other' ? t.otherMode : t.mode[mode]} ${format.number(n)}`,
  );
  const tried = attempts > 0 ? [t.tried(attempts, format.number(attempts))] : [];
  const detail = [...ways, ...tried].join(', ');
  return html`<p class="counts">${view?.cadence ? cadenceWords(view.cadence, t, format) : nothing}</p>
    ${view?.discharge?.contact ? html`<p>${dischargeWords(view.discharge, t, format)}</p>` : nothing}
    <p>${said}</p>
    <p class="small muted">${detail === '' ? '' : html`${detail}. `}${t.notVisits}</p>`;
}

/** `Last contact 12 days ago (November 10, 2026), next due November 24, 2026, every 14 days.` */
function cadenceWords(cadence: Cadence, t: FollowUpMessages, format: Format): string {
  const {last, daysSince, next, planned, every} = cadence;
  const first =
    last === null || daysSince === null
      ? t.noLast
      : t.last(daysSince, format.number(daysSince), format.longDate(last.day));
  const then = next === null ? [] : [(planned ? t.nextPlanned : t.nextDue)(format.longDate(next))];
  return `${[first, ...then, t.rhythm(format.number(every))].join(', ')}.`;
}

function dischargeWords(
  {days, discharged, contact}: LastDischarge,
  t: FollowUpMessages,
  format: Format,
): string {
  return t.sinceDischarge(
    days,
    format.number(days),
    format.longDate(discharged),
    format.longDate(contact ?? ''),
  );
}
