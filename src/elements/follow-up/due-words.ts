import type {DueItem} from '../../domain/follow-up/due.ts';
import type {Format} from '../../i18n/format.ts';
import type {DueMessages} from '../../i18n/follow-up-words.ts';

/** One item in words: what is due, and what is known of it. */
export interface DueLine {
  readonly what: string;
  readonly detail: string;
}

/** Says what an item is, with its days, in the words of the language. */
export function dueWords(item: DueItem, t: DueMessages, format: Format): DueLine {
  const long = (day: string | null): string => (day === null ? '' : format.longDate(day));
  const days = (n: number | null): string => (n === null ? '' : t.days(n, format.number(n)));
  switch (item.kind) {
    case 'discharge':
      return {
        what: t.discharge(days(item.days)),
        detail: t.dischargeDetail[item.from](long(item.discharged)),
      };
    case 'contact':
      return {
        what: item.planned ? t.contactPlanned(long(item.day)) : t.contact(long(item.day)),
        detail:
          item.last === null || item.daysSince === null
            ? t.noContact
            : t.lastContact(days(item.daysSince), long(item.last), item.daysSince),
      };
    case 'action': {
      const {what, who, due} = item.action;
      const late =
        item.days === 0 ? t.today : item.days === null ? t.since(long(due)) : t.overdue(days(item.days));
      const name = item.own ? t.yours : (who?.name ?? t.nobody);
      return {what: what.text, detail: `${name}, ${late}`};
    }
    case 'review':
      return {
        what: item.planned ? t.reviewPlanned(long(item.day)) : t.review,
        detail:
          item.reviewed === null || item.days === null
            ? t.neverReviewed
            : t.reviewed(days(item.days), long(item.reviewed)),
      };
    case 'renewal':
      return {what: t.renewal, detail: t.planSince(long(item.start))};
    case 'plan-end':
      return {what: item.isOver ? t.planEnded(long(item.day)) : t.planEnds(long(item.day)), detail: ''};
    case 'consent-end':
      return {
        what: item.isOver ? t.consentEnded(long(item.day)) : t.consentEnds(long(item.day)),
        detail: item.who === null ? '' : t.consentWith(item.who),
      };
    case 'measures':
      return {
        what: t.measures(long(item.day)),
        detail: item.instruments.map(({name}) => t.instrument(name)).join(', '),
      };
  }
}
