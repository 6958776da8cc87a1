import type {Session} from '../session.ts';
import type {Unfiled} from '../state.ts';

/** Begins to write a plan that is filed nowhere, in a record that takes neither a plan nor notes. */
export async function writeInHand(session: Session): Promise<void> {
  const desk = await session.chart.desk();
  const hand = desk?.hand();
  if (!desk || !hand) return;
  const before = session.memory.unfiled;
  hand.begin();
  // What this person wrote before another patient was opened goes on.
  if (before && hand.take() === null) hand.open(before.bundle);
  session.update((state) => ({...state, abilities: desk.abilities()}));
}

/** Opens a plan that was taken away, in place of what is in hand; of another patient it is refused. */
export async function openSavedPlan(session: Session, bundle: string): Promise<void> {
  const key = 'hand';
  const fail = (kind: 'other-patient' | 'unreadable'): void => {
    const problem =
      kind === 'unreadable' ? {kind, what: 'CarePlan' as const, path: ''} : {kind, what: 'CarePlan' as const};
    session.update((state) => ({...state, saves: {...state.saves, [key]: {status: 'failed', problem}}}));
  };
  const desk = await session.chart.desk();
  const opened = desk?.hand()?.open(bundle);
  if (!desk || opened === undefined) return;
  if (opened !== 'opened') return fail(opened);
  await writeInHand(session);
  session.update(({saves: {[key]: _former, ...saves}, ...state}) => ({...state, saves}));
  await keptInHand(session, true);
}

/** Puts what is in hand into the state, as not yet taken away. */
export async function keptInHand(session: Session, taken = false): Promise<void> {
  const plan = (await session.chart.desk())?.hand()?.take() ?? null;
  put(session, plan && {...plan, taken});
}

/** What is in hand was taken away, or a host has taken it. */
export function planTaken(session: Session): Promise<void> {
  const {unfiled} = session.memory;
  if (unfiled) put(session, {...unfiled, taken: true});
  return Promise.resolve();
}

function put(session: Session, unfiled: Unfiled | null): void {
  session.memory.unfiled = unfiled;
  session.update((state) => ({...state, unfiled}));
}
