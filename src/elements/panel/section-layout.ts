import {html, nothing, type TemplateResult} from 'lit';
import type {WholeLocalization} from '../../i18n/index.ts';
import type {PanelMode} from './panel-api.ts';

/** What the person can ask of the frame around the sections. */
export interface LayoutActs {
  /** Shows the whole panel instead of the short one. */
  readonly showAll: () => void;
  /** Gives the screen back to the record; null where the host does not offer it. */
  readonly done: (() => void) | null;
}

const parts = {
  glance: html`<isp-headlines></isp-headlines>`,
  due: html`<isp-due></isp-due>`,
  crisis: html`<isp-crisis></isp-crisis>`,
  plan: html`<div id="plan" tabindex="-1"><isp-plan></isp-plan></div>`,
  use: html`<div id="use" tabindex="-1"><isp-use></isp-use></div>`,
  'care-team': html`<div id="care-team" tabindex="-1"><isp-care-team></isp-care-team></div>`,
  later: html`<isp-later></isp-later>`,
} as const;

type Part = keyof typeof parts;

/** Code that a part needs and that otherwise comes with a section which may not be shown. */
const code = {
  due: async () => (await import('./define-later.ts')).defineLater(),
  crisis: async () => (await import('../plan/define-plan.ts')).definePlan(),
} as const;
const brought = new Set<keyof typeof code>();

/** Fetches it once; after a failure again with the next drawing. */
function bring(what: keyof typeof code): void {
  if (brought.has(what)) return;
  brought.add(what);
  code[what]().catch(() => brought.delete(what));
}

interface Order {
  readonly head: readonly Part[];
  readonly columns: readonly (readonly Part[])[];
}

const full: Order = {head: ['glance', 'due'], columns: [['plan'], ['use'], ['care-team', 'later']]};

/**
 * The sections in the order of a mode: `compact`, what is decided on first; `ed`, what an emergency physician needs, the
 * crisis plan and whom to call before the rest; `patient`, the plan and the team, without the use of services and measures.
 */
const orders: Readonly<Record<PanelMode, Order>> = {
  full,
  readonly: full,
  compact: {head: ['glance', 'due'], columns: [['plan']]},
  ed: {head: ['glance'], columns: [['care-team'], ['use'], ['plan']]},
  patient: {head: ['crisis'], columns: [['plan'], ['care-team']]},
};

/**
 * Draws the sections of a mode, or of them those alone that a host wants (`glance`, `due`, `plan`, `use`, `care-team`,
 * `later`); a wish that names none of them is none.
 */
export function sectionLayout(
  mode: PanelMode,
  wanted: readonly string[],
  text: WholeLocalization,
  acts: LayoutActs,
): TemplateResult {
  const {layout: t} = text.messages;
  const order = (orders as Readonly<Record<string, Order>>)[mode] ?? full;
  const all = !wanted.some((name) => name in parts);
  const chosen = (names: readonly Part[]): readonly Part[] =>
    names.filter((name) => all || wanted.includes(name));
  const head = chosen(order.head);
  const columns = order.columns.map(chosen).filter((names) => names.length > 0);
  const shown = [...head, ...columns.flat()];
  if (shown.includes('due') && !shown.includes('later')) bring('due');
  // The line at a glance begins with the crisis plan.
  if ((shown.includes('glance') || shown.includes('crisis')) && !shown.includes('plan')) bring('crisis');
  const draw = (names: readonly Part[]): readonly TemplateResult[] => names.map((name) => parts[name]);
  const isShort = mode === 'compact' && all;
  return html`${head.length > 0 ? html`<div class="glance" part="glance">${draw(head)}</div>` : nothing}
    <div class="sections ${columns.length === 1 ? 'single' : ''}" part="sections">
      ${columns.map((names) => html`<div class="column" part="column">${draw(names)}</div>`)}
    </div>
    <isp-deep-link></isp-deep-link>
    ${
      isShort || acts.done
        ? html`<div class="ends" part="ends">
            ${
              isShort
                ? html`<button class="quiet" type="button" @click=${acts.showAll}>${t.showAll}</button>`
                : nothing
            }
            ${acts.done ? html`<button type="button" @click=${acts.done}>${t.done}</button>` : nothing}
          </div>`
        : nothing
    }`;
}
