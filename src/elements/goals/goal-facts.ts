import {html, nothing, type TemplateResult} from 'lit';
import {dueState} from '../../app/plan-view.ts';
import {isOpenGoal, type Goal} from '../../domain/goal.ts';
import type {Localize} from '../shared/localize.ts';

/** What the record says about a goal, as pairs of name and value: lifecycle and achievement apart, dates in words. */
export function goalFacts(goal: Goal, today: string, text: Localize): TemplateResult {
  const {plan: t} = text.t;
  const open = isOpenGoal(goal);
  const state =
    goal.lifecycle === 'unrecognized' ? t.otherState(goal.lifecycleCode) : t.lifecycle[goal.lifecycle];
  const closed = !open && goal.statusDate ? `, ${t.closedOn(text.format.longDate(goal.statusDate))}` : '';
  return html`<dl>
    ${open && goal.dueDate ? due(goal.dueDate, today, text) : nothing} ${fact(t.stateLabel, state + closed)}
    ${goal.achievement ? fact(t.achievementLabel, t.achievement[goal.achievement]) : nothing}
    ${goal.domain?.text ? fact(t.domainLabel, goal.domain.text) : nothing}
    ${!open && goal.statusReason ? fact(t.reasonLabel, goal.statusReason) : nothing}
  </dl>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function due(dueDate: string, today: string, text: Localize): TemplateResult {
  const {plan: t} = text.t;
  const date = text.format.longDate(dueDate);
  const state = dueState(dueDate, today);
  const words = state === 'overdue' ? t.overdue(date) : state === 'today' ? t.dueToday(date) : date;
  return html`<div>
    <dt>${t.targetLabel}</dt>
    <dd><span class=${state === 'later' ? '' : 'due'}>${words}</span></dd>
  </div>`;
}
