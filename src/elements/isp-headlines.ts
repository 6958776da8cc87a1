import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {glanceView} from '../app/glance-view.ts';
import {readingOf} from '../app/use-view.ts';
import type {Count} from '../domain/completeness.ts';
import {Localize} from './localize.ts';
import {Select} from './select.ts';
import {shared} from './shared.styles.ts';

/**
 * The chart in one line: how much the services were used, where the person is now, whom to call.
 *
 * @tag isp-headlines
 */
export class IspHeadlines extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--_space) * 0.5) calc(var(--_space) * 5);
      }

      li {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      b {
        font-weight: 600;
      }

      a {
        display: inline-block;
        min-height: 24px;
        padding-inline: calc(var(--_space) * 0.5);
        white-space: nowrap;
      }
    `,
  ];

  readonly #glance = new Select(this, glanceView);
  readonly #text = new Localize(this);

  override render(): TemplateResult | typeof nothing {
    const {t, format} = this.#text;
    const glance = this.#glance.value;
    if (!glance || (!glance.edVisits && !glance.inHospital && !glance.caseManager)) return nothing;
    return html`<ul aria-label=${t.panel.atAGlance}>
      ${
        glance.edVisits && glance.stays
          ? html`<li>
              ${this.#renderCount(glance.edVisits, t.use.edVisits)},
              ${this.#renderCount(glance.stays, t.use.stays)}
              <span class="muted">${t.use.glance.inTwelveMonths}</span>
            </li>`
          : nothing
      }
      ${
        glance.inHospital
          ? html`<li>
              <b>${t.use.glance.now}</b> ${glance.inHospital.site}
              <span class="muted">${t.use.glance.since(format.longDate(glance.inHospital.since))}</span>
            </li>`
          : nothing
      }
      ${
        glance.caseManager
          ? html`<li>
              <span class="muted">${t.panel.caseManager}</span> <b>${glance.caseManager.name}</b>
              ${
                glance.caseManager.phone
                  ? html`<a href=${`tel:${glance.caseManager.phone.replaceAll(/[^\d+,;*#]/g, '')}`}
                      >${glance.caseManager.phone}</a
                    >`
                  : nothing
              }
            </li>`
          : nothing
      }
    </ul>`;
  }

  #renderCount(count: Count, words: (n: number) => string): TemplateResult {
    const {t, format} = this.#text;
    const reading = readingOf(count);
    if (reading === 'unknown') return html`${words(2)} ${t.use.notAvailable}`;
    return html`${reading === 'at-least' ? `${t.use.atLeast} ` : nothing}<b>${format.number(count.n)}</b>
      ${words(count.n)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-headlines': IspHeadlines;
  }
}
