import {html, nothing, type TemplateResult} from 'lit';
import type {Choices} from '../../app/commands/save-record.ts';
import type {TopicRecord} from '../../app/plan-groups.ts';
import type {Draft} from '../../app/state.ts';
import type {CrisisTopic, PlanTopic} from '../../domain/plan-detail.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {Offers} from './isp-topic-form.ts';
import type {Localize} from '../shared/localize.ts';
import {planConflict} from './plan-conflict.ts';
import type {PlanForms} from './plan-forms.ts';

type Topic = PlanTopic | CrisisTopic;

/** Some topics that are read, and written, together. */
export interface TopicGroup {
  readonly name: string;
  readonly heading: string;
  readonly topics: readonly Topic[];
  readonly record: TopicRecord;
  /** The mapped record that a draft is merged against. */
  readonly base: object | null;
  /** Why it cannot be changed, in words; empty when it can. */
  readonly blocked: string;
  /** True where the person's own words stand. */
  readonly own?: boolean;
  /** What the chart offers for one of the topics. */
  readonly offers?: Offers;
  /** Why an empty form cannot be saved; empty when it can. */
  readonly required?: string;
  save(draft: Draft): void;
  settle(choices: Choices): void;
}

/** A group under its heading: what is said, what is not, and the way to change it; or its form; or its conflict. */
export function topicGroup(
  group: TopicGroup,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const {name, heading, blocked} = group;
  const open = forms.isOpen(name);
  return html`<div class="group">
    <div class="head">
      <h3>${heading}</h3>
      ${open || blocked ? nothing : opener(name, heading, isSaid(group) ? t.edit : t.write, forms, t)}
    </div>
    ${open ? topicForm(group, forms, t, text) : topicWords(group, t, text)}
    ${open ? nothing : html`<isp-save-state .save=${forms.save(name)} .names=${t.topics}></isp-save-state>`}
  </div>`;
}

/** The button that opens a form, and takes the focus back. */
export function opener(
  name: string,
  of: string,
  words: string,
  forms: PlanForms,
  t: PlanDetailMessages,
): TemplateResult {
  return html`<button
    type="button"
    class="quiet small"
    id="open-${name}"
    aria-label=${t.actOf(words, of)}
    @click=${() => forms.open(name)}
  >
    ${words}
  </button>`;
}

/** What is said, each topic under its name where there are several; the silent ones in one line. */
export function topicWords(
  {topics, record}: TopicGroup,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const said = topics.filter((topic) => record[topic]);
  const silent = topics.filter((topic) => !record[topic]);
  const names = new Intl.ListFormat(text.language).format(
    silent.map((topic) => t.topics[topic].toLocaleLowerCase(text.language)),
  );
  const rest = silent.length === 0 ? '' : topics.length === 1 ? t.none : t.noneOf(names);
  return html`${
    said.length > 0
      ? html`<dl>
          ${said.map(
            (topic) =>
              html`<div>
                <dt class=${topics.length === 1 ? 'visually-hidden' : ''}>${t.topics[topic]}</dt>
                <dd lang=${record[topic]?.lang ?? nothing}>${record[topic]?.text}</dd>
              </div>`,
          )}
        </dl>`
      : nothing
  }
  ${rest ? html`<p class="muted small">${rest}</p>` : nothing}`;
}

/** The form of a group, or its conflict. */
export function topicForm(
  group: TopicGroup,
  forms: PlanForms,
  t: PlanDetailMessages,
  text: Localize,
): TemplateResult {
  const {name, topics, record, base, blocked} = group;
  const draft = forms.draft(name) ?? {};
  const save = forms.save(name);
  const onDraft = (event: DraftEvent): void => forms.keep(name, event.draft, base);
  if (save?.status === 'conflict') return planConflict(name, forms, group, t, text);
  return html`<isp-topic-form
    id="form-${name}"
    .topics=${topics}
    .record=${record}
    .draft=${draft}
    .save=${save}
    .blocked=${blocked}
    .own=${group.own ?? false}
    .required=${group.required ?? ''}
    .offers=${group.offers ?? null}
    @isp-draft=${onDraft}
    @isp-cancel=${() => forms.cancel(name)}
    @isp-submit=${(event: SubmitEvent<Draft>) => group.save(event.value)}
  ></isp-topic-form>`;
}

function isSaid({topics, record}: TopicGroup): boolean {
  return topics.some((topic) => record[topic]);
}
