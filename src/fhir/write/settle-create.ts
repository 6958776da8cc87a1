import type {Problem} from '../../domain/problem.ts';
import {isPassing} from '../outcome.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {isOfPatient, readDocument, type Document, type Person} from './document.ts';
import {findCopies, type Sought} from './find-copies.ts';
import {printRaw, type RawObject} from './raw-json.ts';
import {readNewest} from './read-newest.ts';
import type {WritePort} from './write-port.ts';

/** A resource to be created once, whatever happens on the way. */
export interface Creation extends Sought {
  readonly body: RawObject;
  /** Whether the same was tried before: then it is looked for first. */
  readonly repeated: boolean;
}

/** What a server has taught about creating; kept as long as the chart is open. */
export interface CreateMemory {
  /** `refused` once a create with If-None-Exist vanished without a trace: a preflight may have held it back. */
  ifNoneExist: 'untried' | 'works' | 'refused';
}

interface Surroundings {
  readonly port: WritePort;
  readonly person: Person;
  readonly memory: CreateMemory;
}

/** Pauses before looking once more for something that may still arrive, in milliseconds. */
const PAUSES = [0, 1000, 2000];

/**
 * Creates a resource and gives back every copy of it that now stands on the server, the one to keep first: browsers
 * send a POST again when a connection dies, and a server without conditional create then holds two.
 */
export async function settleCreate(
  around: Surroundings,
  creation: Creation,
): Promise<Result<readonly Document[], Problem>> {
  const {what} = creation;
  if (!isOfPatient(creation.body, around.person)) return err({kind: 'other-patient', what});
  if (creation.repeated) {
    const before = await findCopies(around, creation);
    if (!before.ok || before.value.length > 0) return before;
  }
  for (;;) {
    const conditional = around.memory.ifNoneExist !== 'refused';
    const answer = await around.port.send({
      method: 'POST',
      path: what,
      headers: conditional ? {'If-None-Exist': `identifier=urn:ietf:rfc:3986|${creation.urn}`} : {},
      body: printRaw(creation.body),
      what,
    });
    if (answer.ok && conditional) around.memory.ifNoneExist = 'works';
    if (!answer.ok && answer.error.applied === 'no' && answer.error.problem.kind !== 'conflict') {
      return err(answer.error.problem);
    }
    const said = answer.ok ? readDocument(answer.value.text, what, null) : null;
    const found = await lookAgain(around, creation, answer.ok);
    if (found.ok && found.value.length > 0) return found;
    // While a search may still come to work, nobody knows whether there are two.
    if (said && (found.ok || !isPassing(found.error))) return readSaid(around, creation, said);
    if (!found.ok || answer.ok) return err({kind: 'unclear', what});
    if (!conditional || around.memory.ifNoneExist === 'works' || answer.error.applied === 'no') {
      return err(answer.error.problem);
    }
    around.memory.ifNoneExist = 'refused';
  }
}

/** The server named what it made, but no search finds it: read it by its id. */
async function readSaid(
  around: Surroundings,
  creation: Creation,
  said: Document,
): Promise<Result<readonly Document[], Problem>> {
  const read = await readNewest(around.port, creation.what, said.id, around.person);
  if (read.ok) return ok([read.value]);
  const sure =
    read.error.kind !== 'not-found' &&
    read.error.kind !== 'other-patient' &&
    creation.looksLikeOurs(said.json);
  return sure && isOfPatient(said.raw, around.person)
    ? ok([said])
    : err({kind: 'unclear', what: creation.what});
}

/** Looks for what was made. When the create was answered, one search that works is enough, whatever it finds. */
async function lookAgain(
  around: Surroundings,
  creation: Creation,
  answered: boolean,
): Promise<Result<readonly Document[], Problem>> {
  let found: Result<readonly Document[], Problem> = ok([]);
  for (const pause of PAUSES) {
    if (pause > 0) await around.port.timers.wait(pause);
    found = await findCopies(around, creation);
    if (found.ok && (answered || found.value.length > 0)) break;
    if (!found.ok && !isPassing(found.error)) break;
  }
  return found;
}
