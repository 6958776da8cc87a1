import type {countUse} from '../../domain/count-use.ts';
import type {Gap, Loaded} from '../../domain/completeness.ts';
import type {EnrolmentPeriod, HistoryChunk} from '../../domain/history.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import {gapReasonOf} from '../gap-reason.ts';
import {indexDate} from '../index-date.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';

/**
 * Keeps the counts in step with what is known. A change counts everything anew; while pages are coming
 * in, only when twice as much has been read as was counted, so that a long history is counted a few times and not once
 * a page.
 */
export class Counter {
  readonly #session: Session;
  #chunk: Loaded<HistoryChunk> | null = null;
  #periods: readonly EnrolmentPeriod[] = [];
  #counted = {length: 0, done: false, facts: ''};
  /** The rule book, fetched while the first visits are on their way; null until then. */
  #countUse: typeof countUse | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** More of the history was read. */
  async add(chunk: Loaded<HistoryChunk>): Promise<void> {
    const shown = this.#session.state().use;
    // A refresh shows nothing that is shorter than what is on the screen.
    if (!chunk.value.done && shown.status === 'ready' && shown.value.historyComplete) return;
    this.#chunk = chunk;
    const {length} = chunk.value.records;
    if (!chunk.value.done && this.#counted.length > 0 && length < 2 * this.#counted.length) return;
    if (!(await this.#hasRules())) return;
    if (this.#counted.length > 0) await this.#session.pause();
    if (this.#chunk === chunk) this.#count();
  }

  /** The history ended, well or not. What was read before a failure stays, with the gap said. */
  async end(answer: Result<Loaded<HistoryChunk>, Problem>): Promise<void> {
    if (answer.ok) return this.add(answer.value);
    if (answer.error.kind === 'cancelled') return;
    const problem = answer.error;
    const {use} = this.#session.state();
    const read = this.#chunk ?? (use.status === 'ready' ? {...use, value: {...use.value, done: true}} : null);
    if (read === null) return this.#session.update((state) => ({...state, use: {status: 'failed', problem}}));
    const gaps = [...read.gaps.filter(isFinal), {reason: gapReasonOf(problem), what: 'Encounter'} as const];
    return this.add({value: {records: read.value.records, done: true}, gaps, asOf: read.asOf});
  }

  /** Enrolment became known (R17). */
  enrolled(periods: readonly EnrolmentPeriod[]): void {
    this.#periods = periods;
    this.factsChanged();
  }

  /** The patient, the plan or the day may have changed: counts again when the numbers depend on it. */
  factsChanged(): void {
    if (
      this.#chunk &&
      this.#counted.length + Number(this.#counted.done) > 0 &&
      this.#facts() !== this.#counted.facts
    ) {
      this.#count();
    }
  }

  /** Fetches the rules once; without them there is no number, and the section says that it could not be loaded. */
  async #hasRules(): Promise<boolean> {
    try {
      this.#countUse ??= (await import('../../domain/count-use.ts')).countUse;
      return true;
    } catch {
      this.#session.update((state) => ({...state, use: {status: 'failed', problem: {kind: 'offline'}}}));
      return false;
    }
  }

  #facts(): string {
    const {patient, plan} = this.#session.state();
    const {zone} = this.#session;
    const today = this.#session.today();
    const died = patient.status === 'ready' && patient.value.deceased;
    const deceasedAt = patient.status === 'ready' ? patient.value.deceasedAt : null;
    const index = indexDate(this.#periods, plan.status === 'ready' ? plan.value : null, zone, today);
    return JSON.stringify([today, deceasedAt, index, died]);
  }

  #count(): void {
    const chunk = this.#chunk;
    const count = this.#countUse;
    if (!chunk || !count) return;
    const {zone, counting, configHash, context} = this.#session;
    const facts = this.#facts();
    const [asOf, deceasedAt, index, died] = JSON.parse(facts) as Facts;
    const {records, done} = chunk.value;
    const gaps = done ? chunk.gaps.filter(isFinal) : [...chunk.gaps.filter(isFinal), LOADING];
    const {patientId} = context;
    const input = {records, patientId, deceasedAt, asOf, index, zone, config: counting, configHash, gaps};
    this.#counted = {length: records.length, done, facts};
    let use: PanelState['use'];
    try {
      const value = {records, proof: count(input), historyComplete: done, ...(died && {died})};
      use = {status: 'ready', value, gaps, asOf: chunk.asOf};
    } catch {
      use = {status: 'failed', problem: {kind: 'bug'}};
    }
    this.#session.update((state) => ({...state, use}));
  }
}

/** Today, when the person died if that is known, the index date, and whether they have died. */
type Facts = [string, string | null, string | null, boolean];

const LOADING: Gap = {reason: 'loading', what: 'Encounter'};

function isFinal(gap: Gap): boolean {
  return gap.reason !== 'loading';
}
