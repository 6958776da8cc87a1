import type {EnrolmentPeriod} from '../../domain/history.ts';
import {indexDate} from '../index-date.ts';
import type {Session} from '../session.ts';

/** What a count needs to know beside the records; compared as JSON to see whether it has changed. */
export interface CountFacts {
  /** Local day of the site, YYYY-MM-DD. */
  readonly asOf: string;
  /** As the record writes it, or null. */
  readonly deceasedAt: string | null;
  /** R17: local date, or null. */
  readonly index: string | null;
  readonly died: boolean;
}

/** The facts as they are known now. */
export function countFacts(session: Session, periods: readonly EnrolmentPeriod[]): CountFacts {
  const {patient, plan} = session.state();
  const asOf = session.today();
  return {
    asOf,
    deceasedAt: patient.status === 'ready' ? patient.value.deceasedAt : null,
    index: indexDate(periods, plan.status === 'ready' ? plan.value : null, session.zone, asOf),
    died: patient.status === 'ready' && patient.value.deceased,
  };
}
