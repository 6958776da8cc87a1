import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {upcoming, type Appointment} from '../../domain/follow-up/appointment.ts';
import {loadFollowUpWords, type FollowUpMessages} from '../../i18n/follow-up-words.ts';
import {NavigateEvent} from '../panel/host-events.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {HostOffers} from '../panel/host-offers.ts';
import {failure, partial} from '../shared/section-states.ts';
import {section} from '../shared/section.styles.ts';
import {Select} from '../shared/select.ts';
import {shared} from '../shared/shared.styles.ts';

/** Appointments that stand open; the others are folded. */
const shown = 3;

/**
 * The appointments of the person that are to come, the next one first.
 *
 * @tag isp-appointments
 */
export class IspAppointments extends LitElement {
  static override styles = [
    shared,
    section,
    css`
      section {
        padding-block-start: calc(var(--_space) * 4);
      }

      li {
        padding-block: calc(var(--_space) * 2);
        border-block-start: 1px solid var(--_line);
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadFollowUpWords);
  readonly #appointments = new Select(this, ({later}) => later.appointments);
  readonly #today = new Select(this, ({today}) => today);

  readonly #host = new HostOffers(this);

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const read = this.#appointments.value;
    if (!t || !read || read.status === 'loading') return nothing;
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${t.appointments.heading}</h3>
      ${
        read.status === 'failed'
          ? read.problem.kind === 'unsupported' || read.problem.kind === 'not-found'
            ? html`<p class="small muted">${t.appointments.notKept}</p>`
            : failure(
                t.appointments,
                read.problem,
                this.#text,
                () => void this.#appointments.panel?.actions.refresh(),
              )
          : html`${partial(read.gaps, this.#text)}
            ${this.#renderList(upcoming(read.value, this.#today.value ?? ''), t)}`
      }
      ${
        this.#host.has('appointment-book')
          ? html`<button class="quiet small" type="button" @click=${this.#onBook}>
              ${t.appointments.book}
            </button>`
          : nothing
      }
    </section>`;
  }

  readonly #onBook = (): void => {
    this.dispatchEvent(new NavigateEvent('appointment-book'));
  };

  #renderList(list: readonly Appointment[], t: FollowUpMessages): TemplateResult {
    if (list.length === 0) return html`<p class="small muted">${t.appointments.none}</p>`;
    const rest = list.slice(shown);
    return html`<ul>
        ${list.slice(0, shown).map((one) => this.#renderOne(one, t))}
      </ul>
      ${
        rest.length > 0
          ? html`<details>
              <summary>${t.appointments.more(rest.length, this.#text.format.number(rest.length))}</summary>
              <ul>
                ${rest.map((one) => this.#renderOne(one, t))}
              </ul>
            </details>`
          : nothing
      }`;
  }

  #renderOne({day, at, what, parties, agreed}: Appointment, t: FollowUpMessages): TemplateResult {
    const {format} = this.#text;
    const when =
      at === null ? format.longDate(day) : t.appointments.at(format.longDate(day), format.spokenTime(at));
    const facts = [...parties, ...(agreed ? [] : [t.appointments.notAgreed])];
    return html`<li>
      <p><b>${when}</b>, ${what ?? t.appointments.noReason}</p>
      ${facts.length > 0 ? html`<p class="small muted">${facts.join(', ')}</p>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-appointments': IspAppointments;
  }
}
