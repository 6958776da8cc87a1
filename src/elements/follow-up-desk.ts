import type {Panel} from '../app/panel.ts';

/** A part of the later sections that can be asked to open the form of something new. */
export type FollowUpPart = 'contact' | 'measure';

/** The parts that stand on the screen of a panel, each with how it opens. */
const desks = new WeakMap<Panel, Map<FollowUpPart, () => void>>();

/** Says how a part of a panel opens; the answer takes that back. */
export function offerPart(panel: Panel, part: FollowUpPart, open: () => void): () => void {
  const parts = desks.get(panel) ?? new Map<FollowUpPart, () => void>();
  desks.set(panel, parts);
  parts.set(part, open);
  return () => {
    if (parts.get(part) === open) parts.delete(part);
  };
}

/** Opens a part, which takes the focus; nothing happens when it is not on the screen. */
export function openPart(panel: Panel, part: FollowUpPart): void {
  desks.get(panel)?.get(part)?.();
}
