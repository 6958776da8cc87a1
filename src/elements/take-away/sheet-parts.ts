import {html, nothing, type TemplateResult} from 'lit';
import type {PlanCopy} from '../../app/take-away/plan-copy.ts';
import type {Action} from '../../domain/action.ts';
import {crisisTopics} from '../../domain/plan-detail.ts';
import type {Words} from '../../domain/text.ts';
import type {CopyLanguage} from './copy-language.ts';
import {ownerName} from './copy-words.ts';

// Pieces that the printed copies have in common.

/** Empty lines of the table in which decisions are written by hand. */
const rows = 4;

/** A heading with lines under it; nothing without lines. */
export function list(heading: string, lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<h2>${heading}</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

/** A table for what is decided, filled in by hand. */
export function decisions(t: CopyLanguage['words']['theirs']['decisions']): TemplateResult {
  return html`<h2>${t.heading}</h2>
    <table class="decisions">
      <thead>
        <tr>
          <th scope="col">${t.what}</th>
          <th scope="col">${t.who}</th>
          <th scope="col">${t.when}</th>
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          {length: rows},
          () =>
            html`<tr>
              <td></td>
              <td></td>
              <td></td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Somebody’s own words, in their language. */
export function said({text, lang}: Words): TemplateResult {
  return html`<p class="words" lang=${lang ?? nothing}>${text}</p>`;
}

/** Actions, each with who does it and by when. */
export function steps(
  actions: readonly Action[],
  t: CopyLanguage['words']['mine' | 'theirs'],
  {localization}: CopyLanguage,
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<ul>
    ${actions.map(({what, who, due}) => {
      const name = ownerName(who, t.me);
      const facts = [name && t.who(name), due && t.by(localization.format.longDate(due))].filter(Boolean);
      return html`<li>
        <span class="words" lang=${what.lang ?? nothing}>${what.text}</span>
        ${facts.length > 0 ? html`<span class="facts"> – ${facts.join(', ')}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}

/** The crisis plan by topic; nothing where it says nothing. */
export function crisis(
  {crisis: plan}: PlanCopy,
  t: CopyLanguage['words']['mine' | 'theirs'],
): TemplateResult | typeof nothing {
  if (!plan) return nothing;
  const topics = crisisTopics.filter((topic) => plan[topic]);
  if (topics.length === 0 && !plan.other) return nothing;
  return html`<h2>${t.crisis}</h2>
    <dl>
      ${topics.map((topic) => {
        const words = plan[topic];
        return html`<dt>${t.crisisTopics[topic]}</dt>
          <dd class="words" lang=${words?.lang ?? nothing}>${words?.text}</dd>`;
      })}
    </dl>
    ${plan.other ? said(plan.other) : nothing}`;
}
