import type {Loaded} from '../../domain/completeness.ts';
import type {Problem, ResourceName} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {LaterState} from '../later-state.ts';
import {sectionOf} from '../sections.ts';
import type {Session} from '../session.ts';
import type {Section} from '../state.ts';

type Value<N extends keyof LaterState> = NonNullable<LaterState[N]> extends Section<infer T> ? T : never;

/** Puts the answer of a later section into the state. */
export function putLater<N extends keyof LaterState>(
  session: Session,
  name: N,
  answer: Result<Loaded<Value<N>>, Problem>,
  what: ResourceName,
): void {
  session.update((state) => {
    const before = (state.later[name] ?? {status: 'loading'}) as Section<Value<N>>;
    return {...state, later: {...state.later, [name]: sectionOf(before, answer, what)}};
  });
}
