import {withAgreement} from '../plan-answer.ts';
import type {Session} from '../session.ts';
import {discard} from './drafts.ts';
import {detailsOf} from './put-plan.ts';
import {changePlan, type PlanKey} from './save-plan.ts';

const KEY: PlanKey = 'plan:answer';
const ATTEMPTS = 3;

/**
 * Notes that somebody agrees to the plan, beside everybody who agreed before and meanwhile: two who agree at once do not
 * contradict each other. `lang`: BCP 47, of the screen. Save key `plan:answer`.
 */
export async function agreeToPlan(session: Session, name: string, lang: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const agreements = detailsOf(session.state())?.plan?.agreements ?? [];
    // What a conflict showed is in the state by now: the next attempt stands on it.
    if (attempt > 0) discard(session, KEY);
    await changePlan(session, KEY, {agreements: withAgreement(agreements, name, session.today())}, lang);
    if (session.state().saves[KEY]?.status !== 'conflict') return;
  }
}
