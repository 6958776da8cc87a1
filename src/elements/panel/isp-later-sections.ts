import {css, html, LitElement, type TemplateResult} from 'lit';

/**
 * Follow-up, measures, how the person stands in the programme and what can be taken away, in this order.
 *
 * @tag isp-later-sections
 */
export class IspLaterSections extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: inherit;
    }
  `;

  override render(): TemplateResult {
    return html`<isp-contacts></isp-contacts><isp-measures></isp-measures><isp-enrolment></isp-enrolment
      ><isp-fidelity></isp-fidelity><isp-take-away></isp-take-away>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-later-sections': IspLaterSections;
  }
}
