import type {Problem, ResourceName} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {droppedMembers, isOfPatient, mayEdit, readDocument, type Document, type Person} from './document.ts';
import {isOurVersion, putBack, whatWasMet} from './overwritten.ts';
import {put} from './put.ts';
import {copyRaw, type RawObject} from './raw-json.ts';
import {readNewest} from './read-newest.ts';
import type {WritePort} from './write-port.ts';

/** What must happen to the newest version of a resource. */
export type Decision<C> =
  /** What was wanted stands already. */
  | {readonly kind: 'nothing'; readonly merged: readonly string[]}
  /** The same thing was changed elsewhere: shown to the person, never chosen. */
  | {readonly kind: 'conflict'; readonly conflict: C}
  | {readonly kind: 'refused'; readonly problem: Problem}
  /** `merged` names what somebody else changed meanwhile and what is kept beside ours. */
  | {readonly kind: 'edit'; readonly merged: readonly string[]; apply(raw: RawObject): void};

/** One change of one existing resource, told apart from how it is brought to the server. */
export interface Edit<C> {
  readonly what: ResourceName;
  readonly id: string;
  /** `sent` says that an attempt of ours may already have been carried out. */
  decide(newest: Document, sent: boolean): Decision<C>;
  /** Names of what was wanted and does not stand in this version. */
  missing(version: Document): readonly string[];
  /** How many things were wanted. */
  readonly wanted: number;
}

/** A change that stands on the server. */
export interface Settled {
  readonly document: Document;
  readonly merged: readonly string[];
  readonly dropped: readonly string[];
  /** False when the server gives no version or does not heed it, so that nothing guards against two people. */
  readonly locked: boolean;
  /** True when an attempt of ours brought it there. */
  readonly written: boolean;
}

export type UpdateFailure<C> =
  {readonly kind: 'problem'; readonly problem: Problem} | {readonly kind: 'conflict'; readonly conflict: C};

/** The last attempt whose outcome is not settled yet. */
interface Sent {
  readonly before: Document;
  readonly body: RawObject;
  readonly merged: readonly string[];
  readonly problem: Problem;
  /** True when nobody knows whether the server carried it out. */
  readonly unknown: boolean;
  readonly missing: string;
}

const ATTEMPTS = 4;

/**
 * Brings an edit to the server and tells what became of it. The newest version is read before every attempt and after
 * every answer; an answer that is lost, late or unreadable is settled by reading, never by hoping.
 */
export async function settleUpdate<C>(
  port: WritePort,
  person: Person,
  edit: Edit<C>,
): Promise<Result<Settled, UpdateFailure<C>>> {
  const {what, id} = edit;
  const fail = (problem: Problem) => err({kind: 'problem', problem} as const);
  let sent: Sent | null = null;
  let guarded = true;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const read = await readNewest(port, what, id, person);
    if (!read.ok) return fail(sent === null ? read.error : {kind: 'unclear', what});
    const newest = read.value;
    const allowed = mayEdit(newest.raw, what);
    if (!allowed.ok) return fail(allowed.error);
    const decision: Decision<C> = edit.decide(newest, sent !== null);
    if (decision.kind === 'conflict') return err(decision);
    if (decision.kind === 'refused') return fail(decision.problem);
    if (decision.kind === 'nothing') {
      const merged = sent?.merged ?? decision.merged;
      return ok(settle(edit, newest, merged, sent?.body ?? null, guarded));
    }
    if (sent !== null && !mayRepeat(sent, newest, attempt)) return fail(sent.problem);

    const body = copyRaw(newest.raw);
    decision.apply(body);
    if (!isOfPatient(body, person)) return fail({kind: 'other-patient', what});
    const answer = await put(port, edit, body, newest.version);
    const common = {before: newest, body, merged: decision.merged};
    if (!answer.ok) {
      const {problem, applied} = answer.error;
      if (applied === 'no' && problem.kind !== 'conflict') return fail(problem);
      sent = {...common, problem, unknown: applied === 'unknown', missing: ''};
      continue;
    }
    const said = readDocument(answer.value.text, what, id);
    const after = await readNewest(port, what, id, person);
    if (!after.ok) {
      if (said === null || edit.missing(said).length > 0) return fail({kind: 'unclear', what});
      return ok(settle(edit, said, decision.merged, body, guarded));
    }
    const met = await whatWasMet(port, what, person, {before: newest, said, after: after.value});
    if (met.kind !== 'nobody') guarded = false;
    if (met.kind === 'overwrote') {
      // Theirs comes back, then ours is decided anew, as it would have been where If-Match is heeded.
      const theirs = putBack(met.lost, after.value);
      await put(port, edit, theirs, after.value.version);
      sent = {...common, before: after.value, problem: {kind: 'unclear', what}, unknown: true, missing: ''};
      continue;
    }
    const missing = edit.missing(after.value);
    const ours =
      isOurVersion(newest, said, after.value) || (sent !== null && missing.join() === sent.missing);
    if (missing.length > 0 && ours && missing.length >= edit.wanted) {
      return fail({kind: 'unsupported', what, why: 'server'});
    }
    if (missing.length === 0 || ours) return ok(settle(edit, after.value, decision.merged, body, guarded));
    // A success that the record does not show, or somebody who wrote right after us: look again and decide anew.
    sent = {...common, problem: {kind: 'unclear', what}, unknown: true, missing: missing.join()};
  }
  return fail(sent?.unknown ? {kind: 'unclear', what} : {kind: 'conflict', what});
}

/**
 * Whether to write once more after an attempt that did not succeed. When the version moved, somebody else was first and
 * the merge has decided anew. When it did not, the attempt was not carried out: one repetition is enough, and none is
 * made where no version guards it against the first one arriving late.
 */
function mayRepeat(sent: Sent, newest: Document, attempt: number): boolean {
  if (newest.version === null) return false;
  return newest.version !== sent.before.version || (sent.unknown && attempt < 2);
}

function settle<C>(
  edit: Edit<C>,
  document: Document,
  merged: readonly string[],
  body: RawObject | null,
  guarded: boolean,
): Settled {
  const members = body === null ? [] : droppedMembers(body, document.raw);
  const dropped = [...new Set([...edit.missing(document), ...members])];
  return {document, merged, dropped, locked: guarded && document.version !== null, written: body !== null};
}
