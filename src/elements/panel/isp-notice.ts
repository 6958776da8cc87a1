import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Problem} from '../../domain/problem.ts';
import {nearestLanguage} from '../../i18n/index.ts';
import {Localize} from '../shared/localize.ts';
import {shared} from '../shared/shared.styles.ts';

/**
 * One message that stays on the screen: what happened and what to do. With `problem` it finds the words itself; other
 * messages stand in the default slot.
 *
 * @tag isp-notice
 * @slot - The message, when there is no problem to explain.
 * @slot action - What can be done about it, usually one button.
 */
export class IspNotice extends LitElement {
  static override styles = [
    shared,
    css`
      .notice {
        padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
        border-inline-start: 3px solid var(--_line-strong);
        background: var(--_sunken);
        overflow-wrap: anywhere;
      }

      .error {
        border-color: var(--_error);
        background: var(--_error-soft);
      }

      .due {
        border-color: var(--_due);
        background: var(--_due-soft);
      }

      .title {
        font-weight: 600;
      }

      ul {
        padding-inline-start: 1.2em;
        list-style: disc;
      }

      ::slotted([slot='action']) {
        margin-block-start: calc(var(--_space) * 2);
      }
    `,
  ];

  /** What went wrong, in the panel's own terms. */
  @property({attribute: false}) problem: Problem | null = null;

  /** How much it weighs: `plain`, `due` (something to do) or `error`. */
  @property() tone: 'plain' | 'due' | 'error' = 'plain';

  /** A short heading before the words. */
  @property() heading = '';

  /** Whether what to do about a session that is over stands elsewhere: beside this notice, or above the chart. */
  @property({type: Boolean}) advised = false;

  /** Advice that only some need, and that comes later. */
  @state() private advice = '';

  readonly #text = new Localize(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('problem')) return;
    this.advice = '';
    if (this.problem?.kind === 'offline')
      void import('../../i18n/local-network.ts').then(async ({localNetworkAdvice}) => {
        this.advice = await localNetworkAdvice(nearestLanguage(this.#text.language));
      });
  }

  override render(): TemplateResult {
    return html`<div class="notice ${this.tone}">
      ${this.heading ? html`<p class="title">${this.heading}</p>` : nothing}
      ${this.problem ? this.#renderProblem(this.problem) : nothing}
      <slot></slot>
      <slot name="action"></slot>
    </div>`;
  }

  #renderProblem(problem: Problem): TemplateResult {
    const {problem: t} = this.#text.t;
    const words = t.words[problem.kind];
    const why = problem.kind === 'unsupported' ? ` ${t.why[problem.why]}` : '';
    const wait =
      problem.kind === 'busy' && problem.retryAfterSeconds !== null
        ? t.retryAfter(this.#text.format.number(problem.retryAfterSeconds))
        : problem.kind === 'signed-out' && this.advised
          ? t.signInAgain
          : words.toDo;
    const issues = problem.kind === 'rejected' ? problem.issues.filter((issue) => issue.text !== null) : [];
    return html`<p>${words.happened}${why} ${wait} ${this.advice}</p>
      ${
        issues.length > 0
          ? html`<ul>
              ${issues.map((issue) => html`<li>${issue.text}</li>`)}
            </ul>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-notice': IspNotice;
  }
}
