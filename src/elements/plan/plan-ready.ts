import {html, nothing, type TemplateResult} from 'lit';
import {agreementNames} from '../../app/agreement-draft.ts';
import type {Choices} from '../../app/commands/save-record.ts';
import type {PanelState} from '../../app/state.ts';
import type {Missing} from '../../domain/minimum-plan.ts';
import type {Agreement, PlanDetail} from '../../domain/plan-detail.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {Localize} from '../shared/localize.ts';
import {planConflict} from './plan-conflict.ts';
import type {PlanForms} from './plan-forms.ts';

/** What the list of missing things needs of the element it stands in. */
export interface ReadyParts extends Pick<PanelState, 'patient' | 'team' | 'today'> {
  readonly detail: PlanDetail;
  readonly missing: readonly Missing[];
  /** Why the plan cannot be changed, in words; empty when it can. */
  readonly blocked: string;
  /** Leads to where something that is missing is written. */
  go(missing: Missing): void;
  activate(agreements: readonly Agreement[]): void;
  settle(choices: Choices): void;
}

/**
 * What a plan still lacks before it can be used, each thing a way to where it is written; and the activation of a draft,
 * with who agreed and how.
 */
export function planReady(
  parts: ReadyParts,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const {detail, missing, blocked, go} = parts;
  return html`<div class="ready" role="group" aria-labelledby="missing">
    <p id="missing">
      <strong
        >${missing.length === 0 ? t.nothingMissing : detail.status === 'draft' ? t.missing : t.missingInUse}</strong
      >
    </p>
    ${
      missing.length > 0
        ? html`<ul>
            ${missing.map(
              (one) =>
                html`<li>
                  ${
                    blocked
                      ? t.missingOf[one.field]
                      : html`<button type="button" class="quiet" @click=${() => go(one)}>
                          ${t.missingOf[one.field]}
                        </button>`
                  }
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${detail.status === 'draft' ? activation(parts, forms, t, text) : nothing}
  </div>`;
}

function activation(
  {detail, missing, blocked, patient, team, today, activate, settle}: ReadyParts,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const name = 'activate';
  const lacking = new Intl.ListFormat(text.language).format(missing.map(({field}) => t.missingOf[field]));
  const why = blocked || (missing.length > 0 ? t.cannotActivate(lacking) : '');
  const save = forms.save(name);
  if (save?.status === 'conflict') return planConflict(name, forms, {blocked, settle}, t, text);
  if (!forms.isOpen(name)) {
    return html`<p>
        <button
          type="button"
          class="primary"
          id="open-activate"
          aria-disabled=${why ? 'true' : 'false'}
          aria-describedby=${why ? 'why' : nothing}
          @click=${() => (why ? undefined : forms.open(name))}
        >
          ${t.activate}
        </button>
      </p>
      ${why ? html`<p class="small muted" id="why">${why}</p>` : nothing}
      <isp-save-state .save=${save} .names=${t.topics}></isp-save-state>`;
  }
  return html`<isp-agreement-form
    id="form-activate"
    .names=${agreementNames({patient, team}, detail.agreements)}
    .known=${detail.agreements}
    .draft=${forms.draft(name) ?? {}}
    .save=${save}
    .today=${today}
    .act=${t.activate}
    .blocked=${why}
    @isp-draft=${(event: DraftEvent) => forms.keep(name, event.draft, detail)}
    @isp-cancel=${() => forms.cancel(name)}
    @isp-submit=${(event: SubmitEvent<readonly Agreement[]>) => activate(event.value)}
    ><p class="small">${t.activateLead}</p></isp-agreement-form
  >`;
}
