import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {IdentityView} from '../../app/identity-view.ts';
import {Localize} from '../shared/localize.ts';
import {shared} from '../shared/shared.styles.ts';

/**
 * Whose chart this is: always there, above everything else.
 *
 * @tag isp-identity
 */
export class IspIdentity extends LitElement {
  static override styles = [
    shared,
    css`
      .person {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 calc(var(--_space) * 3);
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .name {
        font-size: var(--_size-large);
        font-weight: 400;
        line-height: 1.3;
      }

      strong {
        font-weight: 700;
        letter-spacing: 0.01em;
      }

      .fact {
        color: var(--_muted);
      }

      .deceased {
        color: var(--_ink);
        font-weight: 600;
      }

      :host([compact]) .name {
        font-size: var(--_size);
      }

      .bar {
        height: 1.3em;
        width: 14rem;
        max-width: 100%;
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
    `,
  ];

  /** The person; null while it is being read, then nothing of anybody is shown. */
  @property({attribute: false}) view: IdentityView | null = null;

  /** Set when the host shows a patient banner of its own: smaller, never absent. */
  @property({type: Boolean, reflect: true}) compact = false;

  readonly #text = new Localize(this);

  override render(): TemplateResult {
    return this.view
      ? this.#renderPerson(this.view)
      : html`<div class="bar name"><span class="visually-hidden">${this.#text.t.panel.loading}</span></div>`;
  }

  #renderPerson(view: IdentityView): TemplateResult {
    const {t, format} = this.#text;
    const {panel} = t;
    return html`<div class="person" role="group" aria-label=${panel.identity}>
      <p class="name">
        ${view.family ? html`<strong>${view.family}</strong>` : nothing}${
          view.family && view.given ? ', ' : nothing
        }${view.given ?? (view.family ? nothing : panel.nameUnknown)}
      </p>
      ${
        view.deceased
          ? html`<p class="deceased">
              ${view.deceasedAt ? panel.deceasedOn(format.date(view.deceasedAt)) : panel.deceased}
            </p>`
          : nothing
      }
      <p class="fact">
        ${
          view.birthDate
            ? html`<span class="visually-hidden">${panel.born} </span>${format.date(view.birthDate)}`
            : panel.birthDateUnknown
        }
        ${
          view.age === null
            ? nothing
            : html`(${view.deceased ? panel.ageAtDeath(view.age) : panel.age(view.age)})`
        }
      </p>
      ${
        view.identifier
          ? html`<p class="fact">
              ${view.identifier.label ?? panel.identifier}
              <span aria-hidden="true">…${view.identifier.last}</span
              ><span class="visually-hidden">${panel.ending(view.identifier.last)}</span>
            </p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-identity': IspIdentity;
  }
}
