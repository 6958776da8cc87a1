import type {MembershipEnd, NewMember, TeamMember} from '../../domain/care-team.ts';
import type {Goal, GoalChange} from '../../domain/goal.ts';
import type {Problem, ResourceName} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {droppedMembers, type Document, type Person} from './document.ts';
import {planLink} from './edit-care-plan.ts';
import {addMember} from './edit-care-team.ts';
import type {Authorship} from './edit-goal.ts';
import {goalEdit, missingFields, type GoalConflict} from './goal-edit.ts';
import {memberAddition, memberEnding, type MemberConflict} from './member-edit.ts';
import {newCareTeam} from './new-care-team.ts';
import {newGoal} from './new-goal.ts';
import {notesOf, type Outcome, type WriteNote} from './notes.ts';
import {retirement} from './retirement.ts';
import {settleCreate, type CreateMemory, type Creation} from './settle-create.ts';
import {settleUpdate, type Edit} from './settle-update.ts';
import type {WritePort} from './write-port.ts';
import {WriteQueue} from './write-queue.ts';

export interface ChartWriterOptions {
  readonly port: WritePort;
  readonly person: Person;
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  /** Local day of the site, YYYY-MM-DD. */
  readonly today: () => string;
  /** Keys of creates that were tried before; they outlive the writer, so that a return to the patient finds them. */
  readonly tried: Set<string>;
  readonly toGoal: (json: unknown) => Goal | null;
  /** The members of one CareTeam, in the order of its participants. */
  readonly toMembers: (json: unknown) => readonly TeamMember[];
}

/**
 * Everything that one patient's panel writes. Each method resolves only when it is known what became of the write: what
 * it calls saved was read back from the server. Nothing is ever deleted.
 */
export class ChartWriter {
  readonly #options: ChartWriterOptions;
  readonly #queue = new WriteQueue();
  readonly #memory: CreateMemory = {ifNoneExist: 'untried'};
  readonly #running = new Map<string, Promise<unknown>>();

  constructor(options: ChartWriterOptions) {
    this.#options = options;
  }

  /** Creates one goal for `uuid`, however often it is asked, and makes the plan list it when there is one. */
  addGoal(change: GoalChange, uuid: string, planId: string | null): Outcome<Goal, GoalConflict> {
    return this.#once(uuid, async () => {
      const {person, toGoal, tried} = this.#options;
      const repeated = tried.has(uuid);
      const body = newGoal(person.patientId, change, uuid, this.#by());
      const created = await this.#create('Goal', uuid, body, (json) => {
        const goal = toGoal(json);
        return goal?.words.text === change.words?.text && goal?.startDate === this.#options.today();
      });
      if (!created.ok) return problem(created.error);
      const [kept] = created.value;
      const goal = kept ? toGoal(kept.json) : null;
      if (!kept || !goal) return problem({kind: 'unclear', what: 'Goal'});
      const link = planId === null ? ok(null) : await this.#linkToPlan(planId, goal.id);
      const unlinked: WriteNote[] = link.ok ? [] : [{kind: 'not-linked-to-plan', problem: link.error}];
      const missing = missingFields(goal, change);
      if (repeated && missing.length > 0) {
        // An earlier attempt left other words than those that are wanted now.
        const changed = await this.changeGoal(goal, change);
        return changed.ok ? ok({...changed.value, notes: [...changed.value.notes, ...unlinked]}) : changed;
      }
      const dropped = [...new Set([...missing, ...droppedMembers(body, kept.raw)])];
      const notes = notesOf({merged: [], dropped, locked: kept.version !== null});
      return ok({value: goal, notes: [...notes, ...unlinked]});
    });
  }

  /** Changes the goal that the person saw as `base`. */
  changeGoal(base: Goal, change: GoalChange): Outcome<Goal, GoalConflict> {
    const {toGoal} = this.#options;
    return this.#update(goalEdit(base, change, toGoal, this.#by()), ({json}) => toGoal(json));
  }

  /** Adds a member to a team, or to a first one that is made for them; the value is that team's members. */
  addMember(teamId: string | null, member: NewMember, uuid: string): Outcome<readonly TeamMember[]> {
    return this.#once(uuid, async () => {
      if (teamId !== null) return this.#addTo(teamId, member, uuid);
      const {person, today} = this.#options;
      const team = newCareTeam(person.patientId, uuid, today());
      addMember(team, member, person.patientId, uuid, this.#by());
      const created = await this.#create('CareTeam', uuid, team, () => false);
      if (!created.ok) return problem(created.error);
      const [kept] = created.value;
      return kept ? this.#addTo(kept.id, member, uuid) : problem({kind: 'unclear', what: 'CareTeam'});
    });
  }

  /** Ends the membership that the person saw as `base`; the value is its team's members. */
  endMember(base: TeamMember, end: MembershipEnd): Outcome<readonly TeamMember[], MemberConflict> {
    const {toMembers} = this.#options;
    return this.#update(memberEnding(base, end, toMembers, this.#by()), ({json}) => toMembers(json));
  }

  #addTo(teamId: string, member: NewMember, uuid: string): Outcome<readonly TeamMember[]> {
    const {person, toMembers} = this.#options;
    const edit = memberAddition(teamId, member, person.patientId, uuid, this.#by());
    return this.#update(edit, ({json}) => toMembers(json));
  }

  async #linkToPlan(planId: string, goalId: string): Promise<Result<unknown, Problem>> {
    const linked = await this.#update(planLink(planId, goalId), () => true);
    return linked.ok || linked.error.kind === 'conflict' ? ok(null) : err(linked.error.problem);
  }

  async #update<T, C>(edit: Edit<C>, read: (document: Document) => T | null): Outcome<T, C> {
    const {port, person} = this.#options;
    const settled = await this.#queue.run(`${edit.what}/${edit.id}`, () => settleUpdate(port, person, edit));
    if (!settled.ok) return settled;
    const value = read(settled.value.document);
    if (value === null) return problem({kind: 'unclear', what: edit.what});
    return ok({value, notes: notesOf(settled.value)});
  }

  async #create(
    what: ResourceName,
    uuid: string,
    body: Creation['body'],
    looksLikeOurs: Creation['looksLikeOurs'],
  ): Promise<Result<readonly Document[], Problem>> {
    const {port, person, tried} = this.#options;
    const repeated = tried.has(uuid);
    tried.add(uuid);
    const around = {port, person, memory: this.#memory};
    const created = await settleCreate(around, {
      what,
      urn: `urn:uuid:${uuid}`,
      body,
      repeated,
      looksLikeOurs,
    });
    if (!created.ok) return created;
    // Copies that the network made. While one of them stands, the next attempt finds it and goes on.
    for (const copy of created.value.slice(1)) {
      const retired = await this.#update(retirement(what, copy.id), () => true);
      if (!retired.ok) return err({kind: 'unclear', what});
    }
    return created;
  }

  /** One run at a time for a key: a second click gets the promise of the first. */
  #once<T>(key: string, run: () => Promise<T>): Promise<T> {
    const running = this.#running.get(key) as Promise<T> | undefined;
    if (running) return running;
    const started = run().finally(() => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }

  #by(): Authorship {
    const {port, user, today} = this.#options;
    return {today: today(), now: new Date(port.timers.now()).toISOString(), user};
  }
}

const problem = (value: Problem) => err({kind: 'problem', problem: value} as const);
