import type {DraftKeeper} from './draft-keeper.ts';
import type {PatientMemory} from './session.ts';

/** Everything that a later save needs: words, what they were typed on, and the keys of creates that are not settled. */
export interface KeptDrafts {
  /** When it was kept, ms since 1970. */
  readonly at: number;
  readonly drafts: PatientMemory['drafts'];
  readonly bases: readonly (readonly [string, object])[];
  readonly requestKeys: readonly (readonly [string, string])[];
  readonly stood: readonly (readonly [string, readonly string[]])[];
}

/** Where drafts are kept beyond the page. `place` names the record system, the patient and the user. */
export interface DraftShelf {
  /** What was kept for this place and no other; null where there is nothing that can be used. */
  read(place: string): Promise<KeptDrafts | null>;
  /** Keeps it, or with null forgets what was kept. */
  write(place: string, kept: KeptDrafts | null): Promise<void>;
  /** The time, ms since 1970. */
  now(): number;
}

/** Brings back what the shelf holds for a patient, then puts every change there. A shelf that fails changes nothing on the screen. */
export function keepDrafts(shelf: DraftShelf): DraftKeeper {
  const followed = new WeakSet<PatientMemory>();
  return (place, {memory, update}, tried, store) => {
    if (followed.has(memory)) return;
    followed.add(memory);
    let written = memory.drafts;
    // This code comes in a file of its own: something may have been typed before it did.
    const typed = Object.keys(memory.drafts).length > 0;
    let isRestored = false;
    let work = restore().then(() => (typed ? save() : undefined));

    async function restore(): Promise<void> {
      const kept = await shelf.read(place);
      isRestored = true;
      if (kept === null) return;
      // What was typed since goes before what was kept.
      for (const [key, base] of kept.bases) if (!(key in memory.drafts)) memory.bases.set(key, base);
      for (const [key, request] of kept.requestKeys) {
        if (!memory.requestKeys.has(key)) memory.requestKeys.set(key, request);
        // It may have been sent: what it has left is looked for before anything is sent again.
        tried.add(request);
      }
      for (const [request, ids] of kept.stood) memory.stood.set(request, new Set(ids));
      memory.drafts = {...kept.drafts, ...memory.drafts};
      written = memory.drafts;
      update((state) => ({...state, drafts: memory.drafts}));
    }

    async function save(): Promise<void> {
      // What could not be read is not overwritten: it is asked for again first.
      if (!isRestored) await restore();
      if (Object.keys(memory.drafts).length === 0) return shelf.write(place, null);
      await shelf.write(place, {
        at: shelf.now(),
        drafts: memory.drafts,
        bases: [...memory.bases],
        requestKeys: [...memory.requestKeys],
        stood: [...memory.stood].map(([request, ids]) => [request, [...ids]]),
      });
    }

    let keys = memory.requestKeys.size;
    store.subscribe(() => {
      if (memory.drafts === written && memory.requestKeys.size === keys) return;
      written = memory.drafts;
      keys = memory.requestKeys.size;
      // One after the other: an older text never comes after a newer one.
      work = work.then(save).catch(() => undefined);
    });
    work = work.catch(() => undefined);
  };
}
