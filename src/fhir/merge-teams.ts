import type {CareTeamView, TeamMember} from '../domain/care-team.ts';
import type {TeamRecord} from './map-care-team.ts';

/**
 * All members of all teams, each once for each role: whoever is on two teams stands where they are a member now. Teams
 * that new members can join come first, those of the whole care before those of one visit.
 */
export function mergeTeams(teams: readonly TeamRecord[]): CareTeamView {
  const ordered = teams.toSorted(
    (a, b) => Number(b.isOpen) - Number(a.isOpen) || Number(b.isLongitudinal) - Number(a.isLongitudinal),
  );
  const members = new Map<string, TeamMember>();
  for (const member of ordered.flatMap((team) => team.members)) {
    const key = identityOf(member);
    const known = members.get(key);
    const [nearer, other] = !known || isNearer(member, known) ? [member, known] : [known, member];
    members.set(key, other ? withDetailsOf(nearer, other) : nearer);
  }
  return {
    members: [...members.values()],
    teamIds: ordered.filter((team) => team.isOpen).map(({id}) => id),
  };
}

/** A telephone or an organization that only the other team knows is still theirs. */
function withDetailsOf(member: TeamMember, other: TeamMember): TeamMember {
  const contacts = member.contacts.length > 0 ? member.contacts : other.contacts;
  return {...member, contacts, organization: member.organization ?? other.organization};
}

/** Nobody who cannot be told from others is taken for one of them. */
function identityOf({reference, name, role, key}: TeamMember): string {
  const isInside = reference === null || reference.startsWith('#');
  const who = isInside ? (name === null ? key : `${plain(name)}`) : reference;
  return JSON.stringify([who, role?.coded?.code ?? null, role?.coded?.code ? null : plain(role?.text ?? '')]);
}

function isNearer(member: TeamMember, known: TeamMember): boolean {
  if (member.ended !== known.ended) return !member.ended;
  return member.ended && (member.until ?? '') > (known.until ?? '');
}

function plain(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}
