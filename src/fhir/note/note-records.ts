import type {IspNote} from '../../domain/note/isp-note.ts';
import type {Problem} from '../../domain/problem.ts';
import {ok, type Result} from '../../domain/result.ts';
import {isObject, items, textOf, type JsonObject} from '../json.ts';
import {copyRaw, toRaw, type RawObject} from '../write/raw-json.ts';
import {
  freeNumber,
  isCrisisPlan,
  withCrisis,
  withGoal,
  withPlan,
  withTeam,
  blankNote,
  type NotePlace,
} from './note-change.ts';
import {
  CRISIS_ID,
  goalId,
  hasPlan,
  noteResources,
  PLAN_ID,
  TEAM_ID,
  type NoteResource,
  type NoteType,
} from './note-resources.ts';
import type {NoteChange, NoteShelf} from './note-shelf.ts';

/** What a write ends with: the resource as it now stands, or why it does not. */
export type NoteWrite = Result<RawObject | 'conflict' | 'unreadable', Problem>;

/** Where one written resource stands in the note; or that it cannot. */
type Placed = {readonly id: string} | 'conflict' | 'unreadable';

const own = /^note-(?:g\d+|plan|crisis|team)$/u;
const closed = ['completed', 'revoked', 'entered-in-error'];

/** The goals, the plan and the team of one patient as resources, kept in a note. */
export class NoteRecords {
  readonly #shelf: Pick<NoteShelf, 'read' | 'change'>;
  readonly #place: NotePlace;
  readonly #newId: () => string;
  /** Ids by the identifier of their create, which the text of a note does not hold. */
  readonly #made = new Map<string, string>();

  constructor(shelf: Pick<NoteShelf, 'read' | 'change'>, place: NotePlace, newId: () => string) {
    this.#shelf = shelf;
    this.#place = place;
    this.#newId = newId;
  }

  /** True for an id that only something in a note has. */
  knows(id: string): boolean {
    return own.test(id);
  }

  /** Everything of a type that the note holds. */
  async all(type: NoteType, fresh: boolean): Promise<Result<readonly RawObject[], Problem>> {
    const state = await this.#shelf.read(fresh);
    if (!state.ok) return state;
    return ok(
      this.#resources(state.value.note)
        .filter((one) => one.type === type)
        .map((one) => this.#shown(one)),
    );
  }

  /** One resource of the note, or null. */
  async find(type: NoteType, id: string, fresh: boolean): Promise<Result<RawObject | null, Problem>> {
    const state = await this.#shelf.read(fresh);
    return state.ok ? ok(this.#in(state.value.note, type, id)) : state;
  }

  /** Puts a new resource into the note, once for its identifier. */
  create(type: NoteType, json: JsonObject): Promise<NoteWrite> {
    const urn = urnOf(json);
    return this.#write(
      type,
      (note) => {
        const before = urn === null ? undefined : this.#made.get(urn);
        if (before !== undefined && this.#in(note, type, before)) return {note, placed: {id: before}};
        const [placed, next] = this.#added(note, type, json);
        return {note: next, placed};
      },
      urn,
    );
  }

  /** Changes a resource of the note, when it still stands there as `version`. */
  update(type: NoteType, id: string, json: JsonObject, version: string | null): Promise<NoteWrite> {
    return this.#write(type, (note) => {
      const now = this.#resources(note).find((one) => one.id === id && one.type === type);
      if (now?.version !== version) return {note, placed: 'conflict'};
      const next = this.#changed(note, id, json);
      return {note: next ?? note, placed: next ? {id} : 'unreadable'};
    });
  }

  async #write(
    type: NoteType,
    decide: (note: IspNote) => {readonly note: IspNote; readonly placed: Placed},
    urn: string | null = null,
  ): Promise<NoteWrite> {
    const written = await this.#shelf.change((note): NoteChange<Placed> => {
      const {note: next, placed} = decide(note);
      if (typeof placed === 'string' || next === note) return {kind: 'keep', value: placed};
      return {kind: 'file', note: next, value: placed};
    });
    if (!written.ok) return written;
    if (typeof written.value === 'string') return ok(written.value);
    const {id} = written.value;
    if (urn !== null) this.#made.set(urn, id);
    const state = await this.#shelf.read();
    if (!state.ok) return state;
    return ok(this.#in(state.value.note, type, id) ?? 'unreadable');
  }

  #added(note: IspNote, type: NoteType, json: JsonObject): readonly [Placed, IspNote] {
    const put = (id: string, next: IspNote | null): readonly [Placed, IspNote] =>
      next ? [{id}, next] : ['unreadable', note];
    if (type === 'Goal') {
      const number = freeNumber(note);
      return put(goalId(number), withGoal(note, number, json));
    }
    if (type === 'CareTeam') {
      return note.team.length > 0 ? ['conflict', note] : put(TEAM_ID, withTeam(note, json, this.#place));
    }
    if (isCrisisPlan(json)) return note.crisis ? ['conflict', note] : put(CRISIS_ID, withCrisis(note, json));
    if (hasPlan(note) && !closed.includes(note.status)) return ['conflict', note];
    // After a plan that is over a new one begins, with the goals and the team as they stand.
    const {goals, team, crisis, lang} = note;
    const fresh = hasPlan(note) ? {...blankNote(this.#newId()), goals, team, crisis, lang} : note;
    return put(PLAN_ID, withPlan(fresh, json, this.#place));
  }

  #changed(note: IspNote, id: string, json: JsonObject): IspNote | null {
    if (id === PLAN_ID) return withPlan(note, json, this.#place);
    if (id === CRISIS_ID) return withCrisis(note, json);
    if (id === TEAM_ID) return withTeam(note, json, this.#place);
    return withGoal(note, Number(id.replace('note-g', '')), json);
  }

  #resources(note: IspNote | null): readonly NoteResource[] {
    return note ? noteResources(note, this.#place.patientId) : [];
  }

  #in(note: IspNote | null, type: NoteType, id: string): RawObject | null {
    const found = this.#resources(note).find((one) => one.id === id && one.type === type);
    return found ? this.#shown(found) : null;
  }

  /** The resource with the identifier that its create carried, as long as that is known; the text of a note has none. */
  #shown({id, raw}: NoteResource): RawObject {
    const urns = [...this.#made].filter(([, place]) => place === id).map(([urn]) => urn);
    if (urns.length === 0) return raw;
    const shown = copyRaw(raw);
    shown.set('identifier', toRaw(urns.map((value) => ({system: 'urn:ietf:rfc:3986', value}))));
    return shown;
  }
}

function urnOf(json: JsonObject): string | null {
  const values = items(json['identifier']).flatMap((one) =>
    isObject(one) ? (textOf(one['value']) ?? []) : [],
  );
  return values.find((value) => value.startsWith('urn:uuid:')) ?? null;
}
