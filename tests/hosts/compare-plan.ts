import assert from 'node:assert/strict';
import type {PanelState} from '../../src/app/state.ts';
import {valueOf, type Host} from './host-stage.ts';
import type {SamePlan} from './same-plan.ts';

/** Writes the whole plan; fails with the first thing that is not saved as it was typed. */
export async function saveAll(
  host: Host,
  {goals, members, plan, crisis, actions: steps, lang}: SamePlan,
): Promise<void> {
  const {actions} = host.panel;
  for (const goal of goals) {
    await actions.addGoal(goal);
    saved(host, 'goal:new');
  }
  for (const member of members) {
    await actions.addMember(member);
    saved(host, 'member:new');
  }
  await actions.wish('plan:new', 'createPlan', 'plan:new', plan, lang);
  saved(host, 'plan:new');
  for (const [goal, change] of steps) {
    const words = goal === null ? null : goals[goal]?.words?.text;
    const id = words && valueOf(host.state().goals).find((one) => one.words.text === words)?.id;
    await actions.wish('action:new', 'addAction', {...change, ...(id && {goalIds: [id]})}, lang);
    saved(host, 'action:new');
  }
  await actions.wish('plan:crisis', 'changeCrisisPlan', 'plan:crisis', crisis, lang);
  saved(host, 'plan:crisis');
}

/** Fails unless a save succeeded and left nothing out. */
export function saved(host: Host, key: string): void {
  const save = host.state().saves[key];
  assert.equal(save?.status, 'saved', `${key}: ${JSON.stringify(save)}`);
  const lost = save.notes.filter(({kind}) => kind === 'dropped' || kind === 'not-linked-to-plan');
  assert.deepEqual(lost, [], key);
}

/** Fails unless the panel shows the plan as it was typed, its members on the team since `since`. */
export function compare(
  state: PanelState,
  {goals, members, plan, crisis, actions}: SamePlan,
  since = '2026-11-22',
): void {
  const found = valueOf(state.goals);
  assert.deepEqual(
    found
      .map(({words, clinical, dueDate, domain, barriers}) => [
        words,
        clinical?.text ?? null,
        dueDate,
        domain && [domain.coded?.code, domain.text],
        barriers?.text ?? null,
      ])
      .toSorted(byText),
    goals
      .map(({words, clinical, dueDate, domain, barriers}) => [
        words,
        clinical?.text ?? null,
        dueDate ?? null,
        domain ? [domain.coded?.code, domain.text] : null,
        barriers?.text ?? null,
      ])
      .toSorted(byText),
  );
  const team = valueOf(state.team).members;
  assert.deepEqual(
    team
      .map(({name, role, organization, contacts, since}) => [
        name,
        role?.coded?.code ?? null,
        role?.text ?? null,
        organization,
        contacts[0]?.value ?? null,
        since,
      ])
      .toSorted(byText),
    members
      .map(({name, role, organization, phone}) => [
        name,
        role.coded?.code ?? null,
        role.text,
        organization,
        phone,
        since,
      ])
      .toSorted(byText),
  );
  const goalOf = (ids: readonly string[]) => found.find(({id}) => ids.includes(id))?.words.text ?? null;
  assert.deepEqual(
    valueOf(state.later.actions)
      .filter(({isReview}) => !isReview)
      .map(({what, who, due, category, goalIds}) => [
        what.text,
        who?.name ?? null,
        due,
        category,
        goalOf(goalIds),
      ])
      .toSorted(byText),
    actions
      .map(([goal, {what, who, due, category}]) => [
        what?.text,
        who?.name ?? null,
        due ?? null,
        category ?? null,
        goal === null ? null : goals[goal]?.words?.text,
      ])
      .toSorted(byText),
  );
  const details = valueOf(state.later.plan);
  assert.equal(details.plan?.start, plan.start);
  assert.equal(details.plan?.nextReview, plan.nextReview);
  assert.deepEqual(details.plan?.agreements, plan.agreements);
  for (const topic of ['matters', 'strengths', 'housing'] as const)
    assert.equal(details.plan?.[topic]?.text, plan[topic]?.text, topic);
  for (const topic of ['signs', 'self', 'department', 'call', 'afterHours'] as const)
    assert.equal(details.crisis?.[topic]?.text, crisis[topic]?.text, topic);
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
