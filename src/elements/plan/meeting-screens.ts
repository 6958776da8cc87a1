import {html, nothing, type TemplateResult} from 'lit';
import {agreementNames} from '../../app/agreement-draft.ts';
import {goalsToAdd, meetingPeople, meetingRows} from '../../app/meeting-draft.ts';
import {listGoals} from '../../app/plan-view.ts';
import type {Draft, PanelState} from '../../app/state.ts';
import type {CrisisTopic, PlanDetails} from '../../domain/plan-detail.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {field} from '../shared/form-field.ts';

/** What the screens of a meeting are made of. */
export interface MeetingParts {
  readonly state: PanelState;
  readonly details: PlanDetails;
  readonly draft: Draft;
  readonly t: PlanDetailMessages;
  /** True while it is being saved. */
  readonly busy: boolean;
  /** Notes what a field says; `original` is what the record says, which is no change. */
  set(name: string, value: string, original: string): void;
}

/** The topics of the last screen: what to do if things go wrong, in the order in which it is told. */
const crisisFields: readonly CrisisTopic[] = ['signs', 'self', 'call', 'department', 'afterHours'];

/** First screen: who is here, what to talk about first, what matters to the person. */
export function mattersScreen(parts: MeetingParts): TemplateResult {
  const {state, details, draft, t} = parts;
  const names = agreementNames(state, []);
  return html`${area(parts, 'first', t.meeting.first, '')}
    ${area(parts, 'matters', t.topics.matters, details.plan?.matters?.text ?? '', t.examples.matters)}
    <fieldset>
      <legend>${t.meeting.who}</legend>
      <div class="pair">
        ${names.map((name, at) =>
          select(parts, `here-${at}`, `here.${name}`, name, draft[`here.${name}`] ?? '', [
            ['', t.meeting.notSaid],
            ['here', t.meeting.here.here],
            ['excused', t.meeting.here.excused],
          ]),
        )}
      </div>
    </fieldset>`;
}

/** Second screen: the goals of the plan, and as many new ones as make three. */
export function goalsScreen(parts: MeetingParts): TemplateResult {
  const {state, draft, t} = parts;
  const open = state.goals.status === 'ready' ? listGoals(state.goals.value).open : [];
  // What was typed already stays in sight, even when the plan has filled up meanwhile.
  const rows = meetingRows.filter((n) => n <= goalsToAdd(state) || draft[`goal${n}`] !== undefined);
  return html`${
    open.length > 0
      ? html`<h3>${t.meeting.openGoals}</h3>
          <ul class="known">
            ${open.map(({words}) => html`<li lang=${words.lang ?? nothing}>${words.text}</li>`)}
          </ul>`
      : nothing
  }
  ${rows.map((n) => area(parts, `goal${n}`, t.meeting.goal(n), ''))}
  ${rows.length < 3 ? html`<p class="hint">${t.meeting.enoughGoals}</p>` : nothing}`;
}

/** Third screen: who does what, by when. */
export function actionsScreen(parts: MeetingParts): TemplateResult {
  const {state, draft, t} = parts;
  const people = meetingPeople(state).map(({value, owner}): readonly [string, string] => [
    value,
    owner.kind === 'patient' ? t.meeting.thePerson : (owner.name ?? ''),
  ]);
  return html`${meetingRows.map(
    (n) =>
      html`<div class="row">
        ${area(parts, `what${n}`, t.meeting.what(n), '')}
        <div class="pair">
          ${select(parts, `who${n}`, `who${n}`, t.meeting.whoDoes(n), draft[`who${n}`] ?? '', [
            ['', t.meeting.nobody],
            ...people,
          ])}
          ${day(parts, `due${n}`, t.meeting.due(n), '')}
        </div>
      </div>`,
  )}`;
}

/** Last screen: what to do if things go wrong, and when the plan is looked at again. */
export function crisisScreen(parts: MeetingParts): TemplateResult {
  const {details, t} = parts;
  return html`${crisisFields.map((topic) =>
    area(parts, topic, t.topics[topic], details.crisis?.[topic]?.text ?? '', t.examples[topic]),
  )}
  ${day(parts, 'nextReview', t.nextOn, details.plan?.nextReview ?? '')}`;
}

function area(
  {draft, busy, set, t}: MeetingParts,
  name: string,
  label: string,
  original: string,
  example?: string,
): TemplateResult {
  const hint = example ? t.example(example) : null;
  return field({
    id: name,
    label,
    hint,
    control: html`<textarea
      id=${name}
      rows="2"
      ?readonly=${busy}
      aria-describedby=${hint ? `${name}-hint` : nothing}
      .value=${draft[name] ?? original}
      @input=${(event: Event) => set(name, (event.target as HTMLTextAreaElement).value, original)}
    ></textarea>`,
  });
}

function day(
  {draft, busy, set}: MeetingParts,
  name: string,
  label: string,
  original: string,
): TemplateResult {
  return field({
    id: name,
    label,
    control: html`<input
      id=${name}
      type="date"
      ?readonly=${busy}
      .value=${draft[name] ?? original}
      @input=${(event: Event) => set(name, (event.target as HTMLInputElement).value, original)}
    />`,
  });
}

function select(
  {busy, set}: MeetingParts,
  id: string,
  name: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
): TemplateResult {
  return field({
    id,
    label,
    control: html`<select
      id=${id}
      ?disabled=${busy}
      @change=${(event: Event) => set(name, (event.target as HTMLSelectElement).value, '')}
    >
      ${options.map(([code, text]) => html`<option value=${code} .selected=${code === value}>${text}</option>`)}
    </select>`,
  });
}
