import type {Abilities, WritableType} from '../domain/abilities.ts';
import type {CareTeamView, MembershipEnd, NewMember, TeamMember} from '../domain/care-team.ts';
import type {Gap} from '../domain/completeness.ts';
import type {EncounterRecord} from '../domain/encounter-record.ts';
import type {FollowUpWindows} from '../domain/follow-up/windows.ts';
import type {Goal, GoalChange} from '../domain/goal.ts';
import type {Patient} from '../domain/patient.ts';
import type {PlanView} from '../domain/plan.ts';
import type {Problem} from '../domain/problem.ts';
import type {UseProof} from '../domain/use-proof.ts';
import type {Wish} from './commands/wish.ts';
import type {LaterState} from './later-state.ts';

export type {Abilities, Ability} from '../domain/abilities.ts';

/**
 * One section of the screen. `ready` with an empty value is "none recorded"; `ready` with gaps is "partial"; `failed`
 * with kind `forbidden` is "not allowed".
 */
export type Section<T> =
  | {readonly status: 'loading'}
  | {readonly status: 'ready'; readonly value: T; readonly gaps: readonly Gap[]; readonly asOf: string}
  | {readonly status: 'failed'; readonly problem: Problem};

/** The use of services: the records as read, and what the rules make of them. */
export interface UseOfServices {
  readonly records: readonly EncounterRecord[];
  readonly proof: UseProof;
  /** True once every page of the history that can be read has been read. */
  readonly historyComplete: boolean;
  /** True when the person has died: nothing is going on now, whatever the record left open. */
  readonly died?: boolean;
}

/** Frozen at launch; a new patient is a new generation. */
export interface PatientContext {
  readonly generation: number;
  readonly patientId: string;
  readonly encounterId: string | null;
  /** Reference of the signed-in user (`Practitioner/x`), or null. */
  readonly user: string | null;
  /** SMART `need_patient_banner`: false only when the host says that it shows one. */
  readonly needPatientBanner: boolean;
  readonly intent: string | null;
}

/**
 * State of one save. Keys: `goal:new`, `goal:<id>`, `member:new`, `member:<key>`. What was typed lives in `drafts` under
 * the same key and goes only when the server has confirmed, or the person discards it.
 */
export type SaveState =
  | {readonly status: 'saving'}
  /** Time of the server's confirmation, ISO instant; notes hold what else is to be told. */
  | {readonly status: 'saved'; readonly at: string; readonly notes: readonly SaveNote[]}
  | {readonly status: 'failed'; readonly problem: Problem}
  | {readonly status: 'conflict'; readonly conflict: Conflict};

export type SaveNote =
  /** The goal is saved, but the plan could not be made to list it. */
  | {readonly kind: 'not-linked-to-plan'; readonly problem: Problem}
  /** Somebody else's change of other fields was kept beside ours. */
  | {readonly kind: 'merged'; readonly fields: readonly string[]}
  /** The server accepted the write but left out these fields. */
  | {readonly kind: 'dropped'; readonly fields: readonly string[]}
  /** This system cannot guard against simultaneous edits. */
  | {readonly kind: 'no-locking'}
  /** The record takes neither a plan nor notes: it is kept in hand, and filed nowhere. */
  | {readonly kind: 'not-filed'};

/** Two versions of one thing: the same field was changed here and elsewhere. Never chosen for the user. */
export type Conflict =
  | {
      readonly what: 'goal';
      readonly base: Goal;
      readonly mine: GoalChange;
      readonly theirs: Goal;
      /** Names of the GoalChange fields that differ. */
      readonly fields: readonly (keyof GoalChange)[];
      /** When the record's version was written (ISO instant, `meta.lastUpdated`), where it says so. */
      readonly theirsAt?: string | null;
      /** Who wrote it, where the record or the team says so. */
      readonly theirsBy?: string | null;
    }
  | {
      readonly what: 'member';
      readonly mine: MembershipEnd;
      /** Null when the member is no longer there. */
      readonly theirs: TeamMember | null;
    }
  | {
      readonly what: 'fields';
      readonly resource: WritableType;
      readonly fields: readonly ClashingField[];
      /** When the record's version was written, and by whom, where it says so. */
      readonly theirsAt: string | null;
      readonly theirsBy: string | null;
    };

/** One field that was changed here and elsewhere, by its name in the change; values as JSON, null when there is none. */
export interface ClashingField {
  readonly name: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What somebody has typed and not yet saved, by save key. Values are plain form fields. */
export type Draft = Readonly<Record<string, string>>;

/** A plan that stands in the panel alone: to be pasted, handed to the host, or saved as a file. */
export interface Unfiled {
  /** The plan as a note. */
  readonly text: string;
  /** The same as a FHIR Bundle (JSON), which the panel opens again. */
  readonly bundle: string;
  /** True once it was taken away or a host has taken it: closing then loses nothing. */
  readonly taken: boolean;
}

/** The whole panel as one JSON value: any screen can be shown from it. */
export interface PanelState {
  readonly context: PatientContext | null;
  /** Set when the host changed the patient while something was typed: the words are kept with their patient. */
  readonly draftsOfOtherPatients: number;
  /** Local day of the site's zone (YYYY-MM-DD) and the zone (IANA). */
  readonly today: string;
  readonly zone: string;
  readonly patient: Section<Patient>;
  readonly use: Section<UseOfServices>;
  readonly plan: Section<PlanView>;
  readonly goals: Section<readonly Goal[]>;
  readonly team: Section<CareTeamView>;
  /** After how many days something is due, when the site says so; the usual windows when absent. */
  readonly followUp?: Partial<FollowUpWindows>;
  /** What is read after the first paint. */
  readonly later: LaterState;
  readonly abilities: Abilities;
  readonly saves: Readonly<Record<string, SaveState>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What was written and is filed nowhere; absent or null when there is no such thing. */
  readonly unfiled?: Unfiled | null;
  /** Records of another patient that were received and dropped. */
  readonly ignoredOtherPatient: number;
  /** The session is over or the patient could not be verified: nothing can be read or saved until re-opened. */
  readonly halted: Problem | null;
  /** True while the patient is read again after a long absence: nothing may be shown until it is false or absent. */
  readonly verifying?: boolean;
}

/** What a person can wish for. Every promise resolves when the server has answered and the state is updated. */
export interface PanelActions {
  refresh(): Promise<void>;
  /** Creates one goal, whatever the number of clicks; links it to the plan when there is one. */
  addGoal(change: GoalChange): Promise<void>;
  changeGoal(goalId: string, change: GoalChange): Promise<void>;
  /** Settles a conflict: writes `change` onto the newest version (an empty change keeps theirs). */
  settleGoal(goalId: string, change: GoalChange): Promise<void>;
  addMember(member: NewMember): Promise<void>;
  endMember(key: string, end: MembershipEnd): Promise<void>;
  /**
   * Carries out any other act that writes, by the name of its command in `commands/writes.ts`; `key` is the save key that
   * says what became of it.
   */
  readonly wish: Wish;
  /**
   * Keeps what is typed. An empty draft removes it. `base` is the mapped record that is being edited: as it stood with the
   * first letter it is what a later save is merged against, whatever was read meanwhile (goals are found by their key).
   */
  keepDraft(key: string, draft: Draft, base?: object | null): void;
  /** Forgets the draft and the save state of a key. */
  discard(key: string): void;
  /** Reads the codes of the Conditions that a stay names as its diagnoses (`later.diagnoses`). */
  readDiagnoses(conditionIds: readonly string[]): Promise<void>;
  /** The plan as a FHIR Bundle (JSON), read anew; null when it could not be read whole. */
  exportPlan(): Promise<string | null>;
  /**
   * After 15 minutes hidden, or when the page comes back from the browser's memory: reads the patient again before
   * anything is shown, then everything else.
   */
  verifyPatient(): Promise<void>;
}
