import type {countSteps} from '../../domain/count-use.ts';
import type {Gap, Loaded} from '../../domain/completeness.ts';
import type {EnrolmentPeriod, HistoryChunk} from '../../domain/history.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import {gapReasonOf} from '../gap-reason.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {countFacts} from './count-facts.ts';
import {inSlices} from './in-slices.ts';

/**
 * Keeps the counts in step with what is known. A change counts everything anew; while pages are coming
 * in, only when twice as much has been read as was counted, or when the newest months turn out to be whole, so that a
 * long history is counted a few times and not once a page. A count is done in slices, between which the page draws and
 * answers; one that has been overtaken by news is dropped.
 */
export class Counter {
  readonly #session: Session;
  #chunk: Loaded<HistoryChunk> | null = null;
  #periods: readonly EnrolmentPeriod[] = [];
  /** What the newest count was, or is being, made of. */
  #counted = {length: 0, done: false, facts: '', wholeSince: ''};
  #newest: Promise<void> = Promise.resolve();
  #counts = 0;
  readonly #reading = (readings += 1);
  /** The rule book, fetched while the first visits are on their way; null until then. */
  #countSteps: typeof countSteps | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** More of the history was read. */
  async add(chunk: Loaded<HistoryChunk>): Promise<void> {
    const shown = this.#session.state().use;
    const {length} = chunk.value.records;
    // A refresh shows nothing that is shorter than what is on the screen.
    const isShorter =
      shown.status === 'ready' && (shown.value.historyComplete || shown.value.records.length > length);
    if (!chunk.value.done && isShorter) return;
    this.#chunk = chunk;
    const isNews = length >= 2 * this.#counted.length || wholeSince(chunk) !== this.#counted.wholeSince;
    if (!chunk.value.done && this.#counted.length > 0 && !isNews) return;
    if (!(await this.#hasRules())) return;
    if (this.#counted.length > 0) await this.#session.pause();
    if (this.#chunk === chunk) await this.#count();
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
  enrolled(periods: readonly EnrolmentPeriod[]): Promise<void> {
    this.#periods = periods;
    return this.factsChanged();
  }

  /** The patient, the plan or the day may have changed: counts again when the numbers depend on it. */
  async factsChanged(): Promise<void> {
    if (
      this.#chunk &&
      this.#counted.length + Number(this.#counted.done) > 0 &&
      JSON.stringify(countFacts(this.#session, this.#periods)) !== this.#counted.facts
    ) {
      await this.#count();
    }
  }

  /** Fetches the rules once; without them there is no number, and the section says that it could not be loaded. */
  async #hasRules(): Promise<boolean> {
    try {
      this.#countSteps ??= (await import('../../domain/count-use.ts')).countSteps;
      return true;
    } catch {
      this.#session.update((state) => ({...state, use: {status: 'failed', problem: {kind: 'offline'}}}));
      return false;
    }
  }

  /** Counts what is known now. Resolves when the newest count, which need not be this one, is on the screen. */
  async #count(): Promise<void> {
    const mine = (this.#counts += 1);
    newestReading.set(this.#session, Math.max(this.#reading, newestReading.get(this.#session) ?? 0));
    this.#newest = this.#countOnce(
      () =>
        mine === this.#counts && this.#reading === newestReading.get(this.#session) && this.#session.isOpen(),
    );
    let awaited;
    do await (awaited = this.#newest);
    while (awaited !== this.#newest);
  }

  async #countOnce(isNewest: () => boolean): Promise<void> {
    const chunk = this.#chunk;
    const count = this.#countSteps;
    if (!chunk || !count) return;
    const {zone, counting, configHash, context} = this.#session;
    const facts = countFacts(this.#session, this.#periods);
    const {died, ...known} = facts;
    const {records, done} = chunk.value;
    const {patientId} = context;
    const gaps = done ? chunk.gaps.filter(isFinal) : chunk.gaps;
    const input = {...known, records, patientId, zone, config: counting, configHash, gaps};
    this.#counted = {
      length: records.length,
      done,
      facts: JSON.stringify(facts),
      wholeSince: wholeSince(chunk),
    };
    let use: PanelState['use'];
    try {
      const proof = await inSlices(count(input), this.#session, isNewest);
      if (proof === null) return;
      use = {
        status: 'ready',
        value: {records, proof, historyComplete: done, ...(died && {died})},
        gaps,
        asOf: chunk.asOf,
      };
    } catch {
      use = {status: 'failed', problem: {kind: 'bug'}};
    }
    if (isNewest()) this.#session.update((state) => ({...state, use}));
  }
}

/** Readings of a history so far, and of each session the newest one that counted: an older one has nothing more to say. */
let readings = 0;
const newestReading = new WeakMap<Session, number>();

function isFinal(gap: Gap): boolean {
  return gap.reason !== 'loading';
}

/** The day from which on everything has been read while older months are still coming; empty when none is shown. */
function wholeSince({gaps}: Loaded<HistoryChunk>): string {
  return gaps.find((gap) => !isFinal(gap))?.since ?? '';
}
