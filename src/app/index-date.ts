import type {EnrolmentPeriod} from '../domain/history.ts';
import type {PlanView} from '../domain/plan.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';

const NOT_ENROLLED = ['planned', 'waitlist', 'cancelled', 'entered-in-error'];
const NO_PLAN = ['draft', 'revoked', 'entered-in-error', 'unknown', 'unrecognized'];

/**
 * The index date (R17, rule text 21): start of the latest started case-management EpisodeOfCare, else start of the ISP.
 * YYYY-MM-DD, local day of the zone; null when neither gives a whole date on or before today.
 */
export function indexDate(
  periods: readonly EnrolmentPeriod[],
  plans: PlanView | null,
  zone: string,
  today: string,
): string | null {
  const plan = plans?.plan;
  const episodes = periods.filter(
    ({source, status}) => source === 'EpisodeOfCare' && !NOT_ENROLLED.includes(status),
  );
  const fromPlan = periods.filter(({source, status}) => source === 'CarePlan' && !NO_PLAN.includes(status));
  const own = plan?.start && !plan.presumed && !NO_PLAN.includes(plan.status) ? [plan.start] : [];
  return (
    latest(
      episodes.map(({start}) => start),
      zone,
      today,
    ) ?? latest([...fromPlan.map(({start}) => start), ...own], zone, today)
  );
}

function latest(starts: readonly string[], zone: string, today: string): string | null {
  const days = starts.flatMap((start) => {
    const moment = zoneOf(zone).read(start);
    return moment && moment.first === moment.last ? [localDateOf(moment)] : [];
  });
  return (
    days
      .filter((day) => day <= today)
      .toSorted()
      .at(-1) ?? null
  );
}
