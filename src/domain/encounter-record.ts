import type {Diagnosis, ReferredDiagnosis} from './ambulatory-sensitive.ts';
import type {Coded, Concept, Pointer} from './text.ts';

/** One entry of Encounter.classHistory. */
export interface ClassPeriod {
  readonly class: Coded | null;
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * An Encounter reduced to what the counting rules and the visit list read. Dates are the record's own text: the rules
 * decide what they mean (R19-R21). R5 resources are brought to this shape by the fhir ring.
 */
export interface EncounterRecord {
  readonly id: string;
  readonly versionId: string | null;
  readonly lastUpdated: string | null;
  readonly metaSource: string | null;
  readonly identifiers: readonly {readonly system: string | null; readonly value: string | null}[];
  readonly status: string | null;
  readonly class: Coded | null;
  readonly types: readonly Concept[];
  readonly subject: string | null;
  readonly partOf: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly classHistory: readonly ClassPeriod[];
  readonly serviceProvider: Pointer | null;
  readonly locations: readonly Pointer[];
  readonly hasAppointment: boolean;
  readonly priority: Concept | null;
  readonly admitSource: Concept | null;
  readonly dischargeDisposition: Concept | null;
  readonly reasons: readonly Concept[];
  /** Coded diagnoses that came with the record; no rule counts by them. */
  readonly diagnoses?: readonly Diagnosis[];
  /** Diagnoses of a stay that the record keeps as Conditions. */
  readonly referred?: readonly ReferredDiagnosis[];
  /** Elements that could not be read; the rules go on without them and list them. */
  readonly unreadable: readonly {readonly path: string; readonly problem: string}[];
}
