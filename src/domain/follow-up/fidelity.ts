import type {TeamMember} from '../care-team.ts';
import type {Measure} from '../measures/measure.ts';
import type {PlanDetail} from '../plan-detail.ts';
import {roleOf} from '../roles.ts';

/** What a whole case management programme has, in the order in which it comes about. */
export const fidelitySteps = [
  'assessed',
  'agreed-person',
  'agreed-physician',
  'hospital-manager',
  'community-partner',
  'reviewed',
] as const;

export type FidelityStep = (typeof fidelitySteps)[number];

/** What is known of the person; null where it could not be read. */
export interface FidelityFacts {
  readonly plan: PlanDetail | null | 'none';
  readonly team: readonly TeamMember[] | null;
  readonly measures: readonly Measure[] | null;
  /** Names by which the agreement of the person may be recorded. */
  readonly personNames: readonly string[];
  /** Local day of the last review; null when none is recorded. */
  readonly reviewed: string | null;
}

/** Which steps are done, which are not, and of which nobody can tell. */
export interface Fidelity {
  readonly done: readonly FidelityStep[];
  readonly missing: readonly FidelityStep[];
  readonly unknown: readonly FidelityStep[];
}

/**
 * How much of the programme stands (0 to 6): needs assessed (a score, or needs in words), the plan agreed to by the person
 * and by their physician, a hospital case manager named, at least one community partner, a review done. It says nothing of
 * how well anything was done.
 */
export function fidelity(facts: FidelityFacts): Fidelity {
  const {plan, team, measures, personNames, reviewed} = facts;
  const detail = plan === 'none' ? null : plan;
  const current = team?.filter(({ended}) => !ended) ?? null;
  const agreed = (names: readonly string[]): boolean =>
    detail?.agreements.some(({name}) => names.some((one) => plain(one) === plain(name))) ?? false;
  const persons = [
    ...personNames,
    ...(current ?? []).flatMap(({kind, name}) => (kind === 'patient' && name ? [name] : [])),
  ];
  const physicians = (current ?? []).filter(isPhysician).flatMap(({name}) => name ?? []);
  const found: Readonly<Record<FidelityStep, boolean | null>> = {
    assessed: told((measures?.length ?? 0) > 0 || Boolean(detail?.needs), measures !== null && plan !== null),
    'agreed-person': told(agreed(persons), plan !== null),
    'agreed-physician': told(agreed(physicians), plan !== null && team !== null),
    'hospital-manager': told(
      current?.some(({slot}) => slot === 'hospital-case-manager') ?? false,
      team !== null,
    ),
    'community-partner': told(current?.some(isPartner) ?? false, team !== null),
    reviewed: told(reviewed !== null, plan !== null),
  };
  const where = (value: boolean | null): readonly FidelityStep[] =>
    fidelitySteps.filter((step) => found[step] === value);
  return {done: where(true), missing: where(false), unknown: where(null)};
}

/** What stands is known whatever else could not be read; what does not is known only when all was read. */
function told(stands: boolean, whole: boolean): boolean | null {
  return stands ? true : whole ? false : null;
}

function isPhysician({role}: TeamMember): boolean {
  const key = roleOf(role?.coded ?? null);
  return key === 'family-physician' || key === 'physician' || key === 'nurse-practitioner';
}

function isPartner({kind, role}: TeamMember): boolean {
  return kind === 'organization' || /communaut|community/iu.test(role?.text ?? '');
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}
