import type {MembershipEnd, NewMember, TeamMember} from '../../domain/care-team.ts';
import type {Goal, GoalChange} from '../../domain/goal.ts';
import type {Problem} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {droppedMembers} from './document.ts';
import {planLink} from './edit-care-plan.ts';
import {addMember} from './edit-care-team.ts';
import {missingFields} from './field-edit.ts';
import {goalEdit, goalFields, type GoalConflict} from './goal-edit.ts';
import {memberAddition, memberEnding, type MemberConflict} from './member-edit.ts';
import {newCareTeam} from './new-care-team.ts';
import {newGoal} from './new-goal.ts';
import {notesOf, type Outcome, type WriteNote} from './notes.ts';
import {RecordWriter, type RecordWriterOptions} from './record-writer.ts';

export interface ChartWriterOptions extends RecordWriterOptions {
  readonly toGoal: (json: unknown) => Goal | null;
  /** The members of one CareTeam, in the order of its participants. */
  readonly toMembers: (json: unknown) => readonly TeamMember[];
}

/**
 * The goals and the team of one patient, written. Each method resolves only when it is known what became of the write:
 * what it calls saved was read back from the server.
 */
export class ChartWriter {
  /** For every other kind of record. */
  readonly records: RecordWriter;
  readonly #options: ChartWriterOptions;

  constructor(options: ChartWriterOptions) {
    this.#options = options;
    this.records = new RecordWriter(options);
  }

  /** Creates one goal for `uuid`, however often it is asked, and makes the plan list it when there is one. */
  addGoal(change: GoalChange, uuid: string, planId: string | null): Outcome<Goal, GoalConflict> {
    return this.records.once(uuid, async () => {
      const {person, toGoal} = this.#options;
      const repeated = this.records.wasTried(uuid);
      const body = newGoal(person.patientId, change, uuid, this.records.by());
      const created = await this.records.create('Goal', uuid, body, (json) => {
        const goal = toGoal(json);
        return goal?.words.text === change.words?.text && goal?.startDate === this.#options.today();
      });
      if (!created.ok) return problem(created.error);
      const [kept] = created.value;
      const goal = kept ? toGoal(kept.json) : null;
      if (!kept || !goal) return problem({kind: 'unclear', what: 'Goal'});
      const link = planId === null ? ok(null) : await this.#linkToPlan(planId, goal.id);
      const unlinked: WriteNote[] = link.ok ? [] : [{kind: 'not-linked-to-plan', problem: link.error}];
      const missing = missingFields(goal, change, goalFields);
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
    return this.records.update(goalEdit(base, change, toGoal, this.records.by()), ({json}) => toGoal(json));
  }

  /** Adds a member to a team, or to a first one that is made for them; the value is that team's members. */
  addMember(teamId: string | null, member: NewMember, uuid: string): Outcome<readonly TeamMember[]> {
    return this.records.once(uuid, async () => {
      if (teamId !== null) return this.#addTo(teamId, member, uuid);
      const {person, today} = this.#options;
      const team = newCareTeam(person.patientId, uuid, today());
      addMember(team, member, person.patientId, uuid, this.records.by());
      const created = await this.records.create('CareTeam', uuid, team, () => false);
      if (!created.ok) return problem(created.error);
      const [kept] = created.value;
      return kept ? this.#addTo(kept.id, member, uuid) : problem({kind: 'unclear', what: 'CareTeam'});
    });
  }

  /** Ends the membership that the person saw as `base`; the value is its team's members. */
  endMember(base: TeamMember, end: MembershipEnd): Outcome<readonly TeamMember[], MemberConflict> {
    const {toMembers} = this.#options;
    return this.records.update(memberEnding(base, end, toMembers, this.records.by()), ({json}) =>
      toMembers(json),
    );
  }

  #addTo(teamId: string, member: NewMember, uuid: string): Outcome<readonly TeamMember[]> {
    const {person, toMembers} = this.#options;
    const edit = memberAddition(teamId, member, person.patientId, uuid, this.records.by());
    return this.records.update(edit, ({json}) => toMembers(json));
  }

  async #linkToPlan(planId: string, goalId: string): Promise<Result<unknown, Problem>> {
    const linked = await this.records.update(planLink(planId, goalId), () => true);
    return linked.ok || linked.error.kind === 'conflict' ? ok(null) : err(linked.error.problem);
  }
}

const problem = (value: Problem) => err({kind: 'problem', problem: value} as const);
