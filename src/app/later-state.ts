import type {Section} from './state.ts';

/**
 * What is read after the first paint, one member for each kind of thing; a member that is absent is still to be read.
 * Each has a reader of its own in `later/`, listed in `commands/load-later.ts`.
 */
export interface LaterState {
  readonly [name: string]: Section<unknown>;
}
