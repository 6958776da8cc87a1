import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Goal} from '../../domain/goal.ts';
import {goalDomains, type GoalDomain} from '../../domain/goal-domains.ts';
import type {GoalMessages} from '../../i18n/goal-words.ts';
import type {DraftEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';

/** What the form of a goal needs for its further fields. */
export interface MoreParts {
  readonly domain: string;
  /** The goal as the record holds it; null for a new one. */
  readonly goal: Goal | null;
  readonly barriers: string;
  /** What a draft holds of the linked conditions. */
  readonly conditions: string;
  readonly busy: boolean;
  readonly errors: (name: string) => readonly string[];
  readonly onInput: (event: Event) => void;
  /** Told of a domain with its words on the screen. */
  readonly onDomain: (name: string, words: string) => void;
  readonly onConditions: (value: string) => void;
}

/** The domain of life, what stands in the way and the linked conditions. A domain that is none of ours can be kept or replaced. */
export function goalFormMore(
  {goal, domain, barriers, conditions, busy, errors, onInput, onDomain, onConditions}: MoreParts,
  t: GoalMessages,
): TemplateResult {
  const names = Object.keys(goalDomains) as GoalDomain[];
  const other = domain !== '' && !names.some((name) => name === domain);
  const options: readonly (readonly [string, string])[] = [
    other ? [domain, domain] : ['', t.domainNone],
    ...names.map((name) => [name, t.domain[name]] as const),
  ];
  return html`${field({
      id: 'domain',
      label: t.domainLabel,
      errors: errors('domain'),
      control: html`<select
        id="domain"
        aria-invalid=${errors('domain').length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy('domain', null, errors('domain'))}
        @change=${(event: Event) => {
          const {value, selectedOptions} = event.target as HTMLSelectElement;
          onDomain(value, selectedOptions[0]?.text ?? '');
        }}
      >
        ${options.map(
          ([code, words]) => html`<option value=${code} .selected=${code === domain}>${words}</option>`,
        )}
      </select>`,
    })}
    ${field({
      id: 'barriers',
      label: t.barriersLabel,
      control: html`<textarea
        id="barriers"
        rows="2"
        ?readonly=${busy}
        .value=${live(barriers)}
        @input=${onInput}
      ></textarea>`,
    })}
    <isp-goal-conditions
      .goal=${goal}
      .value=${conditions}
      .busy=${busy}
      @isp-draft=${(event: DraftEvent) => onConditions(event.draft['conditions'] ?? '')}
    ></isp-goal-conditions>`;
}
