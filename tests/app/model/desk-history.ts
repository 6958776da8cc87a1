import assert from 'node:assert/strict';
import fc from 'fast-check';
import {addAction} from '../../../src/app/commands/add-action.ts';
import {changeAction} from '../../../src/app/commands/change-action.ts';
import {keepDraft} from '../../../src/app/commands/drafts.ts';
import {rankGoals} from '../../../src/app/commands/rank-goals.ts';
import {changePlan} from '../../../src/app/commands/save-plan.ts';
import {shownKey} from '../../../src/app/later/actions.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import type {Action, ActionChange} from '../../../src/domain/action.ts';
import type {PlanChange, PlanDetail} from '../../../src/domain/plan-detail.ts';
import type {Words} from '../../../src/domain/text.ts';
import {mapActivities, mapTask} from '../../../src/fhir/map-action.ts';
import {mapPlanDetail} from '../../../src/fhir/map-plan-detail.ts';
import {goalIdsOf} from '../../../src/fhir/write/edit-goal-order.ts';
import {FAULTS, MemoryServer, type Fault, type ServerHabits} from '../../fhir/write/memory-server.ts';
import {recordStage, type RecordStage} from '../commands/record-stage.ts';
import {breakBuild, type BrokenBuild} from './broken-builds.ts';

/** What one nurse does. `what` picks an action or an earlier wish among those there are. */
export interface Step {
  readonly who: 0 | 1;
  readonly act: 'look' | 'add' | 'change' | 'type' | 'plan' | 'rank' | 'again';
  readonly what: number;
  readonly fields: readonly ActionField[];
  readonly topics: readonly Topic[];
  readonly clicks: 1 | 2;
}

export interface Plan {
  readonly habits: Partial<ServerHabits>;
  /** Whether the record takes Tasks; else actions stand in the plan. */
  readonly tasks: boolean;
  readonly moments: readonly {
    readonly steps: readonly Step[];
    readonly writeFaults: readonly Fault[];
    readonly readFaults: readonly ('none' | 'lost' | 'server')[];
  }[];
  readonly shuffle: number;
}

export const actionFields = ['what', 'who', 'due', 'category', 'state', 'reason'] as const;
export type ActionField = (typeof actionFields)[number];
export const topics = ['matters', 'strengths', 'needs'] as const;
export type Topic = (typeof topics)[number];

/** Something that a nurse wanted, with values that nobody else uses where the field can hold such. */
export interface Wish {
  readonly name: string;
  readonly kind: 'add' | 'change' | 'plan' | 'rank';
  readonly nurse: Nurse;
  /** Of a change: where the action is kept. */
  readonly at: string;
  readonly change: ActionChange & {readonly [topic in Topic]?: Words | null};
  readonly order: readonly string[];
  /** What was on the screen each time that it was asked for. */
  readonly seen: (Action | PlanDetail | readonly string[])[];
  saved: number;
  run(): Promise<void>;
}

const zone = 'America/Toronto';

/** One nurse: a session with its own state over the shared server. */
export class Nurse {
  readonly stage: RecordStage;
  /** What the nurse saw when she began to type, by save key: noted here, not taken from the panel that is tested. */
  readonly typed = new Map<string, Action>();
  readonly #server: MemoryServer;

  constructor(server: MemoryServer, name: string, ids: number, tasks: boolean) {
    this.#server = server;
    this.stage = recordStage({transport: server.transport(), user: `Practitioner/${name}`, ids});
    const no = {allowed: false, why: 'server'} as const;
    this.stage.session.update((state) => ({
      ...state,
      abilities: eachAbility((_act, type) => (type === 'Task' && !tasks ? no : {allowed: true})),
    }));
    const planRead = () => Promise.resolve({source: {json: this.#plan(), base: null}});
    (this.stage.desk as {planRead: unknown}).planRead = planRead;
    this.look();
  }

  /** Reads everything anew. */
  look(): void {
    const plan = this.#plan();
    const goalIds = goalIdsOf(plan['goal']);
    const loaded = {gaps: [], asOf: ''} as const;
    const value = {otherActivePlans: 0, plan: {id: 'c1', version: null, goalIds}};
    this.stage.session.update((state) => ({
      ...state,
      plan: {status: 'ready', ...loaded, value} as unknown as PanelState['plan'],
      later: {
        actions: {status: 'ready', ...loaded, value: this.#listed()},
        plan: {
          status: 'ready',
          ...loaded,
          value: {plan: mapPlanDetail(plan as never, zone), crisis: null, rivals: []},
        },
      },
    }));
  }

  get actions(): readonly Action[] {
    const {actions} = this.stage.state().later;
    // What was entered in error is not on the list: nobody can change it.
    const known = actions?.status === 'ready' ? actions.value : [];
    return known.filter(({state}) => state !== 'entered-in-error');
  }

  get detail(): PlanDetail {
    const {plan} = this.stage.state().later;
    assert.ok(plan?.status === 'ready' && plan.value.plan);
    return plan.value.plan;
  }

  get order(): readonly string[] {
    const {plan} = this.stage.state();
    return plan.status === 'ready' ? (plan.value.plan?.goalIds ?? []) : [];
  }

  /** As the reader lists them: an activity that got an id by a write keeps the key that it had on the screen. */
  #listed(): readonly Action[] {
    const {session} = this.stage;
    return actionsOn(this.#server).map((action) => ({...action, key: shownKey(session, action.key)}));
  }

  #plan(): Record<string, unknown> {
    return this.#server.current('CarePlan/c1');
  }
}

/** Every action of p1 as the server holds it. */
export function actionsOn(server: MemoryServer): readonly Action[] {
  const tasks = server
    .all('Task')
    .filter((one) => (one['for'] as {reference: string}).reference === 'Patient/p1');
  return [
    ...mapActivities(server.current('CarePlan/c1') as never, zone, null),
    ...tasks.flatMap((one) => mapTask(one, zone)?.action ?? []),
  ];
}

const task = (id: string, patient: string): string =>
  `{"resourceType":"Task","id":"${id}","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z"},` +
  `"basedOn":[{"reference":"CarePlan/c1"}],"status":"requested","intent":"order","description":"${id}",` +
  `"for":{"reference":"Patient/${patient}"},"input":[{"type":{"text":"x"},"valueDecimal":1.10}]}`;

const carePlan = (id: string, patient: string): string =>
  `{"resourceType":"CarePlan","id":"${id}","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z"},` +
  `"extension":[{"url":"urn:x","valueDecimal":0.500}],"status":"active","intent":"plan",` +
  `"subject":{"reference":"Patient/${patient}"},"goal":[{"reference":"Goal/g1"},{"reference":"Goal/g2"},` +
  `{"reference":"Goal/g3"}],"activity":[{"id":"a1","detail":{"description":"a1","status":"not-started"}},` +
  `{"detail":{"description":"nameless","status":"in-progress","quantity":{"value":1.10}}}]}`;

/** Histories of at most six moments; every kind of fault, and habits of real servers. */
export const plans = (habits: fc.Arbitrary<Partial<ServerHabits>>): fc.Arbitrary<Plan> => {
  const step: fc.Arbitrary<Step> = fc.record({
    who: fc.constantFrom(0, 1),
    act: fc.constantFrom('look', 'add', 'change', 'change', 'type', 'plan', 'plan', 'rank', 'again', 'again'),
    what: fc.nat(5),
    fields: fc.subarray([...actionFields], {minLength: 1}),
    topics: fc.subarray([...topics], {minLength: 1}),
    clicks: fc.constantFrom(1, 1, 2),
  });
  return fc.record({
    habits,
    tasks: fc.boolean(),
    moments: fc.array(
      fc.record({
        steps: fc.array(step, {minLength: 1, maxLength: 3}),
        writeFaults: fc.array(fc.constantFrom('none', 'none', ...FAULTS), {maxLength: 4}),
        readFaults: fc.array(fc.constantFrom('none', 'none', 'none', 'lost', 'server'), {maxLength: 4}),
      }),
      {minLength: 1, maxLength: 6},
    ),
    shuffle: fc.nat(1_000_000),
  });
};

/** Lives through a history; `check` then says whether anything was lost, doubled or written where it does not belong. */
export async function live(
  plan: Plan,
  broken: BrokenBuild | null = null,
): Promise<{server: MemoryServer; wishes: readonly Wish[]; saved: number}> {
  const server = new MemoryServer(plan.habits);
  for (const text of [task('t1', 'p1'), task('t2', 'p1'), task('other', 'p2')]) server.seed(text);
  for (const text of [carePlan('c1', 'p1'), carePlan('c9', 'p2')]) server.seed(text);
  server.turn = shuffled(plan.shuffle);
  const nurses = [new Nurse(server, 'n1', 0, plan.tasks), new Nurse(server, 'n2', 500, plan.tasks)] as const;
  if (broken) for (const {stage} of nurses) breakBuild(stage, broken);
  const wishes: Wish[] = [];
  for (const {steps, writeFaults, readFaults} of plan.moments) {
    server.writeFaults = [...writeFaults];
    server.readFaults = [...readFaults];
    await Promise.all(steps.flatMap((step) => begin(step, nurses[step.who], server, wishes)));
  }
  server.writeFaults = [];
  server.readFaults = [];
  // The network is well again, and what was late has arrived: whoever was not answered tries once more.
  for (let n = 0; n < 3; n++) await nurses[0].stage.desk.client.get('CarePlan/c1', {what: 'CarePlan'});
  for (const wish of wishes.filter(({kind, saved}) => kind === 'add' && saved === 0)) await wish.run();
  return {server, wishes, saved: wishes.reduce((sum, {saved}) => sum + saved, 0)};
}

function begin(step: Step, nurse: Nurse, server: MemoryServer, wishes: Wish[]): Promise<void>[] {
  if (step.act === 'look') {
    nurse.look();
    return [];
  }
  // An add that is not settled yet is tried again before another one is made: the form holds one at a time.
  const open = wishes.find((wish) => wish.kind === 'add' && wish.nurse === nurse && wish.saved === 0);
  const again =
    step.act === 'again' ? wishes[step.what % (wishes.length || 1)] : step.act === 'add' ? open : undefined;
  // What was added is off the form: adding it again would be another wish.
  if (again?.kind === 'add' && again.saved > 0) return [];
  const wish = again ?? (step.act === 'again' ? null : newWish(step, nurse, server, wishes.length));
  if (!wish) return [];
  if (!again) wishes.push(wish);
  // What is only typed is saved later, or never: what was seen then is what it is merged against.
  if (step.act === 'type') return [];
  return Array.from({length: step.clicks}, () => wish.run());
}

function newWish(step: Step, nurse: Nurse, server: MemoryServer, place: number): Wish | null {
  const name = `w${place}`;
  const kind = step.act === 'type' ? 'change' : (step.act as Wish['kind']);
  const target = kind === 'change' ? nurse.actions[step.what % (nurse.actions.length || 1)] : undefined;
  if (kind === 'change' && !target) return null;
  const order = nurse.order.toReversed();
  // Without identifiers a Task is known again by what it says, so nobody changes that there.
  const nameless = server.habits.drops.includes('identifier');
  const free = nameless ? step.fields.filter((one) => one === 'who' || one === 'category') : step.fields;
  const change =
    kind === 'add'
      ? {what: {text: name, lang: 'fr'}, due: day(place)}
      : kind === 'plan'
        ? Object.fromEntries(step.topics.map((topic) => [topic, {text: `${name} ${topic}`, lang: 'fr'}]))
        : changeOf(free, step.what, name, place, target?.place.kind ?? 'task');
  if (kind === 'change' && Object.keys(change).length === 0) return null;
  const {session} = nurse.stage;
  const saveKey =
    kind === 'add'
      ? 'action:new'
      : kind === 'change'
        ? `action:${target?.key}`
        : kind === 'plan'
          ? `plan:${name}`
          : 'order:goals';
  const wish: Wish = {
    name,
    kind,
    nurse,
    at: target ? placeOf(target, server) : '',
    change,
    order,
    seen: [],
    saved: 0,
    async run() {
      const shown = nurse.actions.find(({key}) => key === target?.key);
      // What stood on the screen when the typing began, whichever wish began it.
      const began = session.memory.drafts[saveKey] === undefined ? shown : nurse.typed.get(saveKey);
      if (kind === 'change' && began) wish.seen.push(began);
      if (kind === 'plan') wish.seen.push(nurse.detail);
      if (kind === 'rank') wish.seen.push(nurse.order);
      // Two wishes for one thing at one time are one click too many: the second gets the answer of the first.
      const running = session.saving.get(saveKey);
      if (running && inFlight.get(running) !== wish) return running;
      const before = nurse.stage.save(saveKey);
      const work = act(wish, target?.key ?? '', saveKey);
      const started = session.saving.get(saveKey);
      if (started) inFlight.set(started, wish);
      await work;
      const after = nurse.stage.save(saveKey);
      // What an earlier save left there says nothing of this one.
      if (after !== before && after?.status === 'saved') wish.saved += 1;
    },
  };
  if (target && session.memory.drafts[saveKey] !== undefined) return null;
  if (target) {
    keepDraft(session, saveKey, {typed: name}, target);
    nurse.typed.set(saveKey, target);
    wish.seen.push(target);
  }
  return wish;
}

const inFlight = new WeakMap<Promise<void>, Wish>();

function act({kind, nurse, change, order}: Wish, key: string, saveKey: string): Promise<void> {
  const {session} = nurse.stage;
  switch (kind) {
    case 'add':
      return addAction(session, change, 'fr-CA');
    case 'change':
      return changeAction(session, key, change, 'fr-CA');
    case 'plan':
      return changePlan(session, saveKey as `plan:${string}`, change as PlanChange, 'fr-CA');
    case 'rank':
      return rankGoals(session, order);
  }
}

function changeOf(
  fields: readonly ActionField[],
  what: number,
  name: string,
  place: number,
  kind: 'task' | 'activity',
): ActionChange {
  const all: Required<Pick<ActionChange, ActionField>> = {
    what: {text: name, lang: 'fr'},
    who: {kind: 'text', reference: null, name},
    due: day(place),
    category: (['coordination', 'navigation'] as const)[what % 2] ?? null,
    state:
      (['completed', 'cancelled', kind === 'task' ? 'accepted' : 'scheduled'] as const)[what % 3] ??
      'on-hold',
    reason: `${name} r`,
  };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** Names an action for as long as a history lasts: nobody takes an activity out of the plan. */
export function placeOf(action: Action, server: MemoryServer): string {
  if (action.place.kind === 'task') return `Task/${action.place.id}`;
  const {elementId, print} = action.place;
  for (const text of (server.versions.get('CarePlan/c1') ?? []).toReversed()) {
    const {activity} = JSON.parse(text) as {activity: {id?: string}[]};
    const at = activity.findIndex((one) =>
      elementId ? one.id === elementId : JSON.stringify(one) === print,
    );
    if (at >= 0) return `activity/${at}`;
  }
  return 'nowhere';
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
