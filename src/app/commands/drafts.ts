import type {Session} from '../session.ts';
import type {Draft} from '../state.ts';
import {goalOf} from './goal-of.ts';
import {without} from './without.ts';

/**
 * Keeps what is typed, and with the first letter the record as it stood then (`base`; a goal is found by its key). An
 * empty draft is none.
 */
export function keepDraft(session: Session, key: string, draft: Draft, base: object | null = null): void {
  const {memory} = session;
  if (Object.keys(draft).length === 0) {
    memory.bases.delete(key);
    memory.drafts = without(memory.drafts, key);
  } else {
    const began =
      base ?? (key.startsWith('goal:') ? goalOf(session.state(), key.slice('goal:'.length)) : null);
    if (began && !memory.bases.has(key)) memory.bases.set(key, began);
    memory.drafts = {...memory.drafts, [key]: {...draft}};
  }
  session.update((state) => ({...state, drafts: memory.drafts}));
}

/** Forgets what was typed under a key and what became of its save. */
export function discard(session: Session, key: string): void {
  const {memory} = session;
  memory.bases.delete(key);
  memory.requestKeys.delete(key);
  memory.drafts = without(memory.drafts, key);
  session.update((state) => ({...state, drafts: memory.drafts, saves: without(state.saves, key)}));
}
