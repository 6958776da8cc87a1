/** Time, given from outside: the fhir ring has no clock and no timers of its own. */
export interface Timers {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` fires. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** A signal that fires after `ms`, or when `signal` does. */
  deadline(ms: number, signal?: AbortSignal): AbortSignal;
}
