import type {Abilities} from '../domain/abilities.ts';
import type {Problem, ResourceName} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import type {FhirClient} from '../fhir/client.ts';
import type {Hand} from '../fhir/note/keep-in-note.ts';
import type {EnrolmentsRead} from '../fhir/read-enrolment.ts';
import type {PlanRead} from '../fhir/read-plan.ts';
import type {Recognition} from '../fhir/recognition.ts';
import type {Person} from '../fhir/write/document.ts';
import type {RecordWriter} from '../fhir/write/record-writer.ts';
import type {WriteFailure} from './chart.ts';

/** What the readers and writers of the later sections need of one open chart. */
export interface RecordDesk {
  readonly client: FhirClient;
  readonly person: Person;
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  /** Time zone of the site (IANA). */
  readonly zone: string;
  readonly recognition: Recognition;
  /** Local day of the site, YYYY-MM-DD. */
  today(): string;
  abilities(): Abilities;
  /** Told of the plan as it was read back after a write, so that no reading under way falls behind it. */
  planWritten(json: unknown): void;
  /** The plans as they were read last or written since, once the reading under way is over; null when none could be read. */
  planRead(): Promise<PlanRead | null>;
  /** The enrolments as they were asked for last, for the index date; null before that. */
  enrolments(): Promise<Result<EnrolmentsRead, Problem>> | null;
  /** False when the server says that it does not have this type of resource; true while nobody knows. */
  has(type: ResourceName): boolean;
  /** What is kept without being filed; null where the record takes plans. */
  hand(): Hand | null;
  /** Writes any record; its code is fetched with the first write. */
  writer(): Promise<Result<RecordWriter, WriteFailure>>;
}
