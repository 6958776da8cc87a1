import type {Problem} from '../../domain/problem.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';

/**
 * What a refusal teaches: the act is offered no more, with the reason, for as long as this chart is open. One record
 * that may not be changed says nothing of the others, so a 403 teaches only about creating.
 */
export function learn(session: Session, ability: keyof PanelState['abilities'], problem: Problem): void {
  const cannot = problem.kind === 'unsupported' && problem.why === 'server';
  const mayNot = problem.kind === 'forbidden' && ability.startsWith('create');
  if (!cannot && !mayNot) return;
  session.update((state) => ({
    ...state,
    abilities: {...state.abilities, [ability]: {allowed: false, why: cannot ? 'server' : 'scope'}},
  }));
}
