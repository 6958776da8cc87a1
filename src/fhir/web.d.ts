// The few web interfaces that the fhir ring may use; it has no DOM, no fetch, no clock of its own.
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: {once?: boolean}): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
