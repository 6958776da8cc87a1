import type {Loaded} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import type {Result} from '../domain/result.ts';
import {keptInNotes, type PlanType} from '../fhir/abilities.ts';
import type {Capabilities} from '../fhir/capabilities.ts';
import type {FhirClient} from '../fhir/client.ts';
import type {Hand, NoteKeeping} from '../fhir/note/keep-in-note.ts';

/** Longest wait for what tells whether there are notes, in milliseconds. */
const longest = 2000;

/** Record systems that take no plan keep it in notes: this finds out, and makes the client read and write those too. */
export class PlanInNotes {
  readonly #client: FhirClient;
  readonly #keeping: NoteKeeping;
  #hand: Hand | null = null;
  #types: readonly PlanType[] = [];
  #inHand = false;
  #asking: Promise<unknown> = Promise.resolve();

  constructor(client: FhirClient, keeping: NoteKeeping) {
    this.#client = client;
    this.#keeping = keeping;
  }

  /** True once the client reads and writes notes. */
  get found(): boolean {
    return this.#hand !== null;
  }

  /** What of the plan is kept in notes. */
  get types(): readonly PlanType[] {
    return this.#types;
  }

  /** True once somebody has chosen to write without filing. */
  get inHand(): boolean {
    return this.#inHand;
  }

  /** What is kept without being filed; null where the record takes plans. */
  get hand(): Hand | null {
    const hand = this.#hand;
    return (
      hand && {
        ...hand,
        begin: () => {
          this.#inHand = true;
          hand.begin();
        },
      }
    );
  }

  /**
   * Looks at what the server says of itself, which is on its way; true when notes were not known of before. `canFile` says
   * whether documents can be filed, once that is known.
   */
  ask(capabilities: Promise<Capabilities | null>, canFile: () => boolean): Promise<boolean> {
    const asking = capabilities.then((known) => this.#look(known, canFile));
    this.#asking = asking;
    return asking;
  }

  async #look(capabilities: Capabilities | null, canFile: () => boolean): Promise<boolean> {
    if (this.#hand || !capabilities) return false;
    const kept = keptInNotes(capabilities, canFile());
    if (!kept) return false;
    const code = await import('../fhir/note/keep-in-note.ts').catch(() => null);
    if (!code || this.#hand) return false;
    this.#client.divert((inner) => {
      const {transport, hand} = code.keepInNote(inner, this.#keeping, kept);
      this.#hand = hand;
      this.#types = kept.types;
      return transport;
    });
    return true;
  }

  /**
   * What a section holds. "Nothing" is not said before it is known whether a note holds something, or two seconds have
   * passed; what was read before that was known is read again.
   */
  async whole<T>(
    read: () => Promise<Result<Loaded<T>, Problem>>,
    isNone: (value: T) => boolean,
    signal: AbortSignal,
  ): Promise<Result<Loaded<T>, Problem>> {
    const before = this.found;
    const answer = await read();
    if (before || !answer.ok || !isNone(answer.value.value)) return answer;
    await Promise.race([this.#asking, this.#keeping.timers.wait(longest, signal)]);
    return this.found ? read() : answer;
  }
}
