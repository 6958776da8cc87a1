import type {NewMember} from '../../domain/care-team.ts';
import type {Directory} from '../../domain/directory.ts';
import {searchDirectory as search} from '../../fhir/search-directory.ts';
import type {Session} from '../session.ts';
import type {Section} from '../state.ts';
import {answerOf} from './answer-of.ts';

/** The search that was asked for last, in each session: an earlier one that answers later is passed over. */
const latest = new WeakMap<Session, object>();

/** Looks for people and organizations of the record by name; what is found stands in `later.directory`. It writes nothing. */
export async function searchDirectory(
  session: Session,
  text: string,
  kind: NewMember['kind'],
): Promise<void> {
  const mine = {};
  latest.set(session, mine);
  const desk = await session.chart.desk();
  if (!desk) return;
  const answer = await answerOf(search(desk.client, text, kind, session.signal));
  if (latest.get(session) !== mine) return;
  const asOf = new Date(session.now()).toISOString();
  const directory: Section<Directory> = answer.ok
    ? {status: 'ready', value: {text, kind, found: answer.value}, gaps: [], asOf}
    : {status: 'failed', problem: answer.error};
  session.update((state) => ({...state, later: {...state.later, directory}}));
}
