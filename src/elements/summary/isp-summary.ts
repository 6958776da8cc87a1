import {css, html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {PanelConfig} from '../../app/browser-panel.ts';
import {identityView} from '../../app/identity-view.ts';
import type {Panel} from '../../app/panel.ts';
import {failuresOf, mustHide} from '../../app/panel-view.ts';
import type {PanelState} from '../../app/state.ts';
import {isWhole, type Localization} from '../../i18n/index.ts';
import {ChartHost} from '../panel/chart-host.ts';
import {ReadyEvent} from '../panel/events.ts';
import {hiddenChart, noSections, panelNotices} from '../panel/panel-notices.ts';
import {shared} from '../shared/shared.styles.ts';
import {tellContact, tellHost} from '../panel/tell-host.ts';
import {tokens} from '../shared/tokens.ts';

const soon = html`<div class="soon"></div>`;

/**
 * The chart in one line, for any other screen of the record: who it is, the plan, how much the services were used, whom
 * to call. It only reads, and the numbers are those of the panel.
 *
 * @tag isp-summary
 * @fires {ReadyEvent} isp-ready - The summary stands.
 * @fires {LoadedEvent} isp-loaded - Everything of the line has its answer.
 * @fires {ErrorEvent} isp-error - A part of the line could not be read.
 * @fires {ContextMismatchEvent} isp-context-mismatch - Records of another patient were dropped.
 * @fires {TokenNeededEvent} isp-token-needed - The session is over.
 * @fires {ContactEvent} isp-contact - A telephone number is pressed; prevent it to call by yourself.
 */
export class IspSummary extends ChartHost {
  static override styles = [
    tokens,
    shared,
    css`
      :host {
        background: var(--_paper);
      }

      .panel {
        padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
      }

      isp-headlines:not(:defined),
      .soon {
        display: block;
        min-block-size: calc(var(--_space) * 8);
      }
    `,
  ];

  /** True when the code of the line did not come: no network, or a new version of the package on the server. */
  @state() private failed = false;

  @state() private isThere = false;

  protected override get isLocked(): boolean {
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#bring();
  }

  protected override async makePanel(config: PanelConfig): Promise<Panel | null> {
    const code = await import('./summary-code.ts').catch(() => null);
    return code?.createSummaryPanel(config) ?? null;
  }

  protected override chartCleared(): void {
    // Nothing stands here but what the chart itself holds.
  }

  protected override chartChanged(before: PanelState, next: PanelState): void {
    tellHost(this, before, next);
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new ReadyEvent());
  }

  override render(): TemplateResult {
    const words = this.text.current;
    return html`<section
      class="panel"
      lang=${words?.language ?? nothing}
      aria-label=${words?.messages.panel.label ?? nothing}
      @click=${tellContact}
    >
      ${words ? keyed(this.generation, this.#renderChart(words)) : nothing}
    </section>`;
  }

  #renderChart(text: Localization): TemplateResult {
    const {panel: t} = text.messages;
    const now = this.current;
    if (!now?.context) {
      if (this.failed) return noSections(text, this.#retry);
      return this.patient ? soon : html`<p class="muted">${t.noPatient}</p>`;
    }
    if (mustHide(now) || now.verifying) {
      return hiddenChart(now, text, () => void this.panel?.actions.verifyPatient());
    }
    const person =
      now.patient.status === 'ready' ? identityView(now.patient.value, now.today, text.language) : null;
    const {practiceDate} = this.settings;
    return html`${
        practiceDate
          ? html`<p class="muted small">${t.practice(text.format.longDate(practiceDate))}</p>`
          : nothing
      }
      <isp-identity .view=${person} compact></isp-identity>
      ${panelNotices(now, text, this.settings.notices ?? [], () => void this.refresh())}
      ${this.failed || this.text.failed ? noSections(text, this.#retry) : nothing}
      ${
        this.isThere && isWhole(text)
          ? html`<isp-headlines alone></isp-headlines>${this.#renderFailures(now, text)}`
          : soon
      }`;
  }

  /** What could not be read is said: a line without it would pass for a line that has nothing to say of it. */
  #renderFailures(now: PanelState, text: Localization): readonly TemplateResult[] {
    const {section} = text.messages.panel;
    const names = {plan: section.plan, goals: section.plan, use: section.use, team: section['care-team']};
    return failuresOf(now).flatMap(([name, problem]) =>
      name === 'patient'
        ? []
        : html`<isp-notice tone="error" heading=${names[name]} .problem=${problem}></isp-notice>`,
    );
  }

  readonly #retry = (): void => {
    void this.#bring();
    this.text.retry();
  };

  async #bring(): Promise<void> {
    try {
      const code = await import('./summary-code.ts');
      code.defineSummaryParts();
      this.isThere = true;
      if (this.failed) this.openAgain();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-summary': IspSummary;
  }
}
