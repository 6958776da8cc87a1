import type {CareTeamView} from '../domain/care-team.ts';
import type {Gap, Loaded} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import type {JsonObject} from './json.ts';
import {isMistake, mapCareTeam, type TeamRecord} from './map-care-team.ts';
import {withQuarantined} from './map-listed.ts';
import {mergeTeams} from './merge-teams.ts';
import {isOwn, readMembers, readPositions} from './read-members.ts';
import type {Recognition} from './recognition.ts';
import {ReferenceIndex} from './references.ts';
import {searchAll, type Params} from './search.ts';

export interface TeamOptions {
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: () => string;
  readonly zone: string;
  readonly recognition?: Recognition;
}

/** The teams of the patient as they were read: what a write needs to show the whole again. */
export interface TeamRead {
  readonly view: Loaded<CareTeamView>;
  readonly teams: readonly TeamRecord[];
  /** Reads one CareTeam with what is known of its members. */
  map(resource: unknown): TeamRecord | null;
}

/** Before anything was read. */
export function noTeam(client: FhirClient, {today, ...site}: TeamOptions): TeamRead {
  const index = new ReferenceIndex();
  const about = {patientId: client.patientId, ...site, index, positions: new Map(), base: null};
  return {
    view: {value: {members: [], teamIds: []}, gaps: [], asOf: ''},
    teams: [],
    map: (resource) => mapCareTeam(resource, {...about, today: today()}),
  };
}

/** The same with one team as it is after a write. */
export function withTeam(read: TeamRead, team: TeamRecord): TeamRead {
  const isKnown = read.teams.some(({id}) => id === team.id);
  const teams = isKnown ? read.teams.map((one) => (one.id === team.id ? team : one)) : [...read.teams, team];
  return {...read, teams, view: {...read.view, value: mergeTeams(teams)}};
}

/** A position refers to a practitioner, who is read in the next round. */
const rounds = 2;

/**
 * Reads the care teams. Members come along where the server includes them; `onTeam` is called with the team as far as it
 * is known when names or telephones are still to be read, which waits for it.
 */
export async function readTeam(
  client: FhirClient,
  options: TeamOptions,
  signal: AbortSignal,
  onTeam: (read: TeamRead) => void | Promise<void> = () => undefined,
): Promise<Result<TeamRead, Problem>> {
  const patient = ['patient', client.patientId] as const;
  const recipes: readonly Params[] = [
    [patient, ['_include', 'CareTeam:participant']],
    [patient],
    [patient, ['status', 'active']],
  ];
  const listed = await searchAll(client, 'CareTeam', recipes, signal);
  if (!listed.ok) return listed;
  const entries = listed.value.entries.filter(({resource}) => !isMistake(resource));
  const bases = new Map(entries.map(({resource, base}) => [resource['id'], base]));
  const index = new ReferenceIndex();
  index.add(entries);
  index.add(listed.value.others.filter((found) => isOwn(client, found)));
  let positions: ReadonlyMap<string, readonly JsonObject[]> = new Map();

  const map = (resource: unknown): TeamRecord | null => {
    const base = bases.get((resource as {readonly id?: string} | null)?.id ?? '') ?? null;
    const {today, ...site} = options;
    return mapCareTeam(resource, {
      patientId: client.patientId,
      today: today(),
      ...site,
      index,
      positions,
      base,
    });
  };
  const reading = (more: readonly Gap[]): TeamRead => {
    const teams = entries.flatMap(({resource}) => map(resource) ?? []);
    const lost = entries.length - teams.length + teams.reduce((sum, team) => sum + team.unreadable, 0);
    const gaps = withQuarantined([...listed.value.gaps, ...more], 'CareTeam', lost);
    const asOf = new Date(client.timers.now()).toISOString();
    return {view: {value: mergeTeams(teams), gaps, asOf}, teams, map};
  };

  let read = reading([]);
  const gaps: Gap[] = [];
  const tried = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const asks = read.teams.flatMap((team) => team.asks).filter((one) => !tried.has(one));
    if (asks.length === 0) break;
    if (round === 0) await onTeam(read);
    for (const reference of asks) tried.add(reference);
    gaps.push(...(await readMembers(client, [...new Set(asks)], index, signal)));
    read = reading(gaps);
  }
  const mute = practitionersWithoutPhone(read);
  if (mute.length > 0) {
    if (tried.size === 0) await onTeam(read);
    const found = await readPositions(client, mute, signal);
    positions = found.positions;
    read = reading([...gaps, ...found.gaps]);
  }
  return signal.aborted ? err({kind: 'cancelled'}) : ok(read);
}

function practitionersWithoutPhone({view}: TeamRead): readonly string[] {
  return view.value.members.flatMap(({reference, contacts, ended}) =>
    !ended && contacts.length === 0 && reference?.startsWith('Practitioner/') ? [reference] : [],
  );
}
