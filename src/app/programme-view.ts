import {fidelity, type Fidelity} from '../domain/follow-up/fidelity.ts';
import {handOffs, type HandOff} from '../domain/follow-up/hand-off.ts';
import {lastReview} from '../domain/last-review.ts';
import {agreementNames} from './agreement-draft.ts';
import {byParts} from './by-parts.ts';
import type {PanelState, Section} from './state.ts';

/** What the programme looks at. */
type Parts = Pick<PanelState, (typeof parts)[number]>;

const parts = ['use', 'plan', 'patient', 'team', 'later', 'today'] as const;

/** The steps of the programme; null until everything that can be read has been. */
export const fidelityView = byParts(parts, stepsOf);

/** What is suggested to the two case managers; nothing after a death, and nothing before the actions were read. */
export const handOffView = byParts(parts, suggestionsOf);

function stepsOf(state: Parts): Fidelity | null {
  const {plan, patient, team, later} = state;
  const sections = [plan, patient, team, later.plan, later.measures, later.actions];
  if (sections.some((section) => !section || section.status === 'loading')) return null;
  const detail = valueOf(later.plan);
  return fidelity({
    // A list of which part is missing cannot say that something is not there.
    plan: detail === null || gapsIn(later.plan) ? null : (detail.plan ?? 'none'),
    team: gapsIn(team) ? null : (valueOf(team)?.members ?? null),
    measures: gapsIn(later.measures) ? null : valueOf(later.measures),
    personNames: agreementNames({patient, team: {status: 'loading'}}, []),
    reviewed: reviewedOf(state),
  });
}

function suggestionsOf(state: Parts): readonly HandOff[] {
  const {use, patient, team, later, today} = state;
  const actions = valueOf(later.actions);
  const members = valueOf(team)?.members;
  const died = patient.status !== 'ready' || patient.value.deceased;
  if (use.status !== 'ready' || !actions || !members || died || !hasPlan(state)) return [];
  return handOffs(use.value.proof.included, members, actions, reviewedOf(state), today);
}

/** Only somebody who is followed by a plan has case managers to hand over to each other. */
function hasPlan({plan}: Parts): boolean {
  const status = valueOf(plan)?.plan?.status;
  return status === 'active' || status === 'on-hold' || status === 'draft';
}

function reviewedOf({plan, later}: Parts): string | null {
  const actions = valueOf(later.actions);
  return valueOf(plan)?.plan?.reviewed ?? (actions ? lastReview(actions) : null);
}

function valueOf<T>(section: Section<T> | undefined): T | null {
  return section?.status === 'ready' ? section.value : null;
}

function gapsIn(section: Section<unknown> | undefined): boolean {
  return section?.status === 'ready' && section.gaps.length > 0;
}
