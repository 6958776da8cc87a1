/**
 * Where a host keeps what is typed and not yet saved (`draft-storage="host"`). `text` holds what people typed about a
 * patient: keep it as you keep clinical data, and let nobody but this user have it.
 */
export interface DraftStore {
  /** The text that was last kept under `place`, which names the record system, the patient and the user; null: none. */
  load(place: string): string | null | Promise<string | null>;
  /** Keeps `text` under `place` instead of what was there; null: nothing is left to keep, forget it. */
  save(place: string, text: string | null): void | Promise<void>;
}
