import type {Pointer} from '../../domain/text.ts';
import type {PanelState} from '../state.ts';

/** The name that the record gives, or the one that the team knows for its address. */
export function authorName({team}: PanelState, [by]: readonly Pointer[]): string | null {
  if (!by || by.display !== null) return by?.display ?? null;
  const members = team.status === 'ready' ? team.value.members : [];
  return members.find(({reference}) => reference === by.reference)?.name ?? null;
}
