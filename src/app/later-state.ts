import type {ConditionCodes} from '../domain/ambulatory-sensitive.ts';
import type {Action} from '../domain/action.ts';
import type {Directory} from '../domain/directory.ts';
import type {Appointment} from '../domain/follow-up/appointment.ts';
import type {ConsentRecord} from '../domain/follow-up/consent.ts';
import type {Enrolment} from '../domain/follow-up/enrolment.ts';
import type {Contact} from '../domain/follow-up/contact.ts';
import type {GoalVersion} from '../domain/goal-history.ts';
import type {GoalRating} from '../domain/goal-rating.ts';
import type {Measure} from '../domain/measures/measure.ts';
import type {PlanVersion} from '../domain/plan-changes.ts';
import type {PlanDetails} from '../domain/plan-detail.ts';
import type {ListedProblem} from '../fhir/read-problem-list.ts';
import type {Section} from './state.ts';

/** Names of the later sections. */
export const laterSections = [
  'actions',
  'appointments',
  'consents',
  'contacts',
  'enrolments',
  'measures',
  'plan',
  'ratings',
] as const satisfies readonly (keyof LaterState)[];

/**
 * What is read after the first paint, one member for each kind of thing; a member that is absent is still to be read.
 * Each has a reader of its own in `later/`, listed in `commands/load-later.ts`.
 */
export interface LaterState {
  /** The actions of the plan, whether they stand in it or are Tasks. */
  readonly actions?: Section<readonly Action[]>;
  /** Appointments that are to come. */
  readonly appointments?: Section<readonly Appointment[]>;
  /** Contacts of case management, and attempts at one. */
  readonly contacts?: Section<readonly Contact[]>;
  /** What the person said about sharing, where the record holds it as a consent. */
  readonly consents?: Section<readonly ConsentRecord[]>;
  /** The person's enrolments in case management. */
  readonly enrolments?: Section<readonly Enrolment[]>;
  /** Codes of the Conditions that stays name as their diagnoses, by id; read when a stay is looked at. */
  readonly diagnoses?: Section<Readonly<Record<string, ConditionCodes>>>;
  /** Scores of the programme's instruments. */
  readonly measures?: Section<readonly Measure[]>;
  /** What the person said of goals: how far they have come, how much they matter, how sure they are. */
  readonly ratings?: Section<readonly GoalRating[]>;
  /** All that the services plan says, its crisis plan, and other active plans. */
  readonly plan?: Section<PlanDetails>;
  /** Names on the problem list; read when somebody writes what the person needs. */
  readonly problemList?: Section<readonly ListedProblem[]>;
  /** The versions of goals, by the id of the goal; read when somebody asks what became of one. */
  readonly goalHistories?: Readonly<Record<string, Section<readonly GoalVersion[]>>>;
  /** The versions of the plan; read when somebody asks what has changed. */
  readonly planHistory?: Section<readonly PlanVersion[]>;
  /** Who of the record's own directory was found by the name that is typed. */
  readonly directory?: Section<Directory>;
}
