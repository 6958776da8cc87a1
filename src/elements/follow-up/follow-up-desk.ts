import type {Panel} from '../../app/panel.ts';

/** A part of the panel that can be asked to open: the form of something new, the review, the choice of copies. */
export type FollowUpPart = 'contact' | 'measure' | 'review' | 'print';

/** The parts that stand on the screen of a panel, each with how it opens. */
const desks = new WeakMap<Panel, Map<FollowUpPart, () => void>>();

/** What is to open as soon as it stands on the screen, for the chart that it was wished for. */
const awaited = new WeakMap<Panel, {readonly part: FollowUpPart; readonly generation: number | undefined}>();

/** Says how a part of a panel opens; the answer takes that back. */
export function offerPart(panel: Panel, part: FollowUpPart, open: () => void): () => void {
  const parts = desks.get(panel) ?? new Map<FollowUpPart, () => void>();
  desks.set(panel, parts);
  parts.set(part, open);
  const wish = awaited.get(panel);
  if (wish?.part === part) {
    awaited.delete(panel);
    if (panel.store.get().context?.generation === wish.generation) queueMicrotask(open);
  }
  return () => {
    if (parts.get(part) === open) parts.delete(part);
  };
}

/** Opens a part, which takes the focus; nothing happens when it is not on the screen. */
export function openPart(panel: Panel, part: FollowUpPart): void {
  desks.get(panel)?.get(part)?.();
}

/** Opens a part now, or for this chart as soon as it stands on the screen. */
export function openPartSoon(panel: Panel, part: FollowUpPart): void {
  if (desks.get(panel)?.has(part)) return openPart(panel, part);
  awaited.set(panel, {part, generation: panel.store.get().context?.generation});
}
