import assert from 'node:assert/strict';
import type {Action} from '../../../src/domain/action.ts';
import type {PlanDetail} from '../../../src/domain/plan-detail.ts';
import {mapActivities, mapTask} from '../../../src/fhir/map-action.ts';
import {mapPlanDetail} from '../../../src/fhir/map-plan-detail.ts';
import {goalIdsOf} from '../../../src/fhir/write/edit-goal-order.ts';
import type {Applied, MemoryServer, Resource} from '../../fhir/write/memory-server.ts';
import {actionFields, topics, type Wish} from './desk-history.ts';

const zone = 'America/Toronto';

/**
 * Throws when an edit was lost, doubled, overwritten unseen or put on another patient. Effects on the server count.
 *
 * @param isGuarded whether each PUT must carry If-Match
 */
export function check(server: MemoryServer, wishes: readonly Wish[], isGuarded = true): void {
  for (const applied of server.applied) checkApplied(applied, wishes);
  for (const wish of wishes.filter(({kind}) => kind === 'add')) checkAdded(wish, server);
  for (const wish of wishes.filter(({saved}) => saved > 0)) checkStood(wish, server);
  for (const {method, path, headers} of isGuarded ? server.requests : []) {
    assert.ok(['GET', 'POST', 'PUT'].includes(method), method);
    if (method === 'PUT') assert.match(headers['If-Match'] ?? '', /^W\/"\d+"$/, path);
  }
}

function checkApplied({key, before, after}: Applied, wishes: readonly Wish[]): void {
  const patient = (after['subject'] ?? after['for']) as {reference: string};
  assert.equal(patient.reference, 'Patient/p1', `${key} belongs to somebody else`);
  assert.ok(key !== 'Task/other' && key !== 'CarePlan/c9', `${key} of another patient was written`);
  if (before === null) return;
  assert.deepEqual(decimals(after), decimals(before), 'a decimal or an extension was changed');
  if (key.startsWith('Task/')) {
    if (after['status'] === 'entered-in-error') return;
    return checkFields(key, taskOf(before), taskOf(after), wishes);
  }
  const [was, is] = [mapActivities(before as never, zone, null), mapActivities(after as never, zone, null)];
  assert.ok(is.length >= was.length, 'an activity was taken out of the plan');
  was.forEach((action, at) => checkFields(`activity/${at}`, action, is[at] as Action, wishes));
  checkTopics(before, after, wishes);
  const [from, to] = [goalIdsOf(before['goal']), goalIdsOf(after['goal'])];
  if (from.join() !== to.join()) {
    const by = wishes.filter(({kind, order}) => kind === 'rank' && order.join() === to.join());
    assert.ok(
      by.some(({seen}) => seen.some((one) => Array.isArray(one) && one.join() === from.join())),
      `an order was overwritten unseen: ${from.join()} -> ${to.join()}`,
    );
  }
}

function checkFields(key: string, was: Action, is: Action, wishes: readonly Wish[]): void {
  for (const field of actionFields.filter((one) => text(was[one]) !== text(is[one]))) {
    const wanted = wishes.filter(
      ({kind, at, change}) =>
        (kind === 'change' ? at === key : kind === 'add') && text(change[field]) === text(is[field]),
    );
    const told = `${key} ${field}: ${text(was[field])} -> ${text(is[field])}`;
    assert.ok(wanted.length > 0, `nobody wanted ${told}`);
    assert.ok(
      wanted.some(
        ({kind, seen}) =>
          kind === 'add' || seen.some((one) => text((one as Action)[field]) === text(was[field])),
      ),
      `${wanted.map(({name}) => name).join()} overwrote unseen: ${told}`,
    );
  }
}

function checkTopics(before: Resource, after: Resource, wishes: readonly Wish[]): void {
  const [was, is] = [before, after].map((one) => mapPlanDetail(one as never, zone)) as [
    PlanDetail,
    PlanDetail,
  ];
  for (const topic of topics.filter((one) => text(was[one]) !== text(is[one]))) {
    const wanted = wishes.filter(
      ({kind, change}) => kind === 'plan' && text(change[topic]) === text(is[topic]),
    );
    assert.ok(
      wanted.some(({seen}) => seen.some((one) => text((one as PlanDetail)[topic]) === text(was[topic]))),
      `${topic} was overwritten unseen: ${text(was[topic])} -> ${text(is[topic])}`,
    );
  }
}

/** What was added stands once when it was called saved, and at most once in any case. */
function checkAdded({name, saved}: Wish, server: MemoryServer): void {
  const made = (one: Action | null): boolean => one?.what.text === name;
  const tasks = server.all('Task').filter(({id, status}) => {
    const first = JSON.parse(server.versions.get(`Task/${id}`)?.[0] ?? '{}') as Resource;
    return status !== 'entered-in-error' && first['basedOn'] !== undefined && made(taskOf(first));
  });
  const first = new Map<string, string>();
  for (const version of server.versions.get('CarePlan/c1') ?? []) {
    mapActivities(JSON.parse(version) as never, zone, null).forEach((one, at) => {
      if (!first.has(String(at))) first.set(String(at), one.what.text);
    });
  }
  const activities = [...first.values()].filter((words) => words === name);
  const copies = tasks.length + activities.length;
  assert.equal(
    copies,
    saved > 0 ? 1 : Math.min(copies, 1),
    `${name}: ${copies} copies, called saved ${saved} times`,
  );
}

/** What was called saved stood on the server, all of it at one time. */
function checkStood({name, kind, at, change, seen, order}: Wish, server: MemoryServer): void {
  if (kind === 'add') return;
  const plans = (server.versions.get('CarePlan/c1') ?? []).map((json) => JSON.parse(json) as Resource);
  if (kind === 'rank') {
    assert.ok(
      plans.some((one) => goalIdsOf(one['goal']).join() === order.join()),
      `${name} never stood`,
    );
    return;
  }
  if (kind === 'plan') {
    const wanted = topics.filter((topic) => change[topic] !== undefined);
    const stood = plans.some((one) => {
      const detail = mapPlanDetail(one as never, zone);
      return wanted.every((topic) => text(detail?.[topic]) === text(change[topic]));
    });
    assert.ok(stood, `${name} was called saved and never stood`);
    return;
  }
  const versions: readonly (Action | null)[] = at.startsWith('Task/')
    ? (server.versions.get(at) ?? []).map((json) => taskOf(JSON.parse(json) as Resource))
    : plans.map(
        (one) => mapActivities(one as never, zone, null)[Number(at.slice('activity/'.length))] ?? null,
      );
  // What the person left as they saw it is not theirs to change.
  const stood = seen.some((base) => {
    const wanted = actionFields.filter(
      (field) => change[field] !== undefined && text(change[field]) !== text((base as Action)[field]),
    );
    return versions.some((one) => one && wanted.every((field) => text(one[field]) === text(change[field])));
  });
  assert.ok(stood, `${name} was called saved and never stood`);
}

function taskOf(json: Resource): Action {
  const action = mapTask(json, zone)?.action;
  assert.ok(action);
  return action;
}

/** Parts that no edit of the panel knows of, as the server was given them. */
function decimals({extension, input, activity}: Resource): unknown {
  const quantities = ((activity ?? []) as {detail?: {quantity?: unknown}}[]).flatMap(
    ({detail}) => detail?.quantity ?? [],
  );
  return {extension, input, quantities};
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null);
}
