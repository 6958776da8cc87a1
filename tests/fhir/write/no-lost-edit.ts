import assert from 'node:assert/strict';
import type {CareTeam, CareTeamParticipant, Goal as FhirGoal} from 'fhir/r4';
import type {Goal} from '../../../src/domain/goal.ts';
import {mapGoal} from '../../../src/fhir/map-goal.ts';
import type {Wish} from './history.ts';
import type {Applied, MemoryServer, Resource} from './memory-server.ts';
import {membersOf} from './two-panels.ts';

const fields = ['words', 'clinical', 'lifecycle', 'dueDate', 'statusReason'] as const;

/** One change on the server: every value that it replaced was seen by the person who replaced it. */
export function checkChange(
  {key, before, after}: Applied,
  wishes: readonly Wish[],
  server: MemoryServer,
): void {
  assert.equal((after['subject'] as {reference: string}).reference, 'Patient/p1');
  if (before === null) return;
  if (key.startsWith('CarePlan/')) return checkPlan(before, after);
  if (key.startsWith('CareTeam/')) return checkMembers(before, after, wishes);
  const [was, is] = [goalOf(before), goalOf(after)];
  if (is.lifecycle === 'entered-in-error') {
    const others = server.all('Goal').filter((other) => isCopy(server, other, after));
    assert.ok(others.some(isActive), `${key} was retired though there is no other copy`);
    return;
  }
  assert.deepEqual(untouched(after), untouched(before), 'an edit changed what it should not know');
  const changed = fields.filter((field) => text(was[field]) !== text(is[field]));
  const saw = (wish: Wish, field: (typeof fields)[number]): boolean =>
    wish.kind === 'add' || wish.base?.id !== after.id || text(wish.base[field]) === text(was[field]);
  const wanted = wishes.filter((wish) => changed.every((field) => wants(wish, is, field)));
  const what = changed.map((field) => `${field} ${text(was[field])} -> ${text(is[field])}`).join();
  assert.ok(wanted.length > 0, `${key}: nobody wanted ${what}`);
  assert.ok(
    wanted.some((wish) => changed.every((field) => saw(wish, field))),
    `${key}: ${wanted.map(({name}) => name).join()} overwrote unseen: ${what}`,
  );
}

/** What stands in the end: each goal once, and what was called saved was there. */
export function checkGoals(server: MemoryServer, wishes: readonly Wish[]): void {
  for (const wish of wishes.filter(({kind}) => kind === 'add')) {
    const urn = `urn:uuid:${wish.uuid}`;
    const copies = server.all('Goal').filter((goal) => isActive(goal) && made(server, goal, wish, urn));
    assert.equal(copies.length, wish.saved > 0 ? 1 : 0, `${wish.name}: ${copies.length} copies`);
  }
  for (const wish of wishes.filter(({kind, saved}) => kind === 'change' && saved > 0)) {
    const versions = (server.versions.get(`Goal/${wish.base?.id ?? ''}`) ?? []).map((json) =>
      goalOf(JSON.parse(json) as Resource),
    );
    // What the person left as they saw it is not theirs to change.
    const wanted = fields.filter(
      (field) => wish.change[field] !== undefined && text(wish.change[field]) !== text(wish.base?.[field]),
    );
    const stood = versions.some((version) => wanted.every((field) => wants(wish, version, field)));
    assert.ok(stood, `${wish.name} was called saved and never stood`);
  }
}

/** Members joined once, and ended as was said. */
export function checkTeam(server: MemoryServer, wishes: readonly Wish[]): void {
  const {participant = []} = server.current('CareTeam/t1') as unknown as CareTeam;
  const members = membersOf(server.current('CareTeam/t1'));
  assert.equal(members.length, participant.length);
  for (const wish of wishes) {
    const of = members.filter(({name}) => name === (wish.kind === 'join' ? wish.name : wish.member?.name));
    if (wish.kind === 'join')
      assert.ok(of.length <= 1 && of.length >= Math.min(1, wish.saved), `${wish.name}: ${of.length} members`);
    if (wish.kind === 'leave' && wish.saved > 0) {
      assert.ok(
        of.some(({until}) => until === wish.end.date),
        `${wish.name} did not end`,
      );
      const said = (server.current('CareTeam/t1') as unknown as CareTeam).note?.filter((note) =>
        note.text.endsWith(`: ${wish.name}`),
      );
      assert.equal(said?.length, 1, `${wish.name}: the reason stands once`);
    }
  }
}

function checkMembers(before: Resource, after: Resource, wishes: readonly Wish[]): void {
  const [was, is] = [before, after].map((team) => (team as unknown as CareTeam).participant ?? []) as [
    CareTeamParticipant[],
    CareTeamParticipant[],
  ];
  was.forEach((participant, place) => {
    const now = is[place];
    if (JSON.stringify(now) === JSON.stringify(participant)) return;
    const name = participant.member?.display;
    const wish = wishes.find(
      ({kind, end, member}) => kind === 'leave' && member?.name === name && end.date === now?.period?.end,
    );
    assert.ok(wish, `the member ${name ?? '?'} was changed and nobody wanted it`);
    assert.equal(participant.period?.end, undefined, `${wish.name} overwrote an end that was there`);
    assert.deepEqual({...now, period: null}, {...participant, period: null});
  });
  for (const {member} of is.slice(was.length))
    assert.ok(wishes.some(({kind, name}) => kind === 'join' && name === member?.display));
}

function checkPlan(before: Resource, after: Resource): void {
  const [was, is] = [before, after].map((plan) => (plan['goal'] ?? []) as {reference: string}[]) as [
    {reference: string}[],
    {reference: string}[],
  ];
  assert.deepEqual(is.slice(0, was.length), was, 'the order of goals is the rank');
  assert.equal(new Set(is.map(({reference}) => reference)).size, is.length, 'a goal is listed twice');
}

function wants(wish: Wish, goal: Goal, field: (typeof fields)[number]): boolean {
  return (
    (wish.kind === 'change' || wish.kind === 'add') && text(wish.change[field] ?? null) === text(goal[field])
  );
}

function made(server: MemoryServer, goal: Resource, wish: Wish, urn: string): boolean {
  if (!server.habits.drops.includes('identifier')) return urnOf(goal) === urn;
  const first = JSON.parse(server.versions.get(`Goal/${goal.id}`)?.[0] ?? '{}') as Resource;
  return goalOf(first).words.text === wish.name;
}

/** What no edit of the panel knows of. */
function untouched(goal: Resource): unknown {
  const {extension, identifier, subject, startDate} = goal as unknown as FhirGoal;
  const {target} = goal as unknown as FhirGoal;
  const details = target
    ?.map((one) => ({...one, dueDate: undefined}))
    .filter((one) => Object.values(one).some((value) => value !== undefined));
  return {extension, identifier, subject, startDate, details: details?.length ? details : undefined};
}

function goalOf(json: Resource): Goal {
  const goal = mapGoal(json);
  assert.ok(goal);
  return goal;
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function urnOf(goal: Resource): string | undefined {
  return (goal as unknown as FhirGoal).identifier?.[0]?.value;
}

/** True when both were made by the same wish, whatever became of them since. */
function isCopy(server: MemoryServer, a: Resource, b: Resource): boolean {
  const first = (goal: Resource): unknown => {
    if (!server.habits.drops.includes('identifier')) return urnOf(goal);
    return goalOf(JSON.parse(server.versions.get(`Goal/${goal.id}`)?.[0] ?? '{}') as Resource).words.text;
  };
  return a.id !== b.id && first(a) === first(b);
}

function isActive(goal: Resource): boolean {
  return goal['lifecycleStatus'] !== 'entered-in-error';
}
