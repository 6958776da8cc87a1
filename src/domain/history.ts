import type {EncounterRecord} from './encounter-record.ts';

/** What was read of the history so far. */
export interface HistoryChunk {
  readonly records: readonly EncounterRecord[];
  readonly done: boolean;
}

/** Candidates for the index date (R17), read after first paint. */
export interface EnrolmentPeriod {
  readonly source: 'EpisodeOfCare' | 'CarePlan';
  readonly start: string;
  readonly status: string;
}
