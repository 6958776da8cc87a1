import type {PanelState} from './state.ts';

/**
 * A view that is made again only when one of these parts of the state is another one. It is remembered beside the later
 * sections of its state, and goes with them.
 */
export function byParts<V>(
  names: readonly (keyof PanelState)[],
  make: (state: PanelState) => V,
): (state: PanelState) => V {
  const cache = new WeakMap<PanelState['later'], {readonly state: PanelState; readonly view: V}>();
  return (state) => {
    const known = cache.get(state.later);
    if (known && names.every((name) => known.state[name] === state[name])) return known.view;
    const view = make(state);
    cache.set(state.later, {state, view});
    return view;
  };
}
