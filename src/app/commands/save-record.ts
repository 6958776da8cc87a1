import {typeOf, type Act} from '../../domain/abilities.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import type {Pointer} from '../../domain/text.ts';
import {isObject, textOf} from '../../fhir/json.ts';
import type {Authorship} from '../../fhir/write/annotation.ts';
import {fieldEdit, type FieldConflict, type FieldRules} from '../../fhir/write/field-edit.ts';
import type {WriteFailure, Written} from '../chart.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import type {ClashingField, Conflict, PanelState} from '../state.ts';
import {authorName, versionAuthor} from './author-name.ts';
import {discard} from './drafts.ts';
import {save} from './save.ts';

type FieldsConflict = Conflict & {what: 'fields'};

/** One change of one record that stands, told apart from how it is brought to the server. */
export interface RecordSave<T extends {readonly id: string}, C extends object> {
  readonly key: string;
  /** The ability that it needs, for example `updateTask`. */
  readonly act: Act & `update${string}`;
  /** The record as the person saw it. What `keepDraft` noted when the typing began goes before it. */
  readonly base: T;
  /** Only what is wanted; null in it removes. */
  readonly change: C;
  /** How the record is read and how fields are put into it. */
  rules(by: Authorship, desk: RecordDesk): FieldRules<T, C>;
  /** Who changed a field in this version of the record, where the record says so. */
  changedBy?(json: unknown, field: string): Pointer | null;
  /** Puts what the record now holds into the state: after a save, and theirs after a conflict. */
  apply(state: PanelState, value: T): PanelState;
}

/** What is to be written of each field that two people changed. */
export type Choices = Readonly<Record<string, 'mine' | 'theirs' | {readonly other: unknown}>>;

/** Conflicts that wait for the person's choice, by save key; each writes its choice onto the version that was shown. */
const waiting = new WeakMap<Session, Map<string, (choices: Choices) => Promise<void>>>();

/**
 * Changes any record field by field: the newest version is read, merged, and written with `If-Match` (see `fieldEdit`).
 * Fields that two people changed become a conflict of the state, which `settle` ends.
 */
export function saveRecord<T extends {readonly id: string}, C extends object>(
  session: Session,
  wish: RecordSave<T, C>,
): Promise<void> {
  const began = session.memory.bases.get(wish.key) as T | undefined;
  return saveOnto(session, wish, began ? {...wish.base, ...began} : wish.base);
}

/**
 * Ends a conflict with what the person chose for each of its fields; the fields that only this person had changed are
 * written as they were typed. When nothing is left to write, theirs stays and what was typed goes.
 */
export async function settle(session: Session, key: string, choices: Choices): Promise<void> {
  const known = session.state().saves[key];
  if (known?.status !== 'conflict') return;
  await waiting.get(session)?.get(key)?.(choices);
}

function saveOnto<T extends {readonly id: string}, C extends object>(
  session: Session,
  wish: RecordSave<T, C>,
  base: T,
): Promise<void> {
  const {key, act, change} = wish;
  const conflicts = waiting.get(session) ?? new Map<string, (choices: Choices) => Promise<void>>();
  waiting.set(session, conflicts);
  let theirs: T | null = null;
  conflicts.delete(key);

  async function write(): Promise<Result<Written<T>, WriteFailure>> {
    const desk = await session.chart.desk();
    const writer = desk ? await desk.writer() : notSent;
    if (!desk || !writer.ok) return notSent;
    const rules = wish.rules(writer.value.by(), desk);
    let newest: unknown = null;
    const read = (json: unknown): T | null => {
      newest = json;
      return rules.read(json);
    };
    const saved = await writer.value.update(fieldEdit(base, change, {...rules, read}), ({json}) =>
      read(json),
    );
    if (saved.ok) return ok({value: saved.value.value, notes: saved.value.notes});
    if (saved.error.kind === 'problem') return err(saved.error);
    const {conflict} = saved.error;
    theirs = conflict.theirs;
    conflicts.set(key, (choices) => chosen(conflict, choices));
    const named = conflict.fields.flatMap((one) => wish.changedBy?.(newest, one) ?? []);
    const by =
      authorName(session.state(), named) ?? (await versionAuthor(session.state(), desk, typeOf(act), newest));
    return err({kind: 'conflict', conflict: conflictOf(conflict, act, newest, by)});
  }

  function chosen(conflict: FieldConflict<T, C>, choices: Choices): Promise<void> {
    const wanted: Record<string, unknown> = Object.fromEntries(Object.entries(conflict.mine));
    for (const name of conflict.fields) {
      const choice = choices[name] ?? 'theirs';
      if (choice === 'theirs') delete wanted[name];
      else if (choice !== 'mine') wanted[name] = choice.other;
    }
    if (Object.keys(wanted).length > 0) {
      return saveOnto(session, {...wish, change: wanted as C}, conflict.theirs);
    }
    conflicts.delete(key);
    discard(session, key);
    return Promise.resolve();
  }

  return save<T>(session, {
    key,
    ability: act,
    write,
    apply: (state, value) => wish.apply(state, value),
    refused: (state) => (theirs ? wish.apply(state, theirs) : state),
  });
}

/** The conflict as the screen shows it. */
function conflictOf<T extends object, C extends object>(
  {base, mine, theirs, fields}: FieldConflict<T, C>,
  act: Act,
  newest: unknown,
  theirsBy: string | null,
): FieldsConflict {
  const meta = isObject(newest) ? newest['meta'] : null;
  const at = <V extends object>(record: V, name: string): unknown =>
    (record as Readonly<Record<string, unknown>>)[name] ?? null;
  const clashing = fields.map((name): ClashingField => ({
    name,
    base: at(base, name),
    mine: at(mine, name),
    theirs: at(theirs, name),
  }));
  return {
    what: 'fields',
    resource: typeOf(act),
    fields: clashing,
    theirsAt: isObject(meta) ? textOf(meta['lastUpdated']) : null,
    theirsBy,
  };
}

const notSent = err({kind: 'problem', problem: {kind: 'offline'}} as const);
