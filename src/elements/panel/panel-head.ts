import {html, nothing, type TemplateResult} from 'lit';
import {identityView} from '../../app/identity-view.ts';
import {asOfState} from '../../app/panel-view.ts';
import type {PanelState} from '../../app/state.ts';
import type {Localization} from '../../i18n/index.ts';
import type {PanelMode} from './panel-api.ts';

/** The sections that can be gone to from the head. */
export type HeadSection = 'plan' | 'use' | 'care-team';

const places: readonly HeadSection[] = ['plan', 'use', 'care-team'];

/** The sections that a mode shows, or those of them that a host wants. */
export function headSections(mode: PanelMode, wanted: readonly string[]): readonly HeadSection[] {
  const named = places.filter((name) => wanted.includes(name));
  return (wanted.length > 0 ? named : places).filter((name) => name !== 'use' || mode !== 'patient');
}

/** What the head needs of the panel that it stands in. */
export interface HeadParts {
  readonly sections: readonly HeadSection[];
  readonly refreshing: boolean;
  /** The day (YYYY-MM-DD) that is taken for today; null where it is today. */
  readonly practiceDate: string | null;
  go(section: HeadSection): void;
  refresh(): void;
  speak(language: string): void;
}

/** Whose chart it is, how fresh it is, and the ways to its sections: always on the screen. */
export function panelHead(now: PanelState, text: Localization, parts: HeadParts): TemplateResult {
  const {messages, format, language} = text;
  const {panel: t} = messages;
  const other = language === 'fr-CA' ? 'en-CA' : 'fr-CA';
  const asOf = asOfState(now);
  const person = now.patient.status === 'ready' ? identityView(now.patient.value, now.today, language) : null;
  // Numbers as of another day than today never stand there without saying so.
  return html`${
      parts.practiceDate
        ? html`<p class="practice">${t.practice(format.longDate(parts.practiceDate))}</p>`
        : nothing
    }
    <div class="identity" part="identity">
      <isp-identity .view=${person} ?compact=${!now.context?.needPatientBanner}></isp-identity>
      <div class="tools" part="tools">
        ${
          parts.sections.length > 1
            ? html`<nav aria-label=${t.sections}>
                ${parts.sections.map(
                  (name) =>
                    html`<button class="quiet" type="button" @click=${() => parts.go(name)}>
                      ${t.section[name]}
                    </button>`,
                )}
              </nav>`
            : nothing
        }
        <p class="actions">
          ${asOf ? html`<span>${t.asOf(format.time(asOf))}</span>` : nothing}
          <button
            class="quiet"
            type="button"
            aria-disabled=${parts.refreshing ? 'true' : 'false'}
            @click=${() => parts.refresh()}
          >
            ${parts.refreshing ? t.refreshing : t.refresh}
          </button>
          <button class="quiet" type="button" lang=${other} @click=${() => parts.speak(other)}>
            ${t.otherLanguage}
          </button>
        </p>
      </div>
    </div>`;
}
