import type {IspNote} from '../../domain/note/isp-note.ts';
import type {Problem} from '../../domain/problem.ts';
import {err, ok, type Result} from '../../domain/result.ts';
import {isObject, textOf} from '../json.ts';
import {isOfPatient} from '../write/document.ts';
import {printRaw, toPlain} from '../write/raw-json.ts';
import {filedNote, noteDocument, type FiledNote} from './note-document.ts';
import {noteFormats} from './note-format.ts';
import type {ShelfOptions} from './note-shelf.ts';

/** A version on its way. */
export interface Sent {
  readonly urn: string;
  /** What the record says that it made; null when it did not say. */
  readonly filed: FiledNote | null;
  /** Why nobody knows what became of it, or null. */
  readonly problem: Problem | null;
}

const what = 'DocumentReference';

/**
 * Sends a version of the note once, in the first form that the record takes; the form is remembered. An error means that
 * it was certainly not filed.
 */
export async function fileNote(
  {client, user, newId}: ShelfOptions,
  note: IspNote,
  replaces: readonly string[],
): Promise<Result<Sent, Problem>> {
  const {patientId} = client;
  let refused: Problem = {kind: 'unsupported', what, why: 'server'};
  for (let at = client.learned.get('note form') ?? 0; at < noteFormats.length; at += 1) {
    const format = noteFormats[at];
    if (!format) break;
    const uuid = newId();
    const urn = `urn:uuid:${uuid}`;
    const document = noteDocument(note, {patientId, user, uuid, replaces, format});
    if (!isOfPatient(document, {patientId, base: null})) return err({kind: 'other-patient', what});
    const answer = await client.send({method: 'POST', path: what, body: printRaw(document), what});
    if (answer.ok) {
      client.learned.set('note form', at);
      const {json} = answer.value;
      const id = isObject(json) ? textOf(json['id']) : idOf(answer.value.header('Location'));
      const made = isObject(json) ? json : (toPlain(document) as object);
      return ok({urn, filed: id === null ? null : filedNote({...made, id}), problem: null});
    }
    const {problem, applied} = answer.error;
    if (applied === 'unknown') return ok({urn, filed: null, problem});
    refused = problem.kind === 'not-found' ? refused : problem;
    if (problem.kind !== 'rejected') break;
  }
  return err(refused);
}

function idOf(location: string | null): string | null {
  return /DocumentReference\/([^/?#]+)/u.exec(location ?? '')?.[1] ?? null;
}
