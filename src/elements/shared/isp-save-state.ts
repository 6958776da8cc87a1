import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isFiled} from '../../app/panel-view.ts';
import {objections, type FieldPaths} from '../../app/plan-view.ts';
import type {SaveNote, SaveState} from '../../app/state.ts';
import type {Problem} from '../../domain/problem.ts';
import {Localize} from './localize.ts';
import {styles} from './isp-save-state.styles.ts';

/**
 * How one save stands, where the thing stands: on its way, saved at what time, or not saved with the reason and what to
 * do. A failure is an alert and stays; a success is told once by the panel's own live region.
 *
 * @tag isp-save-state
 */
export class IspSaveState extends LitElement {
  static override styles = styles;

  /** State of the save; nothing is shown without one. */
  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Fields whose objections the form shows itself; the others are listed here. */
  @property({attribute: false}) shownFields: readonly string[] = [];

  /** Where those fields stand in the resource; as goals and members have them when absent. */
  @property({attribute: false}) paths: FieldPaths | undefined = undefined;

  /** Words for fields that the words of the plan do not know, by name. */
  @property({attribute: false}) names: Readonly<Record<string, string>> = {};

  readonly #text = new Localize(this);

  override render(): TemplateResult | typeof nothing {
    const {plan: t} = this.#text.t;
    switch (this.save?.status) {
      case undefined:
        return nothing;
      case 'saving':
        return html`<p class="quiet">${t.saving}</p>`;
      case 'saved':
        return html`${
          isFiled(this.save)
            ? html`<p class="quiet">${t.saved(this.#text.format.time(this.save.at))}</p>`
            : nothing
        }
        ${this.save.notes.map((note) => this.#renderNote(note))}`;
      case 'failed':
        return this.#renderFailure(this.save.problem);
      case 'conflict':
        return html`<isp-notice role="alert" tone="error" heading=${t.notSaved}>
          ${t.conflictShort}
        </isp-notice>`;
    }
  }

  #renderFailure(problem: Problem): TemplateResult {
    const {plan: t, problem: p} = this.#text.t;
    const words = t.saveFailure[problem.kind] ?? p.words[problem.kind];
    const why = problem.kind === 'unsupported' ? p.why[problem.why] : '';
    const todo =
      problem.kind === 'busy' && problem.retryAfterSeconds !== null
        ? p.retryAfter(this.#text.format.number(problem.retryAfterSeconds))
        : problem.kind === 'signed-out'
          ? p.signInAgain
          : words.toDo;
    const issues = Object.entries(objections(problem, this.paths))
      .filter(([field]) => !this.shownFields.includes(field))
      .flatMap(([, texts]) => texts);
    // Where nobody can say whether it was saved, "not saved" would be a wrong statement.
    const heading = problem.kind === 'unclear' ? '' : t.notSaved;
    return html`<isp-notice role="alert" tone="error" heading=${heading}>
      <p>${words.happened} ${why} ${todo} ${t.kept}</p>
      ${
        issues.length > 0
          ? html`<p>${t.serverSays}</p>
              <ul class="issues">
                ${issues.map((text) => html`<li>${text}</li>`)}
              </ul>`
          : nothing
      }
    </isp-notice>`;
  }

  #renderNote(note: SaveNote): TemplateResult {
    const {plan: t} = this.#text.t;
    switch (note.kind) {
      case 'merged':
      case 'dropped':
        return html`<p class="note">${t.notes[note.kind](this.#list(note.fields))}</p>`;
      case 'not-linked-to-plan':
      case 'not-filed':
      case 'no-locking':
        return html`<p class="note">${t.notes[note.kind]}</p>`;
    }
  }

  #list(fields: readonly string[]): string {
    const {fields: names} = this.#text.t.plan;
    return new Intl.ListFormat(this.#text.language).format(
      fields.map((name) => this.names[name] ?? names[name] ?? name),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-save-state': IspSaveState;
  }
}
