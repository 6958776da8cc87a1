import {html, nothing, type TemplateResult} from 'lit';
import type {WholeLocalization} from '../i18n/index.ts';
import type {PanelMode} from './panel-api.ts';

/** What the person can ask of the frame around the sections. */
export interface LayoutActs {
  /** Shows the whole panel instead of the short one. */
  readonly showAll: () => void;
  /** Gives the screen back to the record; null where the host does not offer it. */
  readonly done: (() => void) | null;
}

const plan = html`<div id="plan" tabindex="-1"><isp-plan></isp-plan></div>`;
const use = html`<div id="use" tabindex="-1"><isp-use></isp-use></div>`;
const team = html`<div id="care-team" tabindex="-1"><isp-care-team></isp-care-team></div>`;
const glance = html`<isp-headlines></isp-headlines>`;
const due = html`<isp-due></isp-due>`;
const later = html`<isp-later></isp-later>`;

/**
 * The sections in the order of a mode. `full` and `readonly` show all of them; `compact` what is decided on first; `ed`
 * what an emergency physician needs, the crisis plan and whom to call before the rest; `patient` the plan and the team,
 * without counts, clocks and scores.
 */
export function sectionLayout(mode: PanelMode, text: WholeLocalization, acts: LayoutActs): TemplateResult {
  const {layout: t} = text.messages;
  return html`${parts(mode)}<isp-deep-link></isp-deep-link> ${
      mode === 'compact' || acts.done
        ? html`<div class="ends">
            ${
              mode === 'compact'
                ? html`<button class="quiet" type="button" @click=${acts.showAll}>${t.showAll}</button>`
                : nothing
            }
            ${acts.done ? html`<button type="button" @click=${acts.done}>${t.done}</button>` : nothing}
          </div>`
        : nothing
    }`;
}

function parts(mode: PanelMode): TemplateResult {
  switch (mode) {
    case 'compact':
      return columns(html`${glance}${due}`, plan);
    case 'ed':
      return columns(glance, team, use, plan);
    case 'patient':
      return columns(html`<isp-crisis></isp-crisis>`, plan, team);
    default:
      return columns(html`${glance}${due}`, plan, use, html`${team}${later}`);
  }
}

function columns(head: TemplateResult, ...sections: readonly TemplateResult[]): TemplateResult {
  return html`<div class="glance">${head}</div>
    <div class="sections">${sections.map((section) => html`<div class="column">${section}</div>`)}</div>`;
}
