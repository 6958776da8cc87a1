import {draftCount} from '../../app/panel-view.ts';
import type {PanelState} from '../../app/state.ts';
import {AbilityChangeEvent, AuditEvent, BeforeSaveEvent, ConflictEvent, DraftsEvent} from './host-events.ts';
import type {AuditAct} from './host-events.ts';

/** Tells the host what it can do without: abilities, drafts, conflicts, and what an audit trail keeps. */
export function tellMore(host: HTMLElement, before: PanelState, next: PanelState): void {
  if (next.abilities !== before.abilities) host.dispatchEvent(new AbilityChangeEvent(next.abilities));
  if (next.drafts !== before.drafts && draftCount(next) + draftCount(before) > 0) {
    host.dispatchEvent(new DraftsEvent(Object.keys(next.drafts)));
  }
  const {context} = next;
  if (!context) return;
  const audit = (act: AuditAct, what: string | null = null): void => {
    host.dispatchEvent(new AuditEvent(act, context.patientId, context.user, what));
  };
  if (next.patient.status === 'ready' && before.patient.status !== 'ready') audit('opened');
  for (const [key, save] of Object.entries(next.saves)) {
    if (save.status === before.saves[key]?.status) continue;
    if (save.status === 'conflict') host.dispatchEvent(new ConflictEvent(key));
    const act = ({saved: 'saved', failed: 'not-saved', conflict: 'conflict', saving: null} as const)[
      save.status
    ];
    if (act) audit(act, key);
  }
}

/** Asks the host before something is sent to the record of a patient; false when it is not to be. */
export function mayWrite(host: HTMLElement, what: string, patient: string): boolean {
  return host.dispatchEvent(new BeforeSaveEvent(what, patient));
}
