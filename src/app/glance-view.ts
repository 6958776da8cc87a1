import type {CareTeamView} from '../domain/care-team.ts';
import type {Count} from '../domain/completeness.ts';
import type {Patient} from '../domain/patient.ts';
import type {Plan, PlanView} from '../domain/plan.ts';
import {parseDay} from '../domain/time.ts';
import type {PanelState, Section, UseOfServices} from './state.ts';
import {useRows} from './use-rows.ts';
import {useView} from './use-view.ts';

/** The chart in one line; null members are left out, never guessed. */
export interface Glance {
  /** `none`: the record holds no plan; null: not known. */
  readonly plan:
    | 'none'
    | {
        readonly status: Plan['status'];
        readonly reviewed: string | null;
        readonly daysSince: number | null;
        readonly whatMatters: string | null;
      }
    | null;
  readonly edVisits: Count | null;
  /** ED visits by site, most first; empty when there is one. */
  readonly sites: readonly {readonly site: string; readonly n: number}[];
  readonly stays: Count | null;
  /** First local date that the record system holds, when the counts are short for that reason. */
  readonly recordsStart: string | null;
  readonly inHospital: {readonly site: string; readonly since: string} | null;
  readonly caseManager: {readonly name: string; readonly phone: string | null} | null;
}

interface Known {
  readonly patient: Section<Patient>;
  readonly plan: Section<PlanView>;
  readonly team: Section<CareTeamView>;
  readonly today: string;
  readonly glance: Glance;
}

const cache = new WeakMap<object, Known>();

/** Made again only when what it is made of is another one; remembered beside the use section. */
export function glanceView({use, patient, plan, team, today}: PanelState): Glance {
  const known = cache.get(use);
  const isSame = known?.team === team && known.plan === plan && known.patient === patient;
  if (known && isSame && known.today === today) return known.glance;
  const glance: Glance = {...ofUse(use), plan: ofPlan(plan, today), caseManager: ofTeam(team)};
  // A stay that death ended is often left open in the record: nobody is "in hospital now" after it.
  const hasDied = patient.status === 'ready' && patient.value.deceased;
  const told = hasDied ? {...glance, inHospital: null} : glance;
  cache.set(use, {patient, plan, team, today, glance: told});
  return told;
}

function ofUse(use: Section<UseOfServices>): Omit<Glance, 'caseManager' | 'plan'> {
  if (use.status !== 'ready')
    return {edVisits: null, sites: [], stays: null, recordsStart: null, inHospital: null};
  const {figures, sites, coverage} = useView(use);
  const [edVisits, stays] = figures;
  const stay = useRows(use.value).find((row) => row.kind === 'stay' && row.flags.includes('ongoing'));
  const start = coverage.gaps.find(({reason}) => reason === 'records-start');
  return {
    edVisits: edVisits?.last12 ?? null,
    sites,
    stays: stays?.last12 ?? null,
    recordsStart: start?.since ?? null,
    inHospital: stay ? {site: stay.site, since: stay.date} : null,
  };
}

function ofPlan(section: Section<PlanView>, today: string): Glance['plan'] {
  if (section.status !== 'ready') return null;
  const {plan} = section.value;
  // A plan that could not be read is not "no plan".
  if (!plan) return section.gaps.length === 0 ? 'none' : null;
  const reviewed = plan.reviewed ?? null;
  return {
    status: plan.status,
    reviewed,
    daysSince: reviewed === null ? null : daysBetween(reviewed, today),
    whatMatters: plan.whatMatters,
  };
}

function ofTeam(team: Section<CareTeamView>): Glance['caseManager'] {
  if (team.status !== 'ready') return null;
  const member = team.value.members.find(({slot, ended, name}) => slot === 'case-manager' && !ended && name);
  if (!member?.name) return null;
  return {name: member.name, phone: member.contacts.find(({kind}) => kind === 'phone')?.value ?? null};
}

/** Whole days from one local day to another; null when one is none. */
function daysBetween(from: string, to: string): number | null {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first === null || last === null ? null : last - first;
}
