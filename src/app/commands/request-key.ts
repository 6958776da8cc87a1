import type {Session} from '../session.ts';

/** One key for one wish, kept until it is settled: it makes a repeated create recognizable. */
export function requestKey(session: Session, key: string): string {
  const {requestKeys} = session.memory;
  const known = requestKeys.get(key) ?? session.newId();
  requestKeys.set(key, known);
  return known;
}
