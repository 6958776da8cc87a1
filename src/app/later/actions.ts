import type {Action} from '../../domain/action.ts';
import {err} from '../../domain/result.ts';
import {readActions} from '../../fhir/read-actions.ts';
import {answerOf} from '../commands/answer-of.ts';
import {putLater} from '../commands/put-later.ts';
import type {Session} from '../session.ts';
import {withReview} from '../with-review.ts';
import {WrittenSince} from '../written-since.ts';

/** Actions written in each session, by key: a reading that began before a write does not undo it on the screen. */
const written = new WeakMap<Session, WrittenSince<Action>>();

/** What was written of the actions of this session. */
export function writtenActions(session: Session): WrittenSince<Action> {
  const known = written.get(session) ?? new WrittenSince<Action>();
  written.set(session, known);
  return known;
}

/** Keys under which actions are shown that got another one by being written, in each session. */
const aliases = new WeakMap<Session, Map<string, string>>();

/**
 * The key under which an action is shown. An activity without an id is named by what it says, which a change changes: it
 * keeps the key that it had on the screen, so that drafts and saves stay with it.
 */
export function shownKey(session: Session, key: string, before = key): string {
  const known = aliases.get(session) ?? new Map<string, string>();
  aliases.set(session, known);
  if (key !== before && !known.has(key)) known.set(key, before);
  return known.get(key) ?? key;
}

/** Reads the actions of the plan, and with them the day of its last review. */
export async function loadActions(session: Session): Promise<void> {
  const lately = writtenActions(session);
  const mark = lately.mark();
  session.update((state) => {
    const {actions, ...others} = state.later;
    return actions?.status === 'failed' ? {...state, later: others} : state;
  });
  const {plan, goals} = session.state();
  const desk = await session.chart.desk();
  if (plan.status === 'failed' || !desk) {
    const problem = plan.status === 'failed' ? plan.problem : ({kind: 'offline'} as const);
    return putLater(session, 'actions', err(problem), 'CarePlan');
  }
  const options = {
    plan: (await desk.planRead())?.source ?? null,
    goalIds: goals.status === 'ready' ? goals.value.map(({id}) => id) : [],
    zone: desk.zone,
    hasTasks: desk.has('Task'),
  };
  const answer = await answerOf(readActions(desk.client, options, session.signal));
  if (answer.ok) {
    const since = lately.since(mark);
    const read = answer.value.value
      .map((action) => ({...action, key: shownKey(session, action.key)}))
      .filter(({key}) => !since.has(key));
    const value = {...answer.value, value: [...read, ...since.values()]};
    putLater(session, 'actions', {ok: true, value}, 'Task');
  } else putLater(session, 'actions', answer, 'Task');
  session.update(withReview);
}
