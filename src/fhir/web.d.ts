// The few web interfaces that the fhir ring may use; it has no DOM, no fetch, no clock of its own.
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: {once?: boolean}): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

interface AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
declare var AbortController: {new (): AbortController};

interface URLSearchParams {
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  keys(): IterableIterator<string>;
  append(name: string, value: string): void;
  toString(): string;
}
declare var URLSearchParams: {new (init?: string | string[][]): URLSearchParams};

declare function atob(data: string): string;
declare function btoa(data: string): string;
interface TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: {new (): TextEncoder};
interface TextDecoder {
  decode(bytes: Uint8Array): string;
}
declare var TextDecoder: {new (label?: string): TextDecoder};
