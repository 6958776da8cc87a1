import {html, type TemplateResult} from 'lit';
import {meetingPeople, meetingRows} from '../../app/meeting-draft.ts';
import {listGoals} from '../../app/plan-view.ts';
import {listActions} from '../../domain/action-due.ts';
import type {ActionOwner} from '../../domain/action.ts';
import type {PlanDetailMessages} from '../../i18n/plan-detail-words.ts';
import {createFormat} from '../../i18n/format.ts';
import type {MeetingParts} from './meeting-screens.ts';

/** What was agreed, read back to the person in the person's own language, before anything is saved. */
export function readBack(
  {state, details, draft}: MeetingParts,
  words: PlanDetailMessages,
  language: string,
): TemplateResult {
  const {meeting: m} = words;
  const {longDate} = createFormat(language, state.zone);
  const open = state.goals.status === 'ready' ? listGoals(state.goals.value).open : [];
  const fresh = meetingRows.flatMap((n) => draft[`goal${n}`]?.trim() || []);
  const people = meetingPeople(state);
  const {actions} = state.later;
  const known = actions?.status === 'ready' ? listActions(actions.value).open : [];
  const told = known
    .filter(({isReview}) => !isReview)
    .map(({what, who, due}) => `${what.text} (${m.by(nameOf(who, m), due ? longDate(due) : '')})`);
  const steps = meetingRows.flatMap((n) => {
    const what = draft[`what${n}`]?.trim();
    if (!what) return [];
    const owner = people.find(({value}) => value === draft[`who${n}`])?.owner;
    const due = draft[`due${n}`];
    return [`${what} (${m.by(nameOf(owner ?? null, m), due ? longDate(due) : '')})`];
  });
  const matters = draft['matters'] ?? details.plan?.matters?.text ?? '';
  const unwell = (['signs', 'self', 'call'] as const).flatMap(
    (topic) => (draft[topic] ?? details.crisis?.[topic]?.text ?? '').trim() || [],
  );
  const again = draft['nextReview'] ?? details.plan?.nextReview ?? '';
  return html`<section class="back" lang=${language} aria-labelledby="back">
    <h3 id="back">${m.readBack}</h3>
    <dl>
      ${said(m.matters, matters ? [matters] : [], words)}
      ${said(m.goals, [...open.map(({words: goal}) => goal.text), ...fresh], words)}
      ${said(m.steps, [...told, ...steps], words)} ${said(m.unwell, unwell, words)}
      ${said(m.again, again ? [longDate(again)] : [], words)}
    </dl>
  </section>`;
}

function nameOf(owner: ActionOwner | null, m: PlanDetailMessages['meeting']): string {
  if (!owner) return m.nobody;
  return owner.kind === 'patient' ? m.thePerson : (owner.name ?? '');
}

function said(name: string, lines: readonly string[], {none}: PlanDetailMessages): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    ${lines.length > 0 ? lines.map((line) => html`<dd>${line}</dd>`) : html`<dd class="muted">${none}</dd>`}
  </div>`;
}
