/** One request that the EHR port answered. */
export interface LogEntry {
  readonly id: number;
  /** ISO instant. */
  readonly at: string;
  readonly method: string;
  /** Path and query, without the origin. */
  readonly path: string;
  status: number;
  ms: number;
  /** Bytes of the answer's body as sent. */
  bytes: number;
  readonly personality: string;
  launchId: string | null;
  /** Kind of the fault that was played, or null. */
  fault: string | null;
}

const KEPT = 5_000;

/** What was asked of the record system, preflights apart. */
export class RequestLog {
  /** Everything but preflights, oldest first. */
  readonly entries: LogEntry[] = [];
  readonly preflights: LogEntry[] = [];
  readonly #listeners = new Set<(entry: LogEntry) => void>();
  #lastId = 0;

  open(method: string, path: string, personality: string, now: Date): LogEntry {
    const entry: LogEntry = {
      id: ++this.#lastId,
      at: now.toISOString(),
      method,
      path,
      status: 0,
      ms: 0,
      bytes: 0,
      personality,
      launchId: null,
      fault: null,
    };
    const list = method === 'OPTIONS' ? this.preflights : this.entries;
    list.push(entry);
    if (list.length > KEPT) list.shift();
    return entry;
  }

  /** To be called when the answer is known (status 0: there was none). */
  close(entry: LogEntry): void {
    for (const listener of this.#listeners) listener(entry);
  }

  clear(): void {
    this.entries.length = 0;
    this.preflights.length = 0;
  }

  /** Calls back for every finished request; returns how to stop. */
  follow(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
