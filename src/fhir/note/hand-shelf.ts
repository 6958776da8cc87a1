import type {IspNote} from '../../domain/note/isp-note.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import {blankNote} from './note-change.ts';
import type {NoteChange, NoteShelf, NoteState} from './note-shelf.ts';

/**
 * The note of a patient in a record that takes no notes either. Once somebody has chosen to write in hand it is kept in
 * memory, begun with what the record holds: it can be taken away, and is filed nowhere.
 */
export class HandShelf implements Pick<NoteShelf, 'read' | 'change'> {
  readonly #record: NoteShelf;
  readonly #newId: () => string;
  readonly #now: () => number;
  #writing = false;
  #own: IspNote | null = null;

  constructor(record: NoteShelf, newId: () => string, now: () => number) {
    this.#record = record;
    this.#newId = newId;
    this.#now = now;
  }

  /** What is in hand; null when nothing was written yet. */
  get note(): IspNote | null {
    return this.#own;
  }

  /** From now on changes stay in memory; with what was taken away before, when it is given. */
  begin(note: IspNote | null = null): void {
    this.#writing = true;
    if (note) this.#own = note;
  }

  async read(fresh = false): Promise<Result<NoteState, Problem>> {
    if (this.#own) return ok({note: this.#own, intact: true, versions: []});
    return this.#record.read(fresh);
  }

  async change<T>(apply: (note: IspNote) => NoteChange<T>): Promise<Result<T, Problem>> {
    if (!this.#writing) return this.#record.change(apply);
    const before = await this.read();
    if (!before.ok) return before;
    const change = apply(before.value.note ?? blankNote(this.#newId()));
    if (change.kind === 'file') this.#own = {...change.note, written: new Date(this.#now()).toISOString()};
    return ok(change.value);
  }
}
