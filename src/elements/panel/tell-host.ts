import {draftCount, failuresOf, gapsOf, isFiled, isSettled} from '../../app/panel-view.ts';
import type {PanelState} from '../../app/state.ts';
import {
  ContactEvent,
  ContextMismatchEvent,
  DirtyChangeEvent,
  ErrorEvent,
  LoadedEvent,
  SavedEvent,
  TokenNeededEvent,
} from './events.ts';

/** Tells the page around the panel what has changed from one state to the next, by the panel's events. */
export function tellHost(panel: HTMLElement, before: PanelState, next: PanelState): void {
  if (isSettled(next) && !isSettled(before)) {
    const gaps = gapsOf(next);
    panel.dispatchEvent(new LoadedEvent(gaps.length === 0 && failuresOf(next).length === 0, gaps));
  }
  for (const [name, problem] of failuresOf(next)) {
    if (before[name].status !== 'failed') panel.dispatchEvent(new ErrorEvent(name, problem));
  }
  if (next.ignoredOtherPatient > before.ignoredOtherPatient) {
    panel.dispatchEvent(new ContextMismatchEvent(next.ignoredOtherPatient));
  }
  if (next.halted?.kind === 'signed-out' && !before.halted) panel.dispatchEvent(new TokenNeededEvent());
  for (const [key, save] of Object.entries(next.saves)) {
    if (isFiled(save) && before.saves[key]?.status !== 'saved') panel.dispatchEvent(new SavedEvent(key));
  }
  const dirty = draftCount(next) > 0;
  if (dirty !== draftCount(before) > 0) panel.dispatchEvent(new DirtyChangeEvent(dirty));
}

/** A link that calls or writes is told before the browser follows it, wherever in the panel it stands. */
export function tellContact(event: Event): void {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link || !/^(?:tel|sms|mailto):/u.test(link.href)) return;
  if (!link.dispatchEvent(new ContactEvent(link.href))) event.preventDefault();
}
