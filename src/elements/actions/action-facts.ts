import {html, nothing, type TemplateResult} from 'lit';
import {stageOf, type Action, type ActionCategory, type ActionOwner} from '../../domain/action.ts';
import {dueOn} from '../../domain/action-due.ts';
import type {Goal} from '../../domain/goal.ts';
import type {ActionMessages} from '../../i18n/action-words.ts';
import type {ConflictWords} from '../shared/isp-conflict.ts';
import type {Localize} from '../shared/localize.ts';

/** Who is to do it, in words; the person is not named in their own plan. */
export function ownerWords({kind, name}: ActionOwner, t: ActionMessages): string {
  return kind === 'patient' ? t.thePerson : (name ?? t.unnamed);
}

/** What the record says about an action, as pairs of name and value; overdue in words. */
export function actionFacts(
  action: Action,
  today: string,
  goals: readonly Goal[],
  t: ActionMessages,
  text: Localize,
): TemplateResult {
  const stage = stageOf(action.state);
  const plain =
    action.state === 'requested' || action.state === 'not-started' || action.state === 'completed';
  const served = action.goalIds.map((id) => goals.find((goal) => goal.id === id) ?? null);
  return html`<dl>
    ${
      stage === 'done' && action.doneOn !== null
        ? html`<div><dd>${t.doneOn(text.format.longDate(action.doneOn))}</dd></div>`
        : nothing
    }
    ${fact(t.who, action.who ? ownerWords(action.who, t) : t.nobody)}
    ${stage === 'open' ? due(action.due, today, t, text) : nothing}
    ${action.category ? fact(t.kind, t.category[action.category]) : nothing}
    ${plain ? nothing : fact(t.state, t.states[action.state])}
    ${action.reason !== null && stage !== 'done' ? fact(t.reason, action.reason) : nothing}
    ${served.map((goal) =>
      goal
        ? fact(t.goal, html`<span lang=${goal.words.lang ?? nothing}>${goal.words.text}</span>`)
        : fact(t.goal, t.otherGoal),
    )}
  </dl>`;
}

/** How the fields of an action are named and shown beside another version of it. */
export function actionConflict(goals: readonly Goal[], t: ActionMessages): ConflictWords {
  const served = (ids: readonly string[]): string =>
    ids.map((id) => goals.find((goal) => goal.id === id)?.words.text ?? t.otherGoal).join(', ');
  return {
    heading: t.conflictHeading,
    labels: t.fields,
    closed: ['who', 'category', 'state', 'goalIds'],
    required: ['what'],
    show(name, value) {
      if (name === 'who') return value === null ? t.nobody : ownerWords(value as ActionOwner, t);
      if (name === 'category') return value === null ? '' : t.category[value as ActionCategory];
      if (name === 'state') return t.states[value as Action['state']];
      return name === 'goalIds' ? served((value ?? []) as readonly string[]) : null;
    },
  };
}

function fact(name: string, value: string | TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function due(date: string | null, today: string, t: ActionMessages, {format}: Localize): TemplateResult {
  const {when, days} = dueOn(date, today);
  if (date === null || when === 'undated') return fact(t.by, date ?? t.noDate);
  const long = format.longDate(date);
  const words =
    when === 'overdue'
      ? days === null
        ? t.overdue(long)
        : t.overdueDays(days, long)
      : when === 'today'
        ? t.dueToday(long)
        : long;
  return fact(t.by, html`<span class=${when === 'overdue' || when === 'today' ? 'due' : ''}>${words}</span>`);
}
