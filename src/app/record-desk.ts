import type {Abilities} from '../domain/abilities.ts';
import type {Plan} from '../domain/plan.ts';
import type {Result} from '../domain/result.ts';
import type {FhirClient} from '../fhir/client.ts';
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
  /** The plan as it was read last, once the reading under way is over. */
  plan(): Promise<Plan | null>;
  /** Writes any record; its code is fetched with the first write. */
  writer(): Promise<Result<RecordWriter, WriteFailure>>;
}
