import type {IspNote} from '../../domain/note/isp-note.ts';
import {printNote} from '../../domain/note/print-note.ts';
import {readNote} from '../../domain/note/read-note.ts';
import type {Problem} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import type {FhirClient} from '../client.ts';
import {WriteQueue} from '../write/write-queue.ts';
import {fileNote, type Sent} from './file-note.ts';
import {listNotes, noteContent} from './list-notes.ts';
import {inOrder, noteChain} from './note-chain.ts';
import {blankNote} from './note-change.ts';
import type {FiledNote} from './note-document.ts';

/** What is known of the note. */
export interface NoteState {
  /** What it says; null when there is none yet. */
  readonly note: IspNote | null;
  /** False when somebody changed the text by hand. */
  readonly intact: boolean;
  readonly versions: readonly FiledNote[];
}

/** What a change makes of the note: a new version, nothing (it stands already), or a refusal. */
export type NoteChange<T> =
  | {readonly kind: 'file'; readonly note: IspNote; readonly value: T}
  | {readonly kind: 'keep'; readonly value: T};

export interface ShelfOptions {
  readonly client: FhirClient;
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  /** A new UUID, lower case. */
  readonly newId: () => string;
}

/** How long an answer stands for the readings of one save, in milliseconds. */
const FRESH = 1500;
const ATTEMPTS = 4;
/** Pauses before looking once more for a version that may still arrive, in milliseconds. */
const PAUSES = [0, 1000, 2000];

/** The note of one patient in the documents of the record: read whole, and changed by filing a new version of it. */
export class NoteShelf {
  readonly #options: ShelfOptions;
  readonly #queue = new WriteQueue();
  #known: NoteState | null = null;
  #readAt = -Infinity;
  #reading: Promise<Result<NoteState, Problem>> | null = null;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** The note as it stands; `fresh` asks the record unless it was asked a moment ago. */
  async read(fresh = false): Promise<Result<NoteState, Problem>> {
    const {timers} = this.#options.client;
    const limit = fresh ? FRESH : Infinity;
    if (this.#known && timers.now() - this.#readAt < limit) return ok(this.#known);
    this.#reading ??= this.#load().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /**
   * Changes the note. `apply` is given what stands in the record now, and again when a colleague filed a version at the
   * same time: nothing is put in the place of a version that was not seen. Resolves when the record holds the new version.
   */
  change<T>(apply: (note: IspNote) => NoteChange<T>): Promise<Result<T, Problem>> {
    return this.#queue.run('note', () => this.#change(apply));
  }

  async #change<T>(apply: (note: IspNote) => NoteChange<T>): Promise<Result<T, Problem>> {
    const {client, newId} = this.#options;
    const strays = new Set<string>();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const known = await this.#load(strays);
      if (!known.ok) return known;
      const {note, versions} = known.value;
      const change = apply(note ?? blankNote(newId()));
      if (change.kind === 'keep') return ok(change.value);
      const next = {...change.note, written: this.#now(versions)};
      const sent = await fileNote(this.#options, next, noteChain(versions).open);
      if (!sent.ok) return sent;
      const own = await this.#find(sent.value, printNote(next), versions);
      if (!own.ok) return own;
      const ids = own.value.map(({id}) => id);
      const after = this.#known?.versions ?? [];
      const lost = after.some((other) => {
        const isNew = !ids.includes(other.id) && !versions.some(({id}) => id === other.id);
        return (
          isNew && own.value.every((mine) => !mine.isDated || !other.isDated || inOrder(other, mine) < 0)
        );
      });
      if (!lost) return ok(change.value);
      // Somebody filed a version that ours does not follow: what we want is put on top of theirs, or clashes with it.
      for (const id of ids) strays.add(id);
      await client.timers.wait(0);
    }
    return err({kind: 'unclear', what: 'DocumentReference'});
  }

  /** The version that was just sent, as the record holds it; a connection that dies can leave two of it. */
  async #find(
    sent: Sent,
    text: string,
    before: readonly FiledNote[],
  ): Promise<Result<readonly FiledNote[], Problem>> {
    const {timers} = this.#options.client;
    const isOwn = (one: FiledNote): boolean =>
      one.urn === sent.urn || (one.urn === null && one.text === text) || one.id === sent.filed?.id;
    for (const pause of PAUSES) {
      if (pause > 0) await timers.wait(pause);
      const read = await this.#load();
      const own = (this.#known?.versions ?? []).filter(isOwn);
      if (read.ok && own.length > 0) return ok(own);
      if (sent.filed && read.ok) {
        // The record named what it made, and its search does not know it yet.
        this.#keep(await this.#stateOf([...before, sent.filed]));
        return ok([sent.filed]);
      }
    }
    this.#known = null;
    return err(sent.problem ?? {kind: 'unclear', what: 'DocumentReference'});
  }

  /** Asks the record; `without` names versions of ours that must not count. */
  async #load(without: ReadonlySet<string> = new Set()): Promise<Result<NoteState, Problem>> {
    const listed = await listNotes(this.#options.client);
    return listed.ok ? this.#keep(await this.#stateOf(listed.value, without)) : listed;
  }

  #keep(state: Result<NoteState, Problem>): Result<NoteState, Problem> {
    if (state.ok) {
      this.#known = state.value;
      this.#readAt = this.#options.client.timers.now();
    }
    return state;
  }

  async #stateOf(
    versions: readonly FiledNote[],
    without: ReadonlySet<string> = new Set(),
  ): Promise<Result<NoteState, Problem>> {
    const {client, newId} = this.#options;
    const {current} = noteChain(versions.filter(({id}) => !without.has(id)));
    if (current === null) return ok({note: null, intact: true, versions});
    const text = await noteContent(client, current);
    if (!text.ok) return text;
    const read = readNote(text.value);
    // Nothing is ever filed over a version that cannot be read.
    if (read === null) return err({kind: 'unreadable', what: 'DocumentReference', path: ''});
    const {note, intact, unread} = read;
    const other = [note.other, ...unread].filter((line) => line !== null).join('\n') || null;
    const id = note.id || newId();
    const written = note.written || current.date;
    return ok({note: {...note, id, written, other}, intact, versions});
  }

  /** Now, and later than every version that is known, whatever clocks say. */
  #now(versions: readonly FiledNote[]): string {
    const times = versions.map(({date}) => Date.parse(date)).filter(Number.isFinite);
    const last = times.length > 0 ? Math.max(...times) + 1 : 0;
    return new Date(Math.max(this.#options.client.timers.now(), last)).toISOString();
  }
}
