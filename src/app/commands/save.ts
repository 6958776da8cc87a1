import {typeOf} from '../../domain/abilities.ts';
import type {Problem} from '../../domain/problem.ts';
import {err, type Result} from '../../domain/result.ts';
import type {WriteFailure, Written} from '../chart.ts';
import type {Session} from '../session.ts';
import type {PanelState, SaveState} from '../state.ts';
import {halt} from './halt.ts';
import {keptInHand} from './hand-plan.ts';
import {learn} from './learn.ts';
import {without} from './without.ts';

const notFiled = {kind: 'not-filed'} as const;

/** One wish to write something, told apart from what is common to all of them. */
export interface Save<T> {
  readonly key: string;
  /** The ability that it needs. */
  readonly ability: keyof PanelState['abilities'];
  write(): Promise<Result<Written<T>, WriteFailure>>;
  /** Puts what the server now holds into the state. */
  apply(state: PanelState, value: T): PanelState;
  /** Puts the other version of a conflict into the state. */
  refused?(state: PanelState, failure: WriteFailure): PanelState;
}

/**
 * Writes once, whatever the number of clicks, and says what became of it. What was typed is forgotten only when the
 * server has confirmed it, and never when it was typed on meanwhile.
 */
export function save<T>(session: Session, wish: Save<T>): Promise<void> {
  const running = session.saving.get(wish.key);
  if (running) return running;
  const saving = run(session, wish).finally(() => session.saving.delete(wish.key));
  session.saving.set(wish.key, saving);
  return saving;
}

async function run<T>(session: Session, wish: Save<T>): Promise<void> {
  const {key} = wish;
  const stopped = forbidden(session, wish);
  if (stopped) return setSave(session, key, {status: 'failed', problem: stopped});
  const known = session.state().abilities[wish.ability];
  const inHand = known.allowed && known.via === 'hand';
  const typed = session.memory.drafts[key];
  setSave(session, key, {status: 'saving'});
  const answer = await wish.write().catch(() => err({kind: 'problem', problem: {kind: 'bug'}} as const));
  if (answer.ok) {
    const at = new Date(session.now()).toISOString();
    forget(session, key, typed);
    session.update((state) => ({
      ...wish.apply(state, answer.value.value),
      drafts: session.memory.drafts,
      saves: {
        ...state.saves,
        [key]: {status: 'saved', at, notes: inHand ? [notFiled, ...answer.value.notes] : answer.value.notes},
      },
    }));
    if (inHand) await keptInHand(session);
    return;
  }
  const failure = answer.error;
  if (wish.refused) session.update((state) => wish.refused?.(state, failure) ?? state);
  if (failure.kind === 'conflict') {
    return setSave(session, key, {status: 'conflict', conflict: failure.conflict});
  }
  setSave(session, key, {status: 'failed', problem: failure.problem});
  learn(session, wish.ability, failure.problem);
  if (failure.problem.kind === 'signed-out') halt(session, failure.problem);
}

/** Why nothing may be sent now, or null. */
function forbidden(session: Session, {ability, key}: Pick<Save<unknown>, 'ability' | 'key'>): Problem | null {
  const state = session.state();
  if (state.halted) return state.halted;
  const known = state.abilities[ability];
  if (known.allowed) {
    const mayWrite = session.mayWrite?.(key, session.context.patientId) ?? true;
    return mayWrite ? null : {kind: 'unsupported', what: typeOf(ability), why: 'site'};
  }
  return {kind: 'unsupported', what: typeOf(ability), why: known.why === 'read-only' ? 'site' : known.why};
}

/** Forgets what was confirmed; it works for a patient who is no longer on the screen too. */
function forget(session: Session, key: string, typed: unknown): void {
  const {memory} = session;
  memory.requestKeys.delete(key);
  if (memory.drafts[key] !== typed) return;
  memory.bases.delete(key);
  memory.drafts = without(memory.drafts, key);
  if (!session.isOpen()) session.draftsChanged();
}

function setSave(session: Session, key: string, next: SaveState): void {
  session.update((state) => ({...state, saves: {...state.saves, [key]: next}}));
}
