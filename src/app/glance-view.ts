import type {CareTeamView} from '../domain/care-team.ts';
import type {Count} from '../domain/completeness.ts';
import type {PanelState, Section, UseOfServices} from './state.ts';
import {useRows} from './use-rows.ts';
import {useView} from './use-view.ts';

/** The chart in one line; null members are left out, never guessed. */
export interface Glance {
  readonly edVisits: Count | null;
  readonly stays: Count | null;
  readonly inHospital: {readonly site: string; readonly since: string} | null;
  readonly caseManager: {readonly name: string; readonly phone: string | null} | null;
}

interface Known {
  readonly use: Section<UseOfServices>;
  readonly team: Section<CareTeamView>;
  readonly glance: Glance;
}

const cache = new WeakMap<object, Known>();

/** Made again only when the use of services or the team is another one; remembered beside the use section. */
export function glanceView({use, team}: PanelState): Glance {
  const known = cache.get(use);
  if (known && known.team === team) return known.glance;
  const glance: Glance = {...ofUse(use), caseManager: ofTeam(team)};
  cache.set(use, {use, team, glance});
  return glance;
}

function ofUse(use: Section<UseOfServices>): Omit<Glance, 'caseManager'> {
  if (use.status !== 'ready') return {edVisits: null, stays: null, inHospital: null};
  const [edVisits, stays] = useView(use).figures;
  const stay = useRows(use.value).find((row) => row.kind === 'stay' && row.flags.includes('ongoing'));
  return {
    edVisits: edVisits?.last12 ?? null,
    stays: stays?.last12 ?? null,
    inHospital: stay ? {site: stay.site, since: stay.date} : null,
  };
}

function ofTeam(team: Section<CareTeamView>): Glance['caseManager'] {
  if (team.status !== 'ready') return null;
  const member = team.value.members.find(({slot, ended, name}) => slot === 'case-manager' && !ended && name);
  if (!member?.name) return null;
  return {name: member.name, phone: member.contacts.find(({kind}) => kind === 'phone')?.value ?? null};
}
