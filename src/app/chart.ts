import type {CareTeamView, MembershipEnd, NewMember, TeamMember} from '../domain/care-team.ts';
import type {Loaded} from '../domain/completeness.ts';
import type {Goal, GoalChange} from '../domain/goal.ts';
import type {EnrolmentPeriod, HistoryChunk} from '../domain/history.ts';
import type {Patient} from '../domain/patient.ts';
import type {PlanView} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import type {RecordDesk} from './record-desk.ts';
import type {Abilities, Conflict, SaveNote} from './state.ts';

export type {EnrolmentPeriod, HistoryChunk} from '../domain/history.ts';

/** The outcome of a write that was settled: what the server now holds. */
export interface Written<T> {
  readonly value: T;
  readonly notes: readonly SaveNote[];
}

/** Why a write did not end well: a problem, or two versions to show. */
export type WriteFailure =
  | {readonly kind: 'problem'; readonly problem: Problem}
  | {readonly kind: 'conflict'; readonly conflict: Conflict};

/**
 * What the commands need of one patient's record. The default is made by the fhir ring over a Transport; tests and the
 * gallery give their own. Every method checks the subject of what it returns; what belongs to somebody else is dropped
 * and counted through `onOtherPatient`.
 */
export interface Chart {
  /** True where no section is read but those of the first paint. */
  readonly isBrief?: boolean;
  readPatient(signal: AbortSignal): Promise<Result<Loaded<Patient>, Problem>>;
  /**
   * The newest 12 months first, then everything older. `onChunk` is called with all records read so far each time more
   * is known; the promise resolves with the complete (or finally incomplete) list.
   */
  readHistory(
    signal: AbortSignal,
    onChunk: (chunk: Loaded<HistoryChunk>) => void,
  ): Promise<Result<Loaded<HistoryChunk>, Problem>>;
  readEnrolment(signal: AbortSignal): Promise<Result<Loaded<readonly EnrolmentPeriod[]>, Problem>>;
  readPlan(signal: AbortSignal): Promise<Result<Loaded<PlanView>, Problem>>;
  readGoals(signal: AbortSignal): Promise<Result<Loaded<readonly Goal[]>, Problem>>;
  /** `onTeam` is called with the team as far as it is known, when names or telephones are still to be read. */
  readTeam(
    signal: AbortSignal,
    onTeam?: (team: Loaded<CareTeamView>) => void,
  ): Promise<Result<Loaded<CareTeamView>, Problem>>;
  /**
   * From the CapabilityStatement, the granted scopes and the site's policy; never waits for first paint. `onNotes` is
   * called when the plan turns out to be kept in notes: plan, goals and team are then to be read again.
   */
  readAbilities(signal: AbortSignal, onNotes?: () => void): Promise<Abilities>;

  addGoal(change: GoalChange, requestKey: string): Promise<Result<Written<Goal>, WriteFailure>>;
  /** `base` is the goal as the person saw it when they began: the third leg of the merge. */
  changeGoal(base: Goal, change: GoalChange): Promise<Result<Written<Goal>, WriteFailure>>;
  addMember(member: NewMember, requestKey: string): Promise<Result<Written<CareTeamView>, WriteFailure>>;
  endMember(base: TeamMember, end: MembershipEnd): Promise<Result<Written<CareTeamView>, WriteFailure>>;
  /** What the readers and writers of the later sections work with; null when their code could not be fetched. */
  desk(): Promise<RecordDesk | null>;
  /** Aborts what is under way and forgets everything of the patient. */
  close(): void;
}
