import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {NewMember} from '../../domain/care-team.ts';
import {leastLetters, type DirectoryEntry} from '../../domain/directory.ts';
import {loadTeamMoreWords, type TeamMoreMessages} from '../../i18n/team-more-words.ts';
import {LazyWords} from '../shared/lazy-words.ts';
import {Localize} from '../shared/localize.ts';
import {roleText} from './member-words.ts';
import {Select} from '../shared/select.ts';
import {shared} from '../shared/shared.styles.ts';

/** Milliseconds without a key after which the record is asked. */
const pause = 300;

/** Somebody was chosen. */
export class PickEvent extends Event {
  readonly entry: DirectoryEntry;
  constructor(entry: DirectoryEntry) {
    super('isp-pick');
    this.entry = entry;
  }
}

/**
 * Those of the record's own directory whose name has the letters that are typed beside it, to be chosen by mouse, by Tab or
 * with the arrow keys.
 *
 * @tag isp-directory
 * @fires {PickEvent} isp-pick - Somebody was chosen.
 */
export class IspDirectory extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }

      li + li {
        border-block-start: 1px solid var(--_line);
      }

      button {
        display: block;
        width: 100%;
        min-height: calc(var(--_space) * 10);
        border: 0;
        background: none;
        text-align: start;
        overflow-wrap: anywhere;
      }

      p {
        color: var(--_muted);
        font-size: var(--_size-small);
      }
    `,
  ];

  /** What is typed as the name. */
  @property() text = '';

  @property() kind: NewMember['kind'] = 'practitioner';

  /** True once somebody was chosen: then nobody is looked for. */
  @property({type: Boolean}) picked = false;

  readonly #text = new Localize(this);
  readonly #words = new LazyWords(this, this.#text, loadTeamMoreWords);
  readonly #directory = new Select(this, ({later}) => later.directory);
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Puts the focus on the first who was found; false when nobody was. */
  focusFirst(): boolean {
    const first = this.renderRoot.querySelector('button');
    first?.focus();
    return first !== null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('kind')) return;
    clearTimeout(this.#timer);
    if (this.picked || this.text.trim().length < leastLetters) return;
    this.#timer = setTimeout(() => {
      const {text, kind} = this;
      void this.#directory.panel?.actions.wish('directory', 'searchDirectory', text, kind);
    }, pause);
  }

  override render(): TemplateResult | typeof nothing {
    const t = this.#words.value;
    const directory = this.#directory.value;
    if (!t || this.picked || this.text.trim().length < leastLetters) return nothing;
    if (directory?.status === 'failed') return html`<p role="status">${t.notSearched}</p>`;
    if (directory?.status !== 'ready') return nothing;
    const {text, kind, found} = directory.value;
    // An answer to other letters says nothing of these.
    if (text !== this.text || kind !== this.kind) return nothing;
    return html`<p role="status">${t.found(found.length, this.#text.format.number(found.length))}</p>
      ${
        found.length > 0
          ? html`<ul aria-label=${t.inRecord} @keydown=${this.#onKey}>
              ${found.map((entry) => this.#renderEntry(entry, t))}
            </ul>`
          : nothing
      }`;
  }

  #renderEntry(entry: DirectoryEntry, t: TeamMoreMessages): TemplateResult {
    const facts = [
      roleText(entry.role, this.#text.t.team),
      entry.organization,
      entry.hasPhone ? null : this.#text.t.team.noPhone,
    ].filter(Boolean);
    return html`<li>
      <button
        type="button"
        aria-label=${t.choose([entry.name, ...facts].join(', '))}
        @click=${() => this.dispatchEvent(new PickEvent(entry))}
      >
        <b>${entry.name}</b> <span class="muted">${facts.join(', ')}</span>
      </button>
    </li>`;
  }

  #onKey(event: KeyboardEvent): void {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step === undefined) return;
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(event.target as HTMLButtonElement) + step];
    event.preventDefault();
    next?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-directory': IspDirectory;
  }
}
