import type {Problem, ResourceName} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import type {Document, Person} from './document.ts';
import type {Authorship} from './annotation.ts';
import {notesOf, type Outcome} from './notes.ts';
import {signVersion, type WrittenVersion} from './provenance.ts';
import {retirement} from './retirement.ts';
import {settleCreate, type CreateMemory, type Creation} from './settle-create.ts';
import {settleUpdate, type Edit} from './settle-update.ts';
import type {WritePort} from './write-port.ts';
import {WriteQueue} from './write-queue.ts';

export interface RecordWriterOptions {
  readonly port: WritePort;
  readonly person: Person;
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: () => string;
  /** Keys of creates that were tried before; they outlive the writer, so that a return to the patient finds them. */
  readonly tried: Set<string>;
  /** Whether the record takes it to be told who wrote each version (Provenance); never when absent. */
  readonly signs?: () => boolean;
}

/**
 * Brings any one resource of the patient to the server: creates it once, or changes its newest version, and resolves only
 * when it is known what became of it. Nothing is ever deleted. Every kind of record is written through here.
 */
export class RecordWriter {
  readonly #options: RecordWriterOptions;
  readonly #queue = new WriteQueue();
  readonly #memory: CreateMemory = {ifNoneExist: 'untried'};
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(options: RecordWriterOptions) {
    this.#options = options;
  }

  /** Who writes, and when. */
  by(): Authorship {
    const {port, user, today} = this.#options;
    return {today: today(), now: new Date(port.timers.now()).toISOString(), user};
  }

  /** Whether a create of this key was tried before. */
  wasTried(uuid: string): boolean {
    return this.#options.tried.has(uuid);
  }

  /** Carries out one change; two changes of the same resource never race. `read` makes of the new version what is shown. */
  async update<T, C>(edit: Edit<C>, read: (document: Document) => T | null): Outcome<T, C> {
    const {port, person} = this.#options;
    const settled = await this.#queue.run(`${edit.what}/${edit.id}`, () => settleUpdate(port, person, edit));
    if (!settled.ok) return settled;
    const {document, written} = settled.value;
    if (written) this.#sign({what: edit.what, ...document, act: 'UPDATE', repeated: false});
    const value = read(document);
    if (value === null) return err({kind: 'problem', problem: {kind: 'unclear', what: edit.what}});
    return ok({value, notes: notesOf(settled.value)});
  }

  /**
   * Creates one resource for `uuid`, however often it is asked; the first of the documents is the one that stays. The
   * body carries the identifier `urn:uuid:<uuid>` (system urn:ietf:rfc:3986). `looksLikeOurs` recognizes it on servers
   * that do not keep identifiers.
   */
  async create(
    what: ResourceName,
    uuid: string,
    body: Creation['body'],
    looksLikeOurs: Creation['looksLikeOurs'],
  ): Promise<Result<readonly Document[], Problem>> {
    const {port, person, tried} = this.#options;
    const repeated = tried.has(uuid);
    tried.add(uuid);
    const around = {port, person, memory: this.#memory};
    const urn = `urn:uuid:${uuid}`;
    const created = await settleCreate(around, {what, urn, body, repeated, looksLikeOurs});
    if (!created.ok) return created;
    const [kept] = created.value;
    if (kept) this.#sign({what, ...kept, act: 'CREATE', repeated});
    // Copies that the network made. While one of them stands, the next attempt finds it and goes on.
    for (const copy of created.value.slice(1)) {
      const retired = await this.update(retirement(what, copy.id), () => true);
      if (!retired.ok) return err({kind: 'unclear', what});
    }
    return created;
  }

  /** Nobody waits for it: the version stands, whether it is signed or not. */
  #sign({what, id, version, act, repeated}: WrittenVersion): void {
    const {port, signs} = this.#options;
    if (signs?.())
      void signVersion(port, this.by(), {what, id, version, act, repeated}).catch(() => undefined);
  }

  /** One run at a time for a key: a second click gets the promise of the first. */
  once<T>(key: string, run: () => Promise<T>): Promise<T> {
    const running = this.#running.get(key) as Promise<T> | undefined;
    if (running) return running;
    const started = run().finally(() => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }
}
