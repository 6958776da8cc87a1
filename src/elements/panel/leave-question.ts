import {ContextEvent} from '@lit/context';
import {html, type TemplateResult} from 'lit';
import type {Panel} from '../../app/panel.ts';
import {draftCount} from '../../app/panel-view.ts';
import {fallbackLocalization, loadLocalization, type Localization} from '../../i18n/index.ts';
import {localizationContext} from '../shared/context.ts';
import type {IspPanel} from './isp-panel.ts';

/** Puts a question above the chart, or takes it away. */
export type Ask = (question: TemplateResult | null) => void;

/** Questions that are not answered yet, each with what ends it. */
const open = new WeakMap<Panel, () => void>();

/** True when something is typed for the patient on the screen, or is being saved. */
export function hasUnsaved({store}: Panel): boolean {
  const now = store.get();
  return draftCount(now) > 0 || Object.values(now.saves).some(({status}) => status === 'saving');
}

/**
 * Asks whether the panel may leave what is typed: for another chart, with which it is kept, or to close, which loses it.
 * False when the person stays, when the chart is changed meanwhile, or when it is asked once more.
 */
export async function mayLeave(
  host: IspPanel,
  panel: Panel,
  to: 'chart' | 'close',
  ask: Ask,
): Promise<boolean> {
  open.get(panel)?.();
  const {context, zone} = panel.store.get();
  const {language, own} = wordsOf(host);
  const {leave: t} = own.over(await loadLocalization(language, zone)).messages.layout;
  if (panel.store.get().context !== context) return false;
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      stop();
      if (open.get(panel) === giveUp) open.delete(panel);
      ask(null);
      resolve(answer);
    };
    const giveUp = (): void => end(false);
    // A question about one patient never stands above another one.
    const stop = panel.store.subscribe(() => {
      if (panel.store.get().context !== context) giveUp();
    });
    open.set(panel, giveUp);
    ask(
      html`<div class="notices">
        <isp-notice role="alert" tone="due" heading=${t.heading}
          >${t[to]}
          <button slot="action" type="button" id="stay" @click=${giveUp}>${t.stay}</button>
          <button slot="action" type="button" @click=${() => end(true)}>
            ${to === 'chart' ? t.goChart : t.goClose}
          </button>
        </isp-notice>
      </div>`,
    );
    void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>('#stay')?.focus());
  });
}

/** The words that a panel hands to everything inside. */
function wordsOf(host: IspPanel): Localization {
  const inside = host.renderRoot.firstElementChild ?? host;
  let words = fallbackLocalization;
  inside.dispatchEvent(
    new ContextEvent(localizationContext, inside, (value) => {
      words = value ?? words;
    }),
  );
  return words;
}
