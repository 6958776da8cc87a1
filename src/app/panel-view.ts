import type {Gap} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import type {PanelState, SaveState, Section} from './state.ts';

/** The names of the sections, in the order of the screen. */
export const SECTION_NAMES = ['patient', 'plan', 'goals', 'use', 'team'] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

/** True when every section has its answer, good or bad. */
export function isSettled(state: PanelState): boolean {
  return sections(state).every(([, section]) => section.status !== 'loading') && !isStillReading(state);
}

/** True while further pages of the history are on their way. */
function isStillReading(state: PanelState): boolean {
  return state.use.status === 'ready' && state.use.gaps.some((gap) => gap.reason === 'loading');
}

/** Everything known to be missing from what is shown. */
export function gapsOf(state: PanelState): readonly Gap[] {
  return sections(state).flatMap(([, section]) => (section.status === 'ready' ? section.gaps : []));
}

/** The sections that could not be loaded, and why. */
export function failuresOf(state: PanelState): readonly (readonly [SectionName, Problem])[] {
  return sections(state).flatMap(([name, section]) =>
    section.status === 'failed' ? [[name, section.problem] as const] : [],
  );
}

/** The oldest moment that anything on the screen was read at (ISO instant), or null before the first answer. */
export function asOfState(state: PanelState): string | null {
  const moments = sections(state).flatMap(([, section]) =>
    section.status === 'ready' ? [section.asOf] : [],
  );
  return moments.length > 0 ? moments.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)) : null;
}

/** Number of places where something is typed and not yet saved. */
export function draftCount(state: PanelState): number {
  return Object.keys(state.drafts).length;
}

/**
 * True when what is on the screen may no longer be shown: the panel has stopped, and it is not certain that the data
 * are this patient's. A session that merely ended leaves what was read, so that what was typed can be copied.
 */
export function mustHide(state: PanelState): boolean {
  if (state.halted === null) return false;
  return state.patient.status !== 'ready' || state.halted.kind !== 'signed-out';
}

/** What the one live region says when the state goes from `before` to `after`; null when nothing is to be said. */
export function announcement(
  before: PanelState,
  after: PanelState,
): 'loaded' | 'loaded-partly' | 'saved' | null {
  if (isSettled(after) && !isSettled(before)) {
    return failuresOf(after).length + gapsOf(after).length > 0 ? 'loaded-partly' : 'loaded';
  }
  const saved = Object.entries(after.saves).some(
    ([key, save]) => isFiled(save) && before.saves[key]?.status !== 'saved',
  );
  return saved ? 'saved' : null;
}

/** True when the record has confirmed a save: what is kept in hand is saved nowhere. */
export function isFiled(save: SaveState): boolean {
  return save.status === 'saved' && save.notes.every(({kind}) => kind !== 'not-filed');
}

function sections(state: PanelState): readonly (readonly [SectionName, Section<unknown>])[] {
  return SECTION_NAMES.map((name) => [name, state[name]] as const);
}
