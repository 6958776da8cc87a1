import {openPartSoon} from '../follow-up/follow-up-desk.ts';
import {DoneEvent} from './host-events.ts';
import type {IspPanel} from './isp-panel.ts';
import {hasUnsaved, mayLeave, type Ask} from './leave-question.ts';
import type {NextChart} from './panel-api.ts';

// What a host asks of the panel that is no part of showing it. Each is described at the method of `<isp-panel>`.

/** Waits until no save of the patient on the screen is under way. */
export async function flush(host: IspPanel): Promise<boolean> {
  const {panel} = host;
  if (!panel) return true;
  const isSaving = (): boolean =>
    Object.values(panel.store.get().saves).some(({status}) => status === 'saving');
  await new Promise<void>((resolve) => {
    if (!isSaving()) return resolve();
    const stop = panel.store.subscribe(() => {
      if (isSaving()) return;
      stop();
      resolve();
    });
  });
  // A save ends in the state first, then for those who wait for it.
  await Promise.resolve();
  return panel.canClose();
}

/** The plan as a Bundle; null without a chart, or when part of it could not be read. */
export async function exportBundle({panel}: IspPanel): Promise<string | null> {
  return (await panel?.actions.exportPlan()) ?? null;
}

/** Opens the choice of copies, in a mode that has it. */
export async function print(host: IspPanel): Promise<void> {
  if (!host.panel) return;
  if (host.mode === 'compact' || host.mode === 'ed') host.mode = 'full';
  openPartSoon(host.panel, 'print');
  await host.updateComplete;
}

/** Opens another chart in place of the one of `from`, once the person may leave what is typed. */
export async function setContext(
  host: IspPanel,
  from: string | null,
  next: NextChart,
  ask: Ask,
): Promise<boolean> {
  const {panel} = host;
  if (panel && next.patient !== from && hasUnsaved(panel) && !(await mayLeave(host, panel, 'chart', ask))) {
    return false;
  }
  // Whoever set another patient meanwhile is not overruled.
  if (host.patient !== from) return false;
  host.encounter = next.encounter ?? null;
  host.patient = next.patient;
  return true;
}

/** Gives the screen back to the host, once the person may leave what is typed. */
export async function done(host: IspPanel, ask: Ask): Promise<void> {
  const {panel} = host;
  if (panel && !panel.canClose() && !(await mayLeave(host, panel, 'close', ask))) return;
  host.dispatchEvent(new DoneEvent());
}
