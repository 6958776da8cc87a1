import type {Abilities} from '../domain/abilities.ts';
import type {CareTeamView, TeamMember} from '../domain/care-team.ts';
import type {Goal} from '../domain/goal.ts';
import type {Plan} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from '../fhir/client.ts';
import {isObject, textOf} from '../fhir/json.ts';
import {mapGoal} from '../fhir/map-goal.ts';
import type {TeamRecord} from '../fhir/map-care-team.ts';
import type {TeamRead} from '../fhir/read-team.ts';
import type {ChartWriter} from '../fhir/write/chart-writer.ts';
import type {Person} from '../fhir/write/document.ts';
import type {GoalConflict} from '../fhir/write/goal-edit.ts';
import type {Saved} from '../fhir/write/notes.ts';
import type {UpdateFailure} from '../fhir/write/settle-update.ts';
import type {Chart, WriteFailure, Written} from './chart.ts';
import type {RecordDesk} from './record-desk.ts';
import type {SaveNote} from './state.ts';

/** What writing needs to know of the chart that is open. */
export interface WriteContext {
  readonly client: FhirClient;
  readonly person: Person;
  readonly user: string | null;
  readonly today: () => string;
  readonly tried: Set<string>;
  readonly abilities: () => Abilities;
  /** The plan as it was read last, once the reading under way is over. */
  readonly plan: () => Promise<Plan | null>;
  readonly team: () => TeamRead;
  readonly has: RecordDesk['has'];
  /** Told of what the server holds after a write. */
  readonly onGoal: (goal: Goal) => void;
  readonly onTeam: (team: TeamRecord) => void;
}

type Writes = Pick<Chart, 'addGoal' | 'changeGoal' | 'addMember' | 'endMember'> & Pick<RecordDesk, 'writer'>;

/** The writing half of a chart. Its code is fetched with the first write, for most charts are only read. */
export function chartWrites(context: WriteContext): Writes {
  const {client, person, user, today, tried} = context;
  const teams = new Map<string, TeamRecord>();
  /** When a version of a goal was written, by `id/version`. */
  const times = new Map<string, string>();
  let loading: Promise<ChartWriter> | null = null;

  function toGoal(json: unknown): Goal | null {
    const goal = mapGoal(json);
    const meta = isObject(json) ? json['meta'] : null;
    const time = isObject(meta) ? textOf(meta['lastUpdated']) : null;
    if (goal && time) times.set(`${goal.id}/${goal.version}`, time);
    return goal;
  }

  function toMembers(json: unknown): readonly TeamMember[] {
    const team = context.team().map(json);
    if (team) teams.set(team.id, team);
    return team?.members ?? [];
  }

  function signs(): boolean {
    return context.abilities().createProvenance.allowed;
  }

  async function writer(): Promise<Result<ChartWriter, WriteFailure>> {
    loading ??= import('../fhir/write/chart-writer.ts').then(
      ({ChartWriter}) =>
        new ChartWriter({port: client, person, user, today, tried, signs, toGoal, toMembers}),
    );
    try {
      return ok(await loading);
    } catch {
      // Nothing was sent: the code itself could not be fetched. The next wish tries again.
      loading = null;
      return problem({kind: 'offline'});
    }
  }

  function shown({value, notes}: Saved<readonly TeamMember[]>): Written<CareTeamView> {
    const team = teams.get(value[0]?.teamId ?? '');
    if (team) context.onTeam(team);
    return {value: context.team().view.value, notes};
  }

  /** A conflict names who wrote the other version and when, as far as the record and the team know. */
  async function goalFailure(
    failure: UpdateFailure<GoalConflict>,
  ): Promise<{readonly ok: false; readonly error: WriteFailure}> {
    if (failure.kind === 'problem') return err(failure);
    const {theirs} = failure.conflict;
    const theirsAt = times.get(`${theirs.id}/${theirs.version}`) ?? null;
    const authors = context.has('Provenance')
      ? await import('../fhir/version-authors.ts').catch(() => null)
      : null;
    const by = (await authors?.authorOfVersion(client, 'Goal', theirs.id, theirs.version)) ?? null;
    const {members} = context.team().view.value;
    const theirsBy = by && (by.display ?? members.find(({reference}) => reference === by.reference)?.name);
    return err({
      kind: 'conflict',
      conflict: {what: 'goal', ...failure.conflict, theirsAt, theirsBy: theirsBy ?? null},
    });
  }

  return {
    async writer() {
      const ready = await writer();
      return ready.ok ? ok(ready.value.records) : ready;
    },
    async addGoal(change, requestKey) {
      const ready = await writer();
      if (!ready.ok) return ready;
      const plan = await context.plan();
      const link = context.abilities().updateCarePlan;
      const planId = plan && link.allowed ? plan.id : null;
      const saved = await ready.value.addGoal(change, requestKey, planId);
      if (!saved.ok) return goalFailure(saved.error);
      context.onGoal(saved.value.value);
      if (plan === null || link.allowed) return saved;
      const why = link.why === 'read-only' ? 'site' : link.why;
      const unlinked: SaveNote = {
        kind: 'not-linked-to-plan',
        problem: {kind: 'unsupported', what: 'CarePlan', why},
      };
      return ok({value: saved.value.value, notes: [...saved.value.notes, unlinked]});
    },
    async changeGoal(base, change) {
      const ready = await writer();
      if (!ready.ok) return ready;
      const saved = await ready.value.changeGoal(base, change);
      if (!saved.ok) return goalFailure(saved.error);
      context.onGoal(saved.value.value);
      return saved;
    },
    async addMember(member, requestKey) {
      const ready = await writer();
      if (!ready.ok) return ready;
      const [teamId = null] = context.team().view.value.teamIds;
      const saved = await ready.value.addMember(teamId, member, requestKey);
      if (saved.ok) return ok(shown(saved.value));
      return saved.error.kind === 'problem' ? err(saved.error) : problem({kind: 'bug'});
    },
    async endMember(base, end) {
      const ready = await writer();
      if (!ready.ok) return ready;
      const saved = await ready.value.endMember(base, end);
      if (saved.ok) return ok(shown(saved.value));
      if (saved.error.kind === 'problem') return err(saved.error);
      return err({kind: 'conflict', conflict: {what: 'member', ...saved.error.conflict}});
    },
  };
}

function problem(value: Problem): {readonly ok: false; readonly error: WriteFailure} {
  return err({kind: 'problem', problem: value});
}
