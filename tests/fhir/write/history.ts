import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {MembershipEnd, TeamMember} from '../../../src/domain/care-team.ts';
import type {Goal, GoalChange, GoalLifecycle} from '../../../src/domain/goal.ts';
import {FAULTS, MemoryServer, type Fault, type ServerHabits} from './memory-server.ts';
import {checkChange, checkGoals, checkTeam} from './no-lost-edit.ts';
import {goalText, nurse, participantText, planText, teamText, TestPanel, uuid} from './two-panels.ts';

/** What one person does. `what` picks a goal, a member or an earlier wish among those there are. */
export interface Step {
  readonly who: 0 | 1;
  readonly act: 'look' | 'add' | 'change' | 'join' | 'leave' | 'again';
  readonly what: number;
  readonly fields: readonly (typeof fields)[number][];
  readonly clicks: 1 | 2;
}

/** Acts that happen at the same time, and what the network does meanwhile. */
export interface Moment {
  readonly steps: readonly Step[];
  readonly writeFaults: readonly Fault[];
  readonly readFaults: readonly ('none' | 'lost' | 'server')[];
}

export interface Plan {
  readonly habits: Partial<ServerHabits>;
  readonly moments: readonly Moment[];
  /** Decides who goes first when two requests are under way. */
  readonly shuffle: number;
}

/** Something that a person wanted, each time with values that nobody else uses. */
export interface Wish {
  readonly name: string;
  readonly panel: TestPanel;
  readonly kind: 'add' | 'change' | 'join' | 'leave';
  readonly uuid: string;
  readonly change: GoalChange;
  readonly base: Goal | null;
  readonly member: TeamMember | null;
  readonly end: MembershipEnd;
  /** How often it was answered as saved, without and with a note that nothing guards against two people. */
  saved: number;
  unguarded: number;
  run(): Promise<void>;
}

const fields = ['words', 'clinical', 'lifecycle', 'dueDate', 'statusReason'] as const;
const states: readonly GoalLifecycle[] = ['on-hold', 'completed', 'cancelled', 'planned'];

/** Plans of at most eight moments; every kind of fault, and habits of real servers. */
export const plans = (habits: fc.Arbitrary<Partial<ServerHabits>>): fc.Arbitrary<Plan> => {
  const step: fc.Arbitrary<Step> = fc.record({
    who: fc.constantFrom(0, 1),
    act: fc.constantFrom('look', 'add', 'change', 'change', 'change', 'join', 'leave', 'again'),
    what: fc.nat(5),
    fields: fc.subarray([...fields], {minLength: 1}),
    clicks: fc.constantFrom(1, 1, 2),
  });
  const moment: fc.Arbitrary<Moment> = fc.record({
    steps: fc.array(step, {minLength: 1, maxLength: 3}),
    writeFaults: fc.array(fc.constantFrom('none', 'none', ...FAULTS), {maxLength: 4}),
    readFaults: fc.array(fc.constantFrom('none', 'none', 'none', 'lost', 'server'), {maxLength: 4}),
  });
  return fc.record({
    habits,
    moments: fc.array(moment, {minLength: 1, maxLength: 8}),
    shuffle: fc.nat(1_000_000),
  });
};

/** Lives through a plan and throws when an edit was lost, doubled or put where it does not belong. */
export async function live(
  plan: Plan,
): Promise<{saved: number; wishes: readonly Wish[]; server: MemoryServer}> {
  const server = new MemoryServer(plan.habits);
  server.seed(goalText('g1'));
  server.seed(goalText('g2', 'Dormir'));
  server.seed(teamText('t1', participantText('Ana')));
  server.seed(planText());
  server.turn = shuffled(plan.shuffle);
  const panels = [new TestPanel(server.transport()), new TestPanel(server.transport())] as const;
  for (const panel of panels) panel.look(server);
  const wishes: Wish[] = [];
  for (const {steps, writeFaults, readFaults} of plan.moments) {
    server.writeFaults = [...writeFaults];
    server.readFaults = [...readFaults];
    const running = steps.flatMap((step) => begin(step, panels[step.who], server, wishes));
    await Promise.all(running);
  }
  server.writeFaults = [];
  server.readFaults = [];
  // The network is well again, and what was late has arrived: whoever was not answered tries once more.
  for (let n = 0; n < 3; n++) await panels[0].client.get('Goal/g1', {what: 'Goal'});
  for (const wish of wishes.filter(({kind, saved}) => kind === 'add' && saved === 0)) await wish.run();
  for (const applied of server.applied) checkChange(applied, wishes, server);
  checkGoals(server, wishes);
  checkTeam(server, wishes);
  for (const {method, path, headers} of server.requests) {
    assert.ok(['GET', 'POST', 'PUT'].includes(method), method);
    if (method === 'PUT' && server.habits.versions)
      assert.match(headers['If-Match'] ?? '', /^W\/"\d+"$/, path);
  }
  return {saved: wishes.reduce((sum, {saved}) => sum + saved, 0), wishes, server};
}

function begin(step: Step, panel: TestPanel, server: MemoryServer, wishes: Wish[]): Promise<void>[] {
  if (step.act === 'look') {
    panel.look(server);
    return [];
  }
  // Without identifiers a goal is known again by its words alone, so nobody changes them there.
  const nameless = server.habits.drops.includes('identifier');
  const able = nameless ? {...step, fields: step.fields.filter((field) => field !== 'words')} : step;
  const wish =
    step.act === 'again' ? wishes[step.what % (wishes.length || 1)] : newWish(able, panel, wishes.length);
  if (!wish) return [];
  if (step.act !== 'again') wishes.push(wish);
  return Array.from({length: step.clicks}, () => wish.run());
}

function newWish(step: Step, panel: TestPanel, place: number): Wish | null {
  const name = `w${place}`;
  const base = [...panel.goals.values()][step.what % (panel.goals.size || 1)] ?? null;
  const open = panel.members.filter(({until}) => until === null);
  const member = open[step.what % (open.length || 1)] ?? null;
  const kind = step.act as Wish['kind'];
  if ((kind === 'change' && !base) || (kind === 'leave' && !member)) return null;
  const wish: Wish = {
    name,
    panel,
    kind,
    uuid: uuid(place),
    change: kind === 'add' ? {words: {text: name, lang: 'fr'}} : changeOf(step, name, place),
    base,
    member,
    end: {date: day(place), reason: name},
    saved: 0,
    unguarded: 0,
    run: async () => {
      const answer = await ask(wish);
      if (!answer.ok) return;
      wish.saved += 1;
      if (answer.value.notes.some(({kind: note}) => note === 'no-locking')) wish.unguarded += 1;
      if (kind === 'change' || kind === 'add')
        panel.goals.set((answer.value.value as Goal).id, answer.value.value as Goal);
      else panel.members = answer.value.value as readonly TeamMember[];
    },
  };
  return wish;
}

function ask({kind, panel, change, uuid: key, base, member, end, name}: Wish) {
  const {writer} = panel;
  switch (kind) {
    case 'add':
      return writer.addGoal(change, key, Number(key.slice(-1)) % 2 ? 'c1' : null);
    case 'change':
      return writer.changeGoal(base as Goal, change);
    case 'join':
      return writer.addMember('t1', nurse(name), key);
    case 'leave':
      return writer.endMember(member as TeamMember, end);
  }
}

function changeOf({fields: wanted, what}: Step, name: string, place: number): GoalChange {
  const all = {
    words: {text: name, lang: 'fr'},
    clinical: {text: `${name} c`, lang: 'fr'},
    lifecycle: states[what % states.length] as GoalLifecycle,
    dueDate: day(place),
    statusReason: `${name} r`,
  };
  return Object.fromEntries(wanted.map((field) => [field, all[field]]));
}

/** A day that belongs to one wish. */
function day(place: number): string {
  return new Date(Date.UTC(2027, 0, 1 + place)).toISOString().slice(0, 10);
}

/** Lets requests overtake one another, the same way each time. */
function shuffled(seed: number): () => Promise<void> {
  let state = seed;
  return async () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    for (let wait = (state >> 16) % 12; wait > 0; wait--) await Promise.resolve();
  };
}
