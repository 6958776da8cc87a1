import {html, nothing, type TemplateResult} from 'lit';
import type {PanelConfig} from '../../app/browser-panel.ts';
import type {PanelState} from '../../app/state.ts';
import type {Localization} from '../../i18n/index.ts';
import type {IspNotice} from './isp-notice.ts';

/** Why nothing of the patient is shown now: it is being verified whose chart this is, or the panel has stopped. */
export function hiddenChart(now: PanelState, text: Localization, verify: () => void): TemplateResult {
  const {panel: t} = text.messages;
  // Another patient's record is never asked for again; a record that could not be reached is.
  const mayTry = now.verifying && now.halted?.kind !== 'other-patient';
  return html`<div class="notices">
    ${
      now.halted
        ? html`<isp-notice role="alert" tone="error" heading=${t.halted} .problem=${now.halted}>
            ${
              mayTry
                ? html`<button slot="action" type="button" @click=${verify}>${t.retry}</button>`
                : nothing
            }
          </isp-notice>`
        : html`<isp-notice role="status">${t.verifying}</isp-notice>`
    }
  </div>`;
}

/** The code or the words of the sections did not come: no network, or a new version of the panel on the server. */
export function noSections(text: Localization, retry: () => void): TemplateResult {
  return html`<div class="notices">
    <isp-notice tone="error" role="alert" .problem=${{kind: 'offline'} as const}>
      <button slot="action" type="button" @click=${retry}>${text.messages.panel.retry}</button>
    </isp-notice>
  </div>`;
}

/** What the host offers once the session is over takes the place of the notice's own advice. */
function tellOffer({target}: Event): void {
  const slot = target as HTMLSlotElement;
  (slot.parentElement as IspNotice).advised = slot.assignedElements().length > 0;
}

/** What is to be said above the chart. */
export function panelNotices(
  now: PanelState,
  text: Localization,
  site: NonNullable<PanelConfig['notices']>,
  refresh: () => void,
): TemplateResult | typeof nothing {
  const {panel: t} = text.messages;
  const drafts = now.draftsOfOtherPatients;
  const ignored = now.ignoredOtherPatient;
  const unused = [...site.map(({path}) => path || 'isp-site.json'), ...text.own.refused];
  if (!now.halted && drafts + ignored + unused.length === 0 && now.patient.status !== 'failed')
    return nothing;
  return html`<div class="notices">
    ${
      now.halted
        ? html`<isp-notice role="alert" tone="error" heading=${t.halted} .problem=${now.halted}
            ><slot name="session" slot="action" @slotchange=${tellOffer}></slot
          ></isp-notice>`
        : nothing
    }
    ${
      now.patient.status === 'failed'
        ? html`<isp-notice tone="error" .problem=${now.patient.problem}>
            <button slot="action" type="button" @click=${refresh}>${t.retry}</button>
          </isp-notice>`
        : nothing
    }
    ${
      drafts > 0
        ? html`<isp-notice tone="due"
            >${t.draftsOfOtherPatients(drafts, text.format.number(drafts))}</isp-notice
          >`
        : nothing
    }
    ${
      ignored > 0
        ? html`<isp-notice tone="due"
            >${t.ignoredOtherPatient(ignored, text.format.number(ignored))}</isp-notice
          >`
        : nothing
    }
    ${unused[0] ? html`<isp-notice tone="due">${t.siteNotices(unused.join(', '))}</isp-notice>` : nothing}
  </div>`;
}
