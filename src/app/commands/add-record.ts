import {typeOf, type Act} from '../../domain/abilities.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import type {Authorship} from '../../fhir/write/annotation.ts';
import {fieldEdit, missingFields, type FieldRules} from '../../fhir/write/field-edit.ts';
import {toRaw, type Plain, type RawObject} from '../../fhir/write/raw-json.ts';
import type {WriteFailure, Written} from '../chart.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import type {PanelState, SaveNote} from '../state.ts';
import {requestKey} from './request-key.ts';
import {save} from './save.ts';

/** One record to be made once, whatever the number of clicks and attempts. */
export interface RecordAdd<T extends {readonly id: string}, C extends object> {
  readonly key: string;
  readonly act: Act & `create${string}`;
  /** What is wanted; put into `blank` by the rules. */
  readonly change: C;
  /** The new resource before the change: `resourceType`, the patient, status and whatever else R4 requires. */
  blank(by: Authorship, desk: RecordDesk): {readonly [name: string]: Plain};
  rules(by: Authorship, desk: RecordDesk): FieldRules<T, C>;
  /** Records of this kind that stand on the screen: those that were there before are never taken for what is made. */
  present(state: PanelState): readonly {readonly id: string}[];
  /**
   * For servers that do not keep identifiers: whether this record, which was not there before, is what was just sent. Say
   * it only of what says all the same: of two that are alike the later one is marked as entered in error.
   */
  looksLikeOurs(record: T, by: Authorship): boolean;
  /** What is done once it stands, such as a link to it, and what is to be told of that. */
  linked?(record: T, desk: RecordDesk): Promise<readonly SaveNote[]>;
  /** Puts the new record into the state. */
  apply(state: PanelState, value: T): PanelState;
}

/**
 * Creates any record. The client's identifier is made before the first attempt and kept until the outcome is known, so
 * that a repetition finds what an attempt has left; when the wish was changed between the attempts, that is changed too.
 */
export function addRecord<T extends {readonly id: string}, C extends object>(
  session: Session,
  wish: RecordAdd<T, C>,
): Promise<void> {
  const {key, act, change} = wish;
  const what = typeOf(act);
  const uuid = requestKey(session, key);
  const {stood} = session.memory;
  // As it was at the first attempt: what an attempt has made, and a reading has shown, is still to be found.
  const before = stood.get(uuid) ?? new Set(wish.present(session.state()).map(({id}) => id));
  stood.set(uuid, before);

  async function write(): Promise<Result<Written<T>, WriteFailure>> {
    const desk = await session.chart.desk();
    const writer = desk ? await desk.writer() : notSent;
    if (!desk || !writer.ok) return notSent;
    const by = writer.value.by();
    const rules = wish.rules(by, desk);
    const repeated = writer.value.wasTried(uuid);
    const body = toRaw(wish.blank(by, desk)) as RawObject;
    body.set('identifier', toRaw([{system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid}`}]));
    rules.apply(body, change);
    const created = await writer.value.create(what, uuid, body, (json) => {
      const record = rules.read(json);
      return record !== null && !before.has(record.id) && wish.looksLikeOurs(record, by);
    });
    if (!created.ok) return err({kind: 'problem', problem: created.error});
    const [kept] = created.value;
    const record = kept ? rules.read(kept.json) : null;
    if (!kept || record === null) return err({kind: 'problem', problem: {kind: 'unclear', what}});
    const missing = missingFields(record, change, rules.fields);
    const linked = (await wish.linked?.(record, desk)) ?? [];
    if (missing.length === 0)
      return ok({value: record, notes: [...linked, ...(kept.version === null ? [NO_LOCKING] : [])]});
    if (!repeated) return ok({value: record, notes: [...linked, {kind: 'dropped', fields: missing}]});
    // An earlier attempt left something else than what is wanted now.
    const changed = await writer.value.update(fieldEdit(record, change, rules), ({json}) => rules.read(json));
    if (changed.ok) return ok({...changed.value, notes: [...linked, ...changed.value.notes]});
    return changed.error.kind === 'problem'
      ? err(changed.error)
      : err({kind: 'problem', problem: {kind: 'conflict', what}});
  }

  return save<T>(session, {key, ability: act, write, apply: (state, value) => wish.apply(state, value)});
}

const NO_LOCKING: SaveNote = {kind: 'no-locking'};
const notSent = err({kind: 'problem', problem: {kind: 'offline'}} as const);
